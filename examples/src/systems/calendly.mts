import type { Adapter } from '../adapter.mts';
import { either, only, read } from '../nodes.mts';

const EVENT = "$('Read Event').first().json.resource";
const INVITEE = "$('Read Invitee').first().json.resource";
const SETTINGS = "$('Settings').first().json";
/** A path out of an address, so that only Calendly itself is ever asked. */
const pathIn = (address: string, path: string) => `${address}.match(/${path}/)[0]`;
const INVITEE_PATH = '\\/scheduled_events\\/[^/]+\\/invitees\\/[^/]+$';

const ofStudio = `${SETTINGS}.event_types.split(',').map((one) => one.trim()).some((one) => one && [${EVENT}.event_type, ${EVENT}.name].includes(one))`;

export const calendly: Adapter = {
	slug: 'calendly',
	name: 'Calendly: appointment to PIN',
	readMe:
		'## Calendly: an appointment, moved, keeps its PIN\n\n1. Give the Seam nodes your **Seam API** credential, and the three reading nodes one of Calendly.\n2. In **Settings**, write your own addresses, the event types that open the door (their names or their URIs, with commas between them), and the `listing_id` that the door’s lock carries in Seam as custom metadata.\n3. Publish the workflow and let Calendly send `invitee.created` and `invitee.canceled` to its webhook.\n\nIn Calendly, moving an appointment is a cancellation (`rescheduled`) and a new invitee (`old_invitee`). The first invitee of that chain is the booking, so it is one booking with one PIN, however often it moves. If anything goes wrong, the host is told why.',
	settings: {
		...{ calendly_address: 'https://api.calendly.com', listing_id: 'studio', event_types: '' },
	},
	reading: {
		nodes: [
			read(
				'Read Event',
				[2, 0],
				`={{ $json.calendly_address }}{{ ${pathIn('$json.body.payload.uri', '\\/scheduled_events\\/[^/]+')} }}`,
			),
			read(
				'Read Invitee',
				[3, 0],
				`={{ ${SETTINGS}.calendly_address }}{{ ${pathIn("$('Booking Webhook').first().json.body.payload.uri", INVITEE_PATH)} }}`,
			),
			only(
				'Not Moved On',
				[4, 0],
				"$json.resource.status === 'active' || !$json.resource.rescheduled",
				{
					notes: 'What holds is told by the invitee that took its place.',
					notesInFlow: true,
				},
			),
			either('Moved From Another?', [5, 0], '!!$json.resource.old_invitee'),
			read(
				'Read Invitee Before',
				[4, -1],
				`={{ ${SETTINGS}.calendly_address }}{{ ${pathIn('$json.resource.old_invitee', INVITEE_PATH)} }}`,
			),
		],
		until: 7,
		wires: [
			['Settings', 'Read Event'],
			['Read Event', 'Read Invitee'],
			['Read Invitee', 'Not Moved On'],
			['Not Moved On', 'Moved From Another?'],
			['Moved From Another?', 'Read Invitee Before'],
			['Read Invitee Before', 'Moved From Another?'],
			['Moved From Another?', 'Booking', 1],
		],
	},
	/** Under the name of the first invitee. */
	booking: {
		booking_key: "=calendly-{{ $json.resource.uri.split('/').pop() }}",
		state: `={{ ${SETTINGS}.event_types.trim() && !(${ofStudio}) ? 'none' : ${INVITEE}.status === 'active' ? 'stay' : 'cancelled' }}`,
		listing_id: `={{ ${SETTINGS}.listing_id }}`,
		guest_name: `={{ (${INVITEE}.name ?? '').trim() }}`,
		guest_phone: `={{ (${INVITEE}.text_reminder_number ?? '').trim() }}`,
		arrives: `={{ ${EVENT}.start_time }}`,
		leaves: `={{ ${EVENT}.end_time }}`,
		wrong: `={{ ${SETTINGS}.event_types.trim() ? '' : 'no event type opens the door yet. In Settings, name those that do in event_types.' }}`,
	},
};
