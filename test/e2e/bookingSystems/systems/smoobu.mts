import { createHash, createHmac } from 'node:crypto';

import { message, reservation } from '../../../../examples/src/samples/smoobu.mts';
import type { WebRequest } from '../../harness/index.mts';
import { nameOf, stayAt } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const KEY = 'made-up-key';
const SECRET = 'made-up-secret';
/** Which request had a nonce: another one may not have it. */
const seen = new Map<string, WebRequest>();

/** By its headers, as Smoobu wants it since September 2026. */
function isSigned(request: WebRequest): boolean {
	const { method, url, headers, body } = request;
	const { 'x-timestamp': timestamp = '', 'x-nonce': nonce = '' } = headers;
	const isNow = Math.abs(Date.now() - Date.parse(timestamp)) < 300_000;
	if (headers['x-api-key'] !== KEY || !isNow || !nonce) return false;
	if ((seen.get(nonce) ?? request) !== request) return false;
	seen.set(nonce, request);
	const text = method === 'GET' ? '' : JSON.stringify(body);
	const hash = createHash('sha256').update(text).digest('hex');
	const query = url.search.slice(1);
	const lines = [method, url.pathname, query, timestamp, nonce, hash, KEY].join('\n');
	return headers['x-signature'] === createHmac('sha256', SECRET).update(lines).digest('base64');
}

const MESSAGES = /^\/api\/reservations\/(\d+)\/messages\/send-message-to-guest$/;

const reservationOf = (stay: Stay) => ({
	...reservation,
	...{ id: Number(stay.id), type: stay.state === 'cancelled' ? 'cancellation' : 'reservation' },
	...{ arrival: stay.arrival, departure: stay.departure },
	apartment: { id: stay.listing, name: 'Harbour loft' },
	...{ 'guest-name': nameOf(stay), firstname: stay.guest.first, lastname: stay.guest.last },
	...{ email: stay.guest.email, phone: stay.guest.phone },
	...{ 'check-in': stay.arrivalTime ?? '', 'check-out': stay.departureTime ?? '' },
	...{ 'is-blocked-booking': stay.state === 'blocked' },
	modifiedAt: stay.changedAt.slice(0, 19).replace('T', ' '),
});

/** What was sent to the guest of a reservation, by its ID. */
export const messages = new Map<string, object>();

export const smoobu: BookingSystem = {
	slug: 'smoobu',
	keyOf: ({ id }) => `smoobu-${id}`,
	credentials: { crypto: { hmacSecret: SECRET } },
	settings: { smoobu_key: KEY },
	hosts: ['login.smoobu.com'],
	message: (stay, happened) => ({
		...message,
		action: {
			...{ created: 'newReservation', changed: 'updateReservation' },
			...{ cancelled: 'cancelReservation', deleted: 'deleteReservation' },
		}[happened],
		data: reservationOf(stay),
	}),
	answer: (request, stays) => {
		if (!isSigned(request)) return 401;
		const told = stayAt(stays, request, MESSAGES, ['POST']);
		if (told) {
			messages.set(told.id, request.body as object);
			return { id: messages.size };
		}
		const stay = stayAt(stays, request, /^\/api\/reservations\/(\d+)$/);
		return stay ? reservationOf(stay) : 404;
	},
};
