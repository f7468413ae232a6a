import { DAY, HOUR, MINUTE, type Instant } from './instant';
import { formatTimeOfDay } from './timeOfDay';
import { offsetAt, wallClockAt } from './zone';

/** ISO 8601 as sent to Seam: the zone's own offset at that instant, `Z` if the zone is unknown (null). */
export function formatInZone(instant: Instant, zone: string | null): string {
	const local = isoOfWallClock(wallClockAt(instant, zone));
	return `${local}${zone === null ? 'Z' : formatOffset(offsetAt(instant, zone))}`;
}

/** As `formatInZone`; null if there is no instant. */
export function formatInZoneOrNull(instant: Instant | null, zone: string | null): string | null {
	return instant === null ? null : formatInZone(instant, zone);
}

/** `2027-03-29 15:00`, for sentences; seconds only if there are any, ` UTC` if the zone is unknown. */
export function formatForPeople(instant: Instant, zone: string | null): string {
	const local = isoOfWallClock(wallClockAt(instant, zone)).replace('T', ' ');
	return `${local.replace(/:00$/, '')}${zone === null ? ' UTC' : ''}`;
}

/** `28 days`, `28 days 6 hours`, `1 hour 30 minutes`; milliseconds, told to the nearest minute. */
export function formatDuration(milliseconds: number): string {
	const rounded = Math.round(milliseconds / MINUTE) * MINUTE;
	if (rounded === 0 && milliseconds > 0) return 'less than a minute';
	const parts: Array<[number, string]> = [
		[Math.floor(rounded / DAY), 'day'],
		[Math.floor((rounded % DAY) / HOUR), 'hour'],
		[(rounded % HOUR) / MINUTE, 'minute'],
	];
	const told = parts
		.filter(([count]) => count > 0)
		.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
	return told.length > 0 ? told.join(' ') : '0 minutes';
}

const datesOfDays = new Map<number, string>();
const REMEMBERED_DAYS = 4096;

/** As `Date` writes it, with seconds and, if there are any, milliseconds; its part for the day is remembered. */
function isoOfWallClock(wall: number): string {
	const day = Math.floor(wall / DAY);
	const inDay = wall - day * DAY;
	const rest = inDay % MINUTE;
	const seconds = rest === 0 ? '00' : new Date(rest).toISOString().slice(17, rest % 1000 ? -1 : 19);
	return `${dateOfDay(day)}T${formatTimeOfDay(inDay - rest)}:${seconds}`;
}

/** Of a day counted from 1970-01-01. A plan writes the same few dates many times, and `Date` takes long for one. */
function dateOfDay(day: number): string {
	let date = datesOfDays.get(day);
	if (date === undefined) {
		date = new Date(day * DAY).toISOString().split('T')[0];
		if (datesOfDays.size >= REMEMBERED_DAYS) datesOfDays.clear();
		datesOfDays.set(day, date);
	}
	return date;
}

/** `+05:30`. */
export function formatOffset(offset: number): string {
	const minutes = Math.abs(Math.round(offset / MINUTE));
	return `${offset < 0 ? '-' : '+'}${formatTimeOfDay(minutes * MINUTE)}`;
}
