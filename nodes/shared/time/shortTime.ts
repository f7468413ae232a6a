import { dateTimeFormat } from './dateTimeFormat';
import type { Instant } from './instant';
import { wallClockAt } from './zone';

/** `28 Nov`, for hosts; with the year if it is not that of `now`. */
export function shortDay(at: Instant, zone: string | null, now: Instant): string {
	const [wall, today] = [at, now].map((instant) => new Date(wallClockAt(instant, zone)));
	const isThisYear = wall.getUTCFullYear() === today.getUTCFullYear();
	const year = isThisYear ? {} : ({ year: 'numeric' } as const);
	return dateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...year }).format(wall);
}

/** `15:00`. */
export const shortTimeOfDay = (at: Instant, zone: string | null): string =>
	new Date(wallClockAt(at, zone)).toISOString().slice(11, 16);

/** `28 Nov 15:00`; the zone is told by whoever uses it, once. */
export const shortTime = (at: Instant, zone: string | null, now: Instant): string =>
	`${shortDay(at, zone, now)} ${shortTimeOfDay(at, zone)}`;
