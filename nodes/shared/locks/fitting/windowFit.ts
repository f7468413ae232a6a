import { DAY, HOUR, MINUTE, type Instant } from '../../time/instant';
import { instantsShowing } from '../../time/wallClock';
import { wallClockAt, type WallClock } from '../../time/zone';
import { durationsOf, isLegal, isLongerThanAllowed, remainder } from './windowShape';
import type { Demand, Window, WindowShape } from './windowShape';
import { firstOf, lastOf, stepsBack, stepsOn } from './windowSteps';

/** The calendar counts an hour more where the clocks go forward; zones have also moved by a whole day. */
const MOST_THAT_CLOCKS_ADD = DAY;

/**
 * The window of this shape that covers the demand with the least addition, or null. Additions go to the end
 * first; the start moves only as far as it must.
 */
export function fitWindow(shape: WindowShape, demand: Demand): Window | null {
	if (isLongerThanAllowed(shape, demand.cover) || hasTooLittleRoom(shape, demand)) return null;
	switch (shape.clock.type) {
		case 'matching':
			return fitMatching(shape, demand);
		case 'free':
			return fitFree(shape, demand);
		default:
			return fitStepwise(shape, demand);
	}
}

/** Whether even the longest window of the demand is too short, whatever the clocks do meanwhile. */
function hasTooLittleRoom({ duration }: WindowShape, { earliest, latest }: Demand): boolean {
	return latest - earliest + MOST_THAT_CLOCKS_ADD < duration.min;
}

/**
 * Both ends have fixed steps (a slot a day, or whole hours), which lie apart unevenly where dates are left out: of all
 * legal pairs the one that adds least.
 */
function fitStepwise(shape: WindowShape, { cover, earliest, latest }: Demand): Window | null {
	let best: Window | null = null;
	let least = Infinity;
	for (const start of stepsBack(shape, { side: 'start', from: cover.start, to: earliest })) {
		if (cover.start - start >= least) break;
		for (const end of stepsOn(shape, { side: 'end', from: cover.end, to: latest })) {
			const window = { start, end };
			const added = cover.start - start + end - cover.end;
			if (added >= least || isLongerThanAllowed(shape, window)) break;
			if (isLegal(shape, window)) [best, least] = [window, added];
		}
	}
	return best;
}

/** Any minute will do: only a stay that is too short, or begins or ends on a date that is not allowed, is extended. */
function fitFree(shape: WindowShape, demand: Demand): Window | null {
	const earliest = earliestOfAnyMinute(demand);
	const { cover, latest } = demand;
	const [end] = stepsOn(shape, { side: 'end', from: cover.end, to: latest });
	if (end === undefined) return null;
	for (const start of stepsBack(shape, { side: 'start', from: cover.start, to: earliest })) {
		const window = lengthen(shape, { start, end }, latest);
		if (window.start < earliest) return null;
		if (isLegal(shape, window)) return window;
		// Another minute helps only against further rules, such as how many codes may begin in one hour.
		if (shape.accepts === undefined) return null;
	}
	return null;
}

/** Adds what the shortest duration lacks, to the end as far as it may. */
function lengthen(shape: WindowShape, { start, end }: Window, latest: Instant): Window {
	const window = { start, end };
	// Twice: an end moved across a daylight-saving change is an hour short on one of the two readings.
	for (let attempt = 0; attempt < 2; attempt++) {
		const missing = shape.duration.min - Math.min(...durationsOf(shape, window));
		if (missing <= 0) break;
		const after = Math.min(missing, latest - window.end);
		window.end += after;
		window.start -= missing - after;
	}
	return window;
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
	const whole = endWall + difference - startWall;
	const lacking = Math.max(0, shape.duration.min - MOST_THAT_CLOCKS_ADD - whole);
	const least = difference + Math.ceil(lacking / DAY) * DAY;
	for (let added = least; added <= room.before + room.after + HOUR; added += DAY) {
		const leastBefore = Math.max(0, added - room.after);
		for (const before of sharesOfStart(shape, startWall, leastBefore, room.before)) {
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
 * one end; if further rules may want another date or hour, any hour and the last minute of each day before.
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
