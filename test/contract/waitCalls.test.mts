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

/** Waits for a code to its end; gives the answer and all calls that it took. */
async function waitFor(accessCodeId: string, parameters: INodeParameters = {}) {
	await sandbox.control('DELETE', '/requests');
	const first = await round([{ access_code_id: accessCodeId }], parameters, {});
	let answer = first.parked === null ? first.outputs[0] : [];
	let items = (first.parked ?? []).map(({ json }) => json);
	const memory: IDataObject = {};
	while (answer.length === 0) {
		const { outputs } = await round(items, { parkedWait: 'poll' }, memory);
		[answer, items] = [outputs[0], (outputs[1] ?? []).map(({ json }) => json)];
		if (answer.length === 0) await goTo(Date.parse(items[0].next_poll_at as string));
	}
	const { requests } = await sandbox.control<{ requests: unknown[] }>('GET', '/requests');
	return { json: answer[0].json, calls: requests.length };
}

let locks = 0;

/** A code on a lock of its own that answers ten minutes after Seam has begun to program it. */
async function slowCode(template: string, startsIn: number): Promise<string> {
	const alias = `slow_${(locks += 1)}`;
	await goTo(NOW);
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template,
		alias,
	});
	await sandbox.control('POST', '/programming', {
		device: alias,
		outcome: 'set',
		delay_ms: 10 * MINUTE,
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

describe.each([
	['natively scheduled', 'august', 72 * HOUR, 'scheduled'],
	['programmed just in time', 'smartthings', HOUR, 'set'],
])('a lock that is %s and confirms after ten minutes', (_kind, template, lead, outcome) => {
	test.each([
		['an hour', HOUR, 8],
		['5 days', 5 * DAY, 10],
		['60 days', 60 * DAY, 12],
	])('%s before the start: at most so many calls', async (_distance, startsIn, most) => {
		const { json, calls } = await waitFor(await slowCode(template, startsIn));
		expect(json).toMatchObject({ is_ready: true, outcome });
		const programmed = Math.max(NOW, NOW + startsIn - lead);
		expect(now).toBe(programmed + 12 * MINUTE);
		expect(calls).toBeLessThanOrEqual(most);
	});

	test('a minute before the start: four calls', async () => {
		const { json, calls } = await waitFor(await slowCode(template, MINUTE));
		expect(json).toMatchObject({ is_ready: true, outcome: 'set' });
		expect(calls).toBeLessThanOrEqual(4);
	});
});

describe('a lock that is programmed just in time, and when the wait for it gives up', () => {
	const start = NOW + 5 * DAY;
	const iso = (at: number) => new Date(at).toISOString();

	test('half an hour before the start by itself', async () => {
		const { json } = await waitFor(await slowCode('smartthings', 5 * DAY));
		expect(json).toMatchObject({
			outcome: 'set',
			checks: { give_up_at: iso(start - 30 * MINUTE), seen: [] },
		});
	});

	test('two hours before the start would always strike, and is moved past the hour', async () => {
		const { json } = await waitFor(await slowCode('smartthings', 5 * DAY), {
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
		expect(now).toBe(start - HOUR + 12 * MINUTE);
	});
});

describe('a lock that turns set only at its start', () => {
	const codeOn = async (startsIn: number) => {
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
		await expect(waitFor(await codeOn(5 * HOUR))).rejects.toThrow('(gave_up)');
		expect(now).toBe(NOW + 5 * HOUR - 30 * MINUTE);
	});

	test('is confirmed where the deadline leaves it the time', async () => {
		const { json } = await waitFor(await codeOn(5 * HOUR), {
			giveUp: 'at_time',
			giveUpAt: new Date(NOW + 5 * HOUR + 5 * MINUTE).toISOString(),
		});
		expect(json).toMatchObject({ is_ready: true, outcome: 'set' });
		expect(now).toBeLessThanOrEqual(NOW + 5 * HOUR + 5 * MINUTE);
	});

	test('a native lock, where only Set counts, gets its deadline after the start', async () => {
		const { json } = await waitFor(await slowCode('august', 5 * DAY), { readyWhen: 'set' });
		expect(json).toMatchObject({ is_ready: true, outcome: 'set' });
		expect(json.checks).toMatchObject({
			give_up_at: new Date(NOW + 5 * DAY + 15 * MINUTE).toISOString(),
			seen: [expect.objectContaining({ code: 'give_up_moved' })],
		});
	});
});
