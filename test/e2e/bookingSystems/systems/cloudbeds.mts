import { message, reservation, roomMessage } from '../../../../examples/src/samples/cloudbeds.mts';
import { header, nameOf } from '../standIn.mts';
import type { BookingSystem, Stay } from '../system.mts';

const key = header('x-api-key');

function dataOf(stay: Stay) {
	const { data } = reservation;
	const dates = { startDate: stay.arrival, endDate: stay.departure };
	const { email, phone, first, last } = stay.guest;
	return {
		...data,
		...{ reservationID: stay.id, guestName: nameOf(stay), guestEmail: email, ...dates },
		guestList: {
			'5001': {
				...data.guestList['5001'],
				...{ guestFirstName: first, guestLastName: last, guestEmail: email, guestPhone: phone },
			},
		},
		status: { confirmed: 'confirmed', cancelled: 'canceled', blocked: 'not_confirmed' }[stay.state],
		assigned: [{ ...data.assigned[0], roomID: stay.listing, ...dates }],
		dateModified: stay.changedAt.slice(0, 19).replace('T', ' '),
	};
}

export const cloudbeds: BookingSystem = {
	slug: 'cloudbeds',
	keyOf: ({ id }) => `cloudbeds-${id}`,
	credentials: key.credentials,
	hosts: ['api.cloudbeds.com'],
	message: (stay, happened) => {
		if (happened === 'changed') {
			return { ...roomMessage, reservationId: stay.id, roomId: stay.listing };
		}
		const told = { ...message, reservationID: stay.id };
		return happened === 'created'
			? { ...told, startDate: stay.arrival, endDate: stay.departure }
			: {
					...told,
					...{ startDate: undefined, endDate: undefined },
					...{ event: 'reservation/status_changed', status: 'canceled' },
				};
	},
	answer: (request, stays) => {
		const { method, url } = request;
		if (!key.isSent(request)) return 401;
		const stay = stays.get(url.searchParams.get('reservationID') ?? '');
		if (method !== 'GET' || url.pathname !== '/api/v1.3/getReservation' || !stay) return 404;
		if (url.searchParams.get('propertyID') !== message.propertyID_str) return 404;
		return { success: true, data: dataOf(stay) };
	},
};
