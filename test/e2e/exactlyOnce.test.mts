import {
	outputOf,
	packPackage,
	startN8n,
	startSandbox,
	waitFor,
	type N8n,
	type Sandbox,
} from './harness/index.mts';
import {
	bookingWorkflow,
	loopWorkflow,
	NODE,
	publish,
	type Answer,
	type BookingMessage,
} from './exactlyOnce/bookingWorkflow.mts';
import {
	codesOn as codesOnLock,
	createsAt,
	hold,
	newBooking,
	newLock as newLockAt,
	release,
	untilHeld,
} from './exactlyOnce/locks.mts';

const PATH = 'exactly-once';

let sandbox: Sandbox;
let n8n: N8n;
let tarball: string;
let workflowId: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	tarball = await packPackage();
	n8n = await startN8n({ tarball });
	workflowId = await publish(n8n, sandbox, bookingWorkflow(PATH));
}, 300_000);
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);
afterEach(async () => {
	await sandbox?.control('DELETE', '/faults');
});

const newLock = async (template: string, overrides?: object) =>
	await newLockAt(sandbox, template, overrides);

const booking = async (device: string, more?: Partial<BookingMessage>) =>
	await newBooking(sandbox, device, more);

const codesOn = async (device: string, key?: string) => await codesOnLock(sandbox, device, key);

const creates = async () => await createsAt(sandbox);

/** Waits until Seam holds so many creates back, then lets them go together. */
async function releaseTogether(expected: number): Promise<void> {
	await untilHeld(sandbox, expected);
	await release(sandbox);
}

const post = async (message: object, to = n8n, path = PATH) =>
	(await to.client.postWebhook(path, message)) as Answer;

describe('in one n8n', () => {
	test.each(['august', 'igloohome'])(
		'the same booking 20 times at once, and again: one code on the %s',
		async (template) => {
			const lock = await newLock(template);
			const message = await booking(lock);
			const answers = await Promise.all(
				Array.from({ length: 20 }, async () => await post(message)),
			);
			answers.push(await post(message));

			const codes = await codesOn(lock);
			expect(codes).toHaveLength(1);
			expect(new Set(answers.map((answer) => answer.access_code_id))).toEqual(
				new Set([codes[0].access_code_id]),
			);
			expect(answers.filter(({ was_created }) => was_created)).toHaveLength(1);
			if (template === 'august') {
				expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([codes[0].code]));
			}
		},
		120_000,
	);

	test.each([
		['an answer that is lost', { kind: 'lost_answer', times: 1 }],
		['a connection that is reset', { kind: 'reset', times: 1 }],
		['a 500', { kind: 'status', status: 500, times: 1 }],
		['a storm of 429', { kind: 'status', status: 429, retry_after: 1, times: 3 }],
	])(
		'%s on create ends in one code',
		async (_what, fault) => {
			for (const template of ['august', 'igloohome']) {
				const lock = await newLock(template);
				const message = await booking(lock);
				const path = '/access_codes/create';
				await sandbox.control('POST', '/faults', { path, device_id: lock, ...fault });
				const answer = await post(message);
				const codes = await codesOn(lock);
				expect(codes.map(({ access_code_id }) => access_code_id)).toEqual([answer.access_code_id]);
			}
		},
		120_000,
	);

	test('two bookings without a key in a loop get two codes', async () => {
		const lock = await newLock('august');
		await publish(n8n, sandbox, loopWorkflow('loop'));
		const { starts_at, ends_at } = await booking(lock);
		const guests = ['Guest one', 'Guest two'].map((name) => ({
			name,
			device: lock,
			starts_at,
			ends_at,
		}));
		await post({ guests }, n8n, 'loop');
		const codes = await codesOn(lock, 'Guest');
		expect(codes).toHaveLength(2);
		expect(codes[0].code).not.toBe(codes[1].code);
	}, 60_000);

	test('a room change, interrupted and repeated, leaves one code in the new room', async () => {
		const [oldRoom, newRoom] = [await newLock('august'), await newLock('yale')];
		const message = await booking(oldRoom);
		const { code } = await post(message);
		const change = { ...message, device: newRoom, previous: oldRoom };

		const path = '/access_codes/delete';
		await sandbox.control('POST', '/faults', { path, kind: 'status', status: 400 });
		const interrupted = await post(change);
		expect(interrupted.previous_locks).toEqual([
			expect.objectContaining({ result: 'not_deleted' }),
		]);

		await sandbox.control('DELETE', '/faults');
		const [repaired] = [await post(change), await post(change)];
		expect(repaired).toMatchObject({ code, access_code_id: interrupted.access_code_id });
		expect(await codesOn(oldRoom)).toEqual([]);
		expect(await codesOn(newRoom)).toHaveLength(1);
	}, 60_000);

	test('n8n killed between create and answer, the execution retried: one code', async () => {
		const lock = await newLock('august');
		const message = await booking(lock);
		await hold(sandbox, 1);
		const before = new Set((await n8n.client.executions(workflowId)).map(({ id }) => id));
		const lost = post(message).catch(() => undefined);
		await untilHeld(sandbox, 1);
		const killed = (await n8n.client.executions(workflowId)).find(({ id }) => !before.has(id));
		await n8n.kill();
		await lost;
		await release(sandbox);
		await waitFor(async () => (await codesOn(lock)).length === 1, {
			limit: 15,
			what: 'Seam to have created the code all the same',
		});
		await n8n.restart();

		expect(killed).toBeDefined();
		const retried = await n8n.client.executionStartedBy(
			workflowId,
			async () =>
				await n8n.client.rest('POST', `/executions/${killed?.id}/retry`, { loadWorkflow: false }),
		);
		const execution = await n8n.client.waitForExecution(retried);
		const codes = await codesOn(lock);
		expect(codes).toHaveLength(1);
		expect(outputOf(execution, NODE)).toMatchObject([
			{ access_code_id: codes[0].access_code_id, was_created: false },
		]);
	}, 180_000);
});

describe('refused before the create, with the next step', () => {
	const refusalOf = async (message: object): Promise<string> => {
		const executionId = await n8n.client.executionStartedBy(workflowId, async () => {
			await post(message).catch(() => undefined);
		});
		const { data } = await n8n.client.waitForExecution(executionId, { status: ['error'] });
		const { error } = data?.resultData ?? {};
		return `${error?.message} ${error?.description}`;
	};

	test('a full lock', async () => {
		const lock = await newLock('august', { properties: { max_active_codes_supported: 1 } });
		await post(await booking(lock));
		const before = (await creates()).length;
		expect(await refusalOf(await booking(lock))).toMatch(/full|holds|space/);
		expect(await creates()).toHaveLength(before);
	}, 60_000);

	test('an igloohome whose codes of the hour are used up', async () => {
		const lock = await newLock('igloohome');
		for (let used = 0; used < 3; used++) await post(await booking(lock));
		const before = (await creates()).length;
		expect(await refusalOf(await booking(lock, { longest_addition: 0 }))).toMatch(/hour/);
		expect(await creates()).toHaveLength(before);
	}, 60_000);

	test('a PIN that a code has which was set at the lock', async () => {
		const lock = await newLock('august');
		const pin = '294183';
		await sandbox.control('POST', '/access_codes/unmanaged', {
			device: lock,
			code: pin,
			name: 'Cleaner',
		});
		const before = (await creates()).length;
		const refusal = await refusalOf(await booking(lock, { pin }));
		expect(refusal).toMatch(/PIN/);
		expect(refusal).toMatch(/another|Generated/);
		expect(refusal).not.toContain(pin);
		expect(await creates()).toHaveLength(before);
	}, 60_000);
});

describe('in two n8ns', () => {
	let other: N8n;
	beforeAll(async () => {
		other = await startN8n({ tarball });
		await publish(other, sandbox, bookingWorkflow(PATH));
	}, 300_000);
	afterAll(async () => {
		await other?.stop();
	}, 60_000);

	test('creates at the same moment: Seam refuses one, which adopts the other’s code', async () => {
		const lock = await newLock('august');
		const message = await booking(lock);
		await sandbox.control('DELETE', '/requests');
		await hold(sandbox, 2);
		const both = Promise.all([post(message), post(message, other)]);
		await releaseTogether(2);
		const answers = await both;

		expect(await codesOn(lock)).toHaveLength(1);
		expect(answers[0].code).toBe(answers[1].code);
		expect(answers.map(({ was_created }) => was_created).sort()).toEqual([false, true]);
		expect((await creates()).map(({ status }) => status).sort()).toEqual([200, 409]);
	}, 120_000);

	test('offline, at most one surplus code, and it is reported', async () => {
		const lock = await newLock('igloohome');
		const message = await booking(lock);
		await hold(sandbox, 2);
		const both = Promise.all([post(message), post(message, other)]);
		await releaseTogether(2);
		const answers = await both;

		const codes = (await codesOn(lock)).map(({ access_code_id }) => access_code_id);
		expect(codes).toHaveLength(2);
		expect(answers[0].access_code_id).toBe(answers[1].access_code_id);
		const surplus = codes.filter((id) => id !== answers[0].access_code_id);
		const reported = answers.flatMap(({ surplus_access_code_ids }) => surplus_access_code_ids);
		expect(new Set(reported)).toEqual(new Set(surplus));
	}, 120_000);
});
