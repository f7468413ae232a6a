// n8n's queue mode: a main process, two webhook processes and two workers, on Redis and PostgreSQL. What the package
// promises must hold across processes that know nothing of each other, and when one of them dies.
import {
	bookingWorkflow,
	publish,
	type Answer,
	type BookingMessage,
} from '../e2e/exactlyOnce/bookingWorkflow.mts';
import {
	codesOn,
	createsAt,
	hold,
	newBooking,
	newLock,
	release,
	untilHeld,
} from '../e2e/exactlyOnce/locks.mts';
import {
	CONCURRENCY,
	startQueueMode,
	startSandbox,
	type QueueModeN8n,
	type Sandbox,
} from '../e2e/harness/index.mts';

const PATH = 'queue-mode';

/** How long, in seconds, n8n takes at most to notice that a worker is gone, on a busy machine. */
const NOTICES_WITHIN = 150;

let sandbox: Sandbox;
let n8n: QueueModeN8n;
let workflowId: string;

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startQueueMode()]);
	workflowId = await publish(n8n, sandbox, bookingWorkflow(PATH));
}, 600_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 120_000);

/** Whatever a test ended runs again for the next. */
afterEach(async () => {
	await sandbox?.control('DELETE', '/faults');
	if (!n8n) return;
	const processes = [n8n.main, ...n8n.webhookProcesses, ...n8n.workers];
	await Promise.all(
		processes.filter(({ isRunning }) => !isRunning()).map(async ({ restart }) => await restart()),
	);
}, 300_000);

const post = async (message: BookingMessage) =>
	(await n8n.client.postWebhook(PATH, message, { answerLimit: 240 })) as Answer;

/** The executions of the bookings' workflow that each worker has worked on, since `before`. */
async function executionsByWorker(before: ReadonlySet<string>): Promise<string[][]> {
	const of = new Set((await n8n.client.executions(workflowId)).map(({ id }) => id));
	const ids = await Promise.all(n8n.workers.map(async (worker) => await worker.executionIds()));
	return ids.map((some) => some.filter((id) => of.has(id) && !before.has(id)));
}

const executionsUntilNow = async () =>
	new Set((await n8n.client.executions(workflowId)).map(({ id }) => id));

describe('bookings', () => {
	test('spread over both workers, one code each', async () => {
		const before = await executionsUntilNow();
		const locks = await Promise.all(
			Array.from({ length: 10 }, async () => await newLock(sandbox, 'august')),
		);
		const bookings = await Promise.all(
			[...locks, ...locks].map(async (lock) => await newBooking(sandbox, lock)),
		);
		const answers = await Promise.all(bookings.map(post));

		expect(answers.map(({ was_created }) => was_created)).toEqual(bookings.map(() => true));
		for (const lock of locks) expect(await codesOn(sandbox, lock)).toHaveLength(2);
		const [first, second] = await executionsByWorker(before);
		expect(first.length).toBeGreaterThan(0);
		expect(second.length).toBeGreaterThan(0);
		expect(first.length + second.length).toBe(bookings.length);
	}, 300_000);

	/** Delivers a booking so often that no worker can take all, and lets each create it at the same moment. */
	async function deliverToBothWorkers(template: string) {
		const lock = await newLock(sandbox, template);
		const booking = await newBooking(sandbox, lock);
		await hold(sandbox, n8n.workers.length);
		const all = Promise.all(
			Array.from({ length: CONCURRENCY + 2 }, async () => await post(booking)),
		);
		await untilHeld(sandbox, n8n.workers.length);
		await release(sandbox);
		return { lock, answers: await all };
	}

	test('the same one on two workers at once: Seam refuses one, which uses the other’s code', async () => {
		const { lock, answers } = await deliverToBothWorkers('august');
		const codes = await codesOn(sandbox, lock);
		expect(codes).toHaveLength(1);
		for (const answer of answers) {
			expect(answer).toMatchObject({
				access_code_id: codes[0].access_code_id,
				code: codes[0].code,
			});
		}
		expect(answers.filter(({ was_created }) => was_created)).toHaveLength(1);
		expect((await createsAt(sandbox, lock)).map(({ status }) => status).sort()).toEqual([200, 409]);
	}, 300_000);

	test('the same one on two workers at once, offline: at most one surplus code, which is reported', async () => {
		const { lock, answers } = await deliverToBothWorkers('igloohome');
		const codes = (await codesOn(sandbox, lock)).map(({ access_code_id }) => access_code_id);
		expect(codes.length).toBeLessThanOrEqual(2);
		const [used, ...others] = new Set(answers.map(({ access_code_id }) => access_code_id));
		expect(others).toEqual([]);
		const reported = answers.flatMap(({ surplus_access_code_ids }) => surplus_access_code_ids);
		expect(new Set(reported)).toEqual(new Set(codes.filter((id) => id !== used)));
	}, 300_000);

	test('a worker killed in the middle of a create: the next delivery finds the code', async () => {
		const before = await executionsUntilNow();
		const locks = [await newLock(sandbox, 'august'), await newLock(sandbox, 'igloohome')];
		const bookings = await Promise.all(locks.map(async (lock) => await newBooking(sandbox, lock)));
		await hold(sandbox, bookings.length);
		const lost = Promise.allSettled(bookings.map(post));
		await untilHeld(sandbox, bookings.length);
		const byWorker = await executionsByWorker(before);
		const busy = n8n.workers.filter((_, index) => byWorker[index].length > 0);
		await Promise.all(busy.map(async ({ kill }) => await kill()));
		await release(sandbox);
		await Promise.all(busy.map(async ({ restart }) => await restart()));

		// Nobody is told that it went well.
		const killed = byWorker.flat();
		expect(killed).toHaveLength(bookings.length);
		for (const id of killed) {
			await n8n.client.waitForExecution(id, {
				status: ['error', 'crashed'],
				limit: NOTICES_WITHIN,
			});
		}
		await lost;

		const answers = await Promise.all(bookings.map(post));
		for (const [index, answer] of answers.entries()) {
			const codes = await codesOn(sandbox, locks[index]);
			expect(codes.map(({ access_code_id }) => access_code_id)).toEqual([answer.access_code_id]);
			expect(answer).toMatchObject({ was_created: false, surplus_access_code_ids: [] });
		}
	}, 400_000);
});
