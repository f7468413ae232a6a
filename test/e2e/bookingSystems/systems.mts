// Synthetic payloads in the shapes that these booking systems document or are known to send.
import type { BookingSystem, Stay } from './pms.mts';

const fullName = ({ guest }: Stay): string => `${guest.first} ${guest.last}`;

/** Dates, and an hour as a number only where one was agreed. */
export const hostaway: BookingSystem = {
	slug: 'hostaway',
	message: (stay, happened) => ({
		object: 'reservation',
		event: `reservation.${happened === 'created' ? 'created' : 'updated'}`,
		accountId: 10000,
		data: hostawayReservation(stay, happened === 'created' ? 'new' : 'modified'),
	}),
	path: ({ id }) => `/v1/reservations/${id}`,
	answer: (stay) => ({ status: 'success', result: hostawayReservation(stay, 'modified') }),
};

function hostawayReservation(stay: Stay, status: 'new' | 'modified'): object {
	const hourOf = (time: string | null) => (time === null ? null : Number(time.slice(0, 2)));
	return {
		id: Number(stay.id),
		listingMapId: stay.listing,
		channelName: 'direct',
		guestName: fullName(stay),
		guestFirstName: stay.guest.first,
		guestLastName: stay.guest.last,
		phone: stay.guest.phone,
		arrivalDate: stay.arrival,
		departureDate: stay.departure,
		checkInTime: hourOf(stay.arrivalTime),
		checkOutTime: hourOf(stay.departureTime),
		status: { confirmed: status, cancelled: 'cancelled', blocked: 'ownerStay' }[stay.state],
	};
}

/** Local times with their offset; a change’s message may carry only what changed. */
export const hospitable: BookingSystem = {
	slug: 'hospitable',
	message: (stay, happened) => ({
		id: '01JF3Q8Z6M0000000000000000',
		action: happened === 'created' ? 'reservation.created' : 'reservation.changed',
		data:
			happened === 'created'
				? hospitableReservation(stay)
				: { id: stay.id, check_out: at(stay, stay.departure, stay.departureTime ?? '11:00') },
		created: '2026-11-01T09:30:00Z',
		version: '1.0',
	}),
	path: ({ id }) => `/v2/reservations/${id}?include=guest,properties`,
	answer: (stay) => ({ data: hospitableReservation(stay) }),
};

function hospitableReservation(stay: Stay): object {
	const category = stay.state === 'cancelled' ? 'cancelled' : 'accepted';
	return {
		id: stay.id,
		platform: 'direct',
		arrival_date: at(stay, stay.arrival, '00:00'),
		departure_date: at(stay, stay.departure, '00:00'),
		check_in: at(stay, stay.arrival, stay.arrivalTime ?? '15:00'),
		check_out: at(stay, stay.departure, stay.departureTime ?? '11:00'),
		reservation_status: { current: { category, sub_category: null }, history: [] },
		stay_type: stay.state === 'blocked' ? 'owner_stay' : 'guest_stay',
		guest: {
			first_name: stay.guest.first,
			last_name: stay.guest.last,
			phone_numbers: [stay.guest.phone],
		},
		properties: [
			{ id: stay.listing, name: 'Harbour loft', timezone: stay.offset.replace(':', '') },
		],
	};
}

/** A lean message; the reservation has UTC times, local dates and a planned arrival. */
export const guesty: BookingSystem = {
	slug: 'guesty',
	message: ({ id }, happened) => ({
		event: happened === 'created' ? 'reservation.created.v2' : 'reservation.updated.v2',
		publishedAt: '2026-11-01T09:30:00.000Z',
		data: { reservation: { id } },
	}),
	path: ({ id }) => `/v1/reservations/${id}`,
	answer: (stay) => {
		const listing = { defaultCheckInTime: '15:00', defaultCheckOutTime: '11:00' };
		const utc = (date: string, time: string) => new Date(at(stay, date, time)).toISOString();
		return {
			_id: stay.id,
			confirmationCode: `GY-${stay.id}`,
			status: { confirmed: 'confirmed', cancelled: 'canceled', blocked: 'inquiry' }[stay.state],
			checkIn: utc(stay.arrival, stay.arrivalTime ?? listing.defaultCheckInTime),
			checkOut: utc(stay.departure, stay.departureTime ?? listing.defaultCheckOutTime),
			checkInDateLocalized: stay.arrival,
			checkOutDateLocalized: stay.departure,
			...(stay.arrivalTime ? { plannedArrival: stay.arrivalTime } : {}),
			...(stay.departureTime ? { plannedDeparture: stay.departureTime } : {}),
			listingId: stay.listing,
			listing,
			guest: { fullName: fullName(stay), phones: [stay.guest.phone] },
		};
	},
};

/** Keys with hyphens; dates, and a clock that may be absent. */
export const smoobu: BookingSystem = {
	slug: 'smoobu',
	message: (stay, happened) => ({
		action: {
			created: 'newReservation',
			changed: 'updateReservation',
			cancelled: 'cancelReservation',
			deleted: 'deleteReservation',
		}[happened],
		user: 7,
		data: smoobuReservation(stay),
	}),
	path: ({ id }) => `/api/reservations/${id}`,
	answer: smoobuReservation,
};

function smoobuReservation(stay: Stay): object {
	return {
		id: Number(stay.id),
		'reference-id': null,
		type: stay.state === 'cancelled' ? 'cancellation' : 'reservation',
		arrival: stay.arrival,
		departure: stay.departure,
		apartment: { id: stay.listing, name: 'Harbour loft' },
		'guest-name': fullName(stay),
		firstname: stay.guest.first,
		lastname: stay.guest.last,
		phone: stay.guest.phone,
		...(stay.arrivalTime ? { 'check-in': stay.arrivalTime } : {}),
		...(stay.departureTime ? { 'check-out': stay.departureTime } : {}),
		'is-blocked-booking': stay.state === 'blocked',
	};
}

function at({ offset }: Stay, date: string, time: string): string {
	return `${date}T${time}:00${offset}`;
}
