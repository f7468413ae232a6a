import { createAccessGrant, type AccessGrantRequest } from '../../shared/api/accessGrants';
import { Refusal } from '../../shared/refusal';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { collectionField, textField, timeField } from '../../shared/ui/fieldKinds';
import {
	severalDevicesField,
	severalEntrancesField,
	severalSpacesField,
} from '../../shared/ui/severalField';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { given } from '../parameters';
import { optionalWindow, zoneOfDevices } from '../times';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';
import { grantNameField } from './fields';
import { refuseHotelWithoutReservation } from './hotelSystems';
import { accessMethodsField, methodPinField, mobileKeyUsesField, readMethods } from './methods';

export const create: Operation = {
	name: 'Create',
	description: 'Let a person through a set of doors for a time',
	action: 'Create access grant',
	effect: 'change',
	fields: [
		{
			...severalDevicesField('Device Names or IDs', 'devices', 'The locks that the grant opens'),
			hint: 'At least one lock, or spaces or entrances among the Additional Fields',
		},
		accessMethodsField,
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
			textField(
				'Customization Profile ID',
				'customizationProfileId',
				'The look of the mobile key that you set up in Seam Console',
			),
			textField('Email', 'email', "The guest's email address", 'name@email.com'),
			severalEntrancesField(
				'Entrance Names or IDs',
				'entranceIds',
				'Entrances of an access system that the grant opens',
			),
			textField(
				'Guest Key',
				'guestKey',
				'Your own key of the guest, each of which can be given once (Seam: user_identity_key)',
			),
			mobileKeyUsesField,
			grantNameField,
			textField('Phone Number', 'phone', "The guest's phone number", 'e.g. +15125550142'),
			methodPinField,
			textField(
				'Reservation Key',
				'reservationKey',
				'The booking that the grant belongs to; Ambiance, Community, Salto Space, Visionline and Vostio require it',
			),
			textField(
				'Space Keys',
				'spaceKeys',
				'Your own keys of spaces whose doors the grant opens, with commas between them',
			),
			severalSpacesField('Space Names or IDs', 'spaceIds', 'Spaces whose doors the grant opens'),
			textField('User Identity ID', 'userIdentityId', 'A person that Seam already knows'),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const more = item.collection('additionalFields');
		const deviceIds = await run.devices.idsOf(run, item.devices('devices'));

		const request: AccessGrantRequest = given({
			...readGuest(item.optionalText('guestName'), more),
			requested_access_methods: readMethods(item, more),
			device_ids: deviceIds.length > 0 ? deviceIds : undefined,
			acs_entrance_ids: more.optionalTexts('entranceIds'),
			space_ids: more.optionalTexts('spaceIds'),
			space_keys: more.optionalTexts('spaceKeys'),
			customization_profile_id: more.textIfAny('customizationProfileId'),
			...(await optionalWindow(item, async () => await zoneOfDevices(run, deviceIds))),
			name: more.optionalText('name'),
			access_grant_key: more.optionalText('accessGrantKey'),
			reservation_key: more.optionalText('reservationKey'),
		});
		const { device_ids, acs_entrance_ids, space_ids, space_keys } = request;
		if (!device_ids && !acs_entrance_ids && !space_ids && !space_keys) {
			throw new Refusal(
				"'Device Names or IDs' is empty, and neither spaces nor entrances are given",
				{
					parameter: 'devices',
					fix: 'Give at least one lock, space or entrance that the grant opens.',
				},
			);
		}
		await refuseHotelWithoutReservation(run, request);
		const grant = await createAccessGrant(run, request);
		return simplified(item, grant, ACCESS_GRANT_FIELDS);
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
		user_identity_key: more.textIfAny('guestKey'),
	});
	if (Object.keys(guest).length > 0) return { user_identity: guest };
	throw new Refusal("'Guest Name' is empty, and no email, phone number or user identity is given", {
		parameter: 'guestName',
		fix: 'Say who gets access.',
	});
}
