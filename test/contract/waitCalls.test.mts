// What a wait costs at Seam, by the node's own execute over HTTP: this process's clock and the sandbox's are moved
// together, from one instant at which the wait wants to look to the next.
import type {
	ExecuteWorkflowOptions,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { startSandbox, type Sandbox } from '../e2e/harness/sandbox.mts';
import { executeContext } from '../unit/support/nodeHarness.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2027, 2, 1, 12);

let sandbox: Sandbox;
let now = NOW;
/** A request has a time limit of its own, in real time. */
let isAsking = false;
const realNow = Date.now;
const realSetTimeout = globalThis.setTimeout;

beforeAll(async () => {
	sandbox = await startSandbox();
	Date.now = () => now;
	// Sleeping takes no time: the clock is put forward by it.
	const skipping = (run: () => void, milliseconds = 0) => {
		if (isAsking) return realSetTimeout(run, milliseconds);
		now += milliseconds;
		return realSetTimeout(run, 0);
	};
	globalThis.setTimeout = skipping as unknown as typeof setTimeout;
}, 60_000);

afterAll(async () => {
	Date.now = realNow;
	globalThis.setTimeout = realSetTimeout;
	await sandbox?.stop();
});

async function goTo(instant: number): Promise<void> {
	now = instant;
	await sandbox.setClock({ now: new Date(now).toISOString(), frozen: true });
}

/** One round of the node. Before each request the sandbox's clock is put where this one is. */
async function round(
	items: IDataObject[],
	parameters: INodeParameters,
	memory: IDataObject,
): Promise<{ outputs: INodeExecutionData[][]; parked: INodeExecutionData[] | null }> {
	let parked: INodeExecutionData[] | null = null;
	const executeWorkflow = async (
		_workflow: unknown,
		_data: unknown,
		options: ExecuteWorkflowOptions,
	) => {
		parked = options.inputData as INodeExecutionData[];
		return { executionId: 'child', data: [[]], waitTill: new Date() };
	};
	const context = executeContext(SeamWaitForCodeSet, {
		seam: sandbox,
		credential: { apiKey: sandbox.apiKey },
		items: items.map((json) => ({ json })),
		parameters,
		additionalData: { executeWorkflow: executeWorkflow as never },
	});
	Object.assign(context.getContext('node'), memory);
	context.helpers.httpRequest = async () => ({ statusCode: 200, body: { is_parked: true } });
	const send = context.helpers.httpRequestWithAuthentication;
	context.helpers.httpRequestWithAuthentication = async function (...request) {
		await goTo(now);
		isAsking = true;
		try {
			return await send.apply(this, request);
		} finally {
			isAsking = false;
		}
	};
	const outputs = await new SeamWaitForCodeSet().execute.call(context);
	Object.assign(memory, JSON.parse(JSON.stringify(context.getContext('node'))));
	return { outputs, parked };
}

/** Something that happens while the wait sleeps. */
interface Meanwhile {
	at: number;
	does: () => Promise<unknown>;
}

/** Waits for a code to its end; gives the answer and all calls that it took. */
async function waitFor(
	accessCodeId: string,
	parameters: INodeParameters = {},
	meanwhile?: Meanwhile,
) {
	await sandbox.control('DELETE', '/requests');
	const first = await round([{ access_code_id: accessCodeId }], parameters, {});
	let answer = first.parked === null ? first.outputs[0] : [];
	let items = (first.parked ?? []).map(({ json }) => json);
	const memory: IDataObject = {};
	let coming = meanwhile;
	while (answer.length === 0) {
		const { outputs } = await round(items, { parkedWait: 'poll' }, memory);
		[answer, items] = [outputs[0], (outputs[1] ?? []).map(({ json }) => json)];
		if (answer.length > 0) break;
		const next = Date.parse(items[0].sleeps_until as string);
		if (coming && coming.at <= next) {
			await goTo(coming.at);
			await coming.does();
			coming = undefined;
		}
		await goTo(next);
	}
	const { requests } = await sandbox.control<{ requests: unknown[] }>('GET', '/requests');
	if (first.parked !== null) {
		const polled = answer.map(({ json }) => json);
		[answer] = (await round(polled, { parkedWait: 'conclude' }, {})).outputs;
	}
	return { json: answer[0].json, calls: requests.length };
}

let locks = 0;

/** A code on a lock of its own that confirms it some time after Seam has begun to program it. */
async function codeOn(template: string, startsIn: number, delay: number): Promise<string> {
	const alias = `lock_${(locks += 1)}`;
	await goTo(NOW);
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template,
		alias,
	});
	await sandbox.control('POST', '/programming', {
		device: alias,
		outcome: 'set',
		delay_ms: delay,
	});
	const { access_code } = await sandbox.seam<{ access_code: { access_code_id: string } }>(
		'/access_codes/create',
		{
			device_id,
			starts_at: new Date(NOW + startsIn).toISOString(),
			ends_at: new Date(NOW + startsIn + 2 * DAY).toISOString(),
		},
	);
	return access_code.access_code_id;
}

const SECONDS = 1_000;

/** The calls of a wait; one of them reads the device. */
describe.each([
	['natively scheduled', 'august', 72 * HOUR, 'scheduled'],
	['programmed just in time', 'smartthings', HOUR, 'set'],
])('a lock that is %s', (kind, template, lead, outcome) => {
	const isNative = kind === 'natively scheduled';
	test.each([
		// Days ahead, the lock's delay, at most so many calls where it is native, and where it is not.
		[5, 20 * SECONDS, 4, 9],
		[5, 10 * MINUTE, 6, 20],
		[30, 20 * SECONDS, 12, 17],
		[30, 10 * MINUTE, 14, 28],
		[60, 20 * SECONDS, 19, 24],
	])('%d days before the start, confirmed after %d ms', async (days, delay, native, others) => {
		const { json, calls } = await waitFor(await codeOn(template, days * DAY, delay));
		expect(json).toMatchObject({ is_ready: true, outcome });
		const confirmed = NOW + days * DAY - lead + delay;
		// Days ahead nobody needs the code yet; in the last hour it is told within a minute.
		expect(now - confirmed).toBeLessThanOrEqual(isNative ? 2 * MINUTE : MINUTE);
		expect(calls).toBeLessThanOrEqual(isNative ? native : others);
	});

	test.each([
		// Milliseconds before the start, the lock's delay, at most so many calls.
		[HOUR, 25 * SECONDS, 6],
		[HOUR, 10 * MINUTE, 18],
		[MINUTE, 25 * SECONDS, 6],
		[MINUTE, 10 * MINUTE, 18],
	])('%d ms before the start, confirmed after %d ms', async (startsIn, delay, most) => {
		const { json, calls } = await waitFor(await codeOn(template, startsIn, delay));
		expect(json).toMatchObject({ is_ready: true });
		expect(now - NOW - delay).toBeLessThanOrEqual(MINUTE);
		expect(calls).toBeLessThanOrEqual(most);
	});

	test('a month before the start, which then moves to five days ahead', async () => {
		const accessCodeId = await codeOn(template, 30 * DAY, 20 * SECONDS);
		const start = NOW + HOUR + 5 * DAY;
		const { json } = await waitFor(
			accessCodeId,
			{},
			{
				at: NOW + HOUR,
				does: async () =>
					await sandbox.seam('/access_codes/update', {
						access_code_id: accessCodeId,
						starts_at: new Date(start).toISOString(),
					}),
			},
		);
		expect(json).toMatchObject({ is_ready: true, outcome });
		expect(json.checks).toMatchObject({
			give_up_at: new Date(start - 30 * MINUTE).toISOString(),
		});
		expect(now).toBeLessThanOrEqual(isNative ? start - DAY : start - HOUR + 2 * MINUTE);
	});
});

describe('a lock that is programmed just in time, and when the wait for it gives up', () => {
	const start = NOW + 5 * DAY;
	const iso = (at: number) => new Date(at).toISOString();

	test('half an hour before the start by itself', async () => {
		const { json } = await waitFor(await codeOn('smartthings', 5 * DAY, 10 * MINUTE));
		expect(json).toMatchObject({
			outcome: 'set',
			checks: { give_up_at: iso(start - 30 * MINUTE), seen: [] },
		});
	});

	test('two hours before the start would always strike, and is moved past the hour', async () => {
		const { json } = await waitFor(await codeOn('smartthings', 5 * DAY, 10 * MINUTE), {
			giveUp: 'before_start',
			minutesBeforeStart: 120,
		});
		expect(json).toMatchObject({
			outcome: 'set',
			checks: {
				give_up_at: iso(start - 45 * MINUTE),
				seen: [expect.objectContaining({ code: 'give_up_moved' })],
			},
		});
		expect(now).toBeLessThanOrEqual(start - HOUR + 11 * MINUTE);
	});
});

describe('a lock that turns set only at its start', () => {
	const lateCode = async (startsIn: number) => {
		const alias = `late_${(locks += 1)}`;
		await goTo(NOW);
		const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
			template: 'smartthings',
			alias,
		});
		await sandbox.control('POST', '/programming', { device: alias, outcome: 'set_only_at_start' });
		const { access_code } = await sandbox.seam<{ access_code: { access_code_id: string } }>(
			'/access_codes/create',
			{
				device_id,
				starts_at: new Date(NOW + startsIn).toISOString(),
				ends_at: new Date(NOW + startsIn + DAY).toISOString(),
			},
		);
		return access_code.access_code_id;
	};

	test('misses the default deadline, half an hour before', async () => {
		await expect(waitFor(await lateCode(5 * HOUR))).rejects.toThrow('(gave_up)');
		expect(now).toBe(NOW + 5 * HOUR - 30 * MINUTE);
	});

	test('is confirmed where the deadline leaves it the time', async () => {
		const { json } = await waitFor(await lateCode(5 * HOUR), {
			giveUp: 'at_time',
			giveUpAt: new Date(NOW + 5 * HOUR + 5 * MINUTE).toISOString(),
		});
		expect(json).toMatchObject({ is_ready: true, outcome: 'set' });
		expect(now).toBeLessThanOrEqual(NOW + 5 * HOUR + 5 * MINUTE);
	});

	test('a native lock, where only Set counts, gets its deadline after the start', async () => {
		const { json } = await waitFor(await codeOn('august', 5 * DAY, 10 * MINUTE), {
			readyWhen: 'set',
		});
		expect(json).toMatchObject({ is_ready: true, outcome: 'set' });
		expect(json.checks).toMatchObject({
			give_up_at: new Date(NOW + 5 * DAY + 15 * MINUTE).toISOString(),
			seen: [expect.objectContaining({ code: 'give_up_moved' })],
		});
	});
});
