// From what Cloudbeds publishes, with made-up people and dates.
// The reservation: src/pms-v1.3-openapi.yaml in github.com/cloudbeds/openapi-specs, GET /getReservation. All that the workflow
// reads is there, and so are the statuses, the address and the header x-api-key.
// The message: https://developers.cloudbeds.com/docs/webhooks-1 names the event as object and action, and says that the
// payload has the reservation’s ID and dates.
// Not confirmed: the message’s field names, taken from programs that others wrote for it, which agree with each other. They
// also say that the names’ capitals differ from event to event (propertyID, propertyId); the workflow takes both.
// Not confirmed: how dateCreated and dateModified are written (the file says date-time here, and elsewhere a time with a space
// before it, as below), and in which time zone. The workflow only compares them with each other.
// Left out: fields of guest and reservation that the workflow doesn’t read.
export const reservation = {
	success: true,
	data: {
		...{ propertyID: '1234', guestName: 'Ada Lovelace', guestEmail: 'ada@example.com' },
		isAnonymized: false,
		guestList: {
			'5001': {
				...{ guestID: '5001', guestFirstName: 'Ada', guestLastName: 'Lovelace' },
				...{ guestGender: 'N/A', guestEmail: 'ada@example.com', guestPhone: '+15550100' },
				...{ guestCellPhone: '', guestCountry: 'US', guestStatus: 'confirmed' },
				...{ assignedRoom: true, isAnonymized: false, roomID: '6001-1' },
				...{ roomName: 'Harbour loft', roomTypeName: 'Loft', roomTypeIsVirtual: false },
				...{ isMainGuest: true, customFields: [], unassignedRooms: [] },
			},
		},
		...{ reservationID: '4711', dateCreated: '2031-05-01 10:00:00' },
		...{ dateModified: '2031-05-01 10:00:00', estimatedArrivalTime: '', source: 'Walk-In' },
		...{ thirdPartyIdentifier: '', status: 'confirmed', total: 500, balance: 0 },
		assigned: [
			{
				...{ roomTypeName: 'Loft', roomTypeIsVirtual: false, roomTypeID: '6000' },
				...{ subReservationID: '4711', roomID: '6001-1', roomName: 'Harbour loft' },
				...{ startDate: '2031-06-01', endDate: '2031-06-04', adults: '2', children: '0' },
			},
		],
		...{ unassigned: [], startDate: '2031-06-01', endDate: '2031-06-04', customFields: [] },
	},
};

export const message = {
	...{ version: '1.0', timestamp: 1934000000.123456, event: 'reservation/created' },
	...{ propertyID: 1234, propertyID_str: '1234', reservationID: '4711' },
	...{ startDate: '2031-06-01', endDate: '2031-06-04' },
};

/** Of a room that was assigned or changed; its names have other capitals. */
export const roomMessage = {
	...{ version: '1.0', timestamp: 1934000000.123456, event: 'reservation/accommodation_changed' },
	...{ propertyId: 1234, propertyId_str: '1234', reservationId: '4711', roomId: '6001-1' },
};
