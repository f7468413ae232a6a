import { convertToManaged } from '../../shared/api/unmanagedAccessCodes';
import { keepChangesField } from '../../shared/ui/codeOptions';
import { collectionField, flagField } from '../../shared/ui/fieldKinds';
import { unmanagedCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given } from '../parameters';

export const convert: Operation = {
	name: 'Convert',
	description: 'Let Seam manage a code that was made outside it; an event reports when it does',
	action: 'Convert unmanaged access code',
	effect: 'change',
	fields: [
		unmanagedCodeIdField,
		collectionField('Options', 'options', [
			flagField(
				'Force',
				'force',
				false,
				'Whether to take the code over from another Seam workspace',
			),
			keepChangesField,
		]),
	],
	execute: async (run, item) => {
		const id = item.text('accessCodeId');
		const options = item.collection('options');
		const request = given({
			is_external_modification_allowed: options.flag('isExternalModificationAllowed'),
			force: options.flag('force'),
		});
		await convertToManaged(run, id, request);
		return outcomes({ success: true, access_code_id: id });
	},
};
