// A sign of life from work that takes long. Plain Node 20, no dependencies.

const EVERY_MS = 10_000;

/**
 * Does something, and says every ten seconds that it is still being done.
 *
 * @template T
 * @param {string} what as in "still <what>".
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withHeartbeat(what, say, work) {
	const start = Date.now();
	const timer = setInterval(() => {
		say(`… still ${what} (${Math.round((Date.now() - start) / 1000)} s)`);
	}, EVERY_MS);
	try {
		return await work();
	} finally {
		clearInterval(timer);
	}
}
