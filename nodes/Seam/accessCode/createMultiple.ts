import { checkPinDigits } from '../../shared/accessCode/pin/pinDigits';
import {
	createMultipleAccessCodes,
	type CreateMultipleRequest,
} from '../../shared/api/accessCodes';
import {
	disconnectedLockField,
	keepChangesField,
	nativeSchedulingField,
} from '../../shared/ui/codeOptions';
import {
	choice,
	choiceField,
	collectionField,
	flagField,
	numberField,
	textField,
	timeField,
} from '../../shared/ui/fieldKinds';
import { severalDevicesField } from '../../shared/ui/severalField';
import { simplifyField } from '../../shared/ui/simplifyField';
import { pinField } from '../fields';
import type { Operation } from '../operation';
import { given, readDeviceIds } from '../parameters';
import { optionalWindow, zoneOfDevices } from '../times';
import { LINKED_CODE_FIELDS, simplified } from '../simplify';

export const createMultiple: Operation = {
	name: 'Create Multiple',
	description: 'Give several online locks one PIN',
	action: 'Create multiple access codes',
	effect: 'change',
	fields: [
		{
			displayName:
				'Gives several online locks one PIN. For bookings use Seam Create Access Code, which also plans offline codes and never makes a code twice.',
			name: 'createMultipleNotice',
			type: 'notice',
			default: '',
		},
		{
			...severalDevicesField('Device Names or IDs', 'devices', 'The locks that get the PIN'),
			required: true,
		},
		textField(
			'Name',
			'name',
			'What the codes are called in Seam and, as far as it fits, on the locks',
			'e.g. Cleaning Team',
		),
		timeField(
			'Starts At',
			'startsAt',
			"When the codes begin to work. Without a time zone, the locks' local time is used. Leave this and Ends At empty for codes that stay.",
		),
		timeField(
			'Ends At',
			'endsAt',
			"When the codes stop working. Without a time zone, the locks' local time is used.",
		),
		collectionField('Additional Fields', 'additionalFields', [
			flagField(
				'Keep a Backup Code Ready',
				'useBackupAccessCodePool',
				false,
				'Whether Seam keeps a backup code on the lock; time-bound codes only (Seam: use_backup_access_code_pool)',
			),
			{
				...keepChangesField,
				name: 'allowExternalModification',
				description:
					"Whether a change made to the code in the lock's own app stays; otherwise Seam undoes it (Seam: allow_external_modification)",
			},
			pinField('4 to 12 digits that every one of the locks takes; empty lets Seam choose'),
			numberField(
				'Preferred PIN Length',
				'preferredCodeLength',
				6,
				{ minValue: 4, maxValue: 12, numberPrecision: 0 },
				'Number of digits of a PIN that Seam chooses',
			),
			nativeSchedulingField,
			disconnectedLockField,
			choiceField(
				"When the PIN Can't Be Shared",
				'behaviorWhenCodeCannotBeShared',
				'throw',
				[
					choice('Create No Code', 'throw', 'The item stops with what Seam says'),
					choice('Create Different PINs', 'create_random_code', 'Each lock gets a PIN of its own'),
				],
				'What to do if no PIN works on all of the locks',
			),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const more = item.collection('additionalFields');
		const pin = more.textIfAny('code');
		if (pin !== undefined)
			checkPinDigits(pin, { parameter: 'additionalFields.code', label: 'PIN' });
		const deviceIds = await readDeviceIds(run, item);

		const request: CreateMultipleRequest = given({
			device_ids: deviceIds,
			name: item.optionalText('name'),
			code: pin,
			preferred_code_length: pin === undefined ? more.number('preferredCodeLength') : undefined,
			...(await optionalWindow(item, async () => await zoneOfDevices(run, deviceIds))),
			behavior_when_code_cannot_be_shared: more.choice('behaviorWhenCodeCannotBeShared'),
			prefer_native_scheduling: more.flag('preferNativeScheduling'),
			use_backup_access_code_pool: more.flag('useBackupAccessCodePool'),
			allow_external_modification: more.flag('allowExternalModification'),
			attempt_for_offline_device: more.flag('attemptForOfflineDevice'),
		});
		const codes = await createMultipleAccessCodes(run, request);
		return simplified(item, codes, LINKED_CODE_FIELDS);
	},
};
