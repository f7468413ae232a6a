// Lodgify’s API v2, GET /v2/reservations/bookings/{id} (docs.lodgify.com), and its webhook objects
// (docs.lodgify.com/reference/webhook-objects; the same as Pipedream’s test event for Lodgify). Dates come with a midnight that
// means nothing.
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
		...{ date_departure: '2031-06-04T00:00:00', date_created: '2031-05-01T10:00:00' },
		...{ property_id: 408678, property_name: 'Harbour loft', status: 'Booked', source: 'Manual' },
		...{ room_types: [{ id: 475101, people: 2 }], nights: 3, currency_code: 'USD' },
	},
	guest: { name: 'Ada Lovelace', email: 'ada@example.com', phone_number: '+15550100' },
	current_order: { id: 1, currency_code: 'USD', amount_gross: { total_room_rate_amount: 500 } },
};
