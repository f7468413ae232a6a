import { z } from 'zod';

import { eventSchema, type SeamEvent } from '../schema/event';
import type { SeamContext } from './context';
import { seamRequest } from './request';

/** Filters of Seam's event list; `since` (ISO 8601) or `between` is required. */
export interface EventFilters {
	since?: string;
	between?: [string, string];
	event_type?: string;
	event_types?: string[];
	device_id?: string;
	access_code_id?: string;
	connected_account_id?: string;
	limit?: number;
}

/** Seam gives out at most so many events at once where no limit is asked (Seam: List Events). */
export const EVENTS_PER_ANSWER = 500;

/** Reads events, one answer's worth: Seam does not page them, the next ones are had by a later `since`. */
export async function listEvents(
	context: SeamContext,
	filters: EventFilters,
	itemIndex: number,
): Promise<SeamEvent[]> {
	return await seamRequest(context, {
		path: '/events/list',
		body: filters,
		schema: z.object({ events: z.array(eventSchema) }).transform((answer) => answer.events),
		itemIndex,
		subject: 'the list of events',
		isRead: true,
	});
}

export async function getEvent(
	context: SeamContext,
	eventId: string,
	itemIndex: number,
): Promise<SeamEvent> {
	return await seamRequest(context, {
		path: '/events/get',
		body: { event_id: eventId },
		schema: z.object({ event: eventSchema }).transform((answer) => answer.event),
		itemIndex,
		subject: `event ${eventId}`,
		isRead: true,
	});
}
