import { isRequestUnderWay } from './underWay.mts';

/** Starts a fake clock that leaves the network alone; `jest.useRealTimers()` ends it. */
export function useFakeClock(now?: Date | string) {
	jest.useFakeTimers({
		doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask'],
		...(now === undefined ? {} : { now: new Date(now) }),
	});
}

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
	let settled = false;
	const result = work().finally(() => {
		settled = true;
	});
	// A failure is the caller's to see; here it only ends the loop.
	result.catch(() => undefined);
	while (!settled) {
		await new Promise((resolve) => setImmediate(resolve));
		if (!settled && !isRequestUnderWay() && jest.getTimerCount() > 0) {
			await jest.advanceTimersToNextTimerAsync();
		}
	}
	return { result: await result, waited: Date.now() - begun };
}
