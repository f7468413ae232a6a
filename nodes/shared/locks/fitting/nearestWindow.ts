import { DAY, type Instant } from '../../time/instant';
import { wallClockAt } from '../../time/zone';
import { isLegal, longestEnd, remainder } from './windowShape';
import type { Demand, Window, WindowShape } from './windowShape';
import { stepsBack, stepsOn } from './windowSteps';

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
	const [before] = stepsBack(shape, { side: 'start', from: cover.start, to: earliest });
	if (before !== undefined) tryStart(before);
	// Also the first start from which the whole rest of a stay that is too long can be had.
	for (const from of [cover.start, Math.max(cover.start, cover.end - max)]) {
		let left = MOST_STARTS;
		for (const start of stepsOn(shape, { side: 'start', from, to: cover.end, isCoarse: true })) {
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
	const ends = withTimesOf(start, shape);
	const firstLegal = (steps: Iterable<Instant>) => {
		for (const end of steps) if (isLegal(shape, { start, end })) return [end];
		return [];
	};
	const last = Math.min(cover.end, longestEnd(shape, start));
	const inside = { side: 'end', from: last, to: cover.start + 1, isCoarse: true } as const;
	yield* firstLegal(stepsBack(ends, inside));
	if (start <= cover.start) return;
	const from = Math.max(cover.end, start + shape.duration.min);
	const to = Math.min(latest, longestEnd(shape, start));
	yield* firstLegal(stepsOn(ends, { side: 'end', from, to }));
}

/** If both ends share a time of day, the start has fixed it for the end. */
function withTimesOf(start: Instant, shape: WindowShape): WindowShape {
	if (shape.clock.type !== 'matching') return shape;
	const time = remainder(wallClockAt(start, shape.zone), DAY);
	return { ...shape, clock: { type: 'pair', start: time, end: time } };
}
