import { DAY, HOUR, MINUTE, type Instant } from '../../time/instant';
import type { WindowEnd } from '../../time/wallClock';
import { wallClockAt } from '../../time/zone';
import { instantsOf, midnightOf, remainder, type WindowShape } from './windowShape';

/** A search for the instants at which a code of this shape may begin or end. */
interface Search {
	side: WindowEnd;
	from: Instant;
	/** The furthest instant, included. */
	to: Instant;
	/** If any minute will do: only the whole hours after the first instant. */
	isCoarse?: true;
}

/** The instants at which a code may begin or end, the latest first. */
export function* stepsBack(
	shape: WindowShape,
	{ side, from, to, isCoarse }: Search,
): Generator<Instant, undefined> {
	const { clock, zone } = shape;
	const isAllowed = shape[`${side}Date`] ?? (() => true);
	if (clock.type === 'pair') {
		const firstDay = wallClockAt(to, zone) - 2 * DAY;
		for (let day = midnightOf(wallClockAt(from, zone)); day >= firstDay; day -= DAY) {
			if (!isAllowed(day)) continue;
			const step = lastOf(instantsOf(shape, day + clock[side], side), from);
			if (step !== undefined && step >= to) yield step;
		}
		return;
	}
	const isHourly = clock.type === 'whole_hours';
	let step = isHourly ? wholeHour(from, zone, 'before') : from;
	while (step >= to) {
		const wall = wallClockAt(step, zone);
		if (isAllowed(midnightOf(wall))) {
			yield step;
			step = isHourly || isCoarse ? wholeHour(step - 1, zone, 'before') : step - MINUTE;
		} else {
			// The date is not allowed: the last step of the day before it.
			step -= remainder(wall, DAY) + (isHourly ? HOUR : MINUTE);
		}
	}
}

/** The instants at which a code may begin or end, the earliest first. */
export function* stepsOn(
	shape: WindowShape,
	{ side, from, to, isCoarse }: Search,
): Generator<Instant, undefined> {
	const { clock, zone } = shape;
	const isAllowed = shape[`${side}Date`] ?? (() => true);
	if (clock.type === 'pair') {
		const lastDay = wallClockAt(to, zone) + DAY;
		for (let day = midnightOf(wallClockAt(from, zone)); day <= lastDay; day += DAY) {
			if (!isAllowed(day)) continue;
			const step = firstOf(instantsOf(shape, day + clock[side], side), from);
			if (step !== undefined && step <= to) yield step;
		}
		return;
	}
	const isHourly = clock.type === 'whole_hours';
	let step = isHourly ? wholeHour(from, zone, 'after') : from;
	while (step <= to) {
		const wall = wallClockAt(step, zone);
		if (isAllowed(midnightOf(wall))) {
			yield step;
			step = isHourly || isCoarse ? wholeHour(step + 1, zone, 'after') : step + MINUTE;
		} else {
			step += DAY - remainder(wall, DAY);
		}
	}
}

/** A change of the clock may lie between: what is left over after it is taken off again. */
function wholeHour(instant: Instant, zone: string | null, side: 'before' | 'after'): Instant {
	let hour = instant;
	for (let over = remainder(wallClockAt(hour, zone), HOUR); over > 0; ) {
		hour += side === 'after' ? HOUR - over : -over;
		over = remainder(wallClockAt(hour, zone), HOUR);
	}
	return hour;
}

export function lastOf(instants: Instant[], notAfter: Instant): Instant | undefined {
	return instants.filter((instant) => instant <= notAfter).pop();
}

export function firstOf(instants: Instant[], notBefore: Instant): Instant | undefined {
	return instants.find((instant) => instant >= notBefore);
}
