import { pushReservations, type GuestData } from '../../shared/api/customers';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { Refusal } from '../../shared/refusal';
import {
	collectionField,
	requiredTextField,
	textField,
	timeField,
} from '../../shared/ui/fieldKinds';
import { metadataFields, STORED_METADATA } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalMetadata } from '../parameters';
import { optionalWindow } from '../times';
import { reservationKeyField } from './fields';
import { readReservedSpaces, withoutDoors, zoneOfSpaces } from './spaces';

const NO_PROOF =
	'Seam has taken the reservation but does not say what came of it, so this alone is no proof that a code exists.';
const WHERE_TO_LOOK =
	"Read the grants with this key (Access Grant → Get Many, filter 'Reservation Key'), then their codes (Access Method → Get Many). If there are none, Seam Console says why under Automation Runs.";

const LOCAL_TIME = "Without a time zone, the local time of the reservation's spaces is used";

export const push: Operation = {
	name: 'Create or Update',
	description: "Hand a booking to Seam's Reservation Automations (Seam: push_data)",
	action: 'Create or update reservation',
	effect: 'change',
	fields: [
		requiredTextField(
			'Customer Key',
			'customerKey',
			'Your own key of the customer to whom the spaces belong',
		),
		reservationKeyField,
		requiredTextField(
			'Space Keys',
			'spaceKeys',
			'Your own keys of the spaces that are booked, with commas between them, or a list',
			'e.g. 4711',
		),
		textField('Guest Name', 'guestName', 'The person who comes', 'e.g. Ada Lovelace'),
		timeField('Starts At', 'startsAt', `When the stay begins. ${LOCAL_TIME}.`),
		timeField('Ends At', 'endsAt', `When the stay ends. ${LOCAL_TIME}.`),
		collectionField('Additional Fields', 'additionalFields', [
			...metadataFields(STORED_METADATA, { key: 'channel', value: 'airbnb' }),
			textField('Email', 'email', "The guest's email address", 'name@email.com'),
			textField(
				'Guest Key',
				'guestKey',
				"Your own key of the guest. If empty, the email address, else the reservation's key.",
			),
			textField(
				'Name',
				'name',
				'What the reservation is called in Seam',
				'e.g. Stay of Ada Lovelace',
			),
			textField('Phone Number', 'phone', "The guest's phone number", 'e.g. +15125550142'),
			{
				...textField(
					'Preferred PIN',
					'preferredCode',
					'4 to 9 digits; where a lock does not take it, Seam makes another one',
				),
				typeOptions: { password: true },
			},
		]),
	],
	execute: async (run, item) => {
		const more = item.collection('additionalFields');
		const customer_key = item.text('customerKey');
		const reservation_key = item.text('reservationKey');
		const space_keys = readSpaceKeys(item);
		const guest = readGuest(item.optionalText('guestName'), more, reservation_key);
		const name = more.textIfAny('name');
		const preferred_code = readPreferredPin(more);
		const custom_metadata = optionalMetadata(more);
		// Bad times are refused before the spaces are read, whose zone they may need.
		for (const end of ['startsAt', 'endsAt']) item.time(end);

		const spaces = await readReservedSpaces(run, space_keys);
		const reservation = given({
			reservation_key,
			name,
			user_identity_key: guest?.user_identity_key,
			...(await optionalWindow(item, () => zoneOfSpaces(spaces))),
			space_keys,
			preferred_code,
			custom_metadata,
		});
		const guests = guest === undefined ? {} : { user_identities: [guest] };
		await pushReservations(run, { customer_key, reservations: [reservation], ...guests });

		const empty = withoutDoors(spaces);
		const warnings = empty.map(
			(key) => `Space '${key}' holds no lock or entrance to make a code for.`,
		);
		return outcomes({
			is_code_confirmed: false,
			why: NO_PROOF,
			how_to_check: WHERE_TO_LOOK,
			warnings,
			success: true,
			reservation_key,
			customer_key,
		});
	},
};

function readSpaceKeys(item: ItemParameters): string[] {
	const keys = item.optionalTexts('spaceKeys');
	if (keys !== undefined) return keys;
	throw new Refusal("'Space Keys' is empty", {
		parameter: 'spaceKeys',
		fix: 'Give the keys of the spaces that are booked.',
	});
}

/** A guest with the email address of another one would make Seam skip the reservation: so the address is the key. */
function readGuest(
	name: string | undefined,
	more: ItemParameters<undefined>,
	reservationKey: string,
): GuestData | undefined {
	const email_address = more.optionalText('email');
	const phone_number = more.optionalText('phone');
	const key = more.textIfAny('guestKey');
	if (name === undefined) {
		if ((email_address ?? phone_number ?? key) === undefined) return undefined;
		throw new Refusal("'Guest Name' is empty, but other details of the guest are given", {
			parameter: 'guestName',
			fix: 'Give the name: Seam takes no guest without one.',
		});
	}
	const user_identity_key = key ?? email_address?.toLowerCase() ?? reservationKey;
	return given({ user_identity_key, name, email_address, phone_number });
}

function readPreferredPin(more: ItemParameters<undefined>): string | undefined {
	const pin = more.textIfAny('preferredCode');
	if (pin === undefined || /^\d{4,9}$/.test(pin)) return pin;
	throw new Refusal("'Preferred PIN' is not made of 4 to 9 digits", {
		parameter: 'additionalFields.preferredCode',
		fix: 'Give digits only, or leave it empty.',
	});
}
