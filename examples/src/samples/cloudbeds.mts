// Cloudbeds’ API v1.3, GetReservationResponse (github.com/cloudbeds/openapi-specs, src/pms-v1.3-openapi.yaml), and its webhook
// reservation/created (developers.cloudbeds.com/docs/webhooks-1).
export const reservation = {
	success: true,
	data: {
		...{ propertyID: '1234', guestName: 'Ada Lovelace', guestEmail: 'ada@example.com' },
		isAnonymized: false,
		guestList: {
			'5001': {
				...{ guestID: '5001', guestName: 'Ada Lovelace', guestFirstName: 'Ada' },
				...{ guestLastName: 'Lovelace', guestGender: 'N/A', guestEmail: 'ada@example.com' },
				...{ guestPhone: '+15550100', guestCellPhone: '', guestCountry: 'US' },
				...{ assignedRoom: '1', roomID: '6001-1', roomName: 'Harbour loft', isMainGuest: true },
			},
		},
		...{ reservationID: '4711', dateCreated: '2031-05-01 10:00:00' },
		...{ dateModified: '2031-05-01 10:00:00', estimatedArrivalTime: '', source: 'Walk-In' },
		...{ thirdPartyIdentifier: '', status: 'confirmed', total: 500, balance: 0 },
		assigned: [
			{
				...{ roomTypeName: 'Loft', roomTypeID: '6000', roomID: '6001-1', roomName: 'Harbour loft' },
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
