import { convertToManaged, getUnmanagedAccessCode } from '../../shared/api/unmanagedAccessCodes';
import { makerWithoutTakeover } from '../../shared/locks/facts/takingOver';
import { Refusal } from '../../shared/refusal';
import { keepChangesField } from '../../shared/ui/codeOptions';
import { collectionField, flagField } from '../../shared/ui/fieldKinds';
import { unmanagedCodeIdField } from '../fields';
import { outcomes, type Operation, type Run } from '../operation';
import { given } from '../parameters';

export const convert: Operation = {
	name: 'Convert to Managed',
	description:
		'Let Seam manage a code that was made outside it (not on igloohome, Kwikset or SmartThings locks); an event reports when it does',
	action: 'Convert unmanaged access code',
	effect: 'change',
	fields: [
		unmanagedCodeIdField,
		collectionField('Options', 'options', [
			keepChangesField,
			flagField(
				'Take From Another Workspace',
				'force',
				false,
				'Whether a code that another Seam workspace manages is taken over (Seam: force)',
			),
		]),
	],
	execute: async (run, item) => {
		const id = item.text('accessCodeId');
		const options = item.collection('options');
		const request = given({
			is_external_modification_allowed: options.flag('isExternalModificationAllowed'),
			force: options.flag('force'),
		});
		await refuseMaker(run, id);
		await convertToManaged(run, id, request);
		return outcomes({ success: true, access_code_id: id });
	},
};

async function refuseMaker(run: Run, accessCodeId: string): Promise<void> {
	const { device_id } = await getUnmanagedAccessCode(run, accessCodeId);
	// Where the lock can't be read, Seam decides.
	const device = await run.devices.get(run, device_id).catch(() => null);
	const maker = device && makerWithoutTakeover(device);
	if (maker === null) return;
	throw new Refusal(`Seam can't take over codes that were made outside it on ${maker} locks`, {
		parameter: 'accessCodeId',
		fix: 'Create a code with Seam Create Access Code, and delete this one with Unmanaged Access Code → Delete.',
	});
}
