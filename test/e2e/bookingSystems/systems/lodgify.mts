import { message, reservation } from '../../../../examples/src/samples/lodgify.mts';
import { header, nameOf, stayAt } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const key = header('X-ApiKey');
const midnight = (date: string) => `${date}T00:00:00`;
const statusOf = ({ state }: Stay) =>
	({ confirmed: 'Booked', cancelled: 'Declined', blocked: 'Tentative' })[state];

export const lodgify: BookingSystem = {
	slug: 'lodgify',
	keyOf: ({ id }) => `lodgify-${id}`,
	credentials: key.credentials,
	hosts: ['api.lodgify.com'],
	message: (stay, happened) => ({
		...message,
		action: {
			...{ created: 'booking_new_status_booked', changed: 'booking_change' },
			...{ cancelled: 'booking_status_change_declined', deleted: 'booking_status_change_declined' },
		}[happened],
		booking: {
			...message.booking,
			...{ id: Number(stay.id), property_id: stay.listing, status: statusOf(stay) },
			...{ date_arrival: midnight(stay.arrival), date_departure: midnight(stay.departure) },
		},
		guest: {
			...message.guest,
			...{ name: nameOf(stay), email: stay.guest.email, phone_number: stay.guest.phone },
		},
	}),
	answer: (request, stays) => {
		if (!key.isSent(request)) return 401;
		const stay = stayAt(stays, request, /^\/v2\/reservations\/bookings\/(\d+)$/);
		if (!stay) return 404;
		return {
			...reservation,
			...{ id: Number(stay.id), property_id: stay.listing, status: statusOf(stay) },
			...{ arrival: midnight(stay.arrival), departure: midnight(stay.departure) },
			guest: {
				...reservation.guest,
				...{ name: nameOf(stay), email: stay.guest.email, phone: stay.guest.phone },
			},
			updated_at: stay.changedAt.slice(0, 19),
		};
	},
};
