import { wait } from './wait';

/** What Seam counts per device, and how many of it it takes in any minute (Seam: Rate Limits and Guardrails). */
const MOST_PER_MINUTE = { create: 10, update: 10, delete: 20, lock: 15, unlock: 15 } as const;

export type PacedOperation = keyof typeof MOST_PER_MINUTE;

export interface Pace {
	operation: PacedOperation;
	/** Every device that the request changes; each has its own count. */
	deviceIds: readonly string[];
}

/** A second more than Seam's minute, because requests do not all take equally long to arrive. */
const WINDOW_MS = 61_000;

/** At most this many requests are under way at once, all executions of this process together. */
const MOST_IN_FLIGHT = 10;

/** When the last requests of one operation on one device were, or will be, sent: at most as many as its limit. */
const sendTimes = new Map<string, number[]>();

/**
 * Waits until Seam will take this request. The first ones (as many as the limit allows) pass at once; later ones
 * are spread so that no minute holds too many. Places are given in the order of asking.
 *
 * @param seam base URL of the Seam that counts
 */
export async function waitForTurn(seam: string, pace: Pace, signal?: AbortSignal): Promise<void> {
	const now = Date.now();
	forgetIdleDevices(now);
	const turns = pace.deviceIds.map((deviceId) =>
		takeTurn(`${seam} ${pace.operation} ${deviceId}`, pace, now),
	);
	const delay = Math.max(0, ...turns) - now;
	if (delay > 0) await wait(delay, signal);
}

function takeTurn(key: string, { operation }: Pace, now: number): number {
	const limit = MOST_PER_MINUTE[operation];
	const times = sendTimes.get(key) ?? [];
	const turn = times.length < limit ? now : Math.max(now, times[times.length - limit] + WINDOW_MS);
	sendTimes.set(key, [...times, turn].slice(-limit));
	return turn;
}

function forgetIdleDevices(now: number): void {
	for (const [key, times] of sendTimes) {
		if (times[times.length - 1] + WINDOW_MS < now) sendTimes.delete(key);
	}
}

let inFlight = 0;
const queue: Array<() => void> = [];

/** Runs a request when fewer than ten others are under way; the rest queue in the order of asking. */
export async function inFlightLimit<T>(send: () => Promise<T>): Promise<T> {
	if (inFlight >= MOST_IN_FLIGHT) await new Promise<void>((resolve) => queue.push(resolve));
	else inFlight += 1;
	try {
		return await send();
	} finally {
		// The place goes to the next in the queue, else it is free.
		const next = queue.shift();
		if (next) next();
		else inFlight -= 1;
	}
}
