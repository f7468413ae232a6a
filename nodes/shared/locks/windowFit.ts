import type { DateRule } from '../time/dateRule';
import { DAY, HOUR, MINUTE } from '../time/instant';
import type { Instant } from '../time/instant';
import type { TimeOfDay } from '../time/timeOfDay';
import { instantOf, instantsShowing } from '../time/wallClock';
import type { WindowEnd } from '../time/wallClock';
import { wallClockAt } from '../time/zone';
import type { WallClock } from '../time/zone';

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
	/** Whether a fixed time that the clocks skip on a day is resolved like one that a person gave; else it is none. */
	takesSkippedTimes?: true;
	/** Further rules of the lock, such as how many codes may begin in one hour. */
	accepts?: (window: Window) => boolean;
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

/**
 * The window of this shape that covers the demand with the least addition, or null. Additions go to the end
 * first; the start moves only as far as it must.
 */
export function fitWindow(shape: WindowShape, demand: Demand): Window | null {
	if (isLongerThanAllowed(shape, demand.cover)) return null;
	switch (shape.clock.type) {
		case 'matching':
			return fitMatching(shape, demand);
		case 'free':
			return fitFree(shape, demand);
		default:
			return fitStepwise(shape, demand);
	}
}

/**
 * The longest window of this shape that ends no later than the demand, or null. It begins as `fitWindow` would, or
 * else, where the times are fixed, with the next of them.
 */
export function shortenWindow(shape: WindowShape, demand: Demand): Window | null {
	const start =
		startsAtOrBefore(shape, demand.cover.start, demand.earliest).next().value ??
		nextFixedStart(shape, demand.cover);
	if (start === undefined) return null;
	const limit = Math.min(demand.cover.end, longestEnd(shape, start));
	for (const end of endsAtOrBefore(shape, limit, start)) {
		if (isLegal(shape, { start, end })) return { start, end };
	}
	return null;
}

function nextFixedStart(shape: WindowShape, cover: Window): Instant | undefined {
	const { clock, zone } = shape;
	if (clock.type !== 'pair') return undefined;
	const lastDay = midnightOf(wallClockAt(cover.end, zone));
	for (let day = midnightOf(wallClockAt(cover.start, zone)); day <= lastDay; day += DAY) {
		const start = firstOf(instantsShowing(day + clock.start, zone), cover.start);
		if (start !== undefined && (shape.startDate?.(day) ?? true)) return start;
	}
	return undefined;
}

/** The latest end that the longest duration allows. */
function longestEnd({ zone, duration }: WindowShape, start: Instant): Instant {
	if (!Number.isFinite(duration.max)) return Infinity;
	const elapsed = start + duration.max;
	if (duration.reading === 'elapsed') return elapsed;
	const calendar = elapsed + wallClockAt(start, zone) + duration.max - wallClockAt(elapsed, zone);
	return duration.reading === 'calendar' ? calendar : Math.min(elapsed, calendar);
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

/** Both ends have fixed steps (a slot a day, or whole hours): the first legal pair in order of what it adds. */
function fitStepwise(shape: WindowShape, demand: Demand): Window | null {
	const starts = [...startsAtOrBefore(shape, demand.cover.start, demand.earliest)];
	const ends = [...endsAtOrAfter(shape, demand.cover.end, demand.latest)];
	for (let steps = 0; steps <= starts.length + ends.length - 2; steps++) {
		for (let i = Math.max(0, steps - ends.length + 1); i <= steps && i < starts.length; i++) {
			const window = { start: starts[i], end: ends[steps - i] };
			if (isLegal(shape, window)) return window;
			if (i === 0 && isLongerThanAllowed(shape, window)) return null;
		}
	}
	return null;
}

/** Any minute will do: only a stay that is too short, or begins or ends on a date that is not allowed, is extended. */
function fitFree(shape: WindowShape, demand: Demand): Window | null {
	const start = startsAtOrBefore(shape, demand.cover.start, demand.earliest).next().value;
	const end = endsAtOrAfter(shape, demand.cover.end, demand.latest).next().value;
	if (start === undefined || end === undefined) return null;
	const window = { start, end };
	// Twice: an end moved across a daylight-saving change is an hour short on one of the two readings.
	for (let attempt = 0; attempt < 2; attempt++) {
		const missing = shape.duration.min - Math.min(...durationsOf(shape, window));
		if (missing > 0) {
			const after = Math.min(missing, demand.latest - window.end);
			window.end += after;
			window.start -= missing - after;
		}
	}
	return window.start >= earliestOfAnyMinute(demand) && isLegal(shape, window) ? window : null;
}

/** Where any minute will do there is no reason to begin in the past. */
function earliestOfAnyMinute({ cover, earliest, soonest }: Demand): Instant {
	return Math.max(earliest, Math.min(cover.start, soonest));
}

/** Begin and end share a time of day: the difference is added, to the end as far as it may, then whole days. */
function fitMatching(shape: WindowShape, demand: Demand): Window | null {
	const { zone } = shape;
	const { cover, latest } = demand;
	const earliest = earliestOfAnyMinute(demand);
	const [startWall, endWall] = [wallClockAt(cover.start, zone), wallClockAt(cover.end, zone)];
	const room = { before: cover.start - earliest, after: latest - cover.end };
	const difference = remainder(startWall - endWall, DAY);
	for (let added = difference; added <= room.before + room.after + HOUR; added += DAY) {
		const least = Math.max(0, added - room.after);
		for (const before of sharesOfStart(shape, startWall, least, room.before)) {
			const start = lastOf(instantsShowing(startWall - before, zone), cover.start);
			const end = firstOf(instantsShowing(endWall + added - before, zone), cover.end);
			if (start === undefined || end === undefined || start < earliest || end > latest) continue;
			if (isLegal(shape, { start, end })) return { start, end };
		}
	}
	return null;
}

/**
 * How far the start may move when `least` is the least: some hours more where the clocks skip the time of day at
 * one end; where further rules may want another date or hour, any hour and the last minute of each day before.
 */
function sharesOfStart(
	shape: WindowShape,
	startWall: WallClock,
	least: number,
	most: number,
): number[] {
	const shares = [0, HOUR, 2 * HOUR, 3 * HOUR].map((more) => least + more);
	if ((shape.startDate ?? shape.endDate ?? shape.accepts) === undefined) return shares;
	for (let share = least + 4 * HOUR; share <= most; share += HOUR) shares.push(share);
	for (let share = remainder(startWall, DAY) + MINUTE; share <= most; share += DAY) {
		if (share > least) shares.push(share);
	}
	return shares.sort((a, b) => a - b);
}

/** Instants at which a code of this shape may begin, the latest first. */
function* startsAtOrBefore(
	shape: WindowShape,
	from: Instant,
	earliest: Instant,
): Generator<Instant, undefined> {
	const { clock, zone } = shape;
	if (clock.type === 'pair') {
		const lastDay = midnightOf(wallClockAt(from, zone));
		for (let day = lastDay; day >= wallClockAt(earliest, zone) - 2 * DAY; day -= DAY) {
			if (shape.startDate !== undefined && !shape.startDate(day)) continue;
			const start = lastOf(instantsOf(shape, day + clock.start, 'start'), from);
			if (start !== undefined && start >= earliest) yield start;
		}
		return;
	}
	const step = clock.type === 'whole_hours' ? HOUR : MINUTE;
	let start = clock.type === 'whole_hours' ? wholeHourAtOrBefore(from, zone) : from;
	while (start >= earliest) {
		const wall = wallClockAt(start, zone);
		if (shape.startDate === undefined || shape.startDate(midnightOf(wall))) {
			yield start;
			start = step === HOUR ? wholeHourAtOrBefore(start - 1, zone) : start - step;
		} else {
			// The date is not allowed: the last step of the day before it.
			start -= remainder(wall, DAY) + step;
		}
	}
}

/** Instants at which a code of this shape may end, the earliest first. */
function* endsAtOrAfter(
	shape: WindowShape,
	from: Instant,
	latest: Instant,
): Generator<Instant, undefined> {
	const { clock, zone } = shape;
	if (clock.type === 'pair') {
		const firstDay = midnightOf(wallClockAt(from, zone));
		for (let day = firstDay; day <= wallClockAt(latest, zone) + DAY; day += DAY) {
			if (shape.endDate !== undefined && !shape.endDate(day)) continue;
			const end = firstOf(instantsOf(shape, day + clock.end, 'end'), from);
			if (end !== undefined && end <= latest) yield end;
		}
		return;
	}
	const isHourly = clock.type === 'whole_hours';
	let end = isHourly ? wholeHourAtOrAfter(from, zone) : from;
	while (end <= latest) {
		const wall = wallClockAt(end, zone);
		if (shape.endDate === undefined || shape.endDate(midnightOf(wall))) {
			yield end;
			end = isHourly ? wholeHourAtOrAfter(end + 1, zone) : end + MINUTE;
		} else {
			end += DAY - remainder(wall, DAY);
		}
	}
}

/** Instants at which a code of this shape may end, the latest first, as far back as it may begin. */
function* endsAtOrBefore(
	shape: WindowShape,
	from: Instant,
	start: Instant,
): Generator<Instant, undefined> {
	const { clock, zone } = shape;
	if (clock.type === 'free') {
		yield from;
		return;
	}
	if (clock.type === 'whole_hours') {
		yield wholeHourAtOrBefore(from, zone);
		return;
	}
	const time = clock.type === 'pair' ? clock.end : remainder(wallClockAt(start, zone), DAY);
	for (let day = midnightOf(wallClockAt(from, zone)); ; day -= DAY) {
		const end = lastOf(instantsShowing(day + time, zone), from);
		if (end === undefined) {
			if (day < wallClockAt(start, zone) - DAY) return;
			continue;
		}
		if (end <= start) return;
		yield end;
	}
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

function isLongerThanAllowed(shape: WindowShape, window: Window): boolean {
	return durationsOf(shape, window).some((length) => length > shape.duration.max);
}

function durationsOf({ zone, duration }: WindowShape, { start, end }: Window): number[] {
	const elapsed = end - start;
	if (duration.reading === 'elapsed') return [elapsed];
	const calendar = wallClockAt(end, zone) - wallClockAt(start, zone);
	return duration.reading === 'calendar' ? [calendar] : [elapsed, calendar];
}

/** When a fixed time of day is on the clock. */
function instantsOf(
	{ zone, takesSkippedTimes }: WindowShape,
	wall: WallClock,
	end: WindowEnd,
): Instant[] {
	const instants = instantsShowing(wall, zone);
	return instants.length === 0 && takesSkippedTimes ? [instantOf(wall, zone, end)] : instants;
}

/** A change of the clock may lie between: what is left over after it is taken off again. */
function wholeHourAtOrBefore(instant: Instant, zone: string | null): Instant {
	let hour = instant;
	for (let over = remainder(wallClockAt(hour, zone), HOUR); over > 0; ) {
		hour -= over;
		over = remainder(wallClockAt(hour, zone), HOUR);
	}
	return hour;
}

function wholeHourAtOrAfter(instant: Instant, zone: string | null): Instant {
	let hour = instant;
	for (let over = remainder(wallClockAt(hour, zone), HOUR); over > 0; ) {
		hour += HOUR - over;
		over = remainder(wallClockAt(hour, zone), HOUR);
	}
	return hour;
}

function lastOf(instants: Instant[], notAfter: Instant): Instant | undefined {
	return instants.filter((instant) => instant <= notAfter).pop();
}

function firstOf(instants: Instant[], notBefore: Instant): Instant | undefined {
	return instants.find((instant) => instant >= notBefore);
}

function midnightOf(wall: number): number {
	return wall - remainder(wall, DAY);
}

function remainder(value: number, divisor: number): number {
	return ((value % divisor) + divisor) % divisor;
}
