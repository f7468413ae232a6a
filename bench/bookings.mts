import type { Sandbox } from '../test/e2e/harness/index.mts';

/** A stay as a booking system would send it. */
export interface Booking {
	id: string;
	guest: string;
	lock_id: string;
	arrives: string;
	departs: string;
}

const DAY = 86_400_000;
const NIGHTS_BETWEEN_ARRIVALS = 3;

let locksMade = 0;

/** Locks that nobody has asked for anything yet: what is remembered of a lock's last minute would slow the next run. */
export async function freshLocks(
	sandbox: Sandbox,
	count: number,
	template = 'august',
	overrides: Record<string, unknown> = {},
): Promise<string[]> {
	const ids: string[] = [];
	for (let index = 0; index < count; index += 1) {
		const alias = `bench_${(locksMade += 1)}`;
		const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
			template,
			alias,
			overrides,
		});
		ids.push(device_id);
	}
	return ids;
}

/** Stays of two nights, the locks in turn, none of one lock at the same time as another. */
export function seasonOf(
	count: number,
	locks: readonly string[],
	now: number,
	label: string,
): Booking[] {
	const firstDay = Math.ceil(now / DAY) + 7;
	return Array.from({ length: count }, (_, index) => {
		const arrival = firstDay + NIGHTS_BETWEEN_ARRIVALS * Math.floor(index / locks.length);
		const at = (day: number, hours: number) =>
			new Date(day * DAY + hours * 3_600_000).toISOString();
		return {
			id: `${label}-${index}`,
			guest: `Guest ${index}`,
			lock_id: locks[index % locks.length],
			arrives: at(arrival, 15),
			departs: at(arrival + 2, 11),
		};
	});
}
