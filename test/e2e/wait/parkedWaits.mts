import {
	addLock,
	answersOf,
	createCode,
	endOf,
	messagesOf,
	pinOf,
	startWait,
	waitUntilParked,
	type Place,
	type RunningWait,
} from './waits.mts';

/** What the node does with an item that is not ready. */
const STYLES = {
	stop: {},
	sorted: { onError: 'continueErrorOutput' },
	told: { parameters: { whenNotReady: 'continue' } },
} as const;

/** Moves the sandbox's clock on: by then Seam has tried again. */
export const A_RETRY_LATER = { advance_ms: 11 * 60_000 };

/** Parks one wait of each style for a lock that does not take its code. */
export async function parkAll(place: Place, name: string) {
	return await Promise.all(
		Object.entries(STYLES).map(async ([style, setting]) => {
			const alias = `${name}-${style}`;
			const code = await createCode(place, await addLock(place, alias, 'fail'));
			const wait = await waitUntilParked(place, await startWait(place, alias, [code], setting));
			return { alias, code, wait };
		}),
	);
}

/** The guest is told a PIN that works, and nobody anything else; `limit` in seconds. */
export async function expectPin(
	place: Place,
	wait: RunningWait,
	code: string,
	limit: number,
): Promise<void> {
	const execution = await endOf(place, wait, 'success', limit);
	const pin = await pinOf(place, code);
	expect(answersOf(execution)).toEqual([
		expect.objectContaining({ is_ready: true, code_to_give: pin }),
	]);
	expect(await messagesOf(place, wait)).toEqual([
		expect.objectContaining({ to: 'Guest', text: `Your PIN: ${pin}` }),
	]);
}
