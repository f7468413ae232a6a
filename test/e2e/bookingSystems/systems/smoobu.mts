import { message, reservation } from '../../../../examples/src/samples/smoobu.mts';
import { header, nameOf, stayAt } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const key = header('Api-Key');
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
	credentials: key.credentials,
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
		if (!key.isSent(request)) return 401;
		const told = stayAt(stays, request, MESSAGES, ['POST']);
		if (told) {
			messages.set(told.id, request.body as object);
			return { id: messages.size };
		}
		const stay = stayAt(stays, request, /^\/api\/reservations\/(\d+)$/);
		return stay ? reservationOf(stay) : 404;
	},
};
