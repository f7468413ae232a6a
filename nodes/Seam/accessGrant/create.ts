import { createAccessGrant, type AccessGrantRequest } from '../../shared/api/accessGrants';
import { Refusal } from '../../shared/refusal';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { collectionField, textField, timeField } from '../../shared/ui/fieldKinds';
import { pinField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given } from '../parameters';
import { optionalWindow, zoneOfDevices } from '../times';
import { grantNameField } from './fields';

type Mode = AccessGrantRequest['requested_access_methods'][number]['mode'];

export const create: Operation = {
	name: 'Create',
	description: 'Let a person through a set of doors for a time',
	action: 'Create access grant',
	effect: 'change',
	fields: [
		textField(
			'Devices',
			'devices',
			'The locks that the grant opens: device IDs with commas between them, or an expression that gives a list. Leave empty if spaces or entrances are given below.',
			'e.g. {{ $json.lock_ids }}',
		),
		{
			displayName: 'Access Methods',
			name: 'accessMethods',
			type: 'multiOptions',
			options: [
				{ name: 'Card', value: 'card' },
				{ name: 'Cloud Key', value: 'cloud_key' },
				{ name: 'Mobile Key', value: 'mobile_key' },
				{ name: 'PIN', value: 'code' },
			],
			required: true,
			default: ['code'],
			description: 'What the guest opens the doors with',
		},
		textField(
			'Guest Name',
			'guestName',
			'The person who gets access. Leave empty if a user identity is given below.',
			'e.g. Ada Lovelace',
		),
		timeField(
			'Starts At',
			'startsAt',
			"When access begins. Without a time zone, the locks' local time is used. If empty, at once.",
		),
		timeField(
			'Ends At',
			'endsAt',
			"When access ends. Without a time zone, the locks' local time is used. If empty, never.",
		),
		collectionField('Additional Fields', 'additionalFields', [
			textField(
				'Access Grant Key',
				'accessGrantKey',
				'A key of yours; a second grant with the same key is refused',
			),
			textField('Email', 'email', "The guest's email address", 'name@email.com'),
			textField(
				'Entrance IDs',
				'entranceIds',
				'Entrances of an access system, with commas between them',
			),
			grantNameField,
			textField('Phone Number', 'phone', "The guest's phone number", 'e.g. +15551234567'),
			pinField('4 to 9 digits; empty lets Seam choose'),
			textField(
				'Reservation Key',
				'reservationKey',
				'The booking that the grant belongs to; some hotel systems require it',
			),
			textField(
				'Space IDs',
				'spaceIds',
				'Spaces whose doors the grant opens, with commas between them',
			),
			textField('User Identity ID', 'userIdentityId', 'A person that Seam already knows'),
		]),
	],
	execute: async (run, item) => {
		const more = item.collection('additionalFields');
		const deviceIds = item.deviceIds('devices');

		const request: AccessGrantRequest = given({
			...readGuest(item.optionalText('guestName'), more),
			requested_access_methods: readMethods(item.choices('accessMethods'), more.textIfAny('code')),
			device_ids: deviceIds.length > 0 ? deviceIds : undefined,
			acs_entrance_ids: more.optionalTexts('entranceIds'),
			space_ids: more.optionalTexts('spaceIds'),
			...(await optionalWindow(item, async () => await zoneOfDevices(run, deviceIds))),
			name: more.optionalText('name'),
			access_grant_key: more.optionalText('accessGrantKey'),
			reservation_key: more.optionalText('reservationKey'),
		});
		if (!request.device_ids && !request.acs_entrance_ids && !request.space_ids) {
			throw new Refusal("'Devices' is empty, and neither spaces nor entrances are given", {
				parameter: 'devices',
				fix: 'Give at least one lock, space or entrance that the grant opens.',
			});
		}
		return outcomes(await createAccessGrant(run, request));
	},
};

function readGuest(
	full_name: string | undefined,
	more: ItemParameters<undefined>,
): Pick<AccessGrantRequest, 'user_identity_id' | 'user_identity'> {
	const userIdentityId = more.textIfAny('userIdentityId');
	if (userIdentityId !== undefined) return { user_identity_id: userIdentityId };
	const guest = given({
		full_name,
		email_address: more.optionalText('email'),
		phone_number: more.optionalText('phone'),
	});
	if (Object.keys(guest).length > 0) return { user_identity: guest };
	throw new Refusal("'Guest Name' is empty, and no email, phone number or user identity is given", {
		parameter: 'guestName',
		fix: 'Say who gets access.',
	});
}

function readMethods(
	chosen: Mode[],
	pin: string | undefined,
): AccessGrantRequest['requested_access_methods'] {
	if (chosen.length === 0) {
		throw new Refusal("'Access Methods' is empty", {
			parameter: 'accessMethods',
			fix: 'Choose what the guest opens the doors with.',
		});
	}
	if (pin !== undefined && !/^\d{4,9}$/.test(pin)) {
		throw new Refusal("'PIN' is not made of 4 to 9 digits", {
			parameter: 'additionalFields.code',
			fix: 'Give digits only, or leave it empty to let Seam choose.',
		});
	}
	return chosen.map((mode) =>
		mode === 'code' && pin !== undefined ? { mode, code: pin } : { mode },
	);
}
