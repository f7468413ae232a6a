import { DAY, type Instant } from '../../time/instant';
import { changeOfClock } from '../../time/wallClock';
import { offsetAt } from '../../time/zone';

/** Short enough to see the month for which some countries suspend daylight saving. */
const STEP = 5 * DAY;

/** Milliseconds east of UTC in `zone` without daylight saving, in the year that begins at `now`. */
export function standardOffset(zone: string, now: Instant): number {
	return Math.min(...yearFrom(now).map((at) => offsetAt(at, zone)));
}

/** Whether clocks in both zones show the same time all through the year that begins at `now`. */
export function keepSameTime(zone: string, other: string, now: Instant): boolean {
	return yearFrom(now).every((at) => offsetAt(at, zone) === offsetAt(at, other));
}

/** The first change of the clocks in `zone` within a year after `now`, to the minute; null if there is none. */
export function nextOffsetChange(zone: string, now: Instant): Instant | null {
	const offset = offsetAt(now, zone);
	const changed = yearFrom(now).find((at) => offsetAt(at, zone) !== offset);
	return changed === undefined ? null : changeOfClock(changed - STEP, changed, zone);
}

function yearFrom(now: Instant): Instant[] {
	return Array.from({ length: 74 }, (_, index) => now + index * STEP);
}
