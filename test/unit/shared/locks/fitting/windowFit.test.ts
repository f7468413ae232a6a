import { fitWindow } from '../../../../../nodes/shared/locks/fitting/windowFit';
import {
	ANY_DURATION,
	isLegal,
	type Demand,
	type Window,
	type WindowShape,
} from '../../../../../nodes/shared/locks/fitting/windowShape';
import { DAY, HOUR } from '../../../../../nodes/shared/time/instant';

/** All times of these tests are multiples of it, so that trying them all finds the best window. */
const STEP = HOUR / 2;

/** The best window by trying all: the least addition, and of those the one whose start moves least. */
function bestOfAll(shape: WindowShape, demand: Demand): Window | null {
	const { cover, latest, soonest } = demand;
	const hasSteps = shape.clock.type === 'whole_hours' || shape.clock.type === 'pair';
	const earliest = hasSteps
		? demand.earliest
		: Math.max(demand.earliest, Math.min(cover.start, soonest));
	let best: Window | null = null;
	for (let added = 0; added <= cover.start - earliest + latest - cover.end; added += STEP) {
		for (let before = 0; before <= added; before += STEP) {
			const window = { start: cover.start - before, end: cover.end + added - before };
			if (window.start < earliest || window.end > latest) continue;
			best ??= isLegal(shape, window) ? window : null;
		}
		if (best !== null) return best;
	}
	return best;
}

/** The same numbers on each run. */
function* numbers(count: number): Generator<(below: number) => number> {
	let state = 20_261_125;
	const next = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	while (count-- > 0) yield next;
}

const pick = <T>(from: readonly T[], next: (below: number) => number): T => from[next(from.length)];

/** The clocks of locks, with the readings of a duration that they have, and how many steps either end may move. */
const LOCKS: Array<[WindowShape['clock'], Array<WindowShape['duration']['reading']>, number]> = [
	[{ type: 'free' }, ['both', 'elapsed'], 20],
	[{ type: 'whole_hours' }, ['both', 'elapsed', 'calendar'], 20],
	[{ type: 'pair', start: 16 * HOUR, end: 10 * HOUR }, ['both', 'elapsed', 'calendar'], 60],
	[{ type: 'pair', start: 1.5 * HOUR, end: 2.5 * HOUR }, ['both', 'elapsed', 'calendar'], 60],
	[{ type: 'matching' }, ['both', 'elapsed', 'calendar'], 40],
];
const isEven = (midnight: number) => new Date(midnight).getUTCDate() % 2 === 0;

/** On these days of 2026 the clocks change in Los Angeles. */
const CHANGES = [Date.parse('2026-03-08T10:00Z'), Date.parse('2026-11-01T09:00Z')];

/** A stay around such a day, and what may be added to it. */
function demandOf(room: number, next: (below: number) => number): Demand {
	const start = pick(CHANGES, next) - next(96) * STEP;
	const end = start + (1 + next(96)) * STEP;
	return {
		cover: { start, end },
		earliest: start - next(room) * STEP,
		latest: end + next(room) * STEP,
		wished: start,
		soonest: start - next(room) * STEP,
	};
}

describe.each(LOCKS)('a lock whose clock is %j', (clock, readings, room) => {
	// Which of two equal readings of the clock a day's end takes is for the tests of whole plans.
	const zone = clock.type === 'matching' ? 'Asia/Tokyo' : 'America/Los_Angeles';
	const added = ({ start, end }: Window, { cover }: Demand) => [
		cover.start - start + end - cover.end,
		cover.start - start,
	];

	it.each([
		['and nothing else', {}],
		['that takes starts on even dates', { startDate: isEven }],
		['that takes ends on even dates', { endDate: isEven }],
	])('%s grants what is best of all windows', (_what, dates) => {
		let granted = 0;
		for (const next of numbers(120)) {
			const duration = {
				min: next(30) * HOUR,
				max: pick([DAY, 2 * DAY, 3 * DAY, Infinity], next),
				reading: pick(readings, next),
			};
			const shape: WindowShape = { zone, clock, duration, ...dates };
			const demand = demandOf(room, next);
			const [window, best] = [fitWindow(shape, demand), bestOfAll(shape, demand)];
			if (window === null) {
				expect([duration, demand, best]).toEqual([duration, demand, null]);
				continue;
			}
			granted++;
			expect(isLegal(shape, window)).toBe(true);
			expect(window.start).toBeGreaterThanOrEqual(demand.earliest);
			expect(window.end).toBeLessThanOrEqual(demand.latest);
			// The last minute of a day is not among those tried.
			const isMinute = window.start % STEP !== 0;
			if (isMinute && best === null) continue;
			const least = best === null ? [] : added(best, demand);
			if (isMinute) expect(added(window, demand)[0]).toBeLessThanOrEqual(least[0]);
			else expect([duration, demand, added(window, demand)]).toEqual([duration, demand, least]);
		}
		expect(granted).toBeGreaterThan(2);
	});
});

it('adds a day to the end before it moves the start to a date two days before', () => {
	const start = Date.parse('2026-02-10T03:00Z');
	const end = start + HOUR;
	const shape: WindowShape = {
		zone: null,
		clock: { type: 'whole_hours' },
		duration: { min: 30 * HOUR, max: Infinity, reading: 'both' },
		startDate: isEven,
	};
	const demand = {
		cover: { start, end },
		earliest: start - 2 * DAY,
		latest: end + 2 * DAY,
		wished: start,
		soonest: start,
	};
	expect(fitWindow(shape, demand)).toEqual({ start, end: start + 30 * HOUR });
});

it('begins earlier, on any minute, if only then a further rule of the lock is met', () => {
	const start = Date.parse('2026-02-10T03:00Z');
	const cover = { start, end: start + 5 * HOUR };
	const shape: WindowShape = {
		zone: null,
		clock: { type: 'free' },
		duration: ANY_DURATION,
		// The hour from three holds all the codes that the lock takes.
		accepts: (window) => window.start < start,
	};
	const demand = {
		...{ cover, earliest: start - HOUR, latest: cover.end },
		...{ wished: start, soonest: start - DAY },
	};
	const granted = fitWindow(shape, demand);
	expect(granted?.start).toBeLessThan(start);
	expect(granted?.end).toBe(cover.end);
});

describe('in Los Angeles, around a change of the clocks', () => {
	const fit = (
		shape: Partial<WindowShape>,
		[start, end]: [string, string],
		{ before = 0, after = 0 } = {},
	) => {
		const cover = { start: Date.parse(start), end: Date.parse(end) };
		const granted = fitWindow(
			{
				zone: 'America/Los_Angeles',
				clock: { type: 'free' },
				duration: { min: 0, max: Infinity, reading: 'both' },
				...shape,
			},
			{
				cover,
				earliest: cover.start - before,
				latest: cover.end + after,
				wished: cover.start,
				soonest: cover.start - before,
			},
		);
		return granted && [granted.start - cover.start, granted.end - cover.end];
	};
	const matching = { clock: { type: 'matching' } } as const;

	it('a day by the clock has room in 23 hours', () => {
		const day = { duration: { min: DAY, max: DAY, reading: 'calendar' } } as const;
		expect(fit(day, ['2026-03-07T15:00-08:00', '2026-03-08T15:00-07:00'])).toEqual([0, 0]);
	});

	it('what is added over the end of daylight saving is long enough by either reading', () => {
		const half = { duration: { min: 12 * HOUR, max: Infinity, reading: 'both' } } as const;
		const stay: [string, string] = ['2026-10-31T20:00-07:00', '2026-10-31T21:00-07:00'];
		expect(fit(half, stay, { after: DAY })).toEqual([0, 12 * HOUR]);
	});

	it('a start moves two hours of the clock in one that passes', () => {
		const stay: [string, string] = ['2026-03-08T03:30-07:00', '2026-03-10T01:30-07:00'];
		expect(fit(matching, stay, { before: HOUR })).toEqual([-HOUR, 0]);
	});

	it('an end does not move half an hour of the clock in one and a half that pass', () => {
		const stay: [string, string] = ['2026-10-29T02:00-07:00', '2026-11-01T01:30-07:00'];
		expect(fit(matching, stay, { after: HOUR / 2 })).toBeNull();
		expect(fit(matching, stay, { after: 1.5 * HOUR })).toEqual([0, 1.5 * HOUR]);
	});
});
