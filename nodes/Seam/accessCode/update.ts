import { checkPinDigits } from '../../shared/accessCode/pin/pinDigits';
import {
	getAccessCode,
	updateAccessCode,
	type AccessCodeChanges,
} from '../../shared/api/accessCodes';
import { keepChangesField } from '../../shared/ui/codeOptions';
import {
	choice,
	choiceField,
	collectionField,
	textField,
	timeField,
} from '../../shared/ui/fieldKinds';
import { isEmpty } from '../../shared/ui/locator';
import { simplifyField } from '../../shared/ui/simplifyField';
import { accessCodeIdField, pinField } from '../fields';
import type { Operation } from '../operation';
import { given, refuseNoChange } from '../parameters';
import { changedWindow, zoneOfDevices } from '../times';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';
import { refuseOffline } from './refuseOffline';

const LOCAL_TIME = "Without a time zone, the lock's local time is used";

export const update: Operation = {
	name: 'Update',
	description: 'Change the PIN, name or window of an online code',
	action: 'Update access code',
	effect: 'change',
	fields: [
		accessCodeIdField,
		collectionField('Update Fields', 'updateFields', [
			choiceField(
				'Access',
				'type',
				'time_bound',
				[
					choice('Ongoing', 'ongoing', 'Removes the start and the end'),
					choice('Time-Bound', 'time_bound', 'Needs a start and an end'),
				],
				'How long the code opens the lock',
			),
			timeField('Ends At', 'endsAt', LOCAL_TIME),
			keepChangesField,
			{
				...textField('Name', 'name', 'Replaces the whole name', 'e.g. Ada Lovelace [HM4QX2]'),
				hint: 'Keep the mark in brackets at the end of the old name: by it the code is known as that of its booking',
			},
			pinField('4 to 12 digits that the lock takes'),
			timeField('Starts At', 'startsAt', LOCAL_TIME),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const id = item.text('accessCodeId');
		const fields = item.collection('updateFields');
		const pin = fields.textIfAny('code');
		if (pin !== undefined) checkPinDigits(pin, { parameter: 'updateFields.code', label: 'PIN' });
		const plain = given({
			name: fields.optionalText('name'),
			code: pin,
			type: fields.choice<'ongoing' | 'time_bound'>('type'),
			is_external_modification_allowed: fields.flag('isExternalModificationAllowed'),
		});
		const times = ['startsAt', 'endsAt'].filter((name) => !isEmpty(fields.value(name)));
		refuseNoChange([...Object.keys(plain), ...times]);
		const code = await getAccessCode(run, id);
		refuseOffline(code, 'Create a new code for the new window with Seam Create Access Code.');

		const zone = async () => await zoneOfDevices(run, [code.device_id]);
		const window = given(await changedWindow(fields, zone));
		const becomesTimeBound = times.length > 0 && code.type === 'ongoing';
		const changes: AccessCodeChanges = {
			...(becomesTimeBound ? { type: 'time_bound' } : {}),
			...plain,
			...window,
		};
		await updateAccessCode(run, code, changes);
		const updated = await getAccessCode(run, id);
		return simplified(item, updated, ACCESS_CODE_FIELDS);
	},
};
