// Synthetic messages in Calendly’s shape: moving an appointment is a cancellation and a new invitee.
export interface Appointment {
	id: string;
	startsAt: string;
	endsAt: string;
	status: 'active' | 'canceled';
	/** The invitee that this one took the place of, and the one that took its place. */
	before: string | null;
	after: string | null;
}

export const CALENDLY = 'https://api.calendly.com';

/** The type of all appointments. */
export const STUDIO = { name: 'Studio visit', event_type: `${CALENDLY}/event_types/STUDIO` };

export const eventPathOf = (id: string): string => `/scheduled_events/EV${id}`;

export const pathOf = (id: string): string => `${eventPathOf(id)}/invitees/${id}`;

const uriOf = (id: string | null): string | null =>
	id === null ? null : `${CALENDLY}${pathOf(id)}`;

/** The invitee as Calendly’s API has it. */
export function invitee(appointment: Appointment): object {
	return {
		uri: uriOf(appointment.id),
		event: `${CALENDLY}${eventPathOf(appointment.id)}`,
		name: 'Ada Lovelace',
		email: 'ada@example.com',
		status: appointment.status,
		rescheduled: appointment.after !== null,
		old_invitee: uriOf(appointment.before),
		new_invitee: uriOf(appointment.after),
		text_reminder_number: '+15550100',
		// The invitee’s own zone, which says nothing about the door’s.
		timezone: 'Asia/Tokyo',
	};
}

/** The event as Calendly’s API has it. */
export function scheduledEvent(appointment: Appointment): object {
	return {
		uri: `${CALENDLY}${eventPathOf(appointment.id)}`,
		...STUDIO,
		status: appointment.status,
		start_time: appointment.startsAt,
		end_time: appointment.endsAt,
	};
}

export function message(
	event: 'invitee.created' | 'invitee.canceled',
	appointment: Appointment,
): object {
	return {
		event,
		created_at: '2026-11-01T09:30:00.000000Z',
		created_by: `${CALENDLY}/users/AAAA`,
		payload: {
			...invitee(appointment),
			scheduled_event: scheduledEvent(appointment),
		},
	};
}
