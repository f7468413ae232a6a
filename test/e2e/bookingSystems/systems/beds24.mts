import { message, reservation } from '../../../../examples/src/samples/beds24.mts';
import { header } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const key = header('token');

const bookingOf = (stay: Stay) => ({
	...reservation.data[0],
	// A listing such as `listing-12` is room and unit.
	...{
		id: Number(stay.id),
		roomId: stay.listing.split('-')[0],
		unitId: stay.listing.split('-')[1],
	},
	status: { confirmed: 'confirmed', cancelled: 'cancelled', blocked: 'black' }[stay.state],
	...{ arrival: stay.arrival, departure: stay.departure, arrivalTime: stay.arrivalTime ?? 'late' },
	...{ firstName: stay.guest.first, lastName: stay.guest.last },
	...{ email: stay.guest.email, phone: stay.guest.phone },
	modifiedTime: stay.changedAt,
	cancelTime: stay.state === 'cancelled' ? stay.changedAt : null,
});

export const beds24: BookingSystem = {
	slug: 'beds24',
	keyOf: ({ id }) => `beds24-${id}`,
	credentials: key.credentials,
	hosts: ['beds24.com'],
	// It comes as an object or as a list of one.
	message: (stay, happened) => {
		const told = { ...message, booking: bookingOf(stay) };
		return happened === 'created' ? told : [told];
	},
	answer: (request, stays) => {
		const { method, url } = request;
		if (!key.isSent(request)) return 401;
		if (method !== 'GET' || url.pathname !== '/api/v2/bookings') return 404;
		const wanted = url.searchParams.getAll('status');
		const data = [stays.get(url.searchParams.get('id') ?? '')]
			.flatMap((stay) => (stay ? [bookingOf(stay)] : []))
			.filter(({ status }) => wanted.includes(status));
		return { ...reservation, count: data.length, data };
	},
};
