// Hostaway’s public API (api.hostaway.com/documentation; its source is github.com/Hostaway/api, `source/includes`).
// The answer: “Retrieve a reservation” and “Reservation object” (`_reservation_reservationObject.md`), the fields that concern a
// stay; status values from `_reservation_reservationStatuses.md`. A door code is written by “Update a reservation”, PUT
// (`_reservation_updateReservation.md`), with the three fields that the adapter sends.
// The message: `_webhook_unified.md` says when it is sent, and that others than of reservations come to the same address; its
// log (`_unifiedWebhookLog_unifiedWebhookLogObject.md`) has `object` and `event`.
// Not confirmed: how the message wraps the reservation (its `data` is what integrations that get it read), what exactly moves
// `latestActivityOn` (it stands in the table of properties, without an example), and that PUT takes a part of the fields.
export const reservation = {
	status: 'success',
	result: {
		...{ id: 4711, listingMapId: 40160, channelId: 2000, source: 'manual', channelName: 'direct' },
		reservationId: '4711-40160-2000-9876543210',
		...{ hostawayReservationId: 4711, channelReservationId: '4711-40160-2000-9876543210' },
		...{ isProcessed: 1, reservationDate: '2031-05-01 10:00:00' },
		...{ guestName: 'Ada Lovelace', guestFirstName: 'Ada', guestLastName: 'Lovelace' },
		...{ guestExternalAccountId: null, guestZipCode: null, guestAddress: null, guestCity: null },
		...{ guestCountry: null, guestEmail: 'ada@example.com', guestPicture: null },
		...{ numberOfGuests: 2, adults: 2, children: null, infants: null, pets: null },
		...{ arrivalDate: '2031-06-01', departureDate: '2031-06-04', isDatesUnspecified: 0 },
		...{ previousArrivalDate: null, previousDepartureDate: null },
		...{ checkInTime: null, checkOutTime: null, nights: 3, phone: '+15550100' },
		...{ totalPrice: 500, currency: 'USD', status: 'new', paymentStatus: 'Unknown' },
		...{ cancellationDate: null, cancelledBy: null, hostNote: null, guestNote: null },
		...{ doorCode: null, doorCodeVendor: null, doorCodeInstruction: null, comment: null },
		...{ latestActivityOn: '2031-05-01 10:00:00', customerUserId: null, isArchived: 0 },
	},
};

export const message = {
	...{ object: 'reservation', event: 'reservation.created', accountId: 10000 },
	data: reservation.result,
};
