// Random histories of bookings: new, changed, cancelled, moved to another room, delivered twice, late and at the same
// moment, with faults on the way. At the end the locks hold what the last state of each booking asks for.
//
//     HISTORIES=1000      how many (default: 200, as many as `npm test` has time for)
//     HISTORY_SEED=…      the seed that a failure printed
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../e2e/harness/sandbox.mts';
import {
	changed,
	history,
	LOCKS,
	OFFLINE_LOCKS,
	ROOMS,
	type Booking,
	type Event,
} from './histories/bookings.mts';
import {
	cancel,
	deliver,
	isoOf,
	joinClocks,
	liveCodes,
	opensUntil,
	remember,
	setTime,
	type Told,
} from './histories/world.mts';

const HISTORIES = Number(process.env.HISTORIES ?? 200);
const SEED = Number(process.env.HISTORY_SEED ?? Date.now() % 2 ** 31);
const ORIGIN = Date.UTC(2027, 4, 3, 14);
const HOUR = 3_600_000;

let sandbox: Sandbox;
let leaveClocks: (() => void) | undefined;
const tally = { deliveries: 0, failed: 0, refused: 0, leftOpen: 0, checked: 0 };

beforeAll(async () => {
	sandbox = await startSandbox();
	leaveClocks = joinClocks();
}, 60_000);
afterAll(async () => {
	leaveClocks?.();
	await sandbox?.stop();
	console.log(`${HISTORIES} histories, seed ${SEED}: ${JSON.stringify(tally)}`);
});

test(`${HISTORIES} histories end with one code per booking (seed ${SEED})`, async () => {
	await fc.assert(
		fc.asyncProperty(history, async ({ bookings, events }) => await live(bookings, events)),
		{ numRuns: HISTORIES, seed: SEED, endOnFailure: true },
	);
}, 1_800_000);

async function live(initial: Booking[], events: Event[]): Promise<void> {
	await sandbox.control('POST', '/reset');
	await setTime(sandbox, ORIGIN);
	const devices: Record<string, string> = {};
	for (const lock of LOCKS) devices[lock] = await sandbox.deviceId(lock);

	const bookings = [...initial];
	const told: Told[] = bookings.map(() => ({ leftOpen: new Set(), pins: new Map() }));
	let hours = 0;

	/** One message of the booking system: the workflow reads the state as it is now and acts on it. */
	const receive = async (index: number): Promise<IDataObject[] | 'over' | 'cancelled'> => {
		const booking = bookings[index];
		if (booking.isCancelled) {
			for (const id of await cancel(sandbox, devices, booking)) told[index].leftOpen.add(id);
			return 'cancelled';
		}
		if (booking.end <= hours) return 'over';
		tally.deliveries++;
		const answers = await deliver(sandbox, devices, booking, ORIGIN);
		remember(told[index], answers);
		return answers;
	};

	for (const event of events) {
		if (event.type === 'change') {
			bookings[event.booking] = changed(bookings[event.booking], event.change);
		} else if (event.type === 'pass') {
			hours += event.hours;
			await setTime(sandbox, ORIGIN + hours * HOUR);
		} else {
			if (event.fault) await sandbox.control('POST', '/faults', { ...event.fault, times: 1 });
			const outcomes = await Promise.allSettled(
				Array.from({ length: event.copies }, async () => await receive(event.booking)),
			);
			tally.failed += outcomes.filter(({ status }) => status === 'rejected').length;
			await sandbox.control('DELETE', '/faults');
			await setTime(sandbox, ORIGIN + hours * HOUR + 120_000);
		}
	}
	hours += 1;
	await setTime(sandbox, ORIGIN + hours * HOUR);
	for (const index of bookings.keys()) {
		const outcome = await receive(index).catch((error: Error) => error);
		if (outcome instanceof Error) expectRefusal(outcome);
		else await check(bookings[index], outcome, told[index], devices, ORIGIN + hours * HOUR);
	}
}

/** What is left of a booking without faults on the way can only be a refusal of the lock's own limits. */
function expectRefusal(error: Error): void {
	expect(error.message).toMatch(/codes|hour|day/);
	expect(error.message).not.toMatch(/Seam did not answer|connection/);
	tally.refused++;
}

async function check(
	booking: Booking,
	outcome: IDataObject[] | 'over' | 'cancelled',
	told: Told,
	devices: Record<string, string>,
	now: number,
): Promise<void> {
	tally.checked++;
	const answers = Array.isArray(outcome) ? outcome : [];
	const room = answers.length > 0 ? ROOMS[booking.room] : [];
	for (const lock of LOCKS) {
		const codes = await liveCodes(sandbox, devices[lock], booking.key);
		const answer = answers.find(({ device_id }) => device_id === devices[lock]);
		if (OFFLINE_LOCKS.includes(lock)) {
			const inUse = ((answer?.codes_of_stay ?? []) as IDataObject[]).map(
				(code) => code.access_code_id,
			);
			const silent = codes.filter(
				({ access_code_id: id }) => !inUse.includes(id) && !told.leftOpen.has(id),
			);
			// A stay that is over is not delivered any more: its last code may still be running out.
			if (outcome !== 'over') expect(silent).toEqual([]);
			tally.leftOpen += codes.length - inUse.length;
			if (room.includes(lock)) expectCovered(booking, codes, now);
		} else if (room.includes(lock)) {
			expect(codes.map(({ access_code_id: id, code }) => [id, code])).toEqual([
				[answer?.access_code_id, answer?.code],
			]);
			expect(Date.parse(String(codes[0].ends_at))).toBe(ORIGIN + booking.end * HOUR);
			const latestStart = Math.max(ORIGIN + booking.start * HOUR, now);
			expect(Date.parse(String(codes[0].starts_at))).toBeLessThanOrEqual(latestStart);
		} else if (outcome !== 'over') {
			expect(codes).toEqual([]);
		}
	}
}

/** From now, or from the start that is still to come, to the end, one code after the other. */
function expectCovered(
	booking: Booking,
	codes: Array<{ starts_at?: string | null }>,
	now: number,
): void {
	let until = Math.max(ORIGIN + booking.start * HOUR, now);
	const byStart = [...codes].sort(
		(a, b) => Date.parse(a.starts_at ?? '') - Date.parse(b.starts_at ?? ''),
	);
	for (const code of byStart) {
		if (Date.parse(code.starts_at ?? '') <= until) {
			until = Math.max(until, opensUntil(code as never) ?? Infinity);
		}
	}
	expect(new Date(until).toISOString() >= isoOf(ORIGIN, booking.end)).toBe(true);
}
