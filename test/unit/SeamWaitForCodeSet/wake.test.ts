import type { IDataObject } from 'n8n-workflow';

import { SeamWaitForCodeSet } from '../../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { webhookContext } from '../support/nodeHarness.mts';

/** Calls the resume URL of a parked wait whose sub-execution can be woken at `wakeUrl`. */
async function call({ wakeUrl, answers = true }: { wakeUrl: unknown; answers?: boolean }) {
	const sent: IDataObject[] = [];
	const { context } = webhookContext(SeamWaitForCodeSet, {
		request: { rawBody: JSON.stringify({ is_ready: true, code_to_give: '9999' }) },
	});
	context.evaluateExpression = (expression: string) => {
		expect(expression).toBe('{{ $node["Seam"].context.wakeUrl }}');
		return wakeUrl as string;
	};
	context.helpers.httpRequest = async (options) => {
		sent.push({ method: options.method, url: options.url });
		if (!answers) throw new Error('409: running already');
	};
	const result = await new SeamWaitForCodeSet().webhook.call(context);
	return { sent, result };
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick'] }));
afterEach(() => jest.useRealTimers());

test('wakes the sub-execution, and nothing else: the execution itself stays parked', async () => {
	const { sent, result } = await call({ wakeUrl: 'https://n8n.example.com/1' });
	expect(sent).toEqual([{ method: 'POST', url: 'https://n8n.example.com/1' }]);
	expect(result).toEqual({ webhookResponse: { looking_again: true } });
});

test('twenty calls wake it once; five seconds later it may be woken again', async () => {
	const wakeUrl = 'https://n8n.example.com/2';
	const calls = await Promise.all(Array.from({ length: 20 }, async () => await call({ wakeUrl })));
	expect(calls.flatMap(({ sent }) => sent)).toHaveLength(1);
	expect(calls.every(({ result }) => result.workflowData === undefined)).toBe(true);

	jest.advanceTimersByTime(4_999);
	expect((await call({ wakeUrl })).sent).toEqual([]);
	jest.advanceTimersByTime(1);
	expect((await call({ wakeUrl })).sent).toHaveLength(1);
});

test('one wait does not keep another from being woken', async () => {
	await call({ wakeUrl: 'https://n8n.example.com/3' });
	expect((await call({ wakeUrl: 'https://n8n.example.com/4' })).sent).toHaveLength(1);
});

test.each([
	['is looking already or out of reach', { wakeUrl: 'https://n8n.example.com/5', answers: false }],
	['has no address', { wakeUrl: undefined }],
])('never throws: the sub-execution %s', async (_case, setting) => {
	expect((await call(setting)).result).toEqual({ webhookResponse: { looking_again: false } });
});
