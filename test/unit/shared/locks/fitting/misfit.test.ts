import { misfitOf } from '../../../../../nodes/shared/locks/fitting/misfit';
import type { Demand, WindowShape } from '../../../../../nodes/shared/locks/fitting/windowShape';
import { HOUR } from '../../../../../nodes/shared/time/instant';

const PAIR = { type: 'pair', start: 16 * HOUR, end: 10 * HOUR } as const;

/** A stay in Los Angeles, and how many hours earlier or later a code may begin and end. */
function demandOf(from: string, to: string, { before = 0, after = 0 } = {}): Demand {
	const cover = { start: Date.parse(from), end: Date.parse(to) };
	return {
		cover,
		earliest: cover.start - before * HOUR,
		latest: cover.end + after * HOUR,
		wished: cover.start,
		soonest: cover.start,
	};
}

const causeOf = (shape: Partial<WindowShape>, demand: Demand) => {
	const duration = { min: 0, max: Infinity, reading: 'both' } as const;
	const whole = { zone: 'America/Los_Angeles', clock: PAIR, duration, ...shape };
	const { cause, needed } = misfitOf({ allows: 'some', shape: whole }, demand);
	return { cause, needed };
};

describe('why a stay does not fit', () => {
	it('tells the longer of both lengths that the times of day make of it, where the clocks change', () => {
		const demand = demandOf('2026-03-07T17:00-08:00', '2026-03-09T09:00-07:00', {
			before: 6,
			after: 6,
		});
		const duration = { min: 0, max: 40 * HOUR, reading: 'both' } as const;
		expect(causeOf({ duration }, demand)).toEqual({ cause: 'length', needed: 42 * HOUR });
	});

	// A code may not begin before now without need, so only the lock's steps leave room for the shortest length.
	const demand = demandOf('2026-02-10T17:00-08:00', '2026-02-11T09:00-08:00', {
		before: 0.5,
		after: 0.5,
	});
	const duration = { min: 16.75 * HOUR, max: Infinity, reading: 'both' } as const;
	it.each<[string, Partial<WindowShape>, string]>([
		['times of day and length', {}, 'times'],
		['the same time of day and length', { clock: { type: 'matching' } }, 'length'],
		['dates, times and length', { startDate: () => false }, 'dates'],
	])('by %s at once', (_rules, shape, cause) => {
		expect(causeOf({ duration, ...shape }, demand)).toEqual({ cause, needed: undefined });
	});
});
