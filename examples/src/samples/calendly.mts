// What Calendly documents, with made-up people and dates.
// The message: https://developer.calendly.com/api-docs/calendly-api/webhooks/get-sample-webhook-data
// The invitee: https://developer.calendly.com/api-docs/calendly-api/scheduled-events/get-event-invitee
// The event: https://developer.calendly.com/api-docs/calendly-api/scheduled-events/get-event
// What moving does to the two messages, and that old_invitee, new_invitee and the status are the invitee’s:
// https://developer.calendly.com/docs/api-guides/see-how-webhook-payloads-change-when-invitees-reschedule-events
// How n8n’s trigger puts the message out: n8n’s CalendlyTriggerV2.
// The fields were compared with descriptions by others, as of these pages only the beginnings could be read again: openapi/ and
// asyncapi/ in github.com/api-evangelist/calendly, and koshilife/calendly-api-ruby-client.
// Not confirmed: scheduled_event in the message (the workflow doesn’t read it), and that a location of the type outbound_call
// has the guest’s number as its location.

const API = 'https://api.calendly.com';
const USER = `${API}/users/AAAAAAAAAAAAAAAA`;
const EVENT = `${API}/scheduled_events/GBGBDCAADAEDCRZ2`;

export const calendlyInvitee = {
	uri: `${EVENT}/invitees/ABCDEFGHIJKLMNOP`,
	email: 'ada@example.com',
	first_name: 'Ada',
	last_name: 'Lovelace',
	name: 'Ada Lovelace',
	status: 'active',
	questions_and_answers: [{ question: 'Anything we should know?', answer: 'No', position: 0 }],
	timezone: 'Europe/London',
	event: EVENT,
	created_at: '2031-05-02T03:04:05.678123Z',
	updated_at: '2031-05-02T03:04:05.678123Z',
	tracking: {
		utm_campaign: null,
		utm_source: null,
		utm_medium: null,
		utm_content: null,
		utm_term: null,
		salesforce_uuid: null,
	},
	text_reminder_number: '+1 555-0100',
	rescheduled: false,
	old_invitee: null as string | null,
	new_invitee: null as string | null,
	cancel_url: 'https://calendly.com/cancellations/ABCDEFGHIJKLMNOP',
	reschedule_url: 'https://calendly.com/reschedulings/ABCDEFGHIJKLMNOP',
	routing_form_submission: null,
	payment: null,
	no_show: null,
	reconfirmation: null,
};

export const calendlyEvent = {
	uri: EVENT,
	name: 'Studio visit',
	meeting_notes_plain: null,
	meeting_notes_html: null,
	status: 'active',
	start_time: '2031-06-02T14:00:00.000000Z',
	end_time: '2031-06-02T16:00:00.000000Z',
	event_type: `${API}/event_types/GBGBDCAADAEDCRZ2`,
	location: { type: 'physical', location: 'Harbour studio' },
	invitees_counter: { total: 1, active: 1, limit: 1 },
	created_at: '2031-05-02T03:04:05.092125Z',
	updated_at: '2031-05-02T03:04:05.092125Z',
	event_memberships: [{ user: USER, user_email: 'host@example.com', user_name: 'Grace Host' }],
	event_guests: [],
	calendar_event: { kind: 'google', external_id: '8suu9k3hj00mni03ss12ba0ce0' },
};

/** What n8n’s trigger gives: the message as it came. */
export const calendlyMessage = {
	event: 'invitee.created',
	created_at: '2031-05-02T03:04:06.000000Z',
	created_by: USER,
	payload: { ...calendlyInvitee, scheduled_event: calendlyEvent },
};
