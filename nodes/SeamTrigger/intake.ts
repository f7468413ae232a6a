import type { IWebhookFunctions } from 'n8n-workflow';

import { MINUTE, type Instant } from '../shared/time/instant';
import { EventMemory } from '../shared/webhook/eventMemory';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Whether the event is to start the workflow: `new` is; of the others, `undecided` is one whose first delivery n8n has
 * not answered yet, `received` one that n8n has taken in.
 */
export type Standing = 'new' | 'undecided' | 'received';

/** Seam's third attempt comes five minutes after its second (Seam: webhooks, retry schedule): it must not be put off. */
const LONGEST_UNDECIDED = 5 * MINUTE;

/**
 * What one trigger node has taken in. An event counts as taken in when n8n has ended the answer to it with a success,
 * even if the caller did not wait for that: Node emits no `finish` then, so the answer itself is checked.
 */
export class Intake {
	private readonly received = new EventMemory();

	/** The answers that n8n was not seen to finish, by event, oldest first; each holds its request. */
	private readonly undecided = new Map<string, { response: Response; since: Instant }>();

	/** Remembers a new event until n8n's answer to it turns out to be a failure. */
	takeIn(eventId: string, response: Response, now: Instant): Standing {
		this.decideOlderThan(now - LONGEST_UNDECIDED);
		const first = this.undecided.get(eventId)?.response;
		if (first && !first.writableEnded) return 'undecided';
		if (first) this.decide(eventId, first);
		if (!this.received.takeIn(eventId, now)) return 'received';

		this.undecided.set(eventId, { response, since: now });
		response.once('finish', () => this.decide(eventId, response));
		return 'new';
	}

	/** An answer that was never ended, because n8n got stuck over it, is a failure too. */
	private decideOlderThan(limit: Instant): void {
		for (const [eventId, { response, since }] of this.undecided) {
			if (since > limit) return;
			this.decide(eventId, response);
		}
	}

	private decide(eventId: string, response: Response): void {
		// A later delivery may have taken the place of this one.
		if (this.undecided.get(eventId)?.response !== response) return;
		this.undecided.delete(eventId);
		if (!response.writableEnded || response.statusCode >= 400) this.received.forget(eventId);
	}
}
