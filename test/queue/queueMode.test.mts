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
	waitFor,
	type QueueModeN8n,
	type Sandbox,
} from '../e2e/harness/index.mts';
import { heard, startListener, waitUntilLive } from '../e2e/trigger/listener.mts';
import { eventOf, send, signed } from '../e2e/trigger/signedDelivery.mts';
import {
	A_RETRY_LATER,
	expectPin,
	expectPinOrInterruption,
	parkAll,
} from '../e2e/wait/parkedWaits.mts';
import { callResumeUrl, pollsOf, teach, type Place, type RunningWait } from '../e2e/wait/waits.mts';

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
		expect((await lost).map(({ status }) => status)).toEqual(bookings.map(() => 'rejected'));

		const answers = await Promise.all(bookings.map(post));
		for (const [index, answer] of answers.entries()) {
			const codes = await codesOn(sandbox, locks[index]);
			expect(codes.map(({ access_code_id }) => access_code_id)).toEqual([answer.access_code_id]);
			expect(answer).toMatchObject({ was_created: false, surplus_access_code_ids: [] });
		}
	}, 400_000);
});

describe('parked waits', () => {
	let place: Place;
	beforeAll(async () => {
		const { apiKey, baseUrl } = sandbox;
		const credential = await n8n.client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
		place = { sandbox, n8n, credential };
	}, 60_000);

	async function letLocksTakeCodes(parked: Array<{ alias: string }>): Promise<void> {
		for (const { alias } of parked) await teach(place, alias, 'set');
		await sandbox.setClock(A_RETRY_LATER);
	}

	test('the workers killed while they poll: the waits go on, wherever else they are polled', async () => {
		// More polls than one worker takes.
		const parked = [...(await parkAll(place, 'killed')), ...(await parkAll(place, 'killed-too'))];
		expect(parked.length).toBeGreaterThan(CONCURRENCY);
		await hold(sandbox, parked.length, '/access_codes/get');
		for (const { wait } of parked) expect(await callResumeUrl(wait)).toBe(200);
		await untilHeld(sandbox, parked.length);
		const [first, second] = n8n.workers;
		await Promise.all([first.kill(), second.kill()]);
		await release(sandbox);
		await letLocksTakeCodes(parked);
		// One comes back and mends what it left; of the other n8n only notices that it is gone.
		await Promise.all([first.restart(), second.replace()]);
		for (const { wait, code } of parked) await expectPin(place, wait, code, 300);
	}, 900_000);

	test('main down: bookings are served, however many at once, and the waits go on when it is back', async () => {
		const before = await executionsUntilNow();
		const parked = await parkAll(place, 'main-down');
		const due = await pollsAreAway(parked, 20);
		const polls = async () =>
			await Promise.all(parked.map(async ({ code }) => await pollsOf(place, code)));
		const polled = await polls();
		await n8n.kill();
		await letLocksTakeCodes(parked);

		const lock = await newLock(sandbox, 'august');
		const bookings = await Promise.all(
			Array.from({ length: 16 }, async () => await newBooking(sandbox, lock)),
		);
		const answers = await Promise.all(bookings.map(post));
		await waitFor(() => Date.now() > due, {
			limit: 200,
			what: 'the next polls to be due',
		});
		expect(await polls()).toEqual(polled);
		await n8n.restart();

		// Each worker counts for itself: together they send more than Seam takes in a minute, and both wait for it to pass.
		for (const some of await executionsByWorker(before)) expect(some).not.toEqual([]);
		expect(answers.map(({ was_created }) => was_created)).toEqual(bookings.map(() => true));
		expect(await codesOn(sandbox, lock)).toHaveLength(bookings.length);
		const statuses = (await createsAt(sandbox, lock)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(bookings.length);
		expect(new Set(statuses)).toEqual(new Set([200, 429]));

		// Starting, n8n calls crashed what the log of its last life does not end, also if it has just resumed it: such a wait fails.
		for (const { wait, code } of parked) await expectPinOrInterruption(place, wait, code, 300);
	}, 900_000);

	test('main restarted between two polls: the waits go on', async () => {
		const parked = await parkAll(place, 'restarted');
		await pollsAreAway(parked, 240);
		const starts = async () =>
			(await n8n.logTail(1_000_000)).split('Editor is now accessible').length;
		const before = await starts();
		await n8n.kill();
		await letLocksTakeCodes(parked);
		await n8n.restart();
		await waitFor(async () => (await starts()) > before, {
			limit: 60,
			what: 'n8n to have mended what it was killed in',
		});
		for (const { wait } of parked) expect(await callResumeUrl(wait)).toBe(200);
		for (const { wait, code } of parked) await expectPin(place, wait, code, 120);
	}, 600_000);

	/** Waits until no wait is polling and no poll is due within `seconds`; returns when the last of the next polls is due. */
	async function pollsAreAway(parked: Array<{ wait: RunningWait }>, seconds: number) {
		let due: number[] = [];
		const all = async () =>
			await Promise.all(parked.map(async ({ wait }) => await nextPollOf(wait)));
		await waitFor(async () => Math.min(...(due = await all())) > Date.now() + seconds * 1000, {
			limit: 200,
			what: `the next polls to be ${seconds} s away`,
		});
		return Math.max(...due);
	}

	/** When n8n runs the next poll of a parked wait: now, if one is under way. */
	async function nextPollOf({ workflowId: waiting }: RunningWait): Promise<number> {
		const parked = await n8n.client.executions(waiting);
		return parked.some(({ status }) => ['new', 'running'].includes(status))
			? Date.now()
			: Math.min(...parked.map(({ waitTill }) => Date.parse(String(waitTill))));
	}
});

describe('the trigger', () => {
	test('hears Seam at a webhook process, and knows what that process has heard', async () => {
		const events = { events: ['access_code.created', 'lock.unlocked'] };
		const listener = await startListener('queue-hears', { n8n, sandbox }, events);
		expect(new URL(listener.url).origin).toBe(n8n.webhookProcesses[0].baseUrl);

		const heardNow = async () => (await heard(n8n, listener)).map(({ event_id }) => event_id);
		const untilHeard = async (count: number) =>
			await waitFor(async () => (await heardNow()).length >= count, {
				limit: 60,
				what: `${count} events to be heard`,
			});
		await sandbox.seam('/access_codes/create', { device_id: await newLock(sandbox, 'august') });
		await untilHeard(1);

		const event = eventOf();
		const [one, other] = n8n.webhookProcesses.map(({ baseUrl }) =>
			listener.url.replace(n8n.webhookProcesses[0].baseUrl, baseUrl),
		);
		await waitUntilLive(other);
		for (const url of [one, other]) {
			const forged = `whsec_${Buffer.from('the secret of somebody else').toString('base64')}`;
			expect(await send(url, signed(event, forged))).toBe(401);
		}
		expect(await send(one, signed(event, listener.secret))).toBe(200);
		expect(await send(one, signed(event, listener.secret))).toBe(200);
		// The other process has a memory of its own: it takes the event in once more, and only once.
		expect(await send(other, signed(event, listener.secret))).toBe(200);
		expect(await send(other, signed(event, listener.secret))).toBe(200);

		const last = eventOf();
		expect(await send(one, signed(last, listener.secret))).toBe(200);
		await waitFor(async () => (await heardNow()).includes(last.event_id), {
			limit: 60,
			what: 'the last event to be heard',
		});
		await waitFor(
			async () => {
				const executions = await n8n.client.executions(listener.workflowId);
				return executions.every(({ status }) => status === 'success');
			},
			{ limit: 60, what: 'all executions to end' },
		);
		expect((await heardNow()).filter((id) => id === event.event_id)).toHaveLength(2);
	}, 300_000);
});
