import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { checkPinDigits } from '../../shared/accessCode/pin/pinDigits';
import {
	createMultipleAccessCodes,
	type CreateMultipleRequest,
} from '../../shared/api/accessCodes';
import { Refusal } from '../../shared/refusal';
import { readDeviceIds } from '../../shared/ui/deviceReference';
import { deviceListField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalText, readCollection, readWindowOfDevices } from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['createMultiple'] } },
	[
		{
			displayName:
				'Gives several online locks one PIN. For bookings use Seam Create Access Code, which also plans offline codes and never makes a code twice.',
			name: 'createMultipleNotice',
			type: 'notice',
			default: '',
		},
		deviceListField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Cleaning Team',
			description: 'What the codes are called in Seam and, as far as it fits, on the locks',
		},
		{
			displayName: 'Starts At',
			name: 'startsAt',
			type: 'dateTime',
			default: '',
			description:
				"When the codes begin to work; without an offset it is meant on the locks' own clock. Leave this and Ends At empty for codes that stay.",
		},
		{
			displayName: 'Ends At',
			name: 'endsAt',
			type: 'dateTime',
			default: '',
			description:
				"When the codes stop working; without an offset it is meant on the locks' own clock",
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Allow External Modification',
					name: 'allowExternalModification',
					type: 'boolean',
					default: false,
					description: "Whether changes made in the maker's app are kept",
				},
				{
					displayName: 'Attempt for Offline Device',
					name: 'attemptForOfflineDevice',
					type: 'boolean',
					default: true,
					description: 'Whether Seam tries a lock that is not connected at the moment',
				},
				{
					displayName: 'PIN',
					name: 'code',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					description: '4 to 12 digits that every one of the locks takes; empty lets Seam choose',
				},
				{
					displayName: 'Prefer Native Scheduling',
					name: 'preferNativeScheduling',
					type: 'boolean',
					default: true,
					description:
						'Whether the code is loaded onto the lock ahead of its start, where the lock can do so',
				},
				{
					displayName: 'Preferred PIN Length',
					name: 'preferredCodeLength',
					type: 'number',
					typeOptions: { minValue: 4, maxValue: 12 },
					default: 6,
					description: 'Number of digits of a PIN that Seam chooses',
				},
				{
					displayName: 'Use Backup Access Code Pool',
					name: 'useBackupAccessCodePool',
					type: 'boolean',
					default: false,
					description: 'Whether a spare code is kept ready; time-bound codes only',
				},
				{
					displayName: "When the PIN Can't Be Shared",
					name: 'behaviorWhenCodeCannotBeShared',
					type: 'options',
					options: [
						{
							name: 'Create No Code',
							value: 'throw',
							description: 'The item stops with what Seam says',
						},
						{
							name: 'Create Different PINs',
							value: 'create_random_code',
							description: 'Each lock gets a PIN of its own',
						},
					],
					default: 'throw',
					description: 'What to do where the locks have no PIN in common',
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex) => {
	const { context } = run;
	const deviceIds = readDeviceIds(context.getNodeParameter('devices', itemIndex, ''), 'Devices');
	if (deviceIds.length === 0) {
		throw new Refusal("'Devices' is empty", {
			parameter: 'devices',
			fix: 'Give the IDs of the locks with commas between them.',
		});
	}
	const more = readCollection(run, 'additionalFields', itemIndex);
	const pin = optionalText(more.code);
	if (pin !== undefined) checkPinDigits(pin, { parameter: 'additionalFields.code', label: 'PIN' });

	const request: CreateMultipleRequest = given({
		device_ids: deviceIds,
		name: optionalText(context.getNodeParameter('name', itemIndex, '')),
		code: pin,
		preferred_code_length:
			pin === undefined ? (more.preferredCodeLength as number | undefined) : undefined,
		...(await readWindowOfDevices(run, deviceIds, itemIndex)),
		behavior_when_code_cannot_be_shared:
			more.behaviorWhenCodeCannotBeShared as CreateMultipleRequest['behavior_when_code_cannot_be_shared'],
		prefer_native_scheduling: more.preferNativeScheduling as boolean | undefined,
		use_backup_access_code_pool: more.useBackupAccessCodePool as boolean | undefined,
		allow_external_modification: more.allowExternalModification as boolean | undefined,
		attempt_for_offline_device: more.attemptForOfflineDevice as boolean | undefined,
	});
	return outcomes(await createMultipleAccessCodes(context, request, itemIndex));
};
