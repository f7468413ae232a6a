import pWaitFor from 'p-wait-for';

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
	let lastError: unknown;
	const attempt = async () => {
		try {
			const found = await condition();
			lastError = undefined;
			return (
				found !== undefined && found !== null && found !== false && pWaitFor.resolveWith(found)
			);
		} catch (error) {
			if (error instanceof Hopeless) throw error;
			lastError = error;
			return false;
		}
	};
	const giveUp = () => {
		const why = lastError instanceof Error ? ` Last answer: ${lastError.message}` : '';
		throw new Error(`Waited ${limit} s for ${what}.${why}`);
	};
	return await pWaitFor<T>(attempt, {
		interval: every,
		timeout: { milliseconds: limit * 1000, fallback: giveUp },
	});
}

/** Thrown by a condition that can never come true any more: the wait ends at once. */
export class Hopeless extends Error {}
