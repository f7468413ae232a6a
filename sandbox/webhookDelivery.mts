import { Webhook } from 'svix';
import { newId } from './ids.mts';
import type { SeamEvent, WebhookRecord, World } from './world.mts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Seam's retry schedule: the wait before each attempt, counted from the failure of the one before. */
export const RETRY_SCHEDULE: readonly number[] = [
	0,
	5 * SECOND,
	5 * MINUTE,
	30 * MINUTE,
	2 * HOUR,
	5 * HOUR,
	10 * HOUR,
	10 * HOUR,
];

/** Real ms after which an attempt counts as failed. */
const RECEIVER_TIMEOUT = 5_000;

/** Sends an event to every webhook of its workspace that wants it. */
export function deliver(world: World, event: SeamEvent): void {
	for (const webhook of world.webhooks.values()) {
		if (webhook.workspace_id !== event.workspace_id || !wants(webhook, event.event_type)) continue;
		attempt(world, webhook, event, `msg_${newId().replaceAll('-', '')}`, 1);
	}
}

const wants = ({ event_types: types }: WebhookRecord, type: string): boolean =>
	types.includes('*') || types.includes(type);

function attempt(
	world: World,
	webhook: WebhookRecord,
	event: SeamEvent,
	messageId: string,
	number: number,
): void {
	const wait = RETRY_SCHEDULE[number - 1];
	if (wait === undefined) return;
	world.clock.schedule(world.clock.now() + wait, async () => {
		if (webhook.isDeleted) return;
		const { now } = world.clock.read();
		const status = await send(webhook, event, messageId);
		world.deliveries.push({
			webhook_id: webhook.webhook_id,
			event_id: event.event_id,
			event_type: event.event_type,
			attempt: number,
			at: now,
			status,
		});
		const isTaken = status !== null && status >= 200 && status < 300;
		if (!isTaken && !webhook.isDeleted) attempt(world, webhook, event, messageId, number + 1);
	});
}

/**
 * Sends one signed delivery; null where no answer came. The signature carries the machine's time, not the sandbox's:
 * receivers compare it with their own clock.
 */
async function send(
	webhook: WebhookRecord,
	event: SeamEvent,
	messageId: string,
): Promise<number | null> {
	const body = JSON.stringify(event);
	const signedAt = new Date();
	try {
		const response = await fetch(webhook.url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'svix-id': messageId,
				'svix-timestamp': String(Math.floor(signedAt.getTime() / 1000)),
				'svix-signature': new Webhook(webhook.secret).sign(messageId, signedAt, body),
			},
			body,
			redirect: 'manual',
			signal: AbortSignal.timeout(RECEIVER_TIMEOUT),
		});
		await response.arrayBuffer();
		return response.status;
	} catch {
		return null;
	}
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The sandbox delivers to this machine only. */
export const isLoopback = (url: string): boolean => LOOPBACK.has(new URL(url).hostname);
