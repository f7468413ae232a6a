import { Temporal } from 'temporal-polyfill';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const parsed = new Map<string, number | null>();

/** Epoch ms of an ISO 8601 instant (with `Z` or an offset), or null where the text names no instant. */
export function parseInstant(text: string): number | null {
	const known = parsed.get(text);
	if (known !== undefined) return known;
	if (parsed.size > 50_000) parsed.clear();
	let instant: number | null = null;
	try {
		instant = Temporal.Instant.from(text).epochMilliseconds;
	} catch {
		// Not an instant: null says so.
	}
	parsed.set(text, instant);
	return instant;
}

/** Epoch ms of a date or local date-time without offset, read as UTC; null where it is neither. */
export function parseAsUtc(text: string): number | null {
	try {
		return Temporal.PlainDateTime.from(text).toZonedDateTime('UTC').epochMilliseconds;
	} catch {
		return null;
	}
}

export const toIso = (at: number): string => new Date(at).toISOString();

const zones = new Map<string, boolean>();

/** Whether `zone` is an IANA time zone (aliases such as `PST8PDT` included). */
export function isZone(zone: string): boolean {
	let known = zones.get(zone);
	if (known === undefined) {
		try {
			Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
			known = true;
		} catch {
			known = false;
		}
		zones.set(zone, known);
	}
	return known;
}

/** The instant as the wall clock in `zone` shows it, counted in ms as if that clock were UTC. */
export function wallClock(at: number, zone: string): number {
	if (zone === 'UTC') return at;
	const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
	return at + zoned.offsetNanoseconds / 1e6;
}

/** Days since 1970-01-01 on a wall clock. */
export const dayOf = (wall: number): number => Math.floor(wall / DAY);

/** Milliseconds since midnight on a wall clock. */
export const timeOfDay = (wall: number): number => wall - dayOf(wall) * DAY;

/** The instant at which the wall clock in `zone` shows `wall`; in a gap the later, in an overlap the first. */
export function instantOf(wall: number, zone: string): number {
	return Temporal.Instant.fromEpochMilliseconds(wall)
		.toZonedDateTimeISO('UTC')
		.toPlainDateTime()
		.toZonedDateTime(zone).epochMilliseconds;
}

/** First instant after the gap that swallows the wall-clock time `wall` in `zone`; null where `wall` exists. */
export function endOfGap(wall: number, zone: string): number | null {
	const resolved = instantOf(wall, zone);
	if (wallClock(resolved, zone) === wall) return null;
	const transition = Temporal.Instant.fromEpochMilliseconds(resolved)
		.add({ milliseconds: 1 })
		.toZonedDateTimeISO(zone)
		.getTimeZoneTransition('previous');
	return transition ? transition.epochMilliseconds : null;
}

/** Signed distance from a to b around the clock face, in (-12 h, +12 h]. */
export function aroundTheClock(from: number, to: number): number {
	const turned = (((to - from) % DAY) + DAY) % DAY;
	return turned > DAY / 2 ? turned - DAY : turned;
}

/** Length of an ISO 8601 duration in ms, a day counted as 24 hours; null where it cannot be read. */
export function durationMs(text: string): number | null {
	try {
		return Temporal.Duration.from(text).total({
			unit: 'millisecond',
			relativeTo: Temporal.PlainDate.from('2001-01-01'),
		});
	} catch {
		return null;
	}
}
