import { MINUTE, readInstant, type Instant } from '../time/instant';
import type { SeamEvent } from '../schema/event';

/** Seam's first two attempts are 5 seconds apart, the third comes 5 minutes later (Seam: webhooks, retry schedule). */
const LATE_AFTER = 5 * MINUTE;

export interface Lateness {
	/** When the event reached n8n: ISO 8601 in UTC. */
	delivered_at: string;
	/** Whole seconds from what happened to its delivery; null where the event does not say when it happened. */
	delay_seconds: number | null;
	/** Whether the event tells of something that happened more than five minutes ago. */
	is_late: boolean;
}

/** How old the news is that a delivery brings: counted from `occurred_at`, or from `created_at` without it. */
export function latenessOf(
	event: Pick<SeamEvent, 'occurred_at' | 'created_at'>,
	now: Instant,
): Lateness {
	const happenedAt = readInstant(event.occurred_at) ?? readInstant(event.created_at);
	const delay = happenedAt === null ? null : Math.max(0, now - happenedAt);
	return {
		delivered_at: new Date(now).toISOString(),
		delay_seconds: delay === null ? null : Math.floor(delay / 1000),
		is_late: delay !== null && delay > LATE_AFTER,
	};
}
