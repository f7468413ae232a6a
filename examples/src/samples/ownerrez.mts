// With made-up people and dates.
// The booking and the guest: orez.js in github.com/ownerrez/orez-zapier, OwnerRez’s own program, has examples of both, with
// is_block, status, property_id, arrival, departure, guest_id, first_name, last_name, email_addresses and phones.
// The message: https://www.ownerrez.com/support/articles/api-webhooks, which says that only OAuth apps get webhooks.
// Not confirmed with OwnerRez itself, only with programs of others: the message’s fields and the names of its actions (of
// the one for a new booking, two are told: entity_insert and entity_create; the workflow reads only entity_delete); the status
// canceled; check_in, check_out and updated_utc, and that arrival and departure are always dates without a time.
export const reservation = {
	...{ id: 1000001, type: 'booking', is_block: false, status: 'active', property_id: 20001 },
	...{ arrival: '2031-06-01', departure: '2031-06-04', check_in: '16:00', check_out: '10:00' },
	...{ adults: 2, children: 0, infants: 0, pets: 0, guest_id: 30001, listing_site: 'Direct' },
	...{ booked_utc: '2031-05-01T10:00:00Z', created_utc: '2031-05-01T10:00:00Z' },
	...{ updated_utc: '2031-05-01T10:00:00Z', canceled_utc: null, currency_code: 'USD' },
	...{ total_amount: 500, notes: null, platform_reservation_number: null, form_key: '' },
};

export const guest = {
	...{ id: 30001, first_name: 'Ada', last_name: 'Lovelace' },
	email_addresses: [{ id: 1, address: 'ada@example.com', is_default: false }],
	phones: [{ id: 1, number: '+15550100', is_default: false }],
	addresses: [],
};

export const message = {
	...{ id: 900001, user_id: 50001, action: 'entity_insert', entity_type: 'booking' },
	...{ entity_id: 1000001, categories: ['api'], entity: { id: 1000001, type: 'booking' } },
};
