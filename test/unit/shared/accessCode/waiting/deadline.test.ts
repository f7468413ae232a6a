import {
	deadlineOf,
	type DeadlineQuestion,
} from '../../../../../nodes/shared/accessCode/waiting/deadline';
import { DAY, HOUR, MINUTE } from '../../../../../nodes/shared/time/instant';

const BEGAN = Date.parse('2027-03-01T12:00:00Z');
const START = BEGAN + 5 * DAY;

/** A just-in-time code that starts in five days, with the node's default. */
const question = (more: Partial<DeadlineQuestion> = {}): DeadlineQuestion => ({
	giveUp: { type: 'before_start', minutes: 30 },
	began: BEGAN,
	since: BEGAN,
	startsAt: START,
	endsAt: START + DAY,
	isOffline: false,
	firstChance: START - HOUR,
	...more,
});

test.each<[string, Partial<DeadlineQuestion>, number]>([
	['half an hour before the start, by default', {}, START - 30 * MINUTE],
	[
		'a start in exactly an hour',
		{ startsAt: BEGAN + HOUR, firstChance: BEGAN },
		BEGAN + 30 * MINUTE,
	],
	[
		'a start less than an hour away',
		{ startsAt: BEGAN + HOUR - 1, firstChance: BEGAN },
		BEGAN + 15 * MINUTE,
	],
	['a start in the past', { startsAt: BEGAN - HOUR, firstChance: BEGAN }, BEGAN + 15 * MINUTE],
	['an ongoing code', { startsAt: null, endsAt: null, firstChance: BEGAN }, BEGAN + 15 * MINUTE],
	['an offline code', { isOffline: true, firstChance: BEGAN }, BEGAN + 15 * MINUTE],
	[
		'a duration, for an ongoing code too',
		{
			giveUp: { type: 'after_duration', milliseconds: 2 * HOUR },
			startsAt: null,
			endsAt: null,
			firstChance: BEGAN,
		},
		BEGAN + 2 * HOUR,
	],
	[
		'a start that was found to have moved to less than an hour away',
		{ since: START - HOUR + 1, firstChance: START - HOUR + 1 },
		START - 45 * MINUTE + 1,
	],
	[
		'a duration counts from the beginning, whenever the start moved',
		{ giveUp: { type: 'after_duration', milliseconds: 6 * DAY }, since: BEGAN + DAY },
		BEGAN + 6 * DAY,
	],
	['a time', { giveUp: { type: 'at_time', at: START - 10 * MINUTE } }, START - 10 * MINUTE],
])('%s', (_case, more, expected) => {
	expect(deadlineOf(question(more))).toEqual({ at: expected, movedBecause: null });
});

test.each<[string, Partial<DeadlineQuestion>, number]>([
	[
		'minutes before the start at which nothing can be known yet',
		{ giveUp: { type: 'before_start', minutes: 120 } },
		START - 45 * MINUTE,
	],
	[
		'the very minute of the first chance',
		{ giveUp: { type: 'before_start', minutes: 60 } },
		START - 45 * MINUTE,
	],
	[
		'a duration that is over long before',
		{ giveUp: { type: 'after_duration', milliseconds: 10 * MINUTE } },
		START - 45 * MINUTE,
	],
	['a time in the past', { giveUp: { type: 'at_time', at: BEGAN - DAY } }, START - 45 * MINUTE],
	['a code that turns set only at its start', { firstChance: START }, START + 15 * MINUTE],
])('moved past the first chance: %s', (_case, more, expected) => {
	const { at, movedBecause } = deadlineOf(question(more));
	expect(at).toBe(expected);
	expect(movedBecause).toContain(new Date(expected).toISOString().replace('.000Z', 'Z'));
});

test('nobody waits beyond the end of the code', () => {
	const giveUp = { type: 'after_duration', milliseconds: 30 * DAY } as const;
	const { at, movedBecause } = deadlineOf(question({ giveUp }));
	expect(at).toBe(START + DAY);
	expect(movedBecause).toContain('end');
});
