import { sleep } from 'n8n-workflow';

import { SeamError } from './seamError';

/** Waits that many milliseconds; ends early with a `SeamError` of kind `cancelled` when the execution is cancelled. */
export async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
	throwIfCancelled(signal);
	if (signal === undefined) {
		await sleep(milliseconds);
		return;
	}
	let stopListening = () => {};
	const cancelled = new Promise<void>((resolve) => {
		const onAbort = () => resolve();
		signal.addEventListener('abort', onAbort, { once: true });
		stopListening = () => signal.removeEventListener('abort', onAbort);
	});
	await Promise.race([sleep(milliseconds), cancelled]);
	stopListening();
	throwIfCancelled(signal);
}

export function throwIfCancelled(signal?: AbortSignal): void {
	if (signal?.aborted) {
		throw new SeamError('The execution was cancelled before Seam was asked', { kind: 'cancelled' });
	}
}
