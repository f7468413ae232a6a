import { DAY } from '../../time/instant';
import type { Instant } from '../../time/instant';
import {
	firstOf,
	startsAtOrAfter,
	startsAtOrBefore,
	endsAtOrAfter,
	endsAtOrBefore,
} from './windowSteps';
import { instantsShowing } from '../../time/wallClock';
import { wallClockAt } from '../../time/zone';
import { isLegal, longestEnd, midnightOf, remainder } from './windowShape';
import type { Demand, Window, WindowShape } from './windowShape';

/** How many starts after the one asked for are tried: hours or days. */
const MOST_STARTS = 24;

/** By how many milliseconds the ends of a window are away from those of the stay. */
export function distanceOf({ start, end }: Window, { cover }: Demand): number {
	return Math.abs(start - cover.start) + Math.abs(end - cover.end);
}

/**
 * The window of this shape that is nearest to a stay that it can't cover, or null: it begins later or ends earlier,
 * by as little as can be. It overlaps the stay, so it is never over.
 *
 * @param latest when it may end at the latest
 * @param within the distance that it must stay below
 */
export function nearestInside(
	shape: WindowShape,
	demand: Demand,
	latest: Instant,
	within: number,
): Window | null {
	const { cover, earliest } = demand;
	const { min, max } = shape.duration;
	let best: Window | null = null;
	let least = within;
	const tryStart = (start: Instant) => {
		const until = Math.min(latest, cover.end + least - Math.abs(start - cover.start));
		for (const end of endsNear(shape, start, demand, until)) {
			const distance = distanceOf({ start, end }, demand);
			if (distance < least) [best, least] = [{ start, end }, distance];
		}
	};
	const before = startsAtOrBefore(shape, cover.start, earliest).next().value;
	if (before !== undefined) tryStart(before);
	// Also the first start from which the whole rest of a stay that is too long can be had.
	for (const from of [cover.start, Math.max(cover.start, cover.end - max)]) {
		let left = MOST_STARTS;
		for (const start of startsAtOrAfter(shape, from, cover.end)) {
			const shortfall = Math.max(0, start + min - DAY - cover.end);
			if (left-- === 0 || start - cover.start + shortfall >= least) break;
			tryStart(start);
		}
	}
	return best;
}

/** For one start the last end within the stay, and unless that covers it the first after it. */
function* endsNear(
	shape: WindowShape,
	start: Instant,
	{ cover }: Demand,
	latest: Instant,
): Generator<Instant, undefined> {
	const isLegalEnd = (end: Instant) => end > cover.start && isLegal(shape, { start, end });
	for (const end of endsAtOrBefore(shape, Math.min(cover.end, longestEnd(shape, start)), start)) {
		if (end <= cover.start) break;
		if (!isLegalEnd(end)) continue;
		yield end;
		break;
	}
	if (start <= cover.start) return;
	const from = Math.max(cover.end, start + shape.duration.min);
	if (shape.clock.type === 'matching') {
		const time = remainder(wallClockAt(start, shape.zone), DAY);
		for (let day = midnightOf(wallClockAt(from, shape.zone)); ; day += DAY) {
			const end = firstOf(instantsShowing(day + time, shape.zone), from);
			if (day > wallClockAt(latest, shape.zone)) return;
			if (end === undefined || !isLegalEnd(end)) continue;
			yield end;
			return;
		}
	}
	for (const end of endsAtOrAfter(shape, from, latest)) {
		if (end > longestEnd(shape, start)) return;
		if (!isLegalEnd(end)) continue;
		yield end;
		return;
	}
}
