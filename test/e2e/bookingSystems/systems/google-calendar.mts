// Google Calendar’s side. Nothing is sent to n8n: its trigger asks for the events that changed since it last asked, and puts
// out those whose times are between then and now, so a stay’s `changedAt` must be the real time. n8n takes no poll time more
// often than once a minute, but it takes several: `0 * * * * *`, `5 * * * * *` and so on. Each event is then served by an
// execution of the mode `integrated`.
import { DateTime } from 'luxon';

import {
	googleDeletedEvent,
	googleEvent,
	googleEvents,
} from '../../../../examples/src/samples/googleCalendar.mts';
import type { WebRequest } from '../../harness/index.mts';
import type { BookingSystem, Stay } from '../system.mts';

const TOKEN = 'google-token';
const EVENTS = /^\/calendar\/v3\/calendars\/[^/]+\/events$/;

/** When a stay was first seen, in whole seconds as Google gives it. */
const createdAt = new Map<string, string>();

/** IDs of stays that Google tells only the ID of, once they are deleted. */
export const forgotten = new Set<string>();

/** Every five seconds. */
const OFTEN = {
	pollTimes: {
		item: Array.from({ length: 12 }, (_, index) => ({
			mode: 'custom',
			cronExpression: `${5 * index} * * * * *`,
		})),
	},
};

const idOf = (id: string) => `event${id}`;

export const googleCalendar: BookingSystem = {
	slug: 'google-calendar',
	keyOf: ({ id }) => `google-calendar-${idOf(id)}`,
	credentials: {
		googleCalendarOAuth2Api: {
			clientId: 'client',
			clientSecret: 'secret',
			oauthTokenData: { access_token: TOKEN, refresh_token: 'refresh', token_type: 'Bearer' },
		},
	},
	hosts: ['www.googleapis.com', 'oauth2.googleapis.com'],
	/** What the trigger puts out. */
	message: eventOf,
	answer,
	isPolled: true,
	parameters: { 'Event Created': OFTEN, 'Event Updated': OFTEN },
	// The next poll finds it.
	deliver: async () => {},
};

function answer(
	{ method, url, headers }: WebRequest,
	stays: ReadonlyMap<string, Stay>,
): object | number {
	if (url.host === 'oauth2.googleapis.com') {
		if (method !== 'POST' || url.pathname !== '/token') return 404;
		return { access_token: TOKEN, token_type: 'Bearer', expires_in: 3599 };
	}
	if (headers.authorization !== `Bearer ${TOKEN}`) return 401;
	if (method !== 'GET') return 404;
	if (url.pathname === '/calendar/v3/users/me/calendarList') {
		return { kind: 'calendar#calendarList', items: [{ id: 'primary', summary: 'Harbour loft' }] };
	}
	if (!EVENTS.test(url.pathname)) return 404;
	return { ...googleEvents, items: listed(url.searchParams, stays) };
}

function listed(query: URLSearchParams, stays: ReadonlyMap<string, Stay>): object[] {
	const since = Date.parse(query.get('updatedMin') ?? '');
	// What was deleted is always among what changed.
	const withDeleted = query.get('showDeleted') === 'true' || !Number.isNaN(since);
	return [...stays.values()]
		.filter(({ changedAt }) => Number.isNaN(since) || Date.parse(changedAt) >= since)
		.filter(({ state }) => withDeleted || state !== 'cancelled')
		.sort((one, other) => Date.parse(one.changedAt) - Date.parse(other.changedAt))
		.slice(0, Number(query.get('maxResults') ?? 250))
		.map(eventOf);
}

function eventOf(stay: Stay): object {
	const created = createdAt.get(stay.id) ?? stay.changedAt.replace(/\.\d+Z/, '.000Z');
	createdAt.set(stay.id, created);
	const id = idOf(stay.id);
	if (stay.state === 'cancelled' && forgotten.has(stay.id)) return { ...googleDeletedEvent, id };
	const name = `${stay.guest.first} ${stay.guest.last}`;
	return {
		...googleEvent,
		...{ id, iCalUID: `${id}@google.com`, created, updated: stay.changedAt, summary: name },
		status: { confirmed: 'confirmed', cancelled: 'cancelled', blocked: 'tentative' }[stay.state],
		// As HTML, which the calendar’s own editor makes of it.
		description: [`listing: ${stay.listing}`, `phone: ${stay.guest.phone}`].join('<br>'),
		start: at(stay, stay.arrival, stay.arrivalTime),
		end: at(stay, stay.departure, stay.departureTime),
		attendees: [
			googleEvent.attendees[0],
			...(stay.guest.email
				? [{ email: stay.guest.email, displayName: name, responseStatus: 'needsAction' }]
				: []),
		],
	};
}

/** Whole days unless a time was agreed; Google wants both ends alike. */
function at(stay: Stay, date: string, time: string | null): object {
	if (stay.arrivalTime === null && stay.departureTime === null) return { date };
	const isStart = date === stay.arrival;
	const local = `${date}T${time ?? (isStart ? '15:00' : '11:00')}`;
	const dateTime = DateTime.fromISO(local, { zone: stay.zone }).toISO({
		suppressMilliseconds: true,
	});
	return { dateTime, timeZone: stay.zone };
}
