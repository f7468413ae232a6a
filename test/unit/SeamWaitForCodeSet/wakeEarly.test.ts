import type { IDataObject } from 'n8n-workflow';

import { SeamWaitForCodeSet } from '../../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { webhookContext } from '../support/nodeHarness.mts';

/** The resume URL of a parked wait whose sub-execution can be woken at `wakeUrl`. */
function resumeUrl({ wakeUrl, answers = true }: { wakeUrl: unknown; answers?: boolean }) {
	const sent: IDataObject[] = [];
	const call = async () => {
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
		return await new SeamWaitForCodeSet().webhook.call(context);
	};
	return { sent, call };
}

const pass = async (milliseconds: number) => await jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick'] }));
afterEach(() => jest.useRealTimers());

test('wakes the sub-execution, and nothing else: the execution itself stays parked', async () => {
	const { sent, call } = resumeUrl({ wakeUrl: 'https://n8n.example.com/1' });
	expect(await call()).toEqual({ webhookResponse: { polling_again: true } });
	await pass(2_000);
	expect(sent).toEqual([{ method: 'POST', url: 'https://n8n.example.com/1' }]);
});

test('twenty calls wake it once', async () => {
	const { sent, call } = resumeUrl({ wakeUrl: 'https://n8n.example.com/2' });
	const answers = await Promise.all(Array.from({ length: 20 }, call));
	expect(answers.every(({ workflowData }) => workflowData === undefined)).toBe(true);
	await pass(60_000);
	expect(sent).toHaveLength(1);
});

test('a burst is answered when it is over, or after ten seconds', async () => {
	const { sent, call } = resumeUrl({ wakeUrl: 'https://n8n.example.com/7' });
	const sentAfter: number[] = [];
	for (let second = 0; second < 12; second += 1) {
		await call();
		await pass(1_000);
		sentAfter.push(sent.length);
	}
	expect(sentAfter).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
	await pass(60_000);
	expect(sent).toHaveLength(2);
});

test('a call after the poll is not lost, and waits its five seconds', async () => {
	const { sent, call } = resumeUrl({ wakeUrl: 'https://n8n.example.com/3' });
	await call();
	await pass(2_500);
	await call();
	await pass(4_400);
	expect(sent).toHaveLength(1);
	await pass(100);
	expect(sent).toHaveLength(2);
});

test('one wait does not keep another from being woken', async () => {
	const [one, other] = ['4', '5'].map((id) =>
		resumeUrl({ wakeUrl: `https://n8n.example.com/${id}` }),
	);
	await one.call();
	await other.call();
	await pass(2_000);
	expect([one.sent.length, other.sent.length]).toEqual([1, 1]);
});

test('tries three times, and never throws, if the sub-execution polls already or is out of reach', async () => {
	const { sent, call } = resumeUrl({ wakeUrl: 'https://n8n.example.com/6', answers: false });
	expect(await call()).toEqual({ webhookResponse: { polling_again: true } });
	const sentAfter: number[] = [];
	for (const seconds of [2, 4.9, 0.1, 5, 60]) {
		await pass(seconds * 1_000);
		sentAfter.push(sent.length);
	}
	expect(sentAfter).toEqual([1, 1, 2, 3, 3]);
});

test('says so if there is nothing to wake', async () => {
	const { call } = resumeUrl({ wakeUrl: undefined });
	expect(await call()).toEqual({ webhookResponse: { polling_again: false } });
});

test('tells the sub-execution that it is still parked, and wakes nobody for that', async () => {
	const { context } = webhookContext(SeamWaitForCodeSet, {
		request: { rawBody: JSON.stringify({ asks_whether_parked: true }) },
	});
	expect(await new SeamWaitForCodeSet().webhook.call(context)).toEqual({
		webhookResponse: { is_parked: true },
	});
});

test('ends the sleep between two polls, with nothing of what was said', async () => {
	const { context } = webhookContext(SeamWaitForCodeSet, {
		parameters: { parkedWait: 'sleep' },
		request: { rawBody: JSON.stringify({ is_ready: true, code_to_give: '9999' }) },
	});
	expect(await new SeamWaitForCodeSet().webhook.call(context)).toEqual({
		workflowData: [[{ json: {} }]],
		webhookResponse: { polling_again: true },
	});
});

test('a call without a body, as the waking execution makes it, wakes too', async () => {
	const { context } = webhookContext(SeamWaitForCodeSet, { request: { rawBody: '' } });
	context.getBodyData = () => undefined as unknown as IDataObject;
	context.evaluateExpression = () => 'https://n8n.example.com/8';
	context.helpers.httpRequest = async () => ({});
	expect(await new SeamWaitForCodeSet().webhook.call(context)).toEqual({
		webhookResponse: { polling_again: true },
	});
});
