// What Cal.com documents, with made-up people and dates; the files are in github.com/calcom/cal.com.
// The message: https://cal.com/docs/developing/guides/automation/webhooks, docs/developing/guides/automation/webhooks.mdx. Here
// it has no calendar and no apps. How n8n’s trigger puts it out: n8n’s CalTriggerV2.
// The booking: https://cal.com/docs/api-reference/v2/bookings/get-a-booking (cal-api-version 2024-08-13),
// BookingOutput_2024_08_13 in docs/api-reference/v2/openapi.json: all that the workflow reads is there.
// Not confirmed: which names bookingFieldsResponses has for a phone number (it is documented as any names; attendeePhoneNumber
// and smsReminderNumber are Cal.com’s names of its own questions), and that updatedAt may be null.

const NAME = 'Ada Lovelace';
const EMAIL = 'ada@example.com';

export const calComPayload = {
	type: 'studio-visit',
	title: `Studio visit between Grace Host and ${NAME}`,
	description: '',
	additionalNotes: '',
	customInputs: {},
	startTime: '2031-06-02T14:00:00Z',
	endTime: '2031-06-02T16:00:00Z',
	organizer: {
		...{ id: 5, name: 'Grace Host', email: 'host@example.com', username: 'grace' },
		...{ timeZone: 'Europe/London', language: { locale: 'en' }, timeFormat: 'h:mma' },
	},
	responses: {
		name: { label: 'your_name', value: NAME },
		email: { label: 'email_address', value: EMAIL },
		location: { label: 'location', value: { optionValue: '', value: 'inPerson' } },
		notes: { label: 'additional_notes' },
		guests: { label: 'additional_guests' },
		rescheduleReason: { label: 'reschedule_reason' },
	},
	userFieldsResponses: {},
	attendees: [
		{ email: EMAIL, name: NAME, timeZone: 'Europe/London', language: { locale: 'en' } },
	] as object[],
	location: 'Harbour studio',
	destinationCalendar: null,
	hideCalendarNotes: false,
	requiresConfirmation: null,
	eventTypeId: 7,
	seatsShowAttendees: true,
	seatsPerTimeSlot: null,
	uid: 'bFJeNb2uX8ANpT3JL5EfXw',
	appsStatus: [],
	eventTitle: 'Studio visit',
	eventDescription: '',
	price: 0,
	currency: 'usd',
	length: 120,
	bookingId: 91,
	metadata: {},
	status: 'ACCEPTED',
};

/** What n8n’s trigger gives: the payload, with the message’s two other fields beside it. */
export const calComMessage = {
	triggerEvent: 'BOOKING_CREATED',
	createdAt: '2031-05-24T09:30:00.538Z',
	...calComPayload,
};

/** `data` of the answer. A booking that moved has `rescheduledToUid`; the one in its place, `rescheduledFromUid`. */
export const calComBooking = {
	id: 91,
	uid: 'bFJeNb2uX8ANpT3JL5EfXw',
	title: `Studio visit between Grace Host and ${NAME}`,
	description: '',
	hosts: [
		{
			...{ id: 5, name: 'Grace Host', email: 'host@example.com', username: 'grace' },
			timeZone: 'Europe/London',
		},
	],
	status: 'accepted',
	start: '2031-06-02T14:00:00.000Z',
	end: '2031-06-02T16:00:00.000Z',
	duration: 120,
	eventTypeId: 7,
	eventType: { id: 7, slug: 'studio-visit' },
	meetingUrl: 'Harbour studio',
	location: 'Harbour studio',
	absentHost: false,
	createdAt: '2031-05-24T09:30:00.000Z',
	updatedAt: '2031-05-24T09:30:00.000Z' as string | null,
	metadata: {},
	icsUid: 'bFJeNb2uX8ANpT3JL5EfXw@Cal.com',
	attendees: [
		{
			...{ name: NAME, email: EMAIL, displayEmail: EMAIL, timeZone: 'Europe/London' },
			...{ language: 'en', absent: false, phoneNumber: '+15550100' },
		},
	],
	bookingFieldsResponses: { name: NAME, email: EMAIL } as Record<string, unknown>,
};
