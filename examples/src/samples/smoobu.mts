// Smoobu’s API (docs.smoobu.com), “Get Booking” and “Webhooks”, as integrations that follow those pages read them. A time is
// there only if it was agreed.
// Not confirmed: the form of `modifiedAt` (its name is), and that a message wraps the whole booking in `data` (its
// `action`, `user` and `data.id` are what integrations read).
export const reservation = {
	...{ id: 291, 'reference-id': null, type: 'reservation' },
	...{ arrival: '2031-06-01', departure: '2031-06-04' },
	...{ 'created-at': '2031-05-01 10:00', modifiedAt: '2031-05-01 10:00:00' },
	apartment: { id: 38, name: 'Harbour loft' },
	channel: { id: 13, name: 'Direct booking' },
	...{ 'guest-name': 'Ada Lovelace', firstname: 'Ada', lastname: 'Lovelace' },
	...{ email: 'ada@example.com', phone: '+15550100', adults: 2, children: 0 },
	...{ 'check-in': '', 'check-out': '', notice: '', 'assistant-notice': '' },
	...{ price: 500, 'price-paid': 'Yes', prepayment: 0, 'prepayment-paid': 'No' },
	...{ deposit: 0, 'deposit-paid': 'No', language: 'en', 'guest-app-url': '' },
	...{ 'is-blocked-booking': false, guestId: 5 },
};

export const message = { action: 'newReservation', user: 7, data: reservation };
