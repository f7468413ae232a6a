import { DAY, HOUR, MINUTE } from '../../time/instant';
import type { Instant } from '../../time/instant';
import { instantsShowing } from '../../time/wallClock';
import { wallClockAt } from '../../time/zone';
import { instantsOf, midnightOf, remainder } from './windowShape';
import type { WindowShape } from './windowShape';

/** Instants at which a code of this shape may begin, the latest first. */
export function* startsAtOrBefore(
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

/** Instants at which a code of this shape may begin, the earliest first. */
export function* startsAtOrAfter(
	shape: WindowShape,
	from: Instant,
	latest: Instant,
): Generator<Instant, undefined> {
	const { clock, zone, startDate } = shape;
	if (clock.type === 'pair') {
		for (let day = midnightOf(wallClockAt(from, zone)); ; day += DAY) {
			const start = firstOf(instantsOf(shape, day + clock.start, 'start'), from);
			if (day > wallClockAt(latest, zone)) return;
			if (start !== undefined && start <= latest && (startDate?.(day) ?? true)) yield start;
		}
	}
	let start = clock.type === 'whole_hours' ? wholeHourAtOrAfter(from, zone) : from;
	while (start <= latest) {
		const wall = wallClockAt(start, zone);
		if (startDate?.(midnightOf(wall)) ?? true) {
			yield start;
			start = wholeHourAtOrAfter(start + 1, zone);
		} else {
			start += DAY - remainder(wall, DAY);
		}
	}
}

/** Instants at which a code of this shape may end, the earliest first. */
export function* endsAtOrAfter(
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
export function* endsAtOrBefore(
	shape: WindowShape,
	from: Instant,
	start: Instant,
): Generator<Instant, undefined> {
	const { clock, zone } = shape;
	if (clock.type === 'free' || clock.type === 'whole_hours') {
		const isHourly = clock.type === 'whole_hours';
		let end = isHourly ? wholeHourAtOrBefore(from, zone) : from;
		while (end > start) {
			const wall = wallClockAt(end, zone);
			if (shape.endDate?.(midnightOf(wall)) ?? true) {
				yield end;
				end = wholeHourAtOrBefore(end - 1, zone);
			} else {
				end -= remainder(wall, DAY) + (isHourly ? HOUR : MINUTE);
			}
		}
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

export function lastOf(instants: Instant[], notAfter: Instant): Instant | undefined {
	return instants.filter((instant) => instant <= notAfter).pop();
}

export function firstOf(instants: Instant[], notBefore: Instant): Instant | undefined {
	return instants.find((instant) => instant >= notBefore);
}
