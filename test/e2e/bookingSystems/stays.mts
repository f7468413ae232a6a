// What tests say about a stay.
import { DateTime } from 'luxon';

import type { Lock } from './stage.mts';
import type { Stay } from './system.mts';

/** The stay as it is after a change now. */
export const changed = (stay: Stay, change: Partial<Stay>): Stay => ({
	...stay,
	...change,
	changedAt: new Date().toISOString(),
});

/** A date some days later. */
export const later = (date: string, days: number): string =>
	DateTime.fromISO(date).plus({ days }).toISODate()!;

/** A moment on the lock’s clock, in milliseconds. */
export const instantOf = (date: string, time: string, { zone }: Lock): number =>
	DateTime.fromISO(`${date}T${time}`, { zone }).toMillis();
