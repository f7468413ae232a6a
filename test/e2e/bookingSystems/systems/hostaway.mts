import { message, reservation } from '../../../../examples/src/samples/hostaway.mts';
import { bearer, nameOf, stayAt } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const hour = (time: string | null) => (time === null ? null : Number(time.slice(0, 2)));

const resultOf = (stay: Stay, confirmed = 'modified') => ({
	...reservation.result,
	...{ id: Number(stay.id), hostawayReservationId: Number(stay.id) },
	...{ listingMapId: stay.listing, guestName: nameOf(stay) },
	...{ guestFirstName: stay.guest.first, guestLastName: stay.guest.last },
	...{ guestEmail: stay.guest.email || null, phone: stay.guest.phone || null },
	...{ arrivalDate: stay.arrival, departureDate: stay.departure },
	...{ checkInTime: hour(stay.arrivalTime), checkOutTime: hour(stay.departureTime) },
	status: { confirmed, cancelled: 'cancelled', blocked: 'ownerStay' }[stay.state],
	latestActivityOn: stay.changedAt.slice(0, 19).replace('T', ' '),
});

/** What was written into a reservation, by its ID. */
export const doorCodes = new Map<string, object>();

export const hostaway: BookingSystem = {
	slug: 'hostaway',
	keyOf: ({ id }) => `hostaway-${id}`,
	credentials: bearer.credentials,
	hosts: ['api.hostaway.com'],
	message: (stay, happened) => ({
		...message,
		event: `reservation.${happened === 'created' ? 'created' : 'updated'}`,
		data: resultOf(stay, happened === 'created' ? 'new' : 'modified'),
	}),
	answer: (request, stays) => {
		if (!bearer.isSent(request)) return 401;
		const stay = stayAt(stays, request, /^\/v1\/reservations\/(\d+)$/, ['GET', 'PUT']);
		if (!stay) return 404;
		if (request.method === 'PUT') doorCodes.set(stay.id, request.body as object);
		return { ...reservation, result: resultOf(stay) };
	},
};
