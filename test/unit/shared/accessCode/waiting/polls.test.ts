import {
	courseOf,
	firstChanceOf,
	nextPollAt,
	pollPlanOf,
	retrying,
	type Course,
} from '../../../../../nodes/shared/accessCode/waiting/polls';
import { accessCodeSchema } from '../../../../../nodes/shared/schema/accessCode';
import { DAY, HOUR, MINUTE } from '../../../../../nodes/shared/time/instant';

const BEGAN = Date.parse('2027-03-01T12:00:00Z');
const START = BEGAN + 5 * DAY;

const course = (more: Partial<Course> = {}): Course => ({
	since: BEGAN,
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
		[
			"Seam's own date on an unknown lock, two hours before the start",
			{ scheduling: 'unknown', deferredUntil: START - 2 * HOUR, readyWhen: 'set' },
			[START - 2 * HOUR, START - HOUR, START],
			START - 2 * HOUR,
		],
		[
			"Seam's own date on a lock that is known to be programmed just in time",
			{ scheduling: 'just_in_time', deferredUntil: START - 72 * HOUR, readyWhen: 'set' },
			[START - 72 * HOUR, START - HOUR, START],
			START - 72 * HOUR,
		],
		['native, within its 72 hours', { startsAt: near }, [BEGAN, near - HOUR, near], BEGAN],
		[
			'just in time, within its hour',
			{ startsAt: BEGAN + MINUTE, scheduling: 'just_in_time' },
			[BEGAN, BEGAN + MINUTE],
			BEGAN,
		],
		[
			'native, a minute before the start, only Set counts',
			{ startsAt: BEGAN + MINUTE, readyWhen: 'set' },
			[BEGAN, BEGAN + MINUTE],
			BEGAN + MINUTE,
		],
		['the stay has begun', { startsAt: BEGAN - DAY }, [BEGAN], BEGAN],
		[
			'the stay has begun, only Set counts',
			{ startsAt: BEGAN - DAY, readyWhen: 'set' },
			[BEGAN],
			BEGAN,
		],
		['ongoing', { startsAt: null }, [BEGAN], BEGAN],
		['offline', { isOffline: true }, [BEGAN], BEGAN],
		[
			'offline, only Set counts',
			{ isOffline: true, scheduling: 'just_in_time', readyWhen: 'set' },
			[START - HOUR, START],
			START,
		],
	])('%s', (_case, more, news, firstChance) => {
		expect(pollPlanOf(course(more)).news).toEqual(news);
		expect(firstChanceOf(course(more))).toBe(firstChance);
	});
});

describe('while somebody needs the code', () => {
	test.each<[string, Partial<Course>, number, number]>([
		['booked ahead', {}, START - HOUR, START + HOUR],
		['turns set only at its start', { readyWhen: 'set' }, START, START + HOUR],
		[
			'unknown, only Set counts',
			{ scheduling: 'unknown', readyWhen: 'set' },
			START - HOUR,
			START + HOUR,
		],
		[
			'deferred by Seam into the last hour',
			{ scheduling: 'just_in_time', deferredUntil: START - 20 * MINUTE },
			START - 20 * MINUTE,
			START + HOUR,
		],
		[
			'deferred by Seam to days ahead',
			{ deferredUntil: START - 72 * HOUR },
			START - HOUR,
			START + HOUR,
		],
		['deferred by Seam beyond its start', { deferredUntil: START + DAY }, START, START + HOUR],
		['the stay has begun', { startsAt: BEGAN - DAY }, BEGAN - DAY - HOUR, BEGAN + HOUR],
		['ongoing', { startsAt: null }, BEGAN, BEGAN + HOUR],
		['offline', { isOffline: true }, START - HOUR, START + HOUR],
	])('%s', (_case, more, from, until) => {
		expect(pollPlanOf(course(more)).urgent).toEqual({ from, until });
	});
});

describe('the next poll', () => {
	/** Distance from `now` to the next poll of a just-in-time code. */
	const next = (now: number, { earliest = now, planned = now, deadline = Infinity } = {}) => {
		const plan = pollPlanOf(course({ scheduling: 'just_in_time' }));
		return nextPollAt({ plan, deadline, earliest, now, planned }) - now;
	};
	const lastHour = START - HOUR;

	test.each<[string, number, number]>([
		['more than a month before the start, a tenth of the time left', START - 40 * DAY, 4 * DAY],
		['a month before it, three days', START - 30 * DAY, 3 * DAY],
		['six days before it, three days', START - 6 * DAY, 3 * DAY],
		['four days before it, half of the time left', START - 4 * DAY, 2 * DAY],
		['twelve hours before it, six hours', START - 12 * HOUR, 6 * HOUR],
		['eight hours before it, six hours', START - 8 * HOUR, 6 * HOUR],
		['six hours before it, the last hour', START - 6 * HOUR, 5 * HOUR],
		['when the last hour begins, soon', lastHour, 5_000],
		['then as long as it has lasted', lastHour + 20_000, 20_000],
		['up to 50 seconds', lastHour + 10 * MINUTE, 50_000],
		['and not beyond the start', START - 10_000, 10_000],
		['when the stay begins, soon again', START, 5_000],
		['most of an hour into it', START + 50 * MINUTE, 50_000],
		['after that hour, more rarely', START + HOUR, 2 * HOUR],
		['and daily in the end', START + 9 * HOUR, DAY],
	])('%s', (_case, now, distance) => {
		expect(next(now)).toBe(distance);
	});

	test('while a later instant is to come, polls after news get rarer', () => {
		const plan = pollPlanOf(course({}));
		const [stored] = plan.news;
		const polls = [stored];
		for (let now = stored; now < lastHour; ) {
			now = nextPollAt({ plan, deadline: Infinity, earliest: now, now, planned: now });
			polls.push(now);
		}
		expect(polls.map((at) => (at - stored) / MINUTE)).toEqual([
			0,
			1 / 3,
			2,
			12,
			60,
			180,
			540,
			40.5 * 60,
			56.25 * 60,
			64.125 * 60,
			70.125 * 60,
			71 * 60,
		]);
	});

	test('not before it can be had, and at the deadline', () => {
		expect(next(lastHour, { earliest: lastHour + 50_000 })).toBe(50_000);
		expect(next(lastHour, { deadline: lastHour + 2_000 })).toBe(2_000);
		expect(next(lastHour, { deadline: lastHour + 2_000, earliest: lastHour + 50_000 })).toBe(
			50_000,
		);
	});

	test('an early poll does not cancel the planned one, unless that is due now', () => {
		const now = START - 30 * DAY;
		expect(next(now, { planned: now + 2_001 })).toBe(2_001);
		expect(next(now, { planned: now + 2_000 })).toBe(3 * DAY);
	});

	test('a wait that Seam does not answer is polled soon after the first failure', () => {
		const now = START - 30 * DAY;
		const plan = retrying(pollPlanOf(course({})), now);
		const ask = (at: number) =>
			nextPollAt({ plan, deadline: Infinity, earliest: at, now: at, planned: at }) - now;
		expect(ask(now)).toBe(20_000);
		expect(ask(now + 20_000)).toBe(2 * MINUTE);
	});
});

/** The course of a code with these fields, on a lock whose scheduling nobody knows. */
const courseWith = (more: Record<string, unknown>) =>
	courseOf(accessCodeSchema.parse({ access_code_id: 'code-1', device_id: 'device-1', ...more }), {
		since: BEGAN,
		scheduling: 'unknown',
		readyWhen: 'set',
	});

test("what lies on the lock already turns set at its start, whatever the lock's maker does", () => {
	expect(courseWith({ is_scheduled_on_device: true }).scheduling).toBe('native');
	expect(courseWith({ is_scheduled_on_device: false }).scheduling).toBe('unknown');
});

test.each([
	['deferring_creation', START],
	['creating', null],
])('Seam says by %s when it will program the code: %s', (mutation_code, deferredUntil) => {
	const scheduled_at = new Date(START).toISOString();
	const pending_mutations = [{ mutation_code, message: 'Pending.', scheduled_at }];
	expect(courseWith({ pending_mutations }).deferredUntil).toBe(deferredUntil);
});
