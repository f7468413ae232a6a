import type { Adapter } from '../adapter.mts';
import { either, only } from '../nodes.mts';
import { readByCredential } from '../readByCredential.mts';
import { calendlyEvent, calendlyInvitee, calendlyMessage } from '../samples/calendly.mts';

const TRIGGER = 'Calendly Trigger';
const EVENT = "$('Read Event').first().json.resource";
const INVITEE = "$('Read Invitee').first().json.resource";
const SETTINGS = "$('Settings').first().json";

/** The trigger takes only this credential, so the reading nodes take it too: the user makes one. */
const read = readByCredential('calendlyOAuth2Api');
/** Only the path of an address is taken, and only one of this form, so that only Calendly itself is ever asked. */
const at = (address: string, path: string) =>
	`=https://api.calendly.com{{ String(${address}).match(/${path}/)?.[0] ?? '/unreadable' }}`;
const EVENT_PATH = '\\/scheduled_events\\/[\\w-]+';
const INVITEE_PATH = `${EVENT_PATH}\\/invitees\\/[\\w-]+$`;

const opensTheDoor = `${SETTINGS}.event_types.split(',').map((one) => one.trim()).some((one) => one && [${EVENT}.event_type, ${EVENT}.name].includes(one))`;
/** For a call to the guest, Calendly asks for the number as the place. */
const calledAt = `(${EVENT}.location?.type === 'outbound_call' ? ${EVENT}.location.location : '')`;

export const calendly: Adapter = {
	slug: 'calendly',
	name: 'Calendly: appointment to PIN',
	readMe:
		'## Calendly: an appointment, moved, keeps its PIN\n\n1. Give the Seam nodes your **Seam API** credential, **Calendly Trigger** and the three reading nodes one of Calendly, and the two message nodes your mail account.\n2. In **Settings**, write the event types that open the door (their names or their URIs, with commas between them), the `listing_id` that the door’s lock carries in Seam as custom metadata, who sends the messages and who hears of problems.\n3. Publish the workflow. n8n tells Calendly by itself where to send its messages; for that, Calendly wants a paid plan, and n8n a public `https` address.\n\nIn Calendly, moving an appointment is a cancellation (`rescheduled`) and a new invitee (`old_invitee`). The first invitee of that chain is the booking, so it is one booking with one PIN, however often it moves. What happens depends on the appointment as it is now, so messages may come twice, late and in any order. If anything goes wrong, the host is told why.',
	settings: { listing_id: 'studio', event_types: '' },
	entry: {
		nodes: [
			{
				...{ name: TRIGGER, type: 'n8n-nodes-base.calendlyTrigger', typeVersion: 2, at: [0, 0] },
				parameters: { scope: 'user', events: ['invitee.created', 'invitee.canceled'] },
			},
		],
		wires: [[TRIGGER, 'Settings']],
	},
	reading: {
		nodes: [
			read('Read Event', [2, 0], at('$json.payload?.uri', EVENT_PATH)),
			read('Read Invitee', [3, 0], at(`${SETTINGS}.payload?.uri`, INVITEE_PATH)),
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
			read('Read Invitee Before', [4, -1], at('$json.resource.old_invitee', INVITEE_PATH)),
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
	sample: {
		[TRIGGER]: [calendlyMessage],
		'Read Event': [{ resource: calendlyEvent }],
		'Read Invitee': [{ resource: calendlyInvitee }],
	},
	again:
		'Put this right; then open this execution in n8n, choose “Debug in editor” (for self-hosted n8n after its free registration, under Settings > Usage and plan), and execute the workflow.',
	/** Under the name of the first invitee. */
	booking: {
		booking_key: "=calendly-{{ $json.resource.uri.split('/').pop() }}",
		state: `={{ ${SETTINGS}.event_types.trim() && !(${opensTheDoor}) ? 'none' : ${INVITEE}.status === 'active' ? 'stay' : 'cancelled' }}`,
		listing_id: `={{ ${SETTINGS}.listing_id }}`,
		guest_name: `={{ (${INVITEE}.name ?? '').trim() }}`,
		guest_phone: `={{ (${INVITEE}.text_reminder_number ?? ${calledAt}).trim() }}`,
		guest_email: `={{ (${INVITEE}.email ?? '').trim() }}`,
		arrives: `={{ ${EVENT}.start_time }}`,
		leaves: `={{ ${EVENT}.end_time }}`,
		changed_at: `={{ [${EVENT}.updated_at ?? '', ${INVITEE}.updated_at ?? ''].sort().pop() }}`,
		wrong: `={{ ${SETTINGS}.event_types.trim() ? '' : 'no event type opens the door yet. In Settings, name those that do in event_types.' }}`,
	},
};
