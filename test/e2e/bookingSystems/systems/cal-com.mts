// Cal.com’s side. n8n’s trigger makes a webhook when the workflow is published (`webhooks` keeps where to and with which
// secret); a message is a POST there, signed (`signed`). A booking that moves is a new one: here a stay with another ID,
// and `movedFrom`.
import { createHmac } from 'node:crypto';

import { DateTime } from 'luxon';

import { calComBooking, calComPayload } from '../../../../examples/src/samples/calCom.mts';
import { waitFor, type WebRequest } from '../../harness/index.mts';
import { postTo } from '../standIn.mts';
import type { BookingSystem, Happening, Stay } from '../system.mts';

const KEY = 'cal_live_key';

/** What Settings needs: the event type of all stays; blocked ones are of another. The listing is in Settings too. */
export const EVENT_TYPE = calComBooking.eventType.slug;

interface Webhook {
	id: string;
	subscriberUrl: string;
	triggers: string[];
	active: boolean;
	secret: string;
}
export const webhooks: Webhook[] = [];

/** UIDs of bookings, each with the one whose place it took. */
export const movedFrom = new Map<string, string>();

const movedTo = (uid: string) => [...movedFrom].find(([, former]) => former === uid)?.[0];
const uidOf = (id: string) => `uid${id}`;

/** The header that a message’s text must come with. */
export const signed = (body: string, secret: string): Record<string, string> => ({
	'X-Cal-Signature-256': createHmac('sha256', secret).update(body).digest('hex'),
});

const rootOf = (id: string): string => {
	const former = movedFrom.get(id);
	return former === undefined ? id : rootOf(former);
};

export const calCom: BookingSystem = {
	slug: 'cal-com',
	keyOf: ({ id }) => `cal-com-${uidOf(rootOf(id))}`,
	credentials: { calApi: { apiKey: KEY, host: 'https://api.cal.com' } },
	hosts: ['api.cal.com'],
	message,
	answer,
	listing: 'studio-cal-com',
	settings: { listing_id: 'studio-cal-com', event_types: `Another, ${EVENT_TYPE}` },
	deliver: async (sent, n8n, path) => {
		// n8n subscribes a moment after the workflow was published.
		const isOfWorkflow = (one: { subscriberUrl: string }) => one.subscriberUrl.includes(path);
		const hook = await waitFor(() => webhooks.find(isOfWorkflow), {
			...{ limit: 30, what: 'a subscription of the workflow' },
		});
		const body = JSON.stringify(sent);
		await postTo(n8n, hook.subscriberUrl, body, {
			'content-type': 'application/json',
			...signed(body, hook.secret),
		});
	},
};

/** As Cal.com sends it; n8n’s trigger puts the payload’s fields beside the two others. */
function message(stay: Stay, happened: Happening): object {
	const former = movedFrom.get(stay.id);
	const isEnd = happened === 'cancelled' || happened === 'deleted';
	const [start, end] = timesOf(stay);
	return {
		triggerEvent: isEnd
			? 'BOOKING_CANCELLED'
			: former === undefined
				? 'BOOKING_CREATED'
				: 'BOOKING_RESCHEDULED',
		createdAt: stay.changedAt,
		payload: {
			...calComPayload,
			...(stay.state === 'blocked' ? { type: 'a-call', eventTitle: 'A call', eventTypeId: 8 } : {}),
			...{ uid: uidOf(stay.id), bookingId: Number(stay.id), startTime: start, endTime: end },
			attendees: [{ email: stay.guest.email, name: nameOf(stay), timeZone: stay.zone }],
			...(former === undefined
				? {}
				: { rescheduleId: Number(former), rescheduleUid: uidOf(former) }),
			status: isEnd ? 'CANCELLED' : 'ACCEPTED',
		},
	};
}

function answer(
	{ method, url, headers, body }: WebRequest,
	stays: ReadonlyMap<string, Stay>,
): object | number {
	if (headers.authorization !== `Bearer ${KEY}`) return 401;
	const [version, place, id, ...more] = url.pathname.slice(1).split('/');
	if (version !== 'v2' || more.length > 0) return 404;
	if (place === 'me' && method === 'GET') return { status: 'success', data: { id: 5 } };
	if (place === 'webhooks') return answerWebhook(method, id, body);
	const stay = id?.startsWith('uid') ? stays.get(id.slice(3)) : undefined;
	if (place !== 'bookings' || method !== 'GET' || !stay) return 404;
	// Without it, Cal.com answers in the shape of an older version.
	if (headers['cal-api-version'] !== '2024-08-13') return 404;
	return { status: 'success', data: bookingOf(stay) };
}

function answerWebhook(method: string, id: string | undefined, body: unknown) {
	if (method === 'GET' && id === undefined) return { status: 'success', data: webhooks };
	if (method === 'POST' && id === undefined) {
		const data = { id: `hook-${webhooks.length + 1}`, ...(body as Omit<Webhook, 'id'>) };
		webhooks.push(data);
		return { status: 'success', data };
	}
	const known = webhooks.find((one) => one.id === id);
	if (method !== 'DELETE' || !known) return 404;
	// Its place is kept, so that no two ever have the same ID.
	known.active = false;
	return { status: 'success', data: known };
}

function bookingOf(stay: Stay): object {
	const [former, next] = [movedFrom.get(stay.id), movedTo(stay.id)];
	const [start, end] = timesOf(stay);
	const name = nameOf(stay);
	const { email, phone } = stay.guest;
	return {
		...calComBooking,
		...{ id: Number(stay.id), uid: uidOf(stay.id), start, end },
		...(stay.state === 'blocked' ? { eventTypeId: 8, eventType: { id: 8, slug: 'a-call' } } : {}),
		status: stay.state === 'cancelled' || next !== undefined ? 'cancelled' : 'accepted',
		...(former === undefined ? {} : { rescheduledFromUid: uidOf(former) }),
		...(next === undefined ? {} : { rescheduledToUid: uidOf(next) }),
		updatedAt: stay.changedAt,
		attendees: [
			{
				...calComBooking.attendees[0],
				...{ name, email, displayEmail: email, phoneNumber: phone || undefined },
			},
		],
		bookingFieldsResponses: { name, email },
	};
}

const nameOf = ({ guest }: Stay) => `${guest.first} ${guest.last}`;

const timesOf = (stay: Stay) => [
	utc(stay, stay.arrival, stay.arrivalTime ?? '15:00'),
	utc(stay, stay.departure, stay.departureTime ?? '11:00'),
];

const utc = ({ zone }: Stay, date: string, time: string) =>
	DateTime.fromISO(`${date}T${time}`, { zone }).toUTC().toISO() ?? '';
