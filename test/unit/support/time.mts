import { isRequestUnderWay } from './underWay.mts';

/** Starts a fake clock that leaves the network alone; `jest.useRealTimers()` ends it. */
export function useFakeClock(now?: Date | string) {
	jest.useFakeTimers({
		doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'hrtime'],
		...(now === undefined ? {} : { now: new Date(now) }),
	});
}

/** In nanoseconds: enough for a busy machine, and less than a test may take. */
const LONGEST_IN_REAL_TIME = 25_000_000_000n;
jest.setTimeout(30_000);

/**
 * Runs the work to its end under the fake clock, which moves on whenever nothing but a timer is left to wait for.
 * Requests of the harness's contexts go on in real time meanwhile and cost no fake time.
 *
 *     const { result, waited } = await skippingWaits(() => getDevice(…));   // waited: fake milliseconds
 */
export async function skippingWaits<T>(
	work: () => Promise<T>,
): Promise<{ result: T; waited: number }> {
	const begun = Date.now();
	const begunInRealTime = process.hrtime.bigint();
	let settled = false;
	const result = work().finally(() => {
		settled = true;
	});
	// A failure is the caller's to see; here it only ends the loop.
	result.catch(() => undefined);
	while (!settled) {
		if (process.hrtime.bigint() - begunInRealTime > LONGEST_IN_REAL_TIME) {
			throw new Error('The work waits for something that never comes');
		}
		await new Promise((resolve) => setImmediate(resolve));
		if (!settled && !isRequestUnderWay() && jest.getTimerCount() > 0) {
			jest.advanceTimersToNextTimer();
		}
	}
	return { result: await result, waited: Date.now() - begun };
}
