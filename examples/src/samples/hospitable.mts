// Hospitable’s Public API v2 (developer.hospitable.com), “Get Reservation” with include=guest,properties, and “Webhooks:
// Reservations”. Its pages could not be read themselves; the fields are those that integrations quote from them and saw in
// answers. A zone is an offset; `status` is deprecated, `reservation_status.current.category` is one of request, accepted,
// cancelled, not accepted, unknown, checkpoint; guest and properties come only if they are asked for, properties as a list;
// arrival and departure dates are midnights, the times stand in `check_in` and `check_out`, with the offset.
// Not confirmed: that a message of a change carries only what changed, and the name of its action (SDKs differ between
// `reservation.changed` and `reservation.updated`); the adapter relies on neither, only on `data.id`.
export const reservation = {
	data: {
		...{ id: '01f3a6c1-52f7-4e0b-9a35-6b1c7f0d2e84', code: 'HM1234ABCD', platform: 'airbnb' },
		...{ platform_id: 'HM1234ABCD', booking_date: '2031-05-01T10:00:00Z' },
		...{ arrival_date: '2031-06-01T00:00:00-07:00', departure_date: '2031-06-04T00:00:00-07:00' },
		...{ nights: 3, check_in: '2031-06-01T15:00:00-07:00', check_out: '2031-06-04T11:00:00-07:00' },
		...{ last_message_at: null, status: 'booking' },
		reservation_status: { current: { category: 'accepted', sub_category: null }, history: [] },
		conversation_id: '0b8f3c52-8a7e-4a7b-9f0e-5d2c1b3a4f60',
		...{ issue_alert: null, note: '', stay_type: 'guest_stay' },
		guests: { total: 2, adult_count: 2, child_count: 0, infant_count: 0, pet_count: 0 },
		guest: {
			...{ first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
			...{ phone_numbers: ['+15550100'], location: null, language: 'en' },
		},
		properties: [
			{
				id: '6f6e2a3c-0f57-4b29-8f0f-3d7f0a1b2c3d',
				...{ name: 'Harbour loft', public_name: 'Harbour loft', timezone: '-0700' },
			},
		],
	},
};

export const message = {
	...{ id: '01JF3Q8Z6M0000000000000000', action: 'reservation.created' },
	...{ data: reservation.data, created: '2031-05-01T10:00:00Z', version: '1.0' },
};
