// Every example for a booking system in a real n8n, with its system played at its real address: whatever happens to a
// booking, the door, the guest and the host have it right. The table has 10,000 earlier bookings from the start.
import { Stage, type Code, type Lock, type Published } from './bookingSystems/stage.mts';
import { changed, instantOf, later } from './bookingSystems/stays.mts';
import type { BookingSystem, Stay } from './bookingSystems/system.mts';
import { bookingSystems } from './bookingSystems/systems/index.mts';
import { outputOf, waitFor } from './harness/index.mts';
import { A_RETRY_LATER } from './wait/parkedWaits.mts';

/** The local Seam tries a disconnected lock again after ten minutes. */
const DELETE = 'Delete Access Code';

let stage: Stage;
const examples = new Map<string, Published>();

beforeAll(async () => {
	stage = await Stage.start();
	await stage.rememberEarlierBookings();
	for (const system of bookingSystems) examples.set(system.slug, await stage.publish(system));
}, 400_000);
afterAll(async () => await stage?.stop(), 60_000);

/** Does the same with all examples at once, and names the one that fails. */
async function withEach(act: (example: Published) => Promise<void>): Promise<void> {
	const ended = await Promise.allSettled([...examples.values()].map(async (one) => await act(one)));
	const failures = ended.flatMap((end, index) =>
		end.status === 'rejected' ? [`${bookingSystems[index].slug}: ${String(end.reason)}`] : [],
	);
	expect(failures).toEqual([]);
}

const newLock = async ({ listing }: BookingSystem) =>
	listing ? await stage.newLock('august', listing) : await stage.newLock();

const toldTo = ({ guest }: Stay) => stage.mailsTo(guest.email);

const isReady = ({ status, is_scheduled_on_device }: Code) =>
	status === 'set' || is_scheduled_on_device;

describe.each(bookingSystems.map((system) => [system.slug, system] as const))(
	'%s',
	(slug, system) => {
		let example: Published;
		let lock: Lock;
		let stay: Stay;
		let pin: string;

		beforeAll(async () => {
			example = examples.get(slug)!;
			lock = await newLock(system);
			stay = stage.stayOn(lock, 1, 3);
		}, 60_000);
		const { checkIn = '15:00', checkOut = '11:00' } = system;

		test('a new booking: one code for the stay, and the guest is told its PIN', async () => {
			await example.tell(stay, { happened: 'created' });
			const [code, ...others] = await stage.codesOn(lock);
			pin = code.code;
			expect(others).toEqual([]);
			expect(Date.parse(code.starts_at)).toBe(instantOf(stay.arrival, checkIn, lock));
			expect(Date.parse(code.ends_at)).toBe(instantOf(stay.departure, checkOut, lock));
			expect(toldTo(stay)).toEqual([
				expect.stringMatching(new RegExp(`^Hello Ada Lovelace, your door code is ${pin}\\.`)),
			]);
		}, 150_000);

		test('a later departure, told twice and once more by the old message: the same PIN, told once', async () => {
			const before = stay;
			stay = changed(stay, { departure: later(stay.departure, 1) });
			await example.tell(stay);
			await example.tell(stay);
			// What a form carries holds, so only a system that is read can be told something old.
			if (!system.isByHand) {
				await example.tell(stay, { happened: 'created', carried: before });
			}
			const [code, ...others] = await stage.codesOn(lock);
			expect([code.code, others]).toEqual([pin, []]);
			expect(Date.parse(code.ends_at)).toBe(instantOf(stay.departure, checkOut, lock));
			const [, second, ...more] = toldTo(stay);
			expect(second).toContain(`your door code is ${pin}.`);
			expect(more).toEqual([]);
		}, 300_000);

		test('cancelled, twice: the PIN goes, and nobody is told a PIN', async () => {
			stay = changed(stay, { state: 'cancelled' });
			expect(outputOf(await example.tell(stay, { happened: 'cancelled' }), DELETE)).toMatchObject([
				{ deleted: true, booking_key: system.keyOf(stay) },
			]);
			await stage.untilGone(lock);
			await example.tell(stay, { happened: 'cancelled' });
			expect(toldTo(stay)).toHaveLength(2);
			expect(stage.mailsTo(example.host)).toEqual([]);
		}, 150_000);

		test('reinstated: a code again, and the guest is told again; four messages at once tell once', async () => {
			stay = changed(stay, { state: 'confirmed' });
			await stage.untilServed(example, async () => {
				await Promise.all([1, 2, 3, 4].map(async () => await example.deliver(stay)));
			});
			expect(await stage.codesOn(lock)).toHaveLength(1);
			expect(toldTo(stay)).toHaveLength(3);
		}, 300_000);

		const unlessByHand = system.isByHand ? test.skip : test;
		unlessByHand(
			'what is no stay touches no lock',
			async () => {
				const blocked = stage.stayOn(lock, 8, 2, { state: 'blocked' });
				const { data } = await example.tell(blocked, { happened: 'created' });
				expect(Object.keys(data!.resultData.runData).at(-1)).toBe('Concerns a Door');
				expect(await stage.codesOn(lock)).toHaveLength(1);
			},
			150_000,
		);

		test('another listing during the stay, then left early: no PIN stays behind', async () => {
			const former = await newLock(system);
			let moving = stage.stayOn(former, -3, 6);
			await example.tell(moving, { happened: 'created' });
			const [{ code }] = await stage.codesOn(former);
			// For a system with one listing, its door has got another lock.
			const next = await newLock(system);
			moving = changed(moving, { listing: next.listing });
			await example.tell(moving);
			await stage.untilGone(former);
			expect(await stage.opens(former, code)).toBe(false);
			expect(await stage.opens(next, (await stage.codesOn(next))[0].code)).toBe(true);
			expect(toldTo(moving)).toHaveLength(2);

			// Yesterday at the check-out time: over, whatever the lock’s clock says.
			const { data } = await example.tell(
				changed(moving, { departure: later(moving.arrival, 2), departureTime: null }),
			);
			expect(Object.keys(data!.resultData.runData)).not.toContain('Seam Wait for Code Set');
			await stage.untilGone(next);
			expect(toldTo(moving)).toHaveLength(2);
			expect(stage.mailsTo(example.host)).toEqual([]);
		}, 300_000);
	},
);

describe('all examples, when something fails', () => {
	test('the mail is down for a minute: the guest counts as told only after the message went out', async () => {
		stage.mail.isDown = true;
		const stays = new Map<Published, Stay>();
		await withEach(async (example) => {
			const lock = await newLock(example.system);
			const stay = stage.stayOn(lock, 1, 3);
			stays.set(example, stay);
			await example.tell(stay, { happened: 'created', ends: 'error' });
		}).finally(() => (stage.mail.isDown = false));
		await withEach(async (example) => {
			const stay = stays.get(example)!;
			await example.tell(stay);
			await example.tell(stay);
			expect(toldTo(stay)).toEqual([expect.stringContaining('your door code is')]);
		});
	}, 400_000);

	test('a lock that refuses: the host is told once and the execution fails; later the guest is told', async () => {
		await withEach(async (example) => {
			const { system, host } = example;
			const lock = await newLock(example.system);
			await stage.programming(lock.device, {
				...{ outcome: 'fail', error_code: 'duplicate_code_on_device' },
			});
			const stay = stage.stayOn(lock, 1, 3);
			const before = stage.mailsTo(host).length;
			const { data } = await example.tell(stay, { happened: 'created', ends: 'error' });
			await example.tell(stay, { ends: 'error' });
			const [text, ...others] = stage.mailsTo(host).slice(before);
			expect([others, toldTo(stay)]).toEqual([[], []]);
			for (const part of [system.keyOf(stay), 'Ada Lovelace', lock.listing, 'Seam Wait']) {
				expect(text).toContain(part);
			}
			expect(data!.resultData.error?.message).toBe(text);
			expect(text).not.toContain((await stage.codesOn(lock))[0].code);

			await stage.programming(lock.device, { outcome: 'set' });
			await example.tell(stay);
			expect(toldTo(stay)).toHaveLength(1);
			expect(stage.mailsTo(host).slice(before)).toHaveLength(1);
		});
	}, 400_000);

	test('a lock that is disconnected: the guest is told when the code is on it, not before', async () => {
		const parked = new Map<Published, { lock: Lock; stay: Stay }>();
		await withEach(async (example) => {
			const lock = await newLock(example.system);
			await stage.connected(lock, false);
			const stay = stage.stayOn(lock, 1, 2);
			const id = await example.start(stay, { happened: 'created' });
			await stage.n8n.client.waitForExecution(id, { status: ['waiting'], limit: 120 });
			expect(toldTo(stay)).toEqual([]);
			parked.set(example, { lock, stay });
			await stage.connected(lock, true);
		});
		await stage.sandbox.setClock(A_RETRY_LATER);
		await withEach(async (example) => {
			const { lock, stay } = parked.get(example)!;
			await waitFor(async () => isReady((await stage.codesOn(lock))[0]), {
				limit: 60,
				what: 'the code to be on the lock',
			});
			await stage.untilIdle(example);
			expect(toldTo(stay)).toHaveLength(1);
		});
	}, 400_000);

	test('n8n is killed between the message and its mark: at most one message more', async () => {
		const stays = new Map<Published, Stay>();
		let letGo = () => {};
		stage.mail.answersAfter = new Promise<void>((resolve) => (letGo = resolve));
		await withEach(async (example) => {
			const lock = await newLock(example.system);
			const stay = stage.stayOn(lock, 1, 2);
			stays.set(example, stay);
			await example.deliver(stay, { happened: 'created' });
			await waitFor(() => toldTo(stay).length === 1, { limit: 120, what: 'the message to go out' });
		});
		await stage.n8n.kill();
		letGo();
		stage.mail.answersAfter = null;
		await stage.n8n.restart();
		await withEach(async (example) => {
			const stay = stays.get(example)!;
			await example.tell(stay);
			await example.tell(stay);
			expect(toldTo(stay).length).toBeLessThanOrEqual(2);
			expect(toldTo(stay)[0]).toContain('your door code is');
		});
	}, 500_000);
});
