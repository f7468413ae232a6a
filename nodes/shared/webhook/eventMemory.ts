import { HOUR, type Instant } from '../time/instant';

/** Seam tries a delivery again for a little over 27 hours (Seam: webhooks, retry schedule). */
const REMEMBERED_FOR = 28 * HOUR;
const MOST_REMEMBERED = 20_000;

/**
 * Which events were taken in already, for 28 hours and for the latest 20,000 of them. It lives in the memory of one
 * process: after a restart, or in a second process, an event that comes again is new.
 */
export class EventMemory {
	/** When each event was taken in, oldest first. */
	private readonly takenInAt = new Map<string, Instant>();

	private readonly mostRemembered: number;

	constructor(mostRemembered = MOST_REMEMBERED) {
		this.mostRemembered = mostRemembered;
	}

	/** Remembers the event and tells whether it is new. */
	takeIn(eventId: string, now: Instant): boolean {
		this.dropOlderThan(now - REMEMBERED_FOR);
		if (this.takenInAt.has(eventId)) return false;
		this.takenInAt.set(eventId, now);
		const [oldest] = this.takenInAt.keys();
		if (this.takenInAt.size > this.mostRemembered) this.takenInAt.delete(oldest);
		return true;
	}

	/** Makes the event new again, for one that could not be taken in after all. */
	forget(eventId: string): void {
		this.takenInAt.delete(eventId);
	}

	private dropOlderThan(limit: Instant): void {
		for (const [eventId, at] of this.takenInAt) {
			if (at > limit) return;
			this.takenInAt.delete(eventId);
		}
	}
}
