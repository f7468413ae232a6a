import type { Adapter } from '../adapter.mts';
import { eachInARun, type Node } from '../nodes.mts';
import { googleEvent } from '../samples/googleCalendar.mts';

const SETTINGS = "$('Settings').first().json";
/** The description’s lines; Google may give them as HTML. */
const LINES =
	"($json.description ?? '').replace(/<(br|\\/p|\\/div|\\/li)[^>]*>/gi, '\\n').replace(/<[^>]*>|&nbsp;/g, ' ')";
/** What stands on a line of its own behind a word: `phone: +15550100`. */
const line = (word: string) =>
	`((${LINES}.match(/^[ \\t]*${word}:[ \\t]*(\\S.*?)[ \\t]*$/im) ?? [])[1] ?? '')`;
const LISTING = `(${line('listing')} || ${SETTINGS}.listing_id.trim())`;
const GUEST =
	"($json.attendees ?? []).find((one) => !one.organizer && !one.self && !one.resource && one.responseStatus !== 'declined')";

/** Google’s own word for the calendar of whoever gave the credential. */
const CALENDAR = { __rl: true, mode: 'list', value: 'primary', cachedResultName: 'primary' };
const trigger = (name: string, triggerOn: string, at: Node['at']): Node => ({
	...{ name, type: 'n8n-nodes-base.googleCalendarTrigger', typeVersion: 1, at },
	parameters: {
		pollTimes: { item: [{ mode: 'everyMinute' }] },
		...{ calendarId: CALENDAR, triggerOn, options: {} },
	},
});

const run = eachInARun('Event Created', [0, -1]);

export const googleCalendar: Adapter = {
	slug: 'google-calendar',
	name: 'Google Calendar: event to PIN',
	readMe:
		'## Google Calendar: a stay as an event, with a PIN\n\n1. Give the Seam nodes your **Seam API** credential, **Event Created**, **Event Updated** and **Changed Lately** one of Google Calendar, and the two message nodes your mail account. Choose the calendar in all three.\n2. In an event’s description, write `listing: studio`, where `studio` is the `listing_id` that the lock carries in Seam as custom metadata. Only such events open a door. If all events of the calendar are stays at one listing, write it into **Settings** instead.\n3. The guest is the first one invited. Lines such as `guest: Ada Lovelace`, `email: ada@example.com` and `phone: +15550100` come first.\n4. In **Settings**, write who sends the messages and who hears of problems. Publish the workflow. To try it first, execute it from **One Booking**.\n\nAn event of whole days has no times, so the check-in and check-out times apply; it ends on the day after its last one. An event with times opens the door at these times. To cancel, delete the event. Events that are only tentative have no PIN. n8n’s trigger can miss a change, so every hour, all that changed lately is looked at again. If anything goes wrong, the host is told why.',
	settings: { listing_id: '' },
	entry: {
		nodes: [
			trigger('Event Created', 'eventCreated', [-1, -1]),
			// Google lists what was deleted among what changed, so this tells of cancellations too.
			trigger('Event Updated', 'eventUpdated', [-1, 0]),
			{
				...{ name: 'Every Hour', type: 'n8n-nodes-base.scheduleTrigger', typeVersion: 1.4 },
				at: [-2, 1],
				parameters: { rule: { interval: [{ field: 'hours' }] } },
			},
			{
				...{ name: 'Changed Lately', type: 'n8n-nodes-base.googleCalendar', typeVersion: 1.3 },
				at: [-1, 1],
				parameters: {
					...{ resource: 'event', operation: 'getAll', calendar: CALENDAR, returnAll: true },
					...{ timeMin: '', timeMax: '' },
					options: {
						recurringEventHandling: 'first',
						showDeleted: true,
						updatedMin: '={{ $now.toUTC().minus({ hours: 3 }).toISO() }}',
					},
				},
				...{ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
			},
			...run.nodes,
		],
		wires: [
			...run.wires,
			['Event Updated', 'Each Booking'],
			['Every Hour', 'Changed Lately'],
			['Changed Lately', 'Each Booking'],
		],
	},
	reading: { nodes: [], until: 2, wires: [['Settings', 'Booking']] },
	sample: { 'Event Created': [googleEvent], 'One Booking': [googleEvent] },
	again: 'Put this right, then change the event.',
	booking: {
		booking_key: '=google-calendar-{{ $json.id }}',
		// Of a deleted event, the listing may be gone: as no stay, it ends only what is known.
		state: `={{ !${LISTING} ? 'none' : $json.status === 'cancelled' ? 'cancelled' : $json.status === 'confirmed' && ($json.eventType ?? 'default') === 'default' ? 'stay' : 'none' }}`,
		listing_id: `={{ ${LISTING} }}`,
		guest_name: `={{ (${line('guest')} || (${GUEST}?.displayName ?? '')).trim() }}`,
		guest_phone: `={{ ${line('phone')} }}`,
		guest_email: `={{ (${line('email')} || (${GUEST}?.email ?? '')).trim() }}`,
		arrives: "={{ $json.start?.dateTime ?? $json.start?.date ?? '' }}",
		leaves: "={{ $json.end?.dateTime ?? $json.end?.date ?? '' }}",
		changed_at: "={{ $json.updated ?? '' }}",
		wrong: `={{ $json.recurrence && $json.status === 'confirmed' && ${LISTING} ? 'the event repeats. Make one event for each stay.' : '' }}`,
	},
};
