// Lodgify’s API v2. Dates come with a midnight that means nothing.
// The message: docs.lodgify.com/reference/webhook-objects, with the fields of the event that Pipedream’s Lodgify sources show.
// The answer: GET /v2/reservations/bookings/{id}. What docs.lodgify.com/reference/getallasync says of a booking in the list, as
// quoted by integrations: `id`, `property_id`, `arrival`, `departure`, `created_at`, `updated_at`, and `is_deleted` for one that
// was moved to the trash. Others name the statuses Open, Booked, Tentative, Declined, and `guest` with name, email and phone.
// Not confirmed, because the page of the answer itself could not be read: its other names, that one booking has the fields of
// the list, the form of `updated_at`, a status for a cancelled booking (the four have none), and that a message may be a list.
export const reservation = {
	...{
		id: 1234567,
		user_id: 100,
		arrival: '2031-06-01T00:00:00',
		departure: '2031-06-04T00:00:00',
	},
	...{ property_id: 408678, status: 'Booked', is_deleted: false, is_replied: false },
	rooms: [{ room_type_id: 475101, guest_breakdown: null, people: 2, key_code: '' }],
	guest: {
		...{ id: 'G1', name: 'Ada Lovelace', email: 'ada@example.com', phone: '+15550100' },
		...{ street_address1: null, street_address2: null, city: null, country_code: null },
	},
	...{
		language: 'en',
		source: 'Manual',
		source_text: null,
		total_amount: 500,
		currency_code: 'USD',
	},
	...{ created_at: '2031-05-01T10:00:00', updated_at: '2031-05-01T10:00:00', canceled_at: null },
	...{ is_policy_active: false, external_booking: null, quote: null },
};

export const message = {
	action: 'booking_new_status_booked',
	booking: {
		...{ type: 'Booking', id: 1234567, date_arrival: '2031-06-01T00:00:00' },
		...{ date_departure: '2031-06-04T00:00:00', date_created: '2031-05-01T10:00:00+00:00' },
		...{ property_id: 408678, property_name: 'Harbour loft', property_image_url: null },
		status: 'Booked',
		room_types: [{ id: 1, room_type_id: 475101, image_url: null, name: '', people: 2 }],
		...{ add_ons: [], currency_code: 'USD', source: 'Manual', source_text: null, notes: null },
		...{ language: 'en', ip_address: null, ip_country: null, is_policy_active: false },
		...{ external_url: null, nights: 3, promotion_code: null },
	},
	guest: {
		...{ uid: 'G1', name: 'Ada Lovelace', email: 'ada@example.com', phone_number: '+15550100' },
		...{ country: null, country_code: null },
	},
	current_order: {
		...{ id: 1, property_id: 408678, currency_code: 'USD', status: 'Agreed' },
		amount_gross: { amount: '500', total_room_rate_amount: '500' },
	},
	...{ booking_total_amount: '500', booking_currency_code: 'USD', balance_due: '500' },
};
