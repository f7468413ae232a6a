import { z } from 'zod';

import { eventSchema } from '../schema/event';
import { tolerant } from '../schema/tolerant';

/** A delivery is already signed, so that an event without an ID is an event all the same. */
const deliveredEventSchema = eventSchema.extend({
	event_type: z.string().min(1),
	event_id: tolerant(z.string().min(1)),
});

/** An event as a webhook brought it: the fields that this package reads, and the whole of it untouched in `asSent`. */
export interface DeliveredEvent {
	fields: z.infer<typeof deliveredEventSchema>;
	asSent: Record<string, unknown>;
}

/** Reads a delivery's body. Null for whatever is not one event: no JSON, a list, no `event_type`. */
export function readDeliveredEvent(rawBody: Uint8Array): DeliveredEvent | null {
	const asSent = parsed(rawBody);
	const read = deliveredEventSchema.safeParse(asSent);
	return read.success ? { fields: read.data, asSent: asSent as Record<string, unknown> } : null;
}

function parsed(rawBody: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(rawBody).toString('utf8'));
	} catch {
		return undefined;
	}
}
