import type { Adapter } from '../adapter.mts';
import { either, only } from '../nodes.mts';
import { readByCredential } from '../readByCredential.mts';
import { calComBooking, calComMessage } from '../samples/calCom.mts';

const TRIGGER = 'Cal.com Trigger';
const SETTINGS = "$('Settings').first().json";
const NOW = "$('Read Booking').first().json.data";
const GUEST = `(${NOW}.attendees?.[0] ?? {})`;
const ANSWERS = `(${NOW}.bookingFieldsResponses ?? {})`;

/** This version of the API says what moved to where. */
const read = readByCredential('calApi', { 'cal-api-version': '2024-08-13' });
/** Only an ID is taken from elsewhere, never an address. */
const at = (uid: string) =>
	`=https://api.cal.com/v2/bookings/{{ String(${uid}).match(/^[\\w-]+$/)?.[0] ?? 'unreadable' }}`;

const opensTheDoor = `${SETTINGS}.event_types.split(',').map((one) => one.trim()).some((one) => one && [${NOW}.eventType?.slug, String(${NOW}.eventType?.id), ${SETTINGS}.eventTitle].includes(one))`;
/** Who gave only a phone number gets an address at this domain, which nobody reads. */
const email = `((address) => address.endsWith('@sms.cal.com') ? '' : address)((${GUEST}.displayEmail ?? ${GUEST}.email ?? '').trim())`;
/** The editor offers only three of these; Cal.com has them all. Without the last two, a booking that moves and is then turned down would keep its old time. */
const EVENTS = [
	...['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED'],
	...['BOOKING_REQUESTED', 'BOOKING_REJECTED'],
];

export const calCom: Adapter = {
	slug: 'cal-com',
	name: 'Cal.com: booking to PIN',
	readMe:
		'## Cal.com: a booking, moved, keeps its PIN\n\n1. Give the Seam nodes your **Seam API** credential, **Cal.com Trigger** and the two reading nodes one of Cal.com, and the two message nodes your mail account. If you host Cal.com yourself, write its API’s address into the two reading nodes as well.\n2. In **Settings**, write the event types that open the door (their slugs, IDs or titles, with commas between them), the `listing_id` that the door’s lock carries in Seam as custom metadata, who sends the messages and who hears of problems.\n3. Publish the workflow. n8n tells Cal.com by itself where to send its messages.\n\nIn Cal.com, a booking that moves becomes a new one that names the former. The first of that chain is the booking here, so it is one booking with one PIN, however often it moves. What happens depends on the booking as it is now, so messages may come twice, late and in any order. A booking that waits to be confirmed has no PIN. An event type with seats has one PIN for each time slot, and the first guest hears it. If anything goes wrong, the host is told why.',
	settings: { listing_id: 'studio', event_types: '' },
	entry: {
		nodes: [
			{
				...{ name: TRIGGER, type: 'n8n-nodes-base.calTrigger', typeVersion: 3, at: [0, 0] },
				parameters: {
					events: `={{ [${EVENTS.map((one) => `'${one}'`).join(', ')}] }}`,
					options: {},
				},
			},
		],
		wires: [[TRIGGER, 'Settings']],
	},
	reading: {
		nodes: [
			read('Read Booking', [2, 0], at('$json.uid')),
			only('Not Moved On', [3, 0], '!$json.data.rescheduledToUid', {
				notes: 'What holds is told by the booking that took its place.',
				notesInFlow: true,
			}),
			either('Moved From Another?', [4, 0], '!!$json.data.rescheduledFromUid'),
			read('Read Booking Before', [3, -1], at('$json.data.rescheduledFromUid')),
		],
		until: 6,
		wires: [
			['Settings', 'Read Booking'],
			['Read Booking', 'Not Moved On'],
			['Not Moved On', 'Moved From Another?'],
			['Moved From Another?', 'Read Booking Before'],
			['Read Booking Before', 'Moved From Another?'],
			['Moved From Another?', 'Booking', 1],
		],
	},
	sample: {
		[TRIGGER]: [calComMessage],
		'Read Booking': [{ status: 'success', data: calComBooking }],
	},
	/** Under the uid of the first booking. */
	again:
		'Put this right; then open this execution in n8n, choose “Debug in editor” (for self-hosted n8n after its free registration, under Settings > Usage and plan), and execute the workflow.',
	booking: {
		booking_key: '=cal-com-{{ $json.data.uid }}',
		state: `={{ ${SETTINGS}.event_types.trim() && !(${opensTheDoor}) ? 'none' : { accepted: 'stay', cancelled: 'cancelled', rejected: 'cancelled' }[${NOW}.status] ?? 'none' }}`,
		listing_id: `={{ ${SETTINGS}.listing_id }}`,
		guest_name: `={{ (${GUEST}.name ?? '').trim() }}`,
		guest_phone: `={{ String(${GUEST}.phoneNumber ?? ${ANSWERS}.attendeePhoneNumber ?? ${ANSWERS}.smsReminderNumber ?? '').trim() }}`,
		guest_email: `={{ ${email} }}`,
		arrives: `={{ ${NOW}.start }}`,
		leaves: `={{ ${NOW}.end }}`,
		changed_at: `={{ ${NOW}.updatedAt ?? '' }}`,
		wrong: `={{ ${SETTINGS}.event_types.trim() ? '' : 'no event type opens the door yet. In Settings, name those that do in event_types.' }}`,
	},
};
