// What Google documents, with made-up people and dates.
// The event: https://developers.google.com/workspace/calendar/api/v3/reference/events
// A list of them: https://developers.google.com/workspace/calendar/api/v3/reference/events/list
// docs/dyn/calendar_v3.events.html in github.com/googleapis/google-api-python-client says the same: the three statuses, that a
// list has deleted events if updatedMin is given, and that these are only sure to have an ID.
// What n8n’s trigger asks for and puts out: n8n’s GoogleCalendarTrigger.
// Not confirmed: how Google Calendar’s editor writes line breaks in a description (it is documented only that HTML may be there).

/** What n8n’s trigger gives: the event as Google’s list has it. An all-day event has dates, and its end is the day after. */
export const googleEvent = {
	kind: 'calendar#event',
	etag: '"3911111111111000"',
	id: '7kukuqrfedlm2f9t42mgj4eqtd',
	status: 'confirmed',
	htmlLink: 'https://www.google.com/calendar/event?eid=N2t1a3VxcmZlZGxtMmY5dDQybWdqNGVxdGQ',
	created: '2031-05-20T10:11:12.000Z',
	updated: '2031-05-20T10:11:12.345Z',
	summary: 'Ada Lovelace',
	description: 'listing: studio\nphone: +15550100' as string | undefined,
	location: 'Harbour loft',
	creator: { email: 'host@example.com', self: true },
	organizer: { email: 'host@example.com', self: true },
	start: { date: '2031-06-01' } as object,
	end: { date: '2031-06-04' } as object,
	transparency: 'transparent',
	iCalUID: '7kukuqrfedlm2f9t42mgj4eqtd@google.com',
	sequence: 0,
	attendees: [
		{ email: 'host@example.com', organizer: true, self: true, responseStatus: 'accepted' },
		{ email: 'ada@example.com', displayName: 'Ada Lovelace', responseStatus: 'needsAction' },
	] as object[],
	reminders: { useDefault: true },
	eventType: 'default',
};

/** Of an event that was deleted, only the ID is sure to be there. */
export const googleDeletedEvent = {
	kind: 'calendar#event',
	etag: '"3911111111111000"',
	id: '7kukuqrfedlm2f9t42mgj4eqtd',
	status: 'cancelled',
};

export const googleEvents = {
	kind: 'calendar#events',
	etag: '"p33c8111111111"',
	summary: 'Harbour loft',
	description: '',
	updated: '2031-05-20T10:11:12.345Z',
	timeZone: 'Europe/London',
	accessRole: 'owner',
	defaultReminders: [],
	items: [googleEvent] as object[],
};
