// The shortest way from a booking to a PIN, for two booking systems at once: it believes the message, and has no host.
import { table } from './dataTables.mts';
import {
	aMoment,
	changedAt,
	devices,
	either,
	fields,
	greeting,
	note,
	notOlder,
	only,
	seam,
	send,
	stopping,
	toldHash,
	webhook,
	workflow,
	type Node,
} from './nodes.mts';

const BOOKING = "$('Settings').first().json";
const DATA = '$json.body.data';

const README =
	'## One booking, one working PIN\n\n1. Give the four Seam nodes your **Seam API** credential.\n2. In **Settings**, write the address that sends a message to a guest.\n3. In Seam, store each listing’s ID on its lock, or on all of its locks, as custom metadata `listing_id`.\n4. Whoever can call the webhook gets a PIN. Its address is random; if your system can send a secret, also set *Authentication* in **Booking Webhook**.\n5. Publish the workflow and give its webhook address to your booking system.\n\nThe guest gets the message only after **Seam Wait for Code Set** has seen that the lock has the code, and once for each PIN and window. If the booking moves to another listing, its code on the former lock ends. A cancellation deletes the code.';

const isOf = (system: string, condition: string) => ({
	...either(system, [0, 0], condition).parameters,
	...{ renameOutput: true, outputKey: system },
});

const systems: Node = {
	...{ name: 'Which Booking System', type: 'n8n-nodes-base.switch', typeVersion: 3.4, at: [1, 0] },
	parameters: {
		rules: {
			values: [
				isOf(
					'Smoobu',
					`['newReservation', 'updateReservation', 'cancelReservation', 'deleteReservation'].includes($json.body.action) && !${DATA}['is-blocked-booking']`,
				),
				isOf(
					'Hospitable',
					`['accepted', 'cancelled'].includes(${DATA}.reservation_status?.current?.category) && ${DATA}.stay_type !== 'owner_stay'`,
				),
			],
		},
		options: {},
	},
	...{ notes: 'Only stays, and their cancellations, go on.', notesInFlow: true },
};

const guests = table(
	'Told Guests',
	['booking_key', 'told', 'turn', 'locks', 'changed_at'],
	`={{ ${BOOKING}.booking_key }}`,
);

/** The IDs of the listing’s locks: often one, sometimes a street door and a flat. */
const LOCKS = "$('Seam Get Device').all().map(({ json }) => json.device_id)";

export const bookingToPin = workflow(
	'booking-to-pin',
	'Booking to PIN',
	[
		note(README, [-0.3, -2.6]),
		webhook,
		systems,
		fields(
			'Smoobu Booking',
			[2, -0.6],
			{
				booking_key: `=smoobu-{{ ${DATA}.id }}`,
				state: `={{ ['cancelReservation', 'deleteReservation'].includes($json.body.action) || ${DATA}.type === 'cancellation' ? 'cancelled' : 'stay' }}`,
				guest_name: `={{ (${DATA}['guest-name'] ?? '').trim() }}`,
				guest_phone: `={{ (${DATA}.phone ?? '').trim() }}`,
				listing_id: `={{ ${DATA}.apartment.id }}`,
				arrives: `={{ [${DATA}.arrival, ${DATA}['check-in']].filter(Boolean).join('T') }}`,
				leaves: `={{ [${DATA}.departure, ${DATA}['check-out']].filter(Boolean).join('T') }}`,
				changed_at: `={{ ${DATA}.modifiedAt ?? '' }}`,
			},
			{},
			{ notes: 'Dates, perhaps with a clock.', notesInFlow: true },
		),
		fields(
			'Hospitable Booking',
			[2, 0.6],
			{
				booking_key: `=hospitable-{{ ${DATA}.id }}`,
				state: `={{ ${DATA}.reservation_status.current.category === 'cancelled' ? 'cancelled' : 'stay' }}`,
				guest_name: `={{ [${DATA}.guest?.first_name, ${DATA}.guest?.last_name].filter(Boolean).join(' ').trim() }}`,
				guest_phone: `={{ (${DATA}.guest?.phone_numbers?.[0] ?? '').trim() }}`,
				listing_id: `={{ ${DATA}.properties[0].id }}`,
				arrives: `={{ ${DATA}.check_in }}`,
				leaves: `={{ ${DATA}.check_out }}`,
				changed_at: "={{ $json.body.created ?? '' }}",
			},
			{},
			{ notes: 'Local times with their offset.', notesInFlow: true },
		),
		fields(
			'Settings',
			[3, 0],
			{ message_address: 'https://messages.example.com/send' },
			{ keepsOthers: true },
		),
		guests.make('Table of Guests', [4, 0]),
		guests.get('What Is Known', [5, 0]),
		notOlder([6, 0], BOOKING),
		guests.write('Newest Delivery', [7, 0], {
			turn: '={{ $execution.id }}',
			changed_at: changedAt(BOOKING),
		}),
		stopping({
			...seam('Seam Get Device', 'seamGetDevice', [8, 0], {
				...{ findBy: 'customMetadata', metadataKey: 'listing_id' },
				...{ metadataValue: `={{ ${BOOKING}.listing_id }}`, severalMatches: 'all' },
			}),
			executeOnce: true,
		}),
		guests.write('Its Locks', [9, 0], {
			locks: `={{ [...new Set([...($('Newest Delivery').first().json.locks ?? '').split(','), ...${LOCKS}])].filter(Boolean).join(',') }}`,
		}),
		either('Cancelled?', [10, 0], `${BOOKING}.state === 'cancelled'`),
		stopping(
			seam('Delete Access Code', 'seam', [11, -0.6], {
				...{ resource: 'accessCode', operation: 'delete', deleteBy: 'bookingKey' },
				bookingKey: `={{ ${BOOKING}.booking_key }}`,
				// Those of former listings too: a code may have been left there.
				...devices("$json.locks.split(',')"),
			}),
		),
		guests.write('Told No More', [12, -0.6], { told: '' }),
		stopping(
			seam('Seam Create Access Code', 'seamCreateAccessCode', [11, 0.6], {
				...devices(LOCKS),
				access: 'time_bound',
				startsAt: `={{ ${BOOKING}.arrives }}`,
				endsAt: `={{ ${BOOKING}.leaves }}`,
				name: `={{ ${BOOKING}.guest_name }}`,
				bookingKey: `={{ ${BOOKING}.booking_key }}`,
				...{ checkInTime: '15:00', checkOutTime: '11:00' },
				options: {
					previousLocks: `={{ $json.locks.split(',').filter((id) => !${LOCKS}.includes(id)).join(',') }}`,
				},
			}),
		),
		only('Stay Is Not Over', [12, 0.6], '!$json.stay_is_over'),
		stopping(seam('Seam Wait for Code Set', 'seamWaitForCodeSet', [13, 0.6], {})),
		aMoment('Let Others Come First', [14, 0.6], 5),
		guests.get('What the Guest Heard', [15, 0.6]),
		only(
			'Not Told Yet',
			[16, 0.6],
			`!!${BOOKING}.guest_phone && $json.turn === $execution.id && $json.told !== ${toldHash}`,
			{
				notes: 'Once for each PIN and window, by the newest delivery, never to an empty address.',
				notesInFlow: true,
			},
		),
		stopping(
			send('Message to Guest', [17, 0.6], `={{ ${BOOKING}.message_address }}`, {
				to: `={{ ${BOOKING}.guest_phone }}`,
				booking: `={{ ${BOOKING}.booking_key }}`,
				text: greeting(BOOKING),
			}),
		),
		guests.write('Guest Was Told', [18, 0.6], { told: `={{ ${toldHash} }}` }),
	],
	[
		['Booking Webhook', 'Which Booking System'],
		['Which Booking System', 'Smoobu Booking', 0],
		['Which Booking System', 'Hospitable Booking', 1],
		['Smoobu Booking', 'Settings'],
		['Hospitable Booking', 'Settings'],
		['Settings', 'Table of Guests'],
		['Table of Guests', 'What Is Known'],
		['What Is Known', 'Not Older'],
		['Not Older', 'Newest Delivery'],
		['Newest Delivery', 'Seam Get Device'],
		['Seam Get Device', 'Its Locks'],
		['Its Locks', 'Cancelled?'],
		['Cancelled?', 'Delete Access Code', 0],
		['Cancelled?', 'Seam Create Access Code', 1],
		['Delete Access Code', 'Told No More'],
		['Seam Create Access Code', 'Stay Is Not Over'],
		['Stay Is Not Over', 'Seam Wait for Code Set'],
		['Seam Wait for Code Set', 'Let Others Come First'],
		['Let Others Come First', 'What the Guest Heard'],
		['What the Guest Heard', 'Not Told Yet'],
		['Not Told Yet', 'Message to Guest'],
		['Message to Guest', 'Guest Was Told'],
	],
);
