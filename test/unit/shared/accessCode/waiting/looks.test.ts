import {
	firstChanceOf,
	newsOf,
	nextLookAt,
	type Course,
} from '../../../../../nodes/shared/accessCode/waiting/looks';
import { DAY, HOUR, MINUTE } from '../../../../../nodes/shared/time/instant';

const BEGAN = Date.parse('2027-03-01T12:00:00Z');
const START = BEGAN + 5 * DAY;

const course = (more: Partial<Course> = {}): Course => ({
	began: BEGAN,
	startsAt: START,
	isOffline: false,
	scheduling: 'native',
	deferredUntil: null,
	readyWhen: 'set_or_scheduled',
	...more,
});

describe('when there can be news, and when the code can first be ready', () => {
	const near = BEGAN + 2 * HOUR;
	test.each<[string, Partial<Course>, number[], number]>([
		['native', {}, [START - 72 * HOUR, START - HOUR, START], START - 72 * HOUR],
		[
			'native, only Set counts',
			{ readyWhen: 'set' },
			[START - 72 * HOUR, START - HOUR, START],
			START,
		],
		['just in time', { scheduling: 'just_in_time' }, [START - HOUR, START], START - HOUR],
		[
			'just in time, only Set counts',
			{ scheduling: 'just_in_time', readyWhen: 'set' },
			[START - HOUR, START],
			START - HOUR,
		],
		['unknown', { scheduling: 'unknown' }, [START - 72 * HOUR, START - HOUR, START], START - HOUR],
		[
			'unknown, only Set counts',
			{ scheduling: 'unknown', readyWhen: 'set' },
			[START - 72 * HOUR, START - HOUR, START],
			START,
		],
		[
			"Seam's own date before the documented one",
			{ deferredUntil: START - 80 * HOUR },
			[START - 80 * HOUR, START - HOUR, START],
			START - 80 * HOUR,
		],
		[
			"Seam's own date on an unknown lock, near the start",
			{ scheduling: 'unknown', deferredUntil: START - HOUR, readyWhen: 'set' },
			[START - HOUR, START],
			START - HOUR,
		],
		[
			"Seam's own date on an unknown lock, days before the start",
			{ scheduling: 'unknown', deferredUntil: START - 72 * HOUR, readyWhen: 'set' },
			[START - 72 * HOUR, START - HOUR, START],
			START,
		],
		['native, within its 72 hours', { startsAt: near }, [BEGAN, near - HOUR, near], BEGAN],
		[
			'just in time, within its hour',
			{ startsAt: BEGAN + MINUTE, scheduling: 'just_in_time' },
			[BEGAN],
			BEGAN,
		],
		[
			'native, a minute before the start, only Set counts',
			{ startsAt: BEGAN + MINUTE, readyWhen: 'set' },
			[BEGAN + MINUTE],
			BEGAN + MINUTE,
		],
		['the stay has begun', { startsAt: BEGAN - DAY }, [BEGAN], BEGAN],
		['ongoing', { startsAt: null }, [BEGAN], BEGAN],
		['offline', { isOffline: true }, [BEGAN], BEGAN],
		[
			'offline, only Set counts',
			{ isOffline: true, scheduling: 'just_in_time', readyWhen: 'set' },
			[START - HOUR, START],
			START,
		],
	])('%s', (_case, more, news, firstChance) => {
		expect(newsOf(course(more))).toEqual(news);
		expect(firstChanceOf(course(more))).toBe(firstChance);
	});
});

/** All looks of a wait that never gets good news, as distances from the beginning. */
function looksOf(
	more: Partial<Course>,
	{
		deadline,
		parks = true,
		isFrugal = false,
	}: { deadline: number; parks?: boolean; isFrugal?: boolean },
): number[] {
	const news = newsOf(course(more));
	const looks = [BEGAN];
	for (let now = BEGAN; now < deadline; looks.push(now)) {
		const isPolling = now - BEGAN < MINUTE;
		const earliest = now + (parks && !isPolling ? 65_000 : 1_000);
		now = nextLookAt({ news, deadline, earliest, now, planned: now, isFrugal });
	}
	return looks.map((at) => at - BEGAN);
}

describe('the looks of a wait', () => {
	const toStart = START - BEGAN;
	const around = (at: number) => [at, at + 2 * MINUTE, at + 12 * MINUTE];

	test('soon after the first, then more rarely, and at the deadline', () => {
		const deadline = BEGAN + 15 * MINUTE;
		expect(looksOf({ startsAt: null }, { deadline })).toEqual([
			0,
			20_000,
			2 * MINUTE,
			12 * MINUTE,
			15 * MINUTE,
		]);
		expect(looksOf({ startsAt: null }, { deadline, isFrugal: true })).toEqual([
			0,
			20_000,
			12 * MINUTE,
			15 * MINUTE,
		]);
	});

	test('a deadline that comes before the next look can be taken is not passed over', () => {
		const looks = looksOf({ startsAt: null }, { deadline: BEGAN + 3 * MINUTE });
		expect(looks).toEqual([0, 20_000, 2 * MINUTE, 2 * MINUTE + 65_000]);
	});

	test('a look that came early takes no planned one away', () => {
		const now = BEGAN + 70_000;
		const planned = BEGAN + 2 * MINUTE;
		const next = (more: object) =>
			nextLookAt({
				news: [BEGAN],
				deadline: BEGAN + 15 * MINUTE,
				earliest: now + 65_000,
				now,
				planned,
				...more,
			}) - BEGAN;
		expect(next({})).toBe(70_000 + 65_000);
		expect(next({ planned: now + 1_000 })).toBe(12 * MINUTE);
	});

	test('a natively scheduled code five days ahead', () => {
		expect(looksOf({}, { deadline: START - 30 * MINUTE })).toEqual([
			0,
			...around(toStart - 72 * HOUR),
			toStart - 70 * HOUR,
			toStart - 48 * HOUR,
			...around(toStart - HOUR),
			toStart - 30 * MINUTE,
		]);
	});

	test('a code five days ahead that is programmed just in time', () => {
		const deadline = START - 30 * MINUTE;
		expect(looksOf({ scheduling: 'just_in_time' }, { deadline })).toEqual([
			0,
			...around(toStart - HOUR),
			toStart - 30 * MINUTE,
		]);
	});

	test('a long wait for an ongoing code looks daily in the end', () => {
		const looks = looksOf({ startsAt: null }, { deadline: BEGAN + 4 * DAY });
		expect(looks.slice(-4)).toEqual([DAY, 2 * DAY, 3 * DAY, 4 * DAY]);
		expect(looks.length).toBeLessThan(16);
	});
});

test.each<[string, Partial<Course>, number]>([
	// Calls until the answer where the confirmation comes 10 minutes after the last documented moment; one is the device's.
	['native, 5 days', {}, START - 72 * HOUR],
	['native, 60 days', { startsAt: BEGAN + 60 * DAY }, BEGAN + 57 * DAY],
	['just in time, 5 days', { scheduling: 'just_in_time' }, START - HOUR],
	['unknown, 5 days', { scheduling: 'unknown' }, START - HOUR],
	[
		'unknown, 60 days',
		{ scheduling: 'unknown', startsAt: BEGAN + 60 * DAY },
		BEGAN + 60 * DAY - HOUR,
	],
])('%s: at most 10 calls', (_case, more, lastMoment) => {
	const looks = looksOf(more, { deadline: lastMoment + 30 * MINUTE });
	const answered = looks.findIndex((at) => BEGAN + at >= lastMoment + 10 * MINUTE);
	expect(looks[answered] + BEGAN).toBe(lastMoment + 12 * MINUTE);
	expect(answered + 1 + 1).toBeLessThanOrEqual(10);
});
