// When the editor has come to rest: nothing is being loaded, nothing moves.
import type { Page } from 'playwright-core';
import { waitFor } from '../../test/e2e/harness/index.mts';

/** For so long nothing has been asked for, in milliseconds. */
const QUIET = 250;
/** A push connection stays open. */
const LASTING = /\/rest\/push|\/rest\/events/;

/** In the page: no animation runs but those that never end. */
const HAS_STOPPED = `document.getAnimations().every(
	({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity
)`;

/** @returns what waits for the page's rest. */
export function watchRest(page: Page): () => Promise<void> {
	let open = 0;
	let last = Date.now();
	const count = (change: number) => (request: { url(): string }) => {
		if (LASTING.test(request.url())) return;
		open += change;
		last = Date.now();
	};
	page.on('request', count(1));
	page.on('requestfinished', count(-1));
	page.on('requestfailed', count(-1));
	return async () => {
		last = Date.now();
		await waitFor(() => open <= 0 && Date.now() - last >= QUIET, {
			...{ limit: 60, every: 20, what: 'the editor to have loaded all' },
		});
		await page.waitForFunction(HAS_STOPPED);
	};
}
