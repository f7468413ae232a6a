import type {
	ExecuteWorkflowOptions,
	IDataObject,
	IExecuteWorkflowInfo,
	INodeExecutionData,
	INodeParameters,
	IWorkflowBase,
	OnError,
} from 'n8n-workflow';

import { SeamWaitForCodeSet } from '../../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { executeContext } from '../support/nodeHarness.mts';
import { skippingWaits, useFakeClock } from '../support/time.mts';

const NOW = '2027-03-01T12:00:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (distance: number) => new Date(Date.parse(NOW) + distance).toISOString();

const PIN = '481516';
const WAKE_URL = 'https://n8n.example.com/webhook-waiting/child-1';

/** A code that starts in three hours on a lock that is programmed at once. */
const codeOf = (more: IDataObject = {}): IDataObject => ({
	access_code_id: 'code-1',
	device_id: 'device-1',
	type: 'time_bound',
	status: 'unset',
	code: PIN,
	starts_at: at(3 * HOUR),
	ends_at: at(30 * HOUR),
	errors: [],
	warnings: [],
	pending_mutations: [],
	...more,
});

let seam: FakeSeam;
const codes: Record<string, IDataObject> = {};

beforeEach(async () => {
	seam = await startFakeSeam();
	useFakeClock(NOW);
	for (const id of Object.keys(codes)) delete codes[id];
	seam.respondWith('/access_codes/get', ({ access_code_id: id }) => {
		const code = codes[id as string];
		return code ? { access_code: code } : fault(404, 'access_code_not_found', 'No such code');
	});
	seam.respondWith('/devices/get', {
		device: {
			device_id: 'device-1',
			device_type: 'august_lock',
			properties: {},
			location: { time_zone: 'Europe/Berlin' },
		},
	});
});
afterEach(async () => {
	jest.useRealTimers();
	await seam.stop();
});

interface Setting {
	ids?: string[];
	parameters?: INodeParameters;
	onError?: OnError;
}

interface Started {
	workflow: IWorkflowBase;
	items: INodeExecutionData[];
	options: ExecuteWorkflowOptions;
	/** Fake milliseconds after the beginning of the test. */
	after: number;
}

/** A node that is about to run, and what n8n will have been asked to start. */
function nodeThatParks({ ids = ['code-1'], ...more }: Setting = {}) {
	const started: Started[] = [];
	const executeWorkflow = async (
		{ code }: IExecuteWorkflowInfo,
		_additionalData: unknown,
		options: ExecuteWorkflowOptions,
	) => {
		started.push({
			workflow: code as IWorkflowBase,
			items: JSON.parse(JSON.stringify(options.inputData)),
			options,
			after: Date.now() - Date.parse(NOW),
		});
		return {
			executionId: 'child-1',
			data: [[{ json: { wake_url: WAKE_URL } }]],
			waitTill: new Date(),
		};
	};
	const context = executeContext(SeamWaitForCodeSet, {
		...more,
		items: ids.map((id) => ({ json: { access_code_id: id, code: PIN, guest: 'Ada' } })),
		seam,
		executionId: 'parent-1',
		additionalData: { executeWorkflow: executeWorkflow as never },
	});
	return { context, started };
}

/** Runs the node until it parks; tells what n8n was asked to start, and what it keeps. */
async function parkedBy(setting: Setting) {
	const { context, started } = nodeThatParks(setting);
	const { result, waited } = await skippingWaits(
		async () => await new SeamWaitForCodeSet().execute.call(context),
	);
	return { context, started, output: result, waited };
}

/** Runs that many nodes at the same time; tells which were still polling when a second had passed. */
async function parkedTogether(count: number, setting?: Setting) {
	const nodes = Array.from({ length: count }, () => nodeThatParks(setting));
	await skippingWaits(
		async () =>
			await Promise.allSettled(
				nodes.map(async ({ context }) => await new SeamWaitForCodeSet().execute.call(context)),
			),
	);
	const starts = nodes.flatMap(({ started }) => started.map(({ after }) => after));
	return {
		atOnce: starts.filter((after) => after < 1_000).length,
		later: starts.filter((after) => after >= 1_000).length,
	};
}

/** How n8n answers a call to the resume URL of the execution that waits. */
let parent: { statusCode: number; body: unknown };
const IS_PARKED = { statusCode: 200, body: { is_parked: true } };
beforeEach(() => (parent = IS_PARKED));

/** A node of the inner workflows, run by run: its memory is kept as n8n keeps it, as JSON. */
function stage(parkedWait: string, more: Partial<Parameters<typeof executeContext>[1]> = {}) {
	let memory: IDataObject = {};
	return async (items: INodeExecutionData[]) => {
		const context = executeContext(SeamWaitForCodeSet, {
			parameters: { parkedWait },
			items,
			seam,
			executionId: 'child-1',
			...more,
		});
		const asked: IDataObject[] = [];
		context.helpers.httpRequest = async ({ url, body }) => {
			asked.push({ url, body } as IDataObject);
			return parent;
		};
		Object.assign(context.getContext('node'), JSON.parse(JSON.stringify(memory)));
		const { result } = await skippingWaits(
			async () => await new SeamWaitForCodeSet().execute.call(context),
		);
		memory = JSON.parse(JSON.stringify(context.getContext('node')));
		return { end: result[0], sleep: result[1], memory, asked, context };
	};
}

/** The polls in the sub-execution, round by round; how it ends is what the supervising one makes of it. */
function child({ items }: Started) {
	const run = stage('poll');
	const conclude = stage('conclude');
	return async (input: INodeExecutionData[] = items) => {
		const round = await run(input);
		if (round.end.length === 0) return round;
		const { end, sleep } = await conclude(round.end);
		expect(sleep).toEqual([]);
		return { ...round, end };
	};
}

const goTo = (instant: unknown) => jest.setSystemTime(new Date(instant as string));

describe('parking', () => {
	test('after a minute at most, the wait goes on in a sub-execution that this one is parked for', async () => {
		codes['code-1'] = codeOf();
		const { context, started, waited } = await parkedBy({});
		expect(waited).toBeLessThanOrEqual(MINUTE);
		expect(started).toHaveLength(1);
		const [{ workflow, options }] = started;
		expect(options.parentExecution).toMatchObject({
			executionId: 'parent-1',
			workflowId: 'workflow-1',
			shouldResume: true,
		});
		expect(workflow.nodes.map(({ type }) => type)).toEqual([
			'n8n-nodes-base.executeWorkflowTrigger',
			'n8n-nodes-seam.seamWaitForCodeSet',
			'n8n-nodes-seam.seamWaitForCodeSet',
			'n8n-nodes-base.stickyNote',
		]);
		expect(workflow.nodes[1]).toMatchObject({
			parameters: { parkedWait: 'conclude' },
			credentials: context.getNode().credentials,
		});
		expect(workflow.settings).toMatchObject({ timezone: 'Europe/Berlin', executionOrder: 'v1' });
		expect(workflow.settings).not.toHaveProperty('errorWorkflow');
		const { content } = workflow.nodes[3].parameters;
		expect(content).toContain('A part of a wait, not a workflow of yours');
		expect(content).toContain('(execution parent-1)');
		expect(content).toContain(
			'*Waiting until the lock is known to have the code. Next check 1 Mar 13:02; gives up 1 Mar 15:30 (Europe/Berlin).*',
		);
		expect(content).toContain(
			'To call the wait off, stop execution parent-1, which runs your workflow',
		);
	});

	test.each<OnError>(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'])(
		'what is stored meanwhile is not ready and holds no PIN (%s)',
		async (onError) => {
			codes['code-1'] = codeOf();
			const { context, started, output } = await parkedBy({ onError });
			const [stored] = context.getExecuteData().data.main as INodeExecutionData[][];
			expect(JSON.stringify([stored, output, started[0].items])).not.toContain(PIN);
			expect(output[0][0].json).toEqual({
				access_code_id: 'code-1',
				is_ready: false,
				outcome: 'waiting',
				why: 'Waiting until the lock is known to have the code. Next check 1 Mar 13:02; gives up 1 Mar 15:30 (Europe/Berlin).',
				next_check_at: '2027-03-01T13:02:00+01:00',
				gives_up_at: '2027-03-01T15:30:00+01:00',
			});
			// Passed on by n8n itself, it is a wait that failed; and nothing at all if the node is to stop.
			if (onError === 'stopWorkflow') expect(stored).toEqual([]);
			else {
				const error = expect.stringContaining('is not ready (interrupted): n8n was stopped');
				const fields = { access_code_id: 'code-1', is_ready: false, outcome: 'interrupted' };
				if (onError === 'continueErrorOutput') expect(stored[0].json).toEqual({ error });
				else expect(stored[0].json).toMatchObject({ ...fields, error });
				expect(stored[0].json).not.toHaveProperty('code_to_give');
				expect(stored[0]).not.toHaveProperty('error');
			}
			// With Retry On Fail, n8n would run the node again at the sight of an error, and park it twice.
			expect(output[0][0]).not.toHaveProperty('error');
			expect(output[0][0].json).not.toHaveProperty('error');
		},
	);

	test('a wait that a person must look after is not parked', async () => {
		codes['code-1'] = codeOf({ errors: [{ error_code: 'device_removed', message: 'Gone.' }] });
		await expect(parkedBy({})).rejects.toThrow('(failed)');
	});

	test('where many wait at once, twenty poll on for a while and the others park after one poll', async () => {
		codes['code-1'] = codeOf();
		expect(await parkedTogether(23)).toEqual({ atOnce: 3, later: 20 });
		expect(await parkedTogether(20)).toEqual({ atOnce: 0, later: 20 });
	});

	test('a wait that stops with an error leaves its place to others', async () => {
		const isRemoved = codeOf({ errors: [{ error_code: 'device_removed', message: 'Gone.' }] });
		let looks = 0;
		seam.respondWith('/access_codes/get', () => {
			looks += 1;
			return { access_code: looks > 20 && looks <= 40 ? isRemoved : codeOf() };
		});
		expect(await parkedTogether(20)).toEqual({ atOnce: 0, later: 0 });
		expect(looks).toBe(40);
		expect(await parkedTogether(20)).toEqual({ atOnce: 0, later: 20 });
	});
});

describe('the sub-execution', () => {
	const begin = async (setting: Setting = {}) => {
		const { started } = await parkedBy(setting);
		const round = child(started[0]);
		const first = await round();
		return { round, first };
	};

	test('first only sleeps, and tells where it can be woken', async () => {
		codes['code-1'] = codeOf();
		const { first } = await begin();
		expect(first.end).toEqual([]);
		expect(first.sleep[0].json).toMatchObject({ sleeps_until: at(2 * MINUTE) });
		expect(seam.requestsTo('/access_codes/get')).toHaveLength(2);

		const { end, sleep, context } = await stage('sleep')(first.sleep);
		expect(context.getExecuteData().data.main).toEqual([first.sleep]);
		expect(end).toEqual(first.sleep);
		expect(sleep[0].json).toEqual({
			wake_url: expect.stringContaining('/webhook-waiting/child-1'),
		});
	});

	test('says in its items what it waits for and until when', async () => {
		codes['code-1'] = codeOf();
		const { first } = await begin({ parameters: { readyWhen: 'set' } });
		expect(Object.entries(first.sleep[0].json)[0]).toEqual([
			'status',
			expect.stringMatching(
				/^Waiting until the code opens the door\. Next check 1 Mar \d\d:\d\d; gives up /,
			),
		]);
	});

	test('sleeps at most a day, then asks n8n whether anybody waits, and Seam only if a poll is due', async () => {
		codes['code-1'] = codeOf({ starts_at: at(60 * 24 * HOUR), ends_at: at(70 * 24 * HOUR) });
		const { round, first } = await begin();
		let sleep = first.sleep;
		for (let slept = 0; slept < 12; slept += 1) {
			const next = Date.parse(String(sleep[0].json.sleeps_until));
			expect(next - Date.now()).toBeLessThanOrEqual(24 * HOUR);
			if (slept === 1) {
				expect(sleep[0].json.status).toMatch(/ Once a day it looks whether anybody still waits\.$/);
			}
			jest.setSystemTime(next);
			({ sleep } = await round(sleep));
		}
		const days = (Date.now() - Date.parse(NOW)) / (24 * HOUR);
		expect(days).toBeGreaterThan(4);
		const polls = seam.requestsTo('/access_codes/get').length;
		jest.setSystemTime(Date.parse(String(sleep[0].json.sleeps_until)));
		await round(sleep);
		expect(seam.requestsTo('/access_codes/get')).toHaveLength(polls);
	});

	test('has slept once before it parks, for n8n forgets the last sleep when it is woken', async () => {
		codes['code-1'] = codeOf();
		const { started } = await parkedBy({});
		const { end, sleep } = await stage('sleep')(started[0].items);
		expect({ end, sleep }).toEqual({ end: started[0].items, sleep: undefined });
	});

	test('stores a substitute before it deletes the first code', async () => {
		codes['code-1'] = codeOf();
		codes.backup = codeOf({ access_code_id: 'backup', status: 'set', is_backup: true });
		seam.respondWith('/access_codes/pull_backup_access_code', { access_code: codes.backup });
		seam.respondWith('/access_codes/delete', {});
		const { round, first } = await begin({ parameters: { fallback: 'backup_code' } });
		goTo(at(3 * HOUR - 30 * MINUTE));
		const second = await round(first.sleep);
		expect(second.end).toEqual([]);
		expect(second.sleep[0].json).toMatchObject({ wait: { accessCodeId: 'backup' } });
		expect(Date.parse(second.sleep[0].json.sleeps_until as string)).toBeLessThanOrEqual(Date.now());
		expect(seam.requestsTo('/access_codes/delete')).toEqual([]);

		// Whoever goes on from there, also after a crash in the middle of it, ends at the same.
		for (const isGone of [false, true]) {
			if (isGone) delete codes['code-1'];
			const again = stage('poll');
			const { end } = await again((await again(second.sleep)).sleep);
			expect(end[0].json.polling_answer).toMatchObject({
				is_ready: true,
				access_code_id: 'backup',
				code_to_give: PIN,
				replaced_access_code: { access_code_id: 'code-1', is_deletion_requested: true },
			});
		}
	});

	test.each([
		['stopped', 409, 'The execution "parent-1" has finished with error.'],
		['deleted', 404, 'The execution "parent-1" does not exist.'],
	])(
		'ends without a poll if the execution that waited was %s',
		async (_how, statusCode, message) => {
			codes['code-1'] = codeOf();
			const { round, first } = await begin({ parameters: { fallback: 'backup_code' } });
			const before = seam.requests.length;
			parent = { statusCode, body: { code: statusCode, message } };
			goTo(at(3 * HOUR - 30 * MINUTE));
			const { end, sleep, asked } = await round(first.sleep);
			expect([end, sleep]).toEqual([[], []]);
			expect(asked).toEqual([
				{
					url: expect.stringContaining('/webhook-waiting/parent-1'),
					body: { asks_whether_parked: true },
				},
			]);
			expect(seam.requests).toHaveLength(before);
		},
	);

	test.each([
		['a proxy that knows no such page', { statusCode: 404, body: '<html>Not found</html>' }],
		['a token of another time', { statusCode: 401, body: { error: 'Invalid token' } }],
		[
			'another execution',
			{ statusCode: 404, body: { message: 'The execution "7" does not exist.' } },
		],
	])('polls all the same if the answer is that of %s', async (_whose, answer) => {
		codes['code-1'] = codeOf();
		const { round, first } = await begin();
		codes['code-1'] = codeOf({ status: 'set' });
		parent = answer;
		goTo(first.sleep[0].json.sleeps_until);
		expect((await round(first.sleep)).end[0].json).toMatchObject({ code_to_give: PIN });
	});

	test('polls, sleeps again, and hands the code out when Seam confirms it', async () => {
		codes['code-1'] = codeOf();
		const { round, first } = await begin();
		goTo(first.sleep[0].json.sleeps_until);
		const second = await round(first.sleep);
		expect(second.end).toEqual([]);
		expect(second.sleep[0].json.sleeps_until).toBe(at(12 * MINUTE));
		expect(JSON.stringify([second.sleep, second.memory])).not.toContain(PIN);

		codes['code-1'] = codeOf({ is_scheduled_on_device: true });
		goTo(second.sleep[0].json.sleeps_until);
		const third = await round(second.sleep);
		expect(third.sleep).toEqual([]);
		expect(third.end).toEqual([
			{
				json: expect.objectContaining({ is_ready: true, outcome: 'scheduled', code_to_give: PIN }),
				pairedItem: { item: 0 },
			},
		]);
		expect(JSON.stringify(third.memory)).not.toContain(PIN);
	});

	test('ends with an error where the time is over', async () => {
		codes['code-1'] = codeOf();
		const { round, first } = await begin();
		goTo(at(3 * HOUR - 30 * MINUTE));
		await expect(round(first.sleep)).rejects.toThrow('is not ready (gave_up)');
	});

	test('hands back every item, each with its own outcome, where an error output is on', async () => {
		for (const id of ['code-1', 'code-2', 'code-3']) codes[id] = codeOf({ access_code_id: id });
		codes['code-2'] = codeOf({ access_code_id: 'code-2', is_scheduled_on_device: true });
		const { round, first } = await begin({
			ids: ['code-1', 'code-2', 'code-3', 'gone'],
			onError: 'continueErrorOutput',
		});
		codes['code-3'] = codeOf({ access_code_id: 'code-3', status: 'set' });
		goTo(at(3 * HOUR - 30 * MINUTE));
		const { end } = await round(first.sleep);
		expect(end.map(({ pairedItem }) => pairedItem)).toEqual([0, { item: 1 }, { item: 2 }, 3]);
		expect(end.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('(gave_up)'),
			undefined,
			undefined,
			expect.stringContaining('(deleted)'),
		]);
		expect(end.slice(1, 3).map(({ json }) => json.code_to_give)).toEqual([PIN, PIN]);
	});

	test('still tells rounds later what its fallback found, and does not try it twice', async () => {
		codes['code-1'] = codeOf({ errors: [{ error_code: 'device_removed', message: 'Gone.' }] });
		codes['code-2'] = codeOf({ access_code_id: 'code-2' });
		const nothing = fault(404, 'backup_access_code_not_found', 'None');
		seam.respondWith('/access_codes/pull_backup_access_code', nothing);
		const { round, first } = await begin({
			ids: ['code-1', 'code-2'],
			parameters: { fallback: 'backup_code', whenNotReady: 'continue' },
		});
		codes['code-2'] = codeOf({ access_code_id: 'code-2', status: 'set' });
		goTo(first.sleep[0].json.sleeps_until);
		const { end } = await round(first.sleep);
		expect(end.map(({ json }) => json.is_ready)).toEqual([false, true]);
		expect(end[0].json.why).toMatch(/No backup code could be pulled: .*None/);
		expect(seam.requestsTo('/access_codes/pull_backup_access_code')).toHaveLength(1);
	});

	test('reads again what was ready before it slept, and believes only that', async () => {
		codes['code-1'] = codeOf();
		codes['code-2'] = codeOf({ access_code_id: 'code-2', status: 'set' });
		const { round, first } = await begin({ ids: ['code-1', 'code-2'] });
		codes['code-1'] = codeOf({ status: 'set' });
		codes['code-2'] = codeOf({ access_code_id: 'code-2', status: 'setting' });
		goTo(first.sleep[0].json.sleeps_until);
		const second = await round(first.sleep);
		expect(second.end).toEqual([]);

		codes['code-2'] = codeOf({ access_code_id: 'code-2', status: 'set' });
		goTo(second.sleep[0].json.sleeps_until);
		const third = await round(second.sleep);
		expect(third.end.map(({ json }) => json.is_ready)).toEqual([true, true]);
	});

	test('woken early it polls at once, whatever it was told, and keeps its rhythm', async () => {
		codes['code-1'] = codeOf();
		const { round } = await begin();
		goTo(at(MINUTE));
		const lie = [{ json: { body: { is_ready: true, code_to_give: '9999', outcome: 'set' } } }];
		const woken = await round(lie);
		expect(woken.end).toEqual([]);
		expect(JSON.stringify([woken.sleep, woken.memory])).not.toContain('9999');
		// Two minutes after the first poll, as planned, but not before n8n can wake it on time.
		expect(woken.sleep[0].json.sleeps_until).toBe(at(2 * MINUTE));
		expect(seam.requestsTo('/access_codes/get')).toHaveLength(3);

		codes['code-1'] = codeOf({ status: 'set' });
		goTo(at(MINUTE + 1_000));
		expect((await round(lie)).end[0].json).toMatchObject({
			is_ready: true,
			code_to_give: PIN,
			checks: { last_at: at(MINUTE + 5_000) },
		});
	});

	test('a call means all codes, also where one of them would have been looked at anyway', async () => {
		codes['code-1'] = codeOf();
		codes['code-2'] = codeOf({ access_code_id: 'code-2', starts_at: at(90 * HOUR) });
		const { round, first } = await begin({ ids: ['code-1', 'code-2'] });
		const before = seam.requestsTo('/access_codes/get').length;
		goTo(first.sleep[0].json.sleeps_until);
		await round([{ json: { body: {} } }]);
		const looks = seam.requestsTo('/access_codes/get').slice(before);
		expect(looks.map(({ body }) => body.access_code_id).sort()).toEqual(['code-1', 'code-2']);
	});

	test('goes on when Seam can not be reached, until its deadline and ten minutes more', async () => {
		codes['code-1'] = codeOf();
		const { round, first } = await begin({ parameters: { fallback: 'backup_code' } });
		seam.respondWith('/access_codes/get', fault(401, 'unauthorized', 'Revoked'));
		let sleep = first.sleep;
		const pollsAt: number[] = [];
		const stopped = async () => {
			for (let count = 0; count < 60; count += 1) {
				goTo(sleep[0].json.sleeps_until);
				pollsAt.push(Date.now() - Date.parse(NOW));
				sleep = (await round(sleep)).sleep;
			}
		};
		await expect(stopped()).rejects.toMatchObject({
			description: expect.stringMatching(
				/Seam could not be asked.* The fallback was not tried for the same reason\./,
			),
		});
		const deadline = 3 * HOUR - 30 * MINUTE;
		expect(pollsAt.filter((poll) => poll <= deadline).length).toBeLessThan(45);
		expect(pollsAt.at(-1)).toBeGreaterThanOrEqual(deadline + 10 * MINUTE);
		expect(pollsAt.at(-1)).toBeLessThan(deadline + 12 * MINUTE);
	});

	test('a deadline that passed while n8n was down leaves Seam time to come back', async () => {
		codes['code-1'] = codeOf();
		const { round, first } = await begin();
		seam.respondWith('/access_codes/get', fault(401, 'unauthorized', 'Not yet'));
		goTo(at(3 * HOUR));
		const { end, sleep } = await round(first.sleep);
		expect(end).toEqual([]);
		seam.respondWith('/access_codes/get', { access_code: codeOf({ status: 'set' }) });
		goTo(sleep[0].json.sleeps_until);
		expect((await round(sleep)).end[0].json).toMatchObject({ is_ready: true, code_to_give: PIN });
	});

	test('a booking that moves takes the deadline along', async () => {
		codes['code-1'] = codeOf();
		const { round, first } = await begin();
		codes['code-1'] = codeOf({ starts_at: at(20 * HOUR) });
		goTo(first.sleep[0].json.sleeps_until);
		const second = await round(first.sleep);
		goTo(at(3 * HOUR - 30 * MINUTE));
		expect((await round(second.sleep)).end).toEqual([]);
	});
});

describe('the supervising execution', () => {
	const begin = async (setting: Setting = {}) => {
		codes['code-1'] = codeOf();
		const { started } = await parkedBy(setting);
		return started[0].items;
	};

	test('has the waits polled, and ends with the answers', async () => {
		const items = await begin();
		const conclude = stage('conclude');
		expect(await conclude(items)).toMatchObject({ end: [], sleep: items });
		const answer = { is_ready: true, code_to_give: PIN };
		const answers = [{ json: { polling_answer: answer }, pairedItem: { item: 0 } }];
		const end = [{ json: answer, pairedItem: { item: 0 } }];
		expect(await conclude(answers)).toMatchObject({ end, sleep: [] });
	});

	test.each<OnError>(['continueErrorOutput', 'continueRegularOutput', 'stopWorkflow'])(
		'has them polled again after a crash, but not for ever (%s)',
		async (onError) => {
			const items = await begin({ onError });
			const conclude = stage('conclude', { onError });
			expect(await conclude(items)).toMatchObject({ end: [], sleep: items });
			const { sleep: asleep } = await stage('poll')(items);
			for (let crash = 1; crash <= 5; crash += 1) {
				// As when it began: with the time of the next poll, it would sleep before it has slept once.
				const again = await conclude(asleep);
				expect([again.end, again.sleep]).toEqual([[], items]);
			}
			const end = conclude(items).then((last) => last.end[0].json.error);
			const why = 'n8n was stopped while it waited';
			if (onError === 'stopWorkflow') {
				const message = expect.stringContaining('(interrupted)');
				const description = expect.stringContaining(why);
				await expect(end).rejects.toMatchObject({ message, description });
			} else expect(await end).toContain(`(interrupted): ${why}`);
		},
	);

	test('has them polled again, as last time, where n8n says only that the polling failed', async () => {
		const items = await begin();
		const conclude = stage('conclude');
		await conclude(items);
		const failed = [{ json: { error: 'This execution failed to be processed too many times' } }];
		expect(await conclude(failed)).toMatchObject({ end: [], sleep: items });

		const later = structuredClone(items);
		(later[0].json.wait as IDataObject).polls = 7;
		expect(await conclude(later)).toMatchObject({ end: [], sleep: later });
		for (let failure = 1; failure <= 3; failure += 1)
			expect(await conclude(failed)).toMatchObject({ end: [], sleep: later });
		await expect(conclude(failed)).rejects.toThrow('(interrupted)');
	});

	test('does not take an answer for the error output, which is an error alone, for a failure of n8n', async () => {
		const items = await begin({ onError: 'continueErrorOutput' });
		const conclude = stage('conclude');
		await conclude(items);
		const poll = stage('poll');
		const { sleep } = await poll(items);
		codes['code-1'] = codeOf({ errors: [{ error_code: 'device_removed', message: 'Gone.' }] });
		goTo(sleep[0].json.sleeps_until);
		const { end } = await poll(sleep);
		const error = expect.stringContaining('is not ready (failed)');
		expect(await conclude(end)).toMatchObject({ end: [{ json: { error } }], sleep: [] });
	});

	const INTERRUPTED = expect.objectContaining({ outcome: 'interrupted' });
	test.each<[OnError, IDataObject[]]>([
		['stopWorkflow', []],
		['continueErrorOutput', [{ error: expect.stringContaining('(interrupted)') }]],
		['continueRegularOutput', [INTERRUPTED]],
	])(
		'parks until the polling ends; ended by n8n, it puts out no answer (%s)',
		async (onError, out) => {
			const items = await begin({ onError });
			const polling: ExecuteWorkflowOptions[] = [];
			const supervise = stage('supervise', {
				additionalData: {
					executeWorkflow: (async (
						{ code }: IExecuteWorkflowInfo,
						_data: unknown,
						options: ExecuteWorkflowOptions,
					) => {
						polling.push(options);
						expect(code?.nodes.map(({ parameters }) => parameters.parkedWait)).toEqual([
							undefined,
							'sleep',
							'poll',
							undefined,
						]);
						const data = [[], [{ json: { wake_url: WAKE_URL } }]];
						return { executionId: 'child-2', data, waitTill: new Date() };
					}) as never,
				},
			});
			const { end, sleep, memory } = await supervise(items);
			expect(polling).toEqual([
				expect.objectContaining({
					inputData: items,
					parentExecution: expect.objectContaining({ executionId: 'child-1', shouldResume: true }),
				}),
			]);
			expect(end.map(({ json }) => json)).toEqual(out);
			expect(memory).toMatchObject({ wakeUrl: WAKE_URL });
			expect(sleep[0].json).toEqual({ wake_url: expect.stringContaining('child-1') });
		},
	);
});
