// OwnerRez’s API v2, GET /v2/bookings/{id} and GET /v2/guests/{id}, and its webhooks (api.ownerrez.com/help/v2). The message and
// the guest were not confirmed with a page that anyone can read.
export const reservation = {
	...{ id: 1000001, type: 'booking', is_block: false, status: 'active', property_id: 20001 },
	...{ arrival: '2031-06-01', departure: '2031-06-04', check_in: '16:00', check_out: '10:00' },
	...{ adults: 2, children: 0, infants: 0, pets: 0, guest_id: 30001, listing_site: 'Direct' },
	...{ booked_utc: '2031-05-01T10:00:00Z', updated_utc: '2031-05-01T10:00:00Z' },
	...{ canceled_utc: null, currency_code: 'USD', total_amount: 500, title: null, notes: null },
	...{ door_codes: [], platform_reservation_number: null, form_key: '' },
};

export const guest = {
	...{ id: 30001, first_name: 'Ada', last_name: 'Lovelace', notes: null, opt_out: false },
	email_addresses: [{ id: 1, address: 'ada@example.com', is_default: true, type: 'home' }],
	phones: [{ id: 1, number: '+15550100', extension: null, is_default: true, type: 'mobile' }],
	addresses: [],
};

export const message = {
	...{ id: 900001, user_id: 50001, action: 'entity_insert', entity_type: 'booking' },
	...{ entity_id: 1000001, categories: ['api'], entity: { id: 1000001, type: 'booking' } },
};
