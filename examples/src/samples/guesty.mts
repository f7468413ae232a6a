// Guesty’s Open API.
// The answer: “Retrieve a reservation”, open-api-docs.guesty.com/reference/get_reservations-id. Without `fields` it has no
// local dates, no times and little of the guest; with `fields`, only what they name, and a planned arrival only if there is one.
// Status, UTC and local dates, `listingId` and `lastUpdatedAt` stand in the example of
// open-api-docs.guesty.com/docs/webhooks-reservations, whose message, of the first version, wraps a whole reservation.
// Of the second version, open-api-docs.guesty.com/docs/reservation-webhooks-migration-guide names the events, the lean payload
// and `publishedAt`; that `data` has `reservationId` and `unitId` is what integrations that get it read.
// Not confirmed: the exact payload of the second version (one integration reads `data.reservation.id`, so the adapter takes
// that too), and `guest.phones` beside `guest.phone`.
export const byDefault = {
	...{ _id: '65f0c0ffee65f0c0ffee65f0', confirmationCode: 'GY-AbCdEfGh' },
	...{ integration: { _id: '65f0c0ffee00000000000001', platform: 'manual' } },
	...{ accountId: '65f0c0ffee00000000000002', guestId: '65f0c0ffee00000000000003' },
	...{ checkIn: '2031-06-01T22:00:00.000Z', checkOut: '2031-06-04T18:00:00.000Z' },
	listingId: '65f0c0ffee00000000000004',
	listing: { _id: '65f0c0ffee00000000000004', title: 'Harbour loft' },
	guest: { _id: '65f0c0ffee00000000000003', fullName: 'Ada Lovelace' },
};

export const reservation = {
	...{ _id: byDefault._id, status: 'confirmed', listingId: byDefault.listingId },
	...{ checkIn: byDefault.checkIn, checkOut: byDefault.checkOut },
	...{ checkInDateLocalized: '2031-06-01', checkOutDateLocalized: '2031-06-04' },
	lastUpdatedAt: '2031-05-01T10:00:00.000Z',
	listing: {
		_id: byDefault.listingId,
		...{ defaultCheckInTime: '15:00', defaultCheckOutTime: '11:00' },
	},
	guest: {
		_id: byDefault.guestId,
		...{ fullName: 'Ada Lovelace', email: 'ada@example.com', phones: ['+15550100'] },
	},
};

/** Of the second version: IDs, and no guest. */
export const message = {
	...{ event: 'reservation.created.v2', publishedAt: '2031-05-01T10:00:00.000Z' },
	data: {
		...{ reservationId: byDefault._id, unitId: byDefault.listingId, status: 'confirmed' },
		...{ checkInDateLocalized: '2031-06-01', checkOutDateLocalized: '2031-06-04' },
	},
};
