// Guesty’s Open API (open-api-docs.guesty.com).
// The answer: GET /reservations/{id}. /docs/how-to-search-for-reservations says that `fields` names fields with blanks between
// them, that without it only some come, and that of those only some stay with it; status, `checkIn` and `checkOut` in UTC,
// `checkInDateLocalized`, `checkOutDateLocalized`, `listingId`, `guestId` and `lastUpdatedAt` stand in the example of
// /docs/webhooks-reservations, whose message, of the first version, wraps a whole reservation. That times have to be asked for,
// as `plannedArrival`, `plannedDeparture` and the listing’s `defaultCheckInTime` and `defaultCheckOutTime`, and a planned one is
// there only if there is one, is what integrations do.
// The message: /docs/reservation-webhooks-migration-guide names the events of the second version, their lean payload and
// `publishedAt`; that `data` has `reservationId` and `unitId` is what two integrations read.
// Not confirmed: the payload of the second version in full (one more integration reads `data.reservation.id`, so the adapter
// takes that too), exactly which fields come without `fields`, the two spellings `guest.phone` and `guest.phones`, and the
// whole list of statuses (all but confirmed and canceled are no stay).
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
		...{ fullName: 'Ada Lovelace', email: 'ada@example.com' },
		...{ phone: '+15550100', phones: ['+15550100'] },
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
