// Calendly’s side. n8n’s trigger subscribes when the workflow is published (`subscriptions` keeps where to and with which
// key); a message is a POST there, signed (`signed`). The trigger subscribes only with an https address of n8n
// (WEBHOOK_URL). Moving an appointment is a cancellation and a new invitee: here a stay with another ID, and `movedFrom`.
import { createHmac } from 'node:crypto';

import { DateTime } from 'luxon';

import {
	calendlyEvent,
	calendlyInvitee,
	calendlyMessage,
} from '../../../../examples/src/samples/calendly.mts';
import { waitFor, type WebRequest } from '../../harness/index.mts';
import { postTo } from '../standIn.mts';
import type { BookingSystem, Happening, Stay } from '../system.mts';

const API = 'https://api.calendly.com';
const TOKEN = 'calendly-token';
const USER = { uri: `${API}/users/AAAAAAAAAAAAAAAA`, name: 'Grace Host' };
const ORGANIZATION = `${API}/organizations/AAAAAAAAAAAAAAAA`;

/** What Settings needs: the event type of all stays; blocked ones are of another. The listing is in Settings too. */
export const EVENT_TYPE = calendlyEvent.event_type;

interface Subscription {
	uri: string;
	callback_url: string;
	events: string[];
	signing_key: string;
}
export const subscriptions: Subscription[] = [];

/** IDs of invitees, each with the one whose place it took. */
export const movedFrom = new Map<string, string>();

const movedTo = (id: string) => [...movedFrom].find(([, former]) => former === id)?.[0] ?? null;
const eventOf = (id: string) => `${API}/scheduled_events/EV${id}`;
const uriOf = (id: string) => `${eventOf(id)}/invitees/${id}`;

/** The header that a message’s text must come with. */
export const signed = (body: string, key: string): Record<string, string> => {
	const now = Math.floor(Date.now() / 1000);
	const signature = createHmac('sha256', key).update(`${now}.${body}`).digest('hex');
	return { 'Calendly-Webhook-Signature': `t=${now},v1=${signature}` };
};

const rootOf = (id: string): string => {
	const former = movedFrom.get(id);
	return former === undefined ? id : rootOf(former);
};

export const calendly: BookingSystem = {
	slug: 'calendly',
	keyOf: ({ id }) => `calendly-${rootOf(id)}`,
	credentials: {
		calendlyOAuth2Api: {
			clientId: 'client',
			clientSecret: 'secret',
			oauthTokenData: { access_token: TOKEN, refresh_token: 'refresh', token_type: 'Bearer' },
		},
	},
	hosts: ['api.calendly.com', 'auth.calendly.com'],
	message,
	answer,
	listing: 'studio-calendly',
	settings: { listing_id: 'studio-calendly', event_types: `Another, ${EVENT_TYPE}` },
	deliver: async (sent, n8n, path) => {
		// n8n subscribes a moment after the workflow was published.
		const isOfWorkflow = (one: { callback_url: string }) => one.callback_url.includes(path);
		const hook = await waitFor(() => subscriptions.find(isOfWorkflow), {
			...{ limit: 30, what: 'a subscription of the workflow' },
		});
		const body = JSON.stringify(sent);
		await postTo(n8n, hook.callback_url, body, {
			'content-type': 'application/json',
			...signed(body, hook.signing_key),
		});
	},
};

function message(stay: Stay, happened: Happening): object {
	const isEnd = happened === 'cancelled' || happened === 'deleted';
	return {
		...calendlyMessage,
		event: isEnd ? 'invitee.canceled' : 'invitee.created',
		created_at: micro(stay.changedAt),
		payload: { ...inviteeOf(stay), scheduled_event: scheduledEvent(stay) },
	};
}

function answer(
	{ method, url, headers, body }: WebRequest,
	stays: ReadonlyMap<string, Stay>,
): object | number {
	if (url.host === 'auth.calendly.com') {
		if (method !== 'POST' || url.pathname !== '/oauth/token') return 404;
		return {
			access_token: TOKEN,
			refresh_token: 'refresh',
			token_type: 'Bearer',
			expires_in: 7200,
		};
	}
	if (headers.authorization !== `Bearer ${TOKEN}`) return 401;
	const [place, id, part, invitee, ...more] = url.pathname.slice(1).split('/');
	if (place === 'users' && id === 'me' && part === undefined && method === 'GET') {
		return { resource: { ...USER, current_organization: ORGANIZATION } };
	}
	if (place === 'webhook_subscriptions') return answerSubscription(method, id, body);
	const stay = id?.startsWith('EV') ? stays.get(id.slice(2)) : undefined;
	if (place !== 'scheduled_events' || method !== 'GET' || !stay || more.length > 0) return 404;
	if (part === undefined) return { resource: scheduledEvent(stay) };
	if (part !== 'invitees' || invitee !== stay.id) return 404;
	return { resource: inviteeOf(stay) };
}

function answerSubscription(method: string, id: string | undefined, body: unknown) {
	if (method === 'GET' && id === undefined) {
		return { collection: subscriptions, pagination: { count: subscriptions.length } };
	}
	if (method === 'POST' && id === undefined) {
		const { url, events, signing_key } = body as Record<string, string> & { events: string[] };
		const uri = `${API}/webhook_subscriptions/HOOK${subscriptions.length + 1}`;
		subscriptions.push({ uri, callback_url: url, events, signing_key });
		return { resource: { uri, callback_url: url, events, state: 'active', scope: 'user' } };
	}
	const known = subscriptions.find(({ uri }) => uri.endsWith(`/${id}`));
	if (method !== 'DELETE' || !known) return 404;
	// Its place is kept, so that no two ever have the same URI.
	known.callback_url = '';
	return 204;
}

function inviteeOf(stay: Stay): object {
	const [former, next] = [movedFrom.get(stay.id), movedTo(stay.id)];
	return {
		...calendlyInvitee,
		uri: uriOf(stay.id),
		event: eventOf(stay.id),
		first_name: stay.guest.first,
		last_name: stay.guest.last,
		name: `${stay.guest.first} ${stay.guest.last}`,
		email: stay.guest.email,
		text_reminder_number: stay.guest.phone || null,
		status: isOn(stay) ? 'active' : 'canceled',
		rescheduled: next !== null,
		old_invitee: former === undefined ? null : uriOf(former),
		new_invitee: next === null ? null : uriOf(next),
		updated_at: micro(stay.changedAt),
		// The invitee’s own zone, which says nothing about the door’s.
		timezone: 'Asia/Tokyo',
	};
}

function scheduledEvent(stay: Stay): object {
	const isBlocked = stay.state === 'blocked';
	return {
		...calendlyEvent,
		uri: eventOf(stay.id),
		...(isBlocked ? { name: 'A call', event_type: `${API}/event_types/CALL` } : {}),
		status: isOn(stay) ? 'active' : 'canceled',
		start_time: utc(stay, stay.arrival, stay.arrivalTime ?? '15:00'),
		end_time: utc(stay, stay.departure, stay.departureTime ?? '11:00'),
		updated_at: micro(stay.changedAt),
	};
}

const isOn = (stay: Stay) => stay.state !== 'cancelled' && movedTo(stay.id) === null;
const micro = (time: string) => time.replace('Z', '000Z');
const utc = ({ zone }: Stay, date: string, time: string) =>
	micro(DateTime.fromISO(`${date}T${time}`, { zone }).toUTC().toISO() ?? '');
