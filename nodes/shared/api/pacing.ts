import { cancelled, wait } from './wait';

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

/** At most this many requests of one caller are under way at once, all executions of this process together. */
const MOST_IN_FLIGHT = 10;

/** When the last requests of one operation on one device were, or will be, sent: at most as many as its limit. */
const sendTimes = new Map<string, number[]>();

/**
 * Waits until Seam will take this request. The first ones (as many as the limit allows) pass at once; later ones
 * are spread so that no minute holds too many. Places are given in the order of asking.
 *
 * @param caller whom Seam counts (`Caller.id`)
 */
export async function waitForTurn(caller: string, pace: Pace, signal?: AbortSignal): Promise<void> {
	const now = Date.now();
	forgetIdleDevices(now);
	let turn = now;
	for (const deviceId of pace.deviceIds) {
		turn = Math.max(turn, takeTurn(`${caller} ${pace.operation} ${deviceId}`, pace, now));
	}
	if (turn > now) await wait(turn - now, signal);
}

function takeTurn(key: string, { operation }: Pace, now: number): number {
	const limit = MOST_PER_MINUTE[operation];
	const times = sendTimes.get(key) ?? [];
	const turn = times.length < limit ? now : Math.max(now, times[times.length - limit] + WINDOW_MS);
	sendTimes.delete(key);
	sendTimes.set(key, [...times, turn].slice(-limit));
	return turn;
}

let sweptAt = 0;

/**
 * Once a minute at most, so that no request pays for all devices. Where the clock was set back, the times of the old
 * clock lie in the future and nobody may wait for them: all are forgotten, and Seam's own refusals count.
 */
function forgetIdleDevices(now: number): void {
	if (now < sweptAt) sendTimes.clear();
	else if (now < sweptAt + WINDOW_MS) return;
	sweptAt = now;
	for (const [key, times] of sendTimes) {
		if (times[times.length - 1] + WINDOW_MS < now) sendTimes.delete(key);
	}
}

interface Places {
	taken: number;
	/** Who waits for a place, in the order of asking; each is called when it has one. */
	queue: Set<() => void>;
}

const placesOf = new Map<string, Places>();

/**
 * Runs a request when fewer than ten others of its caller are under way; the rest queue in the order of asking.
 *
 * @param caller whose requests are counted (`Caller.id`)
 * @throws SeamError of kind `cancelled` if the signal ends the time in the queue
 */
export async function inFlightLimit<T>(
	caller: string,
	send: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	const places = placesOf.get(caller) ?? { taken: 0, queue: new Set() };
	placesOf.set(caller, places);
	if (places.taken < MOST_IN_FLIGHT) places.taken += 1;
	else if (!(await isGivenPlace(places.queue, signal))) throw cancelled();
	try {
		return await send();
	} finally {
		// The place goes to the next in the queue, else it is free.
		const [next] = places.queue;
		if (next) next();
		else if ((places.taken -= 1) === 0) placesOf.delete(caller);
	}
}

/** Queues for a place; false if the signal came first. */
async function isGivenPlace(queue: Places['queue'], signal?: AbortSignal): Promise<boolean> {
	if (signal?.aborted) return false;
	return await new Promise((resolve) => {
		const end = (hasPlace: boolean) => {
			queue.delete(take);
			signal?.removeEventListener('abort', leave);
			resolve(hasPlace);
		};
		const take = () => end(true);
		const leave = () => end(false);
		queue.add(take);
		signal?.addEventListener('abort', leave);
	});
}
