// Beds24’s API v2, GET /bookings (beds24.com/api/v2), and its booking webhook of version 2
// (wiki.beds24.com/index.php/Setting/propertiesnotifyurl: the booking as in API v2). Names and contacts come only with a token of
// the scope bookings-personal. The arrival time is free text.
const booking = {
	...{ id: 14947, bookingGroup: null, masterId: null, propertyId: 3103, apiSourceId: 0 },
	...{ apiSource: 'Direct', channel: 'direct', roomId: 173, unitId: 1, roomQty: 1, offerId: 1 },
	...{ status: 'confirmed', subStatus: 'none', statusCode: 0 },
	...{ arrival: '2031-06-01', departure: '2031-06-04', numAdult: 2, numChild: 0 },
	...{ title: '', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
	...{ phone: '+15550100', mobile: '', fax: '', company: '', address: '', city: '', country: '' },
	...{ arrivalTime: '', voucher: '', comments: '', notes: '', message: '', groupNote: '' },
	...{ price: 500, deposit: 0, tax: 0, commission: 0, referer: '', reference: '', lang: 'en' },
	...{ apiReference: '', allowChannelUpdate: 'all', allowAutoAction: 'enable' },
	...{
		bookingTime: '2031-05-01T10:00:00Z',
		modifiedTime: '2031-05-01T10:00:00Z',
		cancelTime: null,
	},
};

export const reservation = {
	...{ success: true, type: 'bookings', count: 1 },
	pages: { nextPageExists: false, nextPageLink: null },
	data: [booking],
};

export const message = {
	timeStamp: '2031-05-01T10:00:05Z',
	...{ booking, infoItems: [], invoiceItems: [], messages: [], retries: 0 },
};
