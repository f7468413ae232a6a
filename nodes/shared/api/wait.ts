import { sleep } from 'n8n-workflow';

import { SeamError } from './seamError';

/** Waits that many milliseconds; ends early with a `SeamError` of kind `cancelled` when the signal aborts. */
export async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
	throwIfCancelled(signal);
	if (signal === undefined) {
		await sleep(milliseconds);
		return;
	}
	let stopListening = () => {};
	const aborted = new Promise<void>((resolve) => {
		const onAbort = () => resolve();
		signal.addEventListener('abort', onAbort, { once: true });
		stopListening = () => signal.removeEventListener('abort', onAbort);
	});
	await Promise.race([sleep(milliseconds), aborted]);
	stopListening();
	throwIfCancelled(signal);
}

export function throwIfCancelled(signal?: AbortSignal): void {
	if (signal?.aborted) throw cancelled();
}

export const cancelled = () =>
	new SeamError('The execution was cancelled before Seam was asked', { kind: 'cancelled' });
