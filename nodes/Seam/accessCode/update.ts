import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { isOffline } from '../../shared/accessCode/codeFacts';
import { checkPinDigits } from '../../shared/accessCode/pin/pinDigits';
import {
	getAccessCode,
	updateAccessCode,
	type AccessCodeChanges,
} from '../../shared/api/accessCodes';
import { Refusal } from '../../shared/refusal';
import type { AccessCode } from '../../shared/schema/accessCode';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import {
	given,
	optionalText,
	optionalWindow,
	readCollection,
	readText,
	refuseNoChange,
	zoneOfDevices,
} from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['update'] } },
	[
		accessCodeIdField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Access',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Ongoing', value: 'ongoing', description: 'Takes the window away' },
						{ name: 'Time-Bound', value: 'time_bound', description: 'Needs a start and an end' },
					],
					default: 'time_bound',
					description: 'How long the code opens the lock',
				},
				{
					displayName: 'Allow External Modification',
					name: 'isExternalModificationAllowed',
					type: 'boolean',
					default: false,
					description: "Whether changes made in the maker's app are kept",
				},
				{
					displayName: 'Ends At',
					name: 'endsAt',
					type: 'dateTime',
					default: '',
					description: "Without an offset it is meant on the lock's own clock",
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description:
						'Takes the place of the whole name; a booking is recognised by the mark in brackets at its end',
				},
				{
					displayName: 'PIN',
					name: 'code',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					description: '4 to 12 digits that the lock takes',
				},
				{
					displayName: 'Starts At',
					name: 'startsAt',
					type: 'dateTime',
					default: '',
					description: "Without an offset it is meant on the lock's own clock",
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex) => {
	const id = readText(run, 'accessCodeId', 'Access Code ID', itemIndex);
	const fields = readCollection(run, 'updateFields', itemIndex);
	refuseNoChange(given(fields));
	const pin = optionalText(fields.code);
	if (pin !== undefined) checkPinDigits(pin, { parameter: 'updateFields.code', label: 'PIN' });
	const code = await getAccessCode(run.context, id, itemIndex);
	refuseOffline(code);

	const zone = async () => await zoneOfDevices(run, [code.device_id], itemIndex);
	const window = await optionalWindow(fields, zone, 'updateFields');
	const hasWindow = window.starts_at !== undefined || window.ends_at !== undefined;
	const changes: AccessCodeChanges = given({
		name: optionalText(fields.name),
		code: pin,
		type:
			(fields.type as AccessCodeChanges['type']) ??
			(hasWindow && code.type === 'ongoing' ? 'time_bound' : undefined),
		...window,
		is_external_modification_allowed: fields.isExternalModificationAllowed as boolean | undefined,
	});
	await updateAccessCode(run.context, code, changes, itemIndex);
	return outcomes(await getAccessCode(run.context, id, itemIndex));
};

/** Seam: igloohome offline access codes, dormakaba Oracode: what the lock computes can't be changed afterwards. */
function refuseOffline(code: AccessCode): void {
	if (!isOffline(code) || code.dormakaba_oracode_metadata?.is_extendable === true) return;
	throw new Refusal(
		`Access code ${code.access_code_id} is an offline code, which can't be changed`,
		{
			parameter: 'accessCodeId',
			fix: 'Create a new code for the new window with Seam Create Access Code.',
		},
	);
}
