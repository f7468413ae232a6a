import { message, reservation } from '../../../../examples/src/samples/hostaway.mts';
import type { BookingSystem, Stay } from '../system.mts';
const TOKEN = 'made-up';
const of = (stay: Stay) => ({ ...reservation.result, id: Number(stay.id), listingMapId: stay.listing, guestName: `${stay.guest.first} ${stay.guest.last}`, guestEmail: stay.guest.email, phone: stay.guest.phone, arrivalDate: stay.arrival, departureDate: stay.departure, checkInTime: stay.arrivalTime === null ? null : Number(stay.arrivalTime.slice(0, 2)), checkOutTime: stay.departureTime === null ? null : Number(stay.departureTime.slice(0, 2)), status: { confirmed: 'modified', cancelled: 'cancelled', blocked: 'ownerStay' }[stay.state], latestActivityOn: stay.changedAt.slice(0, 19).replace('T', ' ') });
export const hostaway: BookingSystem = {
	slug: 'hostaway',
	keyOf: ({ id }) => `hostaway-${id}`,
	credentials: { httpBearerAuth: { token: TOKEN } },
	hosts: ['api.hostaway.com'],
	message: (stay, happened) => ({ ...message, event: `reservation.${happened === 'created' ? 'created' : 'updated'}`, data: of(stay) }),
	answer: ({ url, headers }, stays) => {
		if (headers.authorization !== `Bearer ${TOKEN}`) return 401;
		const stay = stays.get(url.pathname.match(/^\/v1\/reservations\/(\d+)$/)?.[1] ?? '');
		return stay ? { ...reservation, result: of(stay) } : 404;
	},
};
