import { NO_ANSWER, endpoint } from './endpoint';

/** A guest as Seam's Reservation Automations know one. */
export interface GuestData {
	user_identity_key: string;
	name: string;
	email_address?: string;
	phone_number?: string;
}

export interface ReservationData {
	reservation_key: string;
	name?: string;
	user_identity_key?: string;
	/** ISO 8601 with offset. */
	starts_at?: string;
	ends_at?: string;
	space_keys?: string[];
	preferred_code?: string;
	custom_metadata?: Record<string, string | boolean>;
}

/** The part of the body of `POST /customers/push_data` that reservations need. */
export interface ReservationPush {
	customer_key: string;
	reservations: ReservationData[];
	user_identities?: GuestData[];
}

/** Creates or changes reservations and guests by their keys, so that pushing the same twice does no harm. */
export const pushReservations = endpoint((data: ReservationPush) => ({
	path: '/customers/push_data',
	body: data,
	schema: NO_ANSWER,
	subject: `customer '${data.customer_key}'`,
	isRepeatable: true,
}));

export const deleteReservations = endpoint((reservation_keys: string[]) => ({
	path: '/customers/delete_data',
	body: { reservation_keys },
	schema: NO_ANSWER,
	subject: `reservation '${reservation_keys.join("', '")}'`,
	isRepeatable: true,
}));
