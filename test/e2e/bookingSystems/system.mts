// The booking systems’ side of the tests: what they remember, and the API that the example workflows read it from.
import type { N8nClient, WebAnswer, WebRequest } from '../harness/index.mts';

/** A stay as its booking system knows it now. Dates and times are on the clock of the place. */
export interface Stay {
	/** Digits; a system that has IDs of another form makes one from it. */
	id: string;
	guest: { first: string; last: string; phone: string; email: string };
	listing: string;
	/** `2027-03-01` */
	arrival: string;
	departure: string;
	/** `16:00`; null if nothing was agreed. */
	arrivalTime: string | null;
	departureTime: string | null;
	/** IANA name, such as `America/Los_Angeles`. */
	zone: string;
	/** `blocked` is whatever the system has that is no stay: a block, an inquiry, an owner’s stay. */
	state: 'confirmed' | 'cancelled' | 'blocked';
	/** When it last changed, in UTC: `2026-11-01T09:30:00.000Z`. */
	changedAt: string;
}

/** What happened to a stay: only a word for the message, as systems send it. */
export type Happening = 'created' | 'changed' | 'cancelled' | 'deleted';

/** One booking system: its documented payloads, with a test’s stay in them. */
export interface BookingSystem {
	/** The example’s file. */
	slug: string;
	/** The booking key that the example gives the stay. */
	keyOf(stay: Stay): string;
	/** The clock that the system itself gives a stay without an agreed time; if it gives dates alone, 15:00 and 11:00. */
	checkIn?: string;
	checkOut?: string;
	/** The credentials that its nodes need, by n8n’s credential type; none if it is never asked. */
	credentials: Record<string, Record<string, unknown>>;
	/** What its user has to write into Settings, and elsewhere in the example, by node. */
	settings?: Record<string, string>;
	parameters?: Record<string, Record<string, unknown>>;
	/** The one listing of all its bookings, if it stands in Settings. */
	listing?: string;
	/** It is asked for changes, and sends nothing: an unchanged booking is not told again. */
	isPolled?: boolean;
	/** Its messages carry the state themselves, and it has nothing that is no stay. */
	isByHand?: boolean;
	/** The hosts that `answer` speaks for: `api.hostaway.com`. */
	hosts: string[];
	/** What comes to its webhook, or what its trigger of n8n gets. */
	message(stay: Stay, happened: Happening): object;
	/**
	 * What its API answers: it refuses a request without its credential with 401, and
	 * one that its documents don’t know with 404.
	 */
	answer(request: WebRequest, stays: ReadonlyMap<string, Stay>): WebAnswer;
	/** How a message reaches the workflow, if it is not just posted to its webhook. */
	deliver?(message: object, n8n: N8nClient, path: string): Promise<void>;
}
