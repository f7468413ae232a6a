import { DAY, MINUTE, type Instant } from './instant';
import { offsetAt, type WallClock } from './zone';

/** Which end of a window a wall-clock time is: it decides what a daylight-saving change does to it. */
export type WindowEnd = 'start' | 'end';

/** The instants at which a clock in the zone shows this time: none in a spring gap, two in an autumn overlap. */
export function instantsShowing(wall: WallClock, zone: string | null): Instant[] {
	// A day to either side there is at most one change of the clock between.
	const before = wall - offsetAt(wall - DAY, zone);
	const after = wall - offsetAt(wall + DAY, zone);
	const shows = (instant: Instant) => instant + offsetAt(instant, zone) === wall;
	if (before === after) return shows(before) ? [before] : [];
	return [before, after].filter(shows);
}

/**
 * Wall clock → instant, so that the stay is always covered: in an autumn overlap a start takes the first and an
 * end the second occurrence; in a spring gap a time keeps the offset before it (02:30 becomes 03:30), except
 * that a start moves only to the first valid instant. A null zone counts as UTC.
 */
export function instantOf(wall: WallClock, zone: string | null, end: WindowEnd): Instant {
	const instants = instantsShowing(wall, zone);
	if (instants.length > 0) return end === 'start' ? instants[0] : instants[instants.length - 1];
	const withOffsetBefore = wall - offsetAt(wall - DAY, zone);
	if (end === 'end') return withOffsetBefore;
	return changeOfClock(wall - offsetAt(wall + DAY, zone), withOffsetBefore, zone);
}

/** The first minute in (from, to] that has the offset of `to`. */
export function changeOfClock(from: Instant, to: Instant, zone: string | null): Instant {
	const offset = offsetAt(to, zone);
	let [low, high] = [Math.floor(from / MINUTE), Math.floor(to / MINUTE)];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (offsetAt(middle * MINUTE, zone) === offset) high = middle;
		else low = middle + 1;
	}
	return high * MINUTE;
}
