// A booking workflow around the node: it reads a booking's state, calls the node's own `execute` over HTTP, and
// keeps what it was told. The sandbox is a process of its own; its clock and this one's are moved together.
import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { codesOfBooking } from '../../../nodes/shared/accessCode/booking/bookingCodes';
import { isOffline, opensUntil } from '../../../nodes/shared/accessCode/codeFacts';
import { identityOfKey } from '../../../nodes/shared/accessCode/booking/bookingIdentity';
import type { AccessCode } from '../../../nodes/shared/schema/accessCode';
import type { Sandbox } from '../../e2e/harness/sandbox.mts';
import { runNode } from '../../unit/support/nodeHarness.mts';
import { LOCKS, ROOMS, type Booking } from './bookings.mts';

/** What the node said about a booking's codes, over all deliveries. */
export interface Told {
	/** Access codes that cannot be revoked, or are surplus. */
	leftOpen: Set<string>;
	/** By lock: the last PIN that was handed out. */
	pins: Map<string, string>;
}

const realNow = Date.now.bind(Date);
let offset = 0;

/** From now on this process lives at the sandbox's time, and short waits take no time at all. */
export function joinClocks(): () => void {
	const realSetTimeout = globalThis.setTimeout;
	Date.now = () => realNow() + offset;
	const impatient = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
		realSetTimeout(run, ms >= 100 && ms <= 10_000 ? 1 : ms, ...args);
	globalThis.setTimeout = impatient as unknown as typeof setTimeout;
	return () => {
		Date.now = realNow;
		globalThis.setTimeout = realSetTimeout;
	};
}

export async function setTime(sandbox: Sandbox, instant: number): Promise<void> {
	await sandbox.setClock({ now: new Date(instant).toISOString() });
	offset = instant - realNow();
}

/** Calls the node for the booking as it stands. Returns null where it has nothing to do or does not get through. */
export async function deliver(
	sandbox: Sandbox,
	devices: Record<string, string>,
	booking: Booking,
	origin: number,
): Promise<IDataObject[]> {
	const room = ROOMS[booking.room];
	const elsewhere = LOCKS.filter((lock) => !room.includes(lock));
	const [outputs] = await runNode(SeamCreateAccessCode, {
		seam: sandbox,
		credential: { apiKey: sandbox.apiKey },
		executionId: randomUUID(),
		parameters: {
			device: { __rl: true, mode: 'id', value: devices[room[0]] },
			additionalDevices: room
				.slice(1)
				.map((lock) => devices[lock])
				.join(','),
			bookingKey: booking.key,
			name: booking.name,
			startsAt: isoOf(origin, booking.start),
			endsAt: isoOf(origin, booking.end),
			options: { previousLocks: elsewhere.map((lock) => devices[lock]).join(',') },
		},
	});
	return outputs.map(({ json }) => json);
}

/** What a workflow does with a cancelled booking: delete what can be deleted, and tell what can't. */
export async function cancel(
	sandbox: Sandbox,
	devices: Record<string, string>,
	booking: Booking,
): Promise<string[]> {
	const leftOpen: string[] = [];
	for (const device of Object.values(devices)) {
		for (const code of await liveCodes(sandbox, device, booking.key)) {
			if (isOffline(code)) leftOpen.push(code.access_code_id);
			else await sandbox.seam('/access_codes/delete', { access_code_id: code.access_code_id });
		}
	}
	return leftOpen;
}

export async function liveCodes(
	sandbox: Sandbox,
	device_id: string,
	key: string,
): Promise<AccessCode[]> {
	const { access_codes } = await sandbox.seam<{ access_codes: AccessCode[] }>(
		'/access_codes/list',
		{
			device_id,
		},
	);
	return codesOfBooking(access_codes, identityOfKey(key), Date.now());
}

export function remember(told: Told, answers: IDataObject[]): void {
	for (const answer of answers) {
		const left = [
			...(answer.cannot_be_revoked as IDataObject[]),
			...(answer.previous_locks as IDataObject[]).filter(
				({ result }) => result === 'cannot_be_revoked',
			),
		];
		for (const { access_code_id } of left) told.leftOpen.add(String(access_code_id));
		if (answer.code) told.pins.set(String(answer.device_id), String(answer.code));
	}
}

export function isoOf(origin: number, hours: number): string {
	return new Date(origin + hours * 3_600_000).toISOString();
}

export { opensUntil };
