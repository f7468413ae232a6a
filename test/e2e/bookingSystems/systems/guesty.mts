import { byDefault, message, reservation } from '../../../../examples/src/samples/guesty.mts';
import type { WebRequest } from '../../harness/index.mts';
import { inUtc, nameOf, stayAt } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const TOKEN = 'made-up-token';

function wholeOf(stay: Stay): Record<string, unknown> {
	const { defaultCheckInTime, defaultCheckOutTime } = reservation.listing;
	return {
		...reservation,
		...{ _id: stay.id, listingId: stay.listing, lastUpdatedAt: stay.changedAt },
		status: { confirmed: 'confirmed', cancelled: 'canceled', blocked: 'inquiry' }[stay.state],
		checkIn: inUtc(stay, stay.arrival, stay.arrivalTime ?? defaultCheckInTime),
		checkOut: inUtc(stay, stay.departure, stay.departureTime ?? defaultCheckOutTime),
		...{ checkInDateLocalized: stay.arrival, checkOutDateLocalized: stay.departure },
		...(stay.arrivalTime ? { plannedArrival: stay.arrivalTime } : {}),
		...(stay.departureTime ? { plannedDeparture: stay.departureTime } : {}),
		guest: {
			...{ _id: byDefault.guestId, fullName: nameOf(stay), email: stay.guest.email },
			...(stay.guest.phone ? { phone: stay.guest.phone } : {}),
			phones: stay.guest.phone ? [stay.guest.phone] : [],
		},
	};
}

/** Without `fields`, Guesty’s default answer; with them, what they name. */
function answerOf(stay: Stay, fields: string[]): object {
	const whole = wholeOf(stay);
	if (fields.length === 0) {
		return { ...byDefault, _id: stay.id, ...{ checkIn: whole.checkIn, checkOut: whole.checkOut } };
	}
	const named: Record<string, unknown> = { _id: stay.id };
	for (const [name, part] of fields.map((field) => field.split('.'))) {
		if (!(name in whole)) continue;
		if (part === undefined) named[name] = whole[name];
		else {
			const from = whole[name] as Record<string, unknown>;
			named[name] = { _id: from._id, ...(named[name] as object), [part]: from[part] };
		}
	}
	return named;
}

/** n8n fetches the token itself, with the client’s ID and secret. */
function tokenFor({ method, url }: WebRequest) {
	if (method !== 'POST' || url.pathname !== '/oauth2/token') return null;
	return { token_type: 'Bearer', expires_in: 86_400, access_token: TOKEN, scope: 'open-api' };
}

export const guesty: BookingSystem = {
	slug: 'guesty',
	keyOf: ({ id }) => `guesty-${id}`,
	credentials: {
		oAuth2Api: {
			...{ grantType: 'clientCredentials', clientId: 'client', clientSecret: 'secret' },
			accessTokenUrl: 'https://open-api.guesty.com/oauth2/token',
			...{ scope: 'open-api', authentication: 'body' },
		},
	},
	hosts: ['open-api.guesty.com'],
	// A cancellation comes as messages of the first version do: both may still be subscribed to.
	message: (stay, happened) =>
		happened === 'cancelled'
			? { event: 'reservation.updated', reservation: wholeOf(stay) }
			: {
					...message,
					event: happened === 'created' ? message.event : 'reservation.updated.v2',
					data: {
						...message.data,
						...{ reservationId: stay.id, unitId: stay.listing, status: wholeOf(stay).status },
						...{ checkInDateLocalized: stay.arrival, checkOutDateLocalized: stay.departure },
					},
				},
	answer: (request, stays) => {
		const token = tokenFor(request);
		if (token) return token;
		if (request.headers.authorization !== `Bearer ${TOKEN}`) return 401;
		const stay = stayAt(stays, request, /^\/v1\/reservations\/(\d+)$/);
		const fields = (request.url.searchParams.get('fields') ?? '').split(' ').filter(Boolean);
		return stay ? answerOf(stay, fields) : 404;
	},
};
