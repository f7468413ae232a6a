import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until `condition` gives something other than undefined, null or false, and returns it.
 *
 * @param limit in seconds. @param what said in the error when the limit is reached, as "Waited 5 s for <what>".
 * @param every in milliseconds.
 * @throws Error at the limit, with what the condition last threw, if it did.
 */
export async function waitFor<T>(
	condition: () => Promise<T | undefined | null | false> | T | undefined | null | false,
	{ limit, what, every = 100 }: { limit: number; what: string; every?: number },
): Promise<T> {
	const end = Date.now() + limit * 1000;
	let lastError: unknown;
	do {
		try {
			const found = await condition();
			if (found !== undefined && found !== null && found !== false) return found;
			lastError = undefined;
		} catch (error) {
			if (error instanceof Hopeless) throw error;
			lastError = error;
		}
		await pause(every);
	} while (Date.now() < end);
	const why = lastError instanceof Error ? ` Last answer: ${lastError.message}` : '';
	throw new Error(`Waited ${limit} s for ${what}.${why}`);
}

/** Thrown by a condition that can never come true any more: the wait ends at once. */
export class Hopeless extends Error {}
