import { message, reservation } from '../../../../examples/src/samples/hospitable.mts';
import { bearer, stayAt, withOffset } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

/** Guest and properties are there only if they were asked for. */
export function reservationOf(stay: Stay, include: string[]) {
	const { guest, properties, ...always } = reservation.data;
	const category = stay.state === 'cancelled' ? 'cancelled' : 'accepted';
	return {
		...always,
		id: stay.id,
		arrival_date: withOffset(stay, stay.arrival, '00:00'),
		departure_date: withOffset(stay, stay.departure, '00:00'),
		check_in: withOffset(stay, stay.arrival, stay.arrivalTime ?? '15:00'),
		check_out: withOffset(stay, stay.departure, stay.departureTime ?? '11:00'),
		reservation_status: { current: { category, sub_category: null }, history: [] },
		stay_type: stay.state === 'blocked' ? 'owner_stay' : 'guest_stay',
		...(include.includes('guest')
			? {
					guest: {
						...guest,
						...{ first_name: stay.guest.first, last_name: stay.guest.last },
						...{ email: stay.guest.email || null, phone_numbers: [stay.guest.phone] },
					},
				}
			: {}),
		...(include.includes('properties')
			? { properties: [{ ...properties[0], id: stay.listing }] }
			: {}),
	};
}

export const hospitable: BookingSystem = {
	slug: 'hospitable',
	keyOf: ({ id }) => `hospitable-${id}`,
	credentials: bearer.credentials,
	hosts: ['public.api.hospitable.com'],
	message: (stay, happened) => ({
		...message,
		action: happened === 'created' ? 'reservation.created' : 'reservation.changed',
		created: stay.changedAt,
		data:
			happened === 'created'
				? reservationOf(stay, [])
				: { id: stay.id, check_out: withOffset(stay, stay.departure, '11:00') },
	}),
	answer: (request, stays) => {
		if (!bearer.isSent(request)) return 401;
		const stay = stayAt(stays, request, /^\/v2\/reservations\/(\d+)$/);
		const include = (request.url.searchParams.get('include') ?? '').split(',');
		return stay ? { data: reservationOf(stay, include) } : 404;
	},
};
