import {
	durationsOf,
	isLegal,
	isLongerThanAllowed,
	longestEnd,
	remainder,
	type WindowShape,
} from '../../../../../nodes/shared/locks/fitting/windowShape';
import { DAY, HOUR, MINUTE } from '../../../../../nodes/shared/time/instant';

const zone = 'America/Los_Angeles';
const at = (iso: string) => Date.parse(iso);
const shapeOf = (more: Partial<WindowShape> = {}): WindowShape => ({
	zone,
	clock: { type: 'free' },
	duration: { min: 0, max: Infinity, reading: 'both' },
	...more,
});
const band = (min: number, max: number, reading: 'both' | 'elapsed' | 'calendar' = 'both') => ({
	duration: { min, max, reading },
});
const [time16, time10] = [16 * HOUR, 10 * HOUR];
const pair = { clock: { type: 'pair', start: time16, end: time10 } } as const;
const wholeHours = { clock: { type: 'whole_hours' } } as const;
const matching = { clock: { type: 'matching' } } as const;

describe('isLegal', () => {
	it.each<[string, Partial<WindowShape>, string, string, boolean]>([
		['any window', {}, '2026-02-10T15:17-08:00', '2026-02-10T15:18-08:00', true],
		['an empty window', {}, '2026-02-10T15:17-08:00', '2026-02-10T15:17-08:00', false],
		['the shortest', band(2 * HOUR, DAY), '2026-02-10T15:00-08:00', '2026-02-10T17:00-08:00', true],
		['shorter', band(2 * HOUR, DAY), '2026-02-10T15:00-08:00', '2026-02-10T16:59-08:00', false],
		['the longest', band(0, DAY), '2026-02-10T15:00-08:00', '2026-02-11T15:00-08:00', true],
		['longer', band(0, DAY), '2026-02-10T15:00-08:00', '2026-02-11T15:01-08:00', false],
		// On 1 November 2026 the day has 25 hours.
		['a day by the clock', band(0, DAY), '2026-10-31T15:00-07:00', '2026-11-01T15:00-08:00', false],
		[
			'a day by the clock, which counts',
			band(0, DAY, 'calendar'),
			'2026-10-31T15:00-07:00',
			'2026-11-01T15:00-08:00',
			true,
		],
		[
			'24 hours, which count',
			band(0, DAY, 'elapsed'),
			'2026-10-31T15:00-07:00',
			'2026-11-01T14:00-08:00',
			true,
		],
		['whole hours', wholeHours, '2026-02-10T15:00-08:00', '2026-02-11T11:00-08:00', true],
		['a start between them', wholeHours, '2026-02-10T15:01-08:00', '2026-02-11T11:00-08:00', false],
		['an end between them', wholeHours, '2026-02-10T15:00-08:00', '2026-02-11T11:01-08:00', false],
		['one time of day', matching, '2026-02-10T15:17-08:00', '2026-02-12T15:17-08:00', true],
		['two times of day', matching, '2026-02-10T15:17-08:00', '2026-02-12T15:18-08:00', false],
		['the times of the slot', pair, '2026-02-10T16:00-08:00', '2026-02-12T10:00-08:00', true],
		['another start', pair, '2026-02-10T16:01-08:00', '2026-02-12T10:00-08:00', false],
		['another end', pair, '2026-02-10T16:00-08:00', '2026-02-12T10:01-08:00', false],
	])('%s', (_what, shape, start, end, expected) => {
		expect(isLegal(shapeOf(shape), { start: at(start), end: at(end) })).toBe(expected);
	});

	const tuesday = (midnight: number) => new Date(midnight).getUTCDay() === 2;
	it.each<[string, Partial<WindowShape>, boolean]>([
		['begins on the day asked for', { startDate: tuesday }, true],
		['does not end on it', { endDate: tuesday }, false],
		['is accepted', { accepts: () => true }, true],
		['is not accepted', { accepts: () => false }, false],
	])('a window from a Tuesday to a Thursday %s', (_what, shape, expected) => {
		const window = { start: at('2026-02-10T23:59-08:00'), end: at('2026-02-12T15:18-08:00') };
		expect(isLegal(shapeOf(shape), window)).toBe(expected);
	});

	// On 8 March 2026 there is no 02:30; on 1 November there are two 01:30.
	it.each<[string, Partial<WindowShape>, string, boolean]>([
		['is none on the day that skips it', {}, '2026-03-08T03:30-07:00', false],
		[
			'moves there if skipped times do',
			{ takesSkippedTimes: true },
			'2026-03-08T03:30-07:00',
			true,
		],
		['moves on no other day', { takesSkippedTimes: true }, '2026-03-09T03:30-07:00', false],
		['stays on other days', { takesSkippedTimes: true }, '2026-03-09T02:30-07:00', true],
	])('an end at 02:30 %s', (_what, more, end, expected) => {
		const clock = { type: 'pair', start: time16, end: 2.5 * HOUR } as const;
		const window = { start: at('2026-03-07T16:00-08:00'), end: at(end) };
		expect(isLegal(shapeOf({ clock, ...more }), window)).toBe(expected);
	});

	it.each(['2026-11-01T01:30-07:00', '2026-11-01T01:30-08:00'])(
		'either 01:30 will do: %s',
		(end) => {
			const clock = { type: 'pair', start: time16, end: 1.5 * HOUR } as const;
			const window = { start: at('2026-10-30T16:00-07:00'), end: at(end) };
			expect(isLegal(shapeOf({ clock }), window)).toBe(true);
			expect(isLegal(shapeOf({ clock, takesSkippedTimes: true }), window)).toBe(true);
		},
	);
});

describe('durations over a change of the clocks', () => {
	const start = at('2026-10-31T15:00-07:00');
	const inSpring = at('2026-03-07T15:00-08:00');

	it.each([
		['both', [49 * HOUR, 48 * HOUR]],
		['elapsed', [49 * HOUR]],
		['calendar', [48 * HOUR]],
	] as const)('%s', (reading, lengths) => {
		const window = { start, end: at('2026-11-02T15:00-08:00') };
		expect(durationsOf(shapeOf(band(0, 0, reading)), window)).toEqual(lengths);
		expect(isLongerThanAllowed(shapeOf(band(0, 48 * HOUR, reading)), window)).toBe(
			reading !== 'calendar',
		);
	});

	it.each([
		['both', start, 48],
		['elapsed', start, 48],
		['calendar', start, 49],
		['both', inSpring, 47],
		['elapsed', inSpring, 48],
		['calendar', inSpring, 47],
	] as const)('%s, from %d: the longest end', (reading, from, hours) => {
		expect(longestEnd(shapeOf(band(0, 2 * DAY, reading)), from) - from).toBe(hours * HOUR);
	});

	it('never ends without a longest duration', () => {
		expect(longestEnd(shapeOf(), start)).toBe(Infinity);
	});
});

it.each([
	[90 * MINUTE, 30 * MINUTE],
	[-90 * MINUTE, 30 * MINUTE],
	[HOUR, 0],
	[-HOUR, 0],
])('%d leaves %d of an hour', (value, rest) => {
	expect(remainder(value, HOUR)).toBe(rest);
});
