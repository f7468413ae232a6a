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

/** The same, or the wait failed because n8n was interrupted: then nobody is told a PIN, and the reason is known. */
export async function expectPinOrInterruption(
	place: Place,
	wait: RunningWait,
	code: string,
	limit: number,
): Promise<void> {
	const { client } = place.n8n;
	const execution = await client.waitForExecution(wait.executionId, {
		status: ['success', 'error'],
		limit,
	});
	if (answersOf(execution)[0]?.is_ready === true) {
		await expectPin(place, wait, code, limit);
		return;
	}
	const pin = await pinOf(place, code);
	const messages = await messagesOf(place, wait);
	expect({ isTold: JSON.stringify(messages).includes(pin) }).toEqual({ isTold: false });
	// A node that stops on errors puts out nothing; the others say why.
	const [answer] = answersOf(execution);
	if (answer !== undefined) expect(answer.outcome).toBe('interrupted');
	for (const { text } of messages.filter(({ to }) => to === 'Host')) {
		expect(text).toContain('(interrupted)');
	}
}
