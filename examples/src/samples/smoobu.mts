// Smoobu’s API (docs.smoobu.com), “Get Booking” and “Webhooks”, as integrations that follow those pages read them. A time is
// there only if it was agreed.
// Since 25 September 2026 each request has to be signed (support.smoobu.com, “How do I set up HMAC API authentication”;
// docs.smoobu.com/#hmac-authentication): the header `Api-Key` alone, which older pages show, is no longer enough. What is signed,
// and its order, is what several integrations do, one of them against the API itself.
// A message to the guest is POST …/messages/send-message-to-guest with `messageBody` and `subject`; its answer is 201.
// Not confirmed: the form of `modifiedAt` (its name is), that a message wraps the whole booking in `data` (its `action`,
// `user` and `data.id` are what integrations read), and whether a
// retry may come with the nonce of the first try.
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

/** What the node that signs puts out; the signature is made up. */
export const signed = {
	...{ path: '/api/reservations/291', body: '', timestamp: '2031-05-01T10:00:05Z' },
	...{ nonce: '00000000-0000-4000-8000-000000000000', signature: 'made-up' },
};
