// Beds24’s API v2. The arrival time is free text.
// The answer: GET /bookings of beds24.com/api/v2 (also api.beds24.com/v2); the header is `token`, statuses are confirmed,
// request, new, cancelled, black, inquiry.
// The message: the booking webhook of version 2, which carries a booking in the format of the API
// (wiki.beds24.com/index.php/Category:Webhooks, wiki.beds24.com/index.php/Setting/propertiesnotifyurl). Its fields are those of a
// message that an integration wrote down; it came as a list of one, others get the object alone, and the adapter takes both.
// Not confirmed, because api.beds24.com/v2 shows its schema only by script: whether a list may hold several bookings (only the
// first is served), which statuses come if none are named, and that `unitId` is absent for a booking without a unit.
const booking = {
	...{ id: 14947, bookingGroup: null, masterId: null, propertyId: 3103, apiSourceId: 0 },
	...{ apiSource: 'Direct', channel: 'direct', roomId: 173, unitId: 1, roomQty: 1, offerId: 1 },
	...{ status: 'confirmed', subStatus: 'none', statusCode: 0, flagColor: '', flagText: '' },
	...{ arrival: '2031-06-01', departure: '2031-06-04', numAdult: 2, numChild: 0 },
	...{ title: '', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
	...{ phone: '+15550100', mobile: '', fax: '', company: '', address: '', city: '', state: '' },
	...{ postcode: '', country: '', country2: null },
	...{ arrivalTime: '', voucher: '', comments: '', notes: '', message: '', groupNote: '' },
	...{ price: 500, deposit: 0, tax: 0, commission: 0, referer: '', reference: '', lang: 'en' },
	...{ apiReference: '', apiMessage: '', rateDescription: '', refererEditable: '' },
	...{ allowChannelUpdate: 'all', allowAutoAction: 'enable', allowReview: 'default' },
	...{ invoiceeId: null, stripeToken: null },
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
