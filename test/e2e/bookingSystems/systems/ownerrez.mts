import { guest, message, reservation } from '../../../../examples/src/samples/ownerrez.mts';
import { basic, stayAt } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const bookingOf = (stay: Stay) => ({
	...reservation,
	...{ id: Number(stay.id), property_id: stay.listing, guest_id: Number(stay.id) },
	...(stay.state === 'blocked' ? { type: 'block', is_block: true, guest_id: null } : {}),
	status: stay.state === 'cancelled' ? 'canceled' : 'active',
	...{ arrival: stay.arrival, departure: stay.departure, updated_utc: stay.changedAt },
	...{ check_in: stay.arrivalTime ?? '16:00', check_out: stay.departureTime ?? '10:00' },
});

export const ownerrez: BookingSystem = {
	slug: 'ownerrez',
	keyOf: ({ id }) => `ownerrez-${id}`,
	...{ checkIn: '16:00', checkOut: '10:00' },
	credentials: basic.credentials,
	hosts: ['api.ownerrez.com'],
	message: (stay, happened) => ({
		...message,
		action: {
			...{ created: 'entity_insert', changed: 'entity_update' },
			...{ cancelled: 'entity_update', deleted: 'entity_delete' },
		}[happened],
		...{ entity_id: Number(stay.id), entity: bookingOf(stay) },
	}),
	answer: (request, stays) => {
		if (!basic.isSent(request)) return 401;
		const stay = stayAt(stays, request, /^\/v2\/bookings\/(\d+)$/);
		if (stay) return bookingOf(stay);
		const who = stayAt(stays, request, /^\/v2\/guests\/(\d+)$/)?.guest;
		if (!who) return 404;
		return {
			...guest,
			...{ first_name: who.first, last_name: who.last },
			email_addresses: [{ ...guest.email_addresses[0], address: who.email }],
			phones: [{ ...guest.phones[0], number: who.phone }],
		};
	},
};
