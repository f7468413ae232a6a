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
export const stepsBack = (shape: WindowShape, search: Search) => steps(shape, search, -1);

/** The instants at which a code may begin or end, the earliest first. */
export const stepsOn = (shape: WindowShape, search: Search) => steps(shape, search, 1);

/** Back or on in time. */
type Direction = -1 | 1;

function* steps(
	shape: WindowShape,
	{ side, from, to, isCoarse }: Search,
	direction: Direction,
): Generator<Instant, undefined> {
	const { clock, zone } = shape;
	const isAllowed = shape[`${side}Date`] ?? (() => true);
	const isWithin = (instant: number, last: number) => (last - instant) * direction >= 0;
	if (clock.type === 'pair') {
		// A time of day may lie up to a day after midnight, and the clocks may have moved by a day.
		const lastDay = wallClockAt(to, zone) + direction * 2 * DAY;
		let day = midnightOf(wallClockAt(from, zone));
		for (; isWithin(day, lastDay); day += direction * DAY) {
			if (!isAllowed(day)) continue;
			const instants = instantsOf(shape, day + clock[side], side);
			const step = direction === 1 ? firstOf(instants, from) : lastOf(instants, from);
			if (step !== undefined && isWithin(step, to)) yield step;
		}
		return;
	}
	const isHourly = clock.type === 'whole_hours';
	let step = isHourly ? wholeHour(from, zone, direction) : from;
	while (isWithin(step, to)) {
		const wall = wallClockAt(step, zone);
		if (isAllowed(midnightOf(wall))) {
			yield step;
			const isByHour = isHourly || isCoarse;
			step = isByHour ? wholeHour(step + direction, zone, direction) : step + direction * MINUTE;
		} else if (direction === 1) {
			step += DAY - remainder(wall, DAY);
		} else {
			// The last step of the day before.
			step -= remainder(wall, DAY) + (isHourly ? HOUR : MINUTE);
		}
	}
}

/** A change of the clock may lie between: what is left over after it is taken off again. */
function wholeHour(instant: Instant, zone: string | null, direction: Direction): Instant {
	let hour = instant;
	for (let over = remainder(wallClockAt(hour, zone), HOUR); over > 0; ) {
		hour += direction === 1 ? HOUR - over : -over;
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
