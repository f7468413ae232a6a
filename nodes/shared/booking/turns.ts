/** The end of the last task of each key that is queued or running. */
const lastTurns = new Map<string, Promise<void>>();

/**
 * Runs tasks of the same key one after the other, in the order in which they came; tasks of different keys don't
 * wait for each other. It holds inside one process: what another process does at the same time is `createOnce`'s
 * business.
 */
export async function inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
	const before = lastTurns.get(key) ?? Promise.resolve();
	const outcome = before.then(task);
	const turn = outcome.then(
		() => undefined,
		() => undefined,
	);
	lastTurns.set(key, turn);
	try {
		return await outcome;
	} finally {
		if (lastTurns.get(key) === turn) lastTurns.delete(key);
	}
}
