import { z } from 'zod';

import { eventSchema, type SeamEvent } from '../schema/event';
import type { Instant } from '../time/instant';
import type { ItemContext } from './context';
import { answerWith, endpoint } from './endpoint';

/** Filters of Seam's event list; `since` (ISO 8601) or `between` is required. */
export interface EventFilters {
	since?: string;
	between?: [string, string];
	event_type?: string;
	event_types?: string[];
	event_ids?: string[];
	access_code_id?: string;
	access_code_ids?: string[];
	access_grant_ids?: string[];
	access_method_ids?: string[];
	acs_access_group_id?: string;
	acs_credential_id?: string;
	acs_encoder_id?: string;
	acs_entrance_id?: string;
	acs_system_ids?: string[];
	acs_user_id?: string;
	connect_webview_id?: string;
	connected_account_id?: string;
	customer_key?: string;
	device_id?: string;
	device_ids?: string[];
	space_ids?: string[];
	user_identity_id?: string;
	limit?: number;
}

/** Seam gives out so many events at once at most (Seam: List Events). */
const EVENTS_PER_ANSWER = 500;

/** Reads events, one answer's worth: Seam does not page them. */
export const listEvents = endpoint((filters: EventFilters) => ({
	path: '/events/list',
	body: filters,
	schema: answerWith('events', z.array(eventSchema)),
	subject: 'the list of events',
	isRepeatable: true,
}));

/** The filters of a search between two instants (ISO 8601 with `Z`), both included. */
export interface EventSearch extends Omit<EventFilters, 'since' | 'between' | 'limit'> {
	from: string;
	to: string;
}

/**
 * Reads as many events as asked, however many answers that takes: each further one is asked for the time from the
 * last event on, at whichever end Seam's order leaves off. Events of that very moment come twice and are told apart by
 * their IDs.
 */
export async function searchEvents(
	item: ItemContext,
	{ from, to, ...filters }: EventSearch,
	limit = Number.POSITIVE_INFINITY,
): Promise<SeamEvent[]> {
	const found = new Map<string, SeamEvent>();
	const size = Math.min(EVENTS_PER_ANSWER, limit);
	let [after, before] = [justBefore(Date.parse(from)), justAfter(Date.parse(to))];
	for (;;) {
		const between: [string, string] = [after, before];
		const page = await listEvents(item, { ...filters, between, limit: size });
		const known = found.size;
		for (const event of page) found.set(event.event_id, event);
		const first = Date.parse(page[0]?.created_at ?? '');
		const last = Date.parse(page[page.length - 1]?.created_at ?? '');
		const isLast = page.length < size || found.size === known || found.size >= limit;
		if (isLast || Number.isNaN(first - last)) break;
		if (first <= last) after = justBefore(last);
		else before = justAfter(last);
	}
	return [...found.values()].slice(0, limit);
}

/** Seam's `between` is exclusive at both ends (OpenAPI: events/list). */
const justBefore = (instant: Instant) => new Date(instant - 1).toISOString();
const justAfter = (instant: Instant) => new Date(instant + 1).toISOString();

export const getEvent = endpoint((event_id: string) => ({
	path: '/events/get',
	body: { event_id },
	schema: answerWith('event', eventSchema),
	isRepeatable: true,
}));
