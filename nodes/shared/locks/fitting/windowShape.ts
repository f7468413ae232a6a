import type { DateRule } from '../../time/dateRule';
import { DAY, HOUR, type Instant } from '../../time/instant';
import type { TimeOfDay } from '../../time/timeOfDay';
import { instantOf, instantsShowing, type WindowEnd } from '../../time/wallClock';
import { wallClockAt, type WallClock } from '../../time/zone';

export interface Window {
	start: Instant;
	end: Instant;
}

/**
 * The windows that one kind of code can have: the times of day at which it may begin and end, how long it may
 * last, on which dates. All clock times are those of `zone` (null counts as UTC).
 */
export interface WindowShape {
	zone: string | null;
	clock:
		| { type: 'free' }
		| { type: 'whole_hours' }
		/** Begins and ends at the same time of day, whichever. */
		| { type: 'matching' }
		| { type: 'pair'; start: TimeOfDay; end: TimeOfDay };
	duration: DurationBand;
	startDate?: DateRule;
	endDate?: DateRule;
	/** Whether a slot time skipped by daylight saving is moved forward instead of dropped. */
	takesSkippedTimes?: true;
	/** Further rules of the lock, such as how many codes may begin in one hour. */
	accepts?: (window: Window) => boolean;
	/** The same in words, to follow “holds”. */
	furtherRule?: string;
}

/**
 * Shortest and longest duration in milliseconds, days of 24 hours. `elapsed` counts hours that pass, `calendar`
 * what the clock on the wall shows; across a daylight-saving change they differ, and `both` satisfies either.
 */
export interface DurationBand {
	min: number;
	max: number;
	reading: 'both' | 'elapsed' | 'calendar';
}

export const ANY_DURATION: DurationBand = { min: 0, max: Infinity, reading: 'elapsed' };

/** What is wanted of a window: `cover` must lie within it; it may begin at `earliest` and end at `latest`. */
export interface Demand {
	cover: Window;
	earliest: Instant;
	latest: Instant;
	/** Where the wish began; later than that `cover` begins only because it is past, so going back there adds nothing. */
	wished: Instant;
	/** Now: only a lock with fixed steps may begin before it (its step may have begun). */
	soonest: Instant;
}

/** Whether the lock takes this very window. */
export function isLegal(shape: WindowShape, window: Window): boolean {
	const { zone } = shape;
	const [startWall, endWall] = [wallClockAt(window.start, zone), wallClockAt(window.end, zone)];
	const durations = durationsOf(shape, window);
	return (
		window.end > window.start &&
		durations.every((length) => length >= shape.duration.min && length <= shape.duration.max) &&
		isOnClock(shape, window) &&
		(shape.startDate?.(midnightOf(startWall)) ?? true) &&
		(shape.endDate?.(midnightOf(endWall)) ?? true) &&
		(shape.accepts?.(window) ?? true)
	);
}

export function isLongerThanAllowed(shape: WindowShape, window: Window): boolean {
	return durationsOf(shape, window).some((length) => length > shape.duration.max);
}

export function durationsOf({ zone, duration }: WindowShape, { start, end }: Window): number[] {
	const elapsed = end - start;
	if (duration.reading === 'elapsed') return [elapsed];
	const calendar = wallClockAt(end, zone) - wallClockAt(start, zone);
	return duration.reading === 'calendar' ? [calendar] : [elapsed, calendar];
}

/** The latest end that the longest duration allows. */
export function longestEnd({ zone, duration }: WindowShape, start: Instant): Instant {
	if (!Number.isFinite(duration.max)) return Infinity;
	const elapsed = start + duration.max;
	if (duration.reading === 'elapsed') return elapsed;
	const calendar = elapsed + wallClockAt(start, zone) + duration.max - wallClockAt(elapsed, zone);
	return duration.reading === 'calendar' ? calendar : Math.min(elapsed, calendar);
}

/** When a fixed time of day is on the clock. */
export function instantsOf(
	{ zone, takesSkippedTimes }: WindowShape,
	wall: WallClock,
	end: WindowEnd,
): Instant[] {
	const instants = instantsShowing(wall, zone);
	return instants.length === 0 && takesSkippedTimes ? [instantOf(wall, zone, end)] : instants;
}

function isOnClock(shape: WindowShape, { start, end }: Window): boolean {
	const { clock, zone } = shape;
	const [startWall, endWall] = [wallClockAt(start, zone), wallClockAt(end, zone)];
	switch (clock.type) {
		case 'free':
			return true;
		case 'whole_hours':
			return startWall % HOUR === 0 && endWall % HOUR === 0;
		case 'matching':
			return remainder(startWall - endWall, DAY) === 0;
		case 'pair':
			return (
				instantsOf(shape, midnightOf(startWall) + clock.start, 'start').includes(start) &&
				instantsOf(shape, midnightOf(endWall) + clock.end, 'end').includes(end)
			);
	}
}

export function midnightOf(wall: number): number {
	return wall - remainder(wall, DAY);
}

export function remainder(value: number, divisor: number): number {
	return ((value % divisor) + divisor) % divisor;
}
