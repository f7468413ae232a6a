import { randomUUID } from 'node:crypto';
import { Webhook } from 'svix';

export interface SeamEvent {
	event_id: string;
	event_type: string;
	[field: string]: unknown;
}

export interface SignedDelivery {
	headers: Record<string, string>;
	body: string;
}

/** An event of this moment with an ID of its own; more fields as given. */
export function eventOf(more: Record<string, unknown> = {}): SeamEvent {
	const now = new Date().toISOString();
	return {
		event_id: randomUUID(),
		event_type: 'lock.unlocked',
		workspace_id: randomUUID(),
		created_at: now,
		occurred_at: now,
		device_id: randomUUID(),
		connected_account_id: randomUUID(),
		method: 'keycode',
		...more,
	};
}

/** What Seam would send, signed by Svix's own library. */
export function signed(
	event: SeamEvent | string,
	secret: string,
	{ at = new Date(), contentType = 'application/json' } = {},
): SignedDelivery {
	const body = typeof event === 'string' ? event : JSON.stringify(event);
	const messageId = `msg_${randomUUID()}`;
	return {
		body,
		headers: {
			'content-type': contentType,
			'svix-id': messageId,
			'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
			'svix-signature': new Webhook(secret).sign(messageId, at, body),
		},
	};
}

/** Sends it and gives the HTTP status of the answer. */
export async function send(url: string, { headers, body }: SignedDelivery): Promise<number> {
	const response = await fetch(url, {
		method: 'POST',
		headers,
		body,
		signal: AbortSignal.timeout(60_000),
	});
	await response.arrayBuffer();
	return response.status;
}

/** Does the work for each value, so many at a time. */
export async function inParallel<T, R>(
	values: readonly T[],
	atOnce: number,
	work: (value: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	let next = 0;
	const worker = async () => {
		while (next < values.length) {
			const index = next;
			next += 1;
			results[index] = await work(values[index]);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}
