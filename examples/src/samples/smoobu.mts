// Smoobu’s API, “Get Booking” and “Webhooks” (docs.smoobu.com). A time is there only if it was agreed. Messages to a guest:
// POST /api/reservations/{id}/messages/send-message-to-guest, with subject and messageBody.
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
