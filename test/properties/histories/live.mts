// Lives through a history: what happens to the bookings, what the workflow is told of it and does, and whether the
// locks hold in the end what the last state of each booking asks for.
import type { IDataObject } from 'n8n-workflow';

import { codesOfBooking } from '../../../nodes/shared/accessCode/deciding/bookingCodes';
import { identityOfKey } from '../../../nodes/shared/accessCode/deciding/bookingIdentity';
import { opensUntil } from '../../../nodes/shared/accessCode/codeFacts';
import type { AccessCode } from '../../../nodes/shared/schema/accessCode';
import type { Sandbox } from '../../e2e/harness/sandbox.mts';
import {
	changed,
	HOUR,
	LOCKS,
	OFFLINE_LOCKS,
	ROOMS,
	type Booking,
	type History,
} from './bookings.mts';

/** What a booking asks of the nodes, with devices by their IDs and times in ISO 8601. */
export interface Order {
	key: string;
	name: string;
	/** The locks of the booking's room, the first one first, and all other locks of the house. */
	room: string[];
	elsewhere: string[];
	starts_at: string;
	ends_at: string;
}

/** The workflow of a host, around the nodes. Both throw what the nodes end with. */
export interface BookingWorkflow {
	/** Seam Create Access Code for the booking as it stands; one answer for each lock. */
	deliver(order: Order): Promise<IDataObject[]>;
	/** Seam, Access Code → Delete by booking key, on all locks; one answer for each code. */
	cancel(order: Order): Promise<IDataObject[]>;
}

/** Where a history is lived through. */
export interface Place {
	sandbox: Sandbox;
	workflow: BookingWorkflow;
	/** Starts a new history, with nothing on the locks: the instant from which its hours are counted. */
	begin(): Promise<number>;
	/** So many hours of the history are over. */
	passTo(hours: number): Promise<void>;
	/** Seam gets the time to finish what it was asked. */
	settle(hours: number): Promise<void>;
}

export const newTally = () => ({ deliveries: 0, failed: 0, refused: 0, leftOpen: 0, checked: 0 });
export type Tally = ReturnType<typeof newTally>;

type Received = IDataObject[] | 'over' | 'cancelled';

/** @throws where a lock holds in the end what it must not, or lacks what it must hold */
export async function live(history: History, place: Place, tally: Tally): Promise<void> {
	const { sandbox, workflow } = place;
	const origin = await place.begin();
	const devices: Record<string, string> = {};
	for (const lock of LOCKS) devices[lock] = await sandbox.deviceId(lock);

	const bookings = [...history.bookings];
	/** By booking: the codes that were told as left open, because they can't be revoked or are surplus. */
	const told = bookings.map(() => new Set<string>());
	let hours = 0;

	/** One message of the booking system: the workflow reads the state as it is now and acts on it. */
	const receive = async (index: number): Promise<Received> => {
		const booking = bookings[index];
		const order = orderOf(booking, devices, origin);
		if (booking.isCancelled) {
			for (const id of leftOpenBy(await workflow.cancel(order))) told[index].add(id);
			return 'cancelled';
		}
		if (booking.end <= hours) return 'over';
		tally.deliveries++;
		const answers = await workflow.deliver(order);
		for (const id of leftOpenBy(answers)) told[index].add(id);
		return answers;
	};

	for (const event of history.events) {
		if (event.type === 'change') {
			bookings[event.booking] = changed(bookings[event.booking], event.change);
		} else if (event.type === 'pass') {
			hours += event.hours;
			await place.passTo(hours);
		} else {
			if (event.fault) await sandbox.control('POST', '/faults', { ...event.fault, times: 1 });
			const outcomes = await Promise.allSettled(
				Array.from({ length: event.copies }, async () => await receive(event.booking)),
			);
			tally.failed += outcomes.filter(({ status }) => status === 'rejected').length;
			await sandbox.control('DELETE', '/faults');
			await place.settle(hours);
		}
	}
	hours += 1;
	await place.passTo(hours);
	for (const [index, booking] of bookings.entries()) {
		const outcome = await receive(index).catch((error: Error) => error);
		if (outcome instanceof Error) {
			expectRefusal(outcome);
			tally.refused++;
			continue;
		}
		tally.checked++;
		for (const lock of LOCKS) {
			const codes = await liveCodes(sandbox, devices[lock], booking.key);
			const answers = Array.isArray(outcome) ? outcome : [];
			const answer = answers.find(({ device_id }) => device_id === devices[lock]);
			const isWanted = answers.length > 0 && ROOMS[booking.room].includes(lock);
			const times = timesOf(booking, origin, hours);
			if (OFFLINE_LOCKS.includes(lock)) {
				tally.leftOpen += codes.length - codesInUse(answer).length;
				// A stay that is over is not delivered any more: its last code may still be running out.
				if (outcome !== 'over') expect(silentOf(codes, answer, told[index])).toEqual([]);
				if (isWanted) expectCovered(codes, times);
			} else if (isWanted) {
				expectOneCode(codes, answer, times);
			} else if (outcome !== 'over') {
				expect(codes).toEqual([]);
			}
		}
	}
}

function orderOf(booking: Booking, devices: Record<string, string>, origin: number): Order {
	const room = ROOMS[booking.room];
	const idsOf = (locks: readonly string[]) => locks.map((lock) => devices[lock]);
	return {
		key: booking.key,
		name: booking.name,
		room: idsOf(room),
		elsewhere: idsOf(LOCKS.filter((lock) => !room.includes(lock))),
		starts_at: isoOf(origin + booking.start * HOUR),
		ends_at: isoOf(origin + booking.end * HOUR),
	};
}

/** The codes that an answer says still open a door, of a create or of a delete. */
function leftOpenBy(answers: IDataObject[]): string[] {
	const records = (value: unknown) => (value ?? []) as IDataObject[];
	return answers
		.flatMap((answer) => [
			...records(answer.cannot_be_revoked),
			...[answer, ...records(answer.previous_locks)].filter(
				({ result }) => result === 'cannot_be_revoked',
			),
		])
		.map(({ access_code_id }) => String(access_code_id));
}

async function liveCodes(sandbox: Sandbox, device_id: string, key: string): Promise<AccessCode[]> {
	const { access_codes } = await sandbox.seam<{ access_codes: AccessCode[] }>(
		'/access_codes/list',
		{ device_id },
	);
	return codesOfBooking(access_codes, identityOfKey(key), Date.now());
}

/** What is left of a booking without faults on the way can only be a refusal of the lock's own limits. */
function expectRefusal(error: Error): void {
	expect(error.message).toMatch(/codes|hour|day/);
	expect(error.message).not.toMatch(/Seam did not answer|connection/);
}

const codesInUse = (answer: IDataObject | undefined): unknown[] =>
	((answer?.codes_of_stay ?? []) as IDataObject[]).map((code) => code.access_code_id);

/** The codes of which nobody was told: neither in use nor left open. */
function silentOf(
	codes: AccessCode[],
	answer: IDataObject | undefined,
	told: Set<string>,
): AccessCode[] {
	const inUse = codesInUse(answer);
	return codes.filter(({ access_code_id: id }) => !inUse.includes(id) && !told.has(id));
}

/** From when on a code must open the door, at the latest, and when it must stop. */
interface Times {
	from: number;
	until: number;
}

const timesOf = ({ start, end }: Booking, origin: number, hours: number): Times => ({
	from: origin + Math.max(start, hours) * HOUR,
	until: origin + end * HOUR,
});

function expectOneCode(
	codes: AccessCode[],
	answer: IDataObject | undefined,
	{ from, until }: Times,
): void {
	expect(codes.map(({ access_code_id: id, code }) => [id, code])).toEqual([
		[answer?.access_code_id, answer?.code],
	]);
	expect(Date.parse(String(codes[0].ends_at))).toBe(until);
	expect(Date.parse(String(codes[0].starts_at))).toBeLessThanOrEqual(from);
}

/** From the one moment to the other, one code after the other. */
function expectCovered(codes: AccessCode[], { from, until }: Times): void {
	let covered = from;
	const byStart = [...codes].sort((a, b) => startOf(a) - startOf(b));
	for (const code of byStart) {
		if (startOf(code) <= covered) covered = Math.max(covered, opensUntil(code) ?? Infinity);
	}
	expect(isoOf(covered) >= isoOf(until)).toBe(true);
}

const startOf = ({ starts_at }: AccessCode): number => Date.parse(starts_at ?? '');

const isoOf = (instant: number): string => new Date(instant).toISOString();
