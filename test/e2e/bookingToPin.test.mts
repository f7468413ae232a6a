// The shortest example in a real n8n, with messages of the two booking systems that it understands.
import { Stage } from './bookingSystems/stage.mts';
import { changed, later } from './bookingSystems/stays.mts';
import type { BookingSystem, Happening, Stay } from './bookingSystems/system.mts';
import { hospitable, reservationOf } from './bookingSystems/systems/hospitable.mts';
import { smoobu } from './bookingSystems/systems/smoobu.mts';
import { readExample, waitFor, type Execution, type WebAnswer } from './harness/index.mts';
import { A_RETRY_LATER } from './wait/parkedWaits.mts';

const PATH = 'shortest';
let stage: Stage;
let workflowId: string;

/** The messenger of the example's Settings: what it was sent, and what it answers. */
const messenger: {
	taken: Array<{ booking: string; text: string }>;
	answer: WebAnswer | Promise<WebAnswer>;
} = { taken: [], answer: 200 };

beforeAll(async () => {
	stage = await Stage.start();
	await stage.rememberEarlierBookings({
		name: 'Told Guests',
		row: { told: 'something', turn: '1', locks: 'gone', changed_at: '' },
	});
	stage.answerFor('messages.example.com', async ({ body }) => {
		messenger.taken.push(body as { booking: string; text: string });
		return await messenger.answer;
	});
	const { client } = stage.n8n;
	const example = await readExample('booking-to-pin');
	workflowId = await client.importWorkflow(example, stage.seamCredential, {
		'Booking Webhook': { path: PATH },
		// The tests' messenger answers at once; the example leaves time for others.
		'Let Others Come First': { amount: 2 },
	});
	await client.activate(workflowId);
}, 300_000);
afterEach(() => void (messenger.answer = 200));
afterAll(async () => await stage?.stop(), 60_000);

const deliver = async (message: object) => await stage.n8n.client.postWebhook(PATH, message);

const start = async (message: object): Promise<string> =>
	await stage.n8n.client.executionStartedBy(workflowId, async () => await deliver(message));

async function run(message: object, ends: 'success' | 'error' = 'success'): Promise<Execution> {
	const id = await start(message);
	return await stage.n8n.client.waitForExecution(id, { status: [ends], limit: 90 });
}

/** A message of Smoobu that a booking has changed. */
const smoobuSays = (stay: Stay) => smoobu.message(stay, 'changed');
const textsTo = (stay: Stay) => textsAbout(smoobu.keyOf(stay));

/** What was sent to the guest of a booking. */
const textsAbout = (booking: string): string[] =>
	messenger.taken.filter((one) => one.booking === booking).map(({ text }) => text);

/** The workflow reads nothing, so it needs messages with all that there is. */
const messageOf = (system: BookingSystem, stay: Stay, happened: Happening): object =>
	system === hospitable
		? { ...hospitable.message(stay, happened), data: reservationOf(stay, ['guest', 'properties']) }
		: system.message(stay, happened);

test.each([
	['smoobu', 'cancelled', smoobu, 'changed'],
	['smoobu', 'deleted', smoobu, 'changed'],
	['hospitable', 'created', hospitable, 'created'],
] as const)(
	'%s: a repeated message tells nobody, and "%s" takes the code away',
	async (_slug, end, system, change) => {
		const lock = await stage.newLock();
		const stay = stage.stayOn(lock, 1, 3);
		const send = async (now: Stay, happened: Happening) =>
			await run(messageOf(system, now, happened));
		await send(stay, 'created');
		await send(stay, change);
		const [{ code }] = await stage.codesOn(lock);
		const told = expect.stringContaining(`your door code is ${code}.`);
		const key = system.keyOf(stay);
		expect(textsAbout(key)).toEqual([told]);
		const longer = changed(stay, { departure: later(stay.departure, 1) });
		await send(longer, change);
		expect(textsAbout(key)).toEqual([told, told]);

		await send(changed(longer, { state: 'cancelled' }), end);
		await stage.untilGone(lock);
		expect(textsAbout(key)).toHaveLength(2);
	},
	120_000,
);

test('another listing: the code on the lock before is taken away, and the guest is told the new one', async () => {
	const [former, next] = [await stage.newLock(), await stage.newLock()];
	const stay = stage.stayOn(former, 1, 3);
	await run(smoobuSays(stay));
	await run(smoobuSays(changed(stay, { listing: next.listing })));
	await stage.untilGone(former);
	const [{ code }] = await stage.codesOn(next);
	expect(textsTo(stay)).toEqual([
		expect.anything(),
		expect.stringContaining(`your door code is ${code}.`),
	]);
}, 120_000);

test('a code that stayed on the lock before is taken away by the cancellation', async () => {
	const [former, next] = [await stage.newLock(), await stage.newLock()];
	const stay = stage.stayOn(former, 1, 3);
	await run(smoobuSays(stay));
	const moved = changed(stay, { listing: next.listing });
	await stage.sandbox.control('POST', '/faults', {
		...{ path: '/access_codes/delete', kind: 'status', status: 400 },
	});
	try {
		await run(smoobuSays(moved));
	} finally {
		await stage.sandbox.control('DELETE', '/faults');
	}
	expect(await stage.codesOn(former)).toHaveLength(1);
	await run(smoobu.message(changed(moved, { state: 'cancelled' }), 'cancelled'));
	await Promise.all([stage.untilGone(former), stage.untilGone(next)]);
}, 120_000);

test('a listing with a street door and a flat: one PIN on both, told once, and both end with the booking', async () => {
	const flat = await stage.newLock();
	const street = await stage.joins(await stage.newLock(), flat);
	const stay = stage.stayOn(flat, 1, 3);
	await run(smoobuSays(stay));
	const [[code], [ofStreet]] = [await stage.codesOn(flat), await stage.codesOn(street)];
	expect(ofStreet.code).toBe(code.code);
	expect(textsTo(stay)).toEqual([
		expect.stringContaining(`your door code is ${code.code}. It works from`),
	]);
	await run(smoobu.message(changed(stay, { state: 'cancelled' }), 'cancelled'));
	await stage.untilGone(flat);
	await stage.untilGone(street);
}, 120_000);

test.each([
	['smoobu', smoobu],
	['hospitable', hospitable],
] as const)(
	'%s: a message older than what was served changes nothing, a cancellation neither',
	async (_slug, system) => {
		const lock = await stage.newLock();
		const first = stage.stayOn(lock, 1, 3, { changedAt: '2031-01-01T12:00:00.000Z' });
		const second = { ...first, changedAt: '2031-01-01T12:00:01.000Z' };
		const longer = { ...second, departure: later(first.departure, 1) };
		await run(messageOf(system, longer, 'created'));
		await run(messageOf(system, first, 'created'));
		const [{ ends_at, code }, ...others] = await stage.codesOn(lock);
		expect([ends_at.slice(0, 10), others]).toEqual([longer.departure, []]);
		await run(messageOf(system, { ...first, state: 'cancelled' }, 'cancelled'));
		expect(await stage.codesOn(lock)).toHaveLength(1);
		expect(textsAbout(system.keyOf(first))).toEqual([
			expect.stringContaining(`your door code is ${code}.`),
		]);

		const cancelled = { ...second, changedAt: '2031-01-01T12:00:02.000Z' };
		await run(messageOf(system, { ...cancelled, state: 'cancelled' }, 'cancelled'));
		await stage.untilGone(lock);
		await run(messageOf(system, longer, 'created'));
		expect(await stage.codesOn(lock)).toEqual([]);
	},
	120_000,
);

test('shortened during the stay: the code ends at the new departure, and the guest is told', async () => {
	const lock = await stage.newLock();
	const stay = stage.stayOn(lock, -1, 4);
	await run(smoobuSays(stay));
	const shorter = changed(stay, { departure: later(stay.departure, -1) });
	await run(smoobuSays(shorter));
	const [code, ...others] = await stage.codesOn(lock);
	expect(others).toEqual([]);
	expect(code.ends_at.slice(0, 10)).toBe(shorter.departure);
	expect(textsTo(stay)).toHaveLength(2);
}, 120_000);

test('cancelled and booked again; four messages at once tell once', async () => {
	const lock = await stage.newLock();
	const stay = stage.stayOn(lock, 1, 3);
	await run(smoobuSays(stay));
	await run(smoobu.message(changed(stay, { state: 'cancelled' }), 'cancelled'));
	await stage.untilGone(lock);
	const { client } = stage.n8n;
	const before = (await client.executions(workflowId)).length;
	const again = smoobuSays(changed(stay, {}));
	await Promise.all([1, 2, 3, 4].map(async () => await deliver(again)));
	await waitFor(
		async () => {
			const own = (await client.executions(workflowId)).filter(({ mode }) => mode === 'webhook');
			return own.length >= before + 4 && own.every(({ status }) => status === 'success');
		},
		{ limit: 90, what: 'the four executions to end' },
	);
	expect(await stage.codesOn(lock)).toHaveLength(1);
	expect(textsTo(stay)).toHaveLength(2);
}, 200_000);

test('a lock that refuses: the execution fails and nobody is told; told when it takes the code', async () => {
	const lock = await stage.newLock();
	await stage.programming(lock.device, { outcome: 'fail', error_code: 'duplicate_code_on_device' });
	const stay = stage.stayOn(lock, 1, 3);
	await run(smoobuSays(stay), 'error');
	expect(textsTo(stay)).toEqual([]);
	await stage.programming(lock.device, { outcome: 'set' });
	await run(smoobuSays(stay));
	expect(textsTo(stay)).toHaveLength(1);
}, 200_000);

test('a lock that is disconnected: told when the code is on it', async () => {
	const lock = await stage.newLock();
	await stage.connected(lock, false);
	const stay = stage.stayOn(lock, 1, 2);
	const { client } = stage.n8n;
	const id = await start(smoobuSays(stay));
	await client.waitForExecution(id, { status: ['waiting'], limit: 120 });
	expect(textsTo(stay)).toEqual([]);
	await stage.connected(lock, true);
	await stage.sandbox.setClock(A_RETRY_LATER);
	await waitFor(
		async () => {
			if ((await client.execution(id)).status === 'success') return true;
			await client.wake(id);
			return false;
		},
		{ limit: 120, what: 'the wait to end', every: 6_000 },
	);
	expect(textsTo(stay)).toHaveLength(1);
}, 300_000);

test('without an address and a name nobody is told', async () => {
	const stay = stage.stayOn(await stage.newLock(), 1, 3, {
		guest: { first: '', last: '', phone: '', email: '' },
	});
	await run(smoobu.message(stay, 'created'));
	expect(textsAbout(smoobu.keyOf(stay))).toEqual([]);
}, 60_000);

test('the messenger is down: the execution fails, and the next delivery tells the guest once', async () => {
	const stay = stage.stayOn(await stage.newLock(), 1, 3);
	messenger.answer = 503;
	await run(smoobuSays(stay), 'error');
	const tries = textsTo(stay).length;
	expect(tries).toBeGreaterThan(0);
	messenger.answer = 200;
	await run(smoobuSays(stay));
	await run(smoobuSays(stay));
	expect(textsTo(stay)).toHaveLength(tries + 1);
}, 200_000);

test('n8n is killed between the message and its mark: at most one message more', async () => {
	const lock = await stage.newLock();
	const stay = stage.stayOn(lock, 1, 3);
	let letGo = () => {};
	messenger.answer = new Promise((resolve) => (letGo = () => resolve(200)));
	await deliver(smoobuSays(stay));
	await waitFor(() => textsTo(stay).length === 1, { limit: 60, what: 'the message to go out' });
	await stage.n8n.kill();
	letGo();
	await stage.n8n.restart();
	await run(smoobuSays(stay));
	await run(smoobuSays(stay));
	const [{ code }, ...others] = await stage.codesOn(lock);
	const told = expect.stringContaining(`your door code is ${code}.`);
	expect([others, textsTo(stay)]).toEqual([[], [told, told]]);
}, 300_000);
