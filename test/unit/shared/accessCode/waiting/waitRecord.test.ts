import type { Scheduling } from '../../../../../nodes/shared/locks/facts/scheduling';
import type { GiveUp } from '../../../../../nodes/shared/accessCode/waiting/deadline';
import type { ReadyWhen } from '../../../../../nodes/shared/accessCode/waiting/outcome';
import {
	afterFailedPoll,
	afterPoll,
	isOver,
	newRecord,
	type WaitRecord,
} from '../../../../../nodes/shared/accessCode/waiting/waitRecord';
import { accessCodeSchema } from '../../../../../nodes/shared/schema/accessCode';
import { DAY, HOUR, MINUTE } from '../../../../../nodes/shared/time/instant';

const BEGAN = Date.parse('2027-03-01T12:00:00Z');
const iso = (at: number) => new Date(at).toISOString();

/** How the node polls: for a minute in the process, then from sleeps that n8n ends at most ten seconds late. */
const IN_PROCESS = MINUTE;
const SLEEP_AT_LEAST = 50_000;
const SLEEP_FOUND_WITHIN = MINUTE;

/** What Seam says of a code at an instant; null: it does not answer. All instants count from the wait's beginning. */
type Life = (at: number) => Record<string, unknown> | null;

interface Wait {
	life: Life;
	scheduling?: Scheduling;
	readyWhen?: ReadyWhen;
	giveUp?: GiveUp;
	wokenAt?: number;
}

/** Lives a wait through to its end; gives every poll, the outcome and the last record. */
function live({ life, scheduling = 'just_in_time', wokenAt, ...settings }: Wait) {
	let record: WaitRecord = newRecord(
		{
			accessCodeId: 'code-1',
			settings: {
				readyWhen: 'set_or_scheduled',
				giveUp: { type: 'before_start', minutes: 30 },
				fallback: 'none',
				whenUnready: 'plain',
				continuesOnFail: false,
				...settings,
			},
			guestInstructions: [],
			facts: { timeZone: 'Europe/Rome', scheduling },
		},
		BEGAN,
	);
	const polls: number[] = [];
	let wakes = wokenAt === undefined ? [] : [BEGAN + wokenAt];
	for (let now = BEGAN; ; ) {
		if (polls.length > 500) throw new Error('This wait never ends.');
		polls.push(now - BEGAN);
		const isPolling = now < BEGAN + IN_PROCESS;
		const earliestNext = now + (isPolling ? 2_000 : SLEEP_AT_LEAST);
		const reading = life(now - BEGAN);
		record =
			reading === null
				? afterFailedPoll(record, 'Seam is away.', { now, earliestNext })
				: afterPoll(record, codeOf(reading), { now, earliestNext });
		if (isOver(record)) break;
		let next = record.nextPollAt;
		if (next >= BEGAN + IN_PROCESS) next = Math.max(next, now + SLEEP_AT_LEAST);
		if (next >= BEGAN + IN_PROCESS) next = Math.max(next, now + SLEEP_FOUND_WITHIN);
		const [wake = Infinity] = wakes;
		if (wake < next) wakes = [];
		now = Math.min(next, wake);
	}
	return { polls, record, outcome: record.settled?.outcome, answeredAt: polls[polls.length - 1] };
}

function codeOf({ startsIn, ...more }: Record<string, unknown>) {
	const start = BEGAN + (startsIn as number);
	return accessCodeSchema.parse({
		access_code_id: 'code-1',
		device_id: 'device-1',
		status: 'unset',
		code: '481516',
		...(startsIn === null ? {} : { starts_at: iso(start), ends_at: iso(start + 2 * DAY) }),
		...more,
	});
}

/** A code that is set at an instant. */
const setAt =
	(at: number, startsIn: number | null): Life =>
	(now) => ({ startsIn, status: now >= at ? 'set' : 'setting' });

describe('a last-minute stay is told within a minute of the code being set', () => {
	test('the code is set 25 seconds after the wait began, ten minutes before the stay', () => {
		const { answeredAt, outcome } = live({ life: setAt(25_000, 10 * MINUTE) });
		expect(outcome).toBe('set');
		expect(answeredAt).toBe(40_000);
	});

	const startsIn = [-3 * HOUR, -MINUTE, 0, 5 * MINUTE, 20 * MINUTE, 45 * MINUTE, HOUR];
	const cases = startsIn.flatMap((start) =>
		(['native', 'just_in_time', 'unknown'] as const).map((scheduling) => ({ start, scheduling })),
	);
	test.each(cases)('a start in $start ms on a lock: $scheduling', ({ start, scheduling }) => {
		for (let at = 0; at < 15 * MINUTE; at += 7_000) {
			const { answeredAt, outcome } = live({ life: setAt(at, start), scheduling });
			expect({ at, outcome }).toEqual({ at, outcome: 'set' });
			expect(answeredAt - at).toBeLessThanOrEqual(MINUTE);
		}
	});

	test('a wait that Seam did not answer at first still counts from its beginning', () => {
		const { record } = live({
			life: (now) => (now < 3 * MINUTE ? null : setAt(6 * MINUTE, 20 * MINUTE)(now)),
		});
		expect(record.settled?.outcome).toBe('set');
		expect(record.giveUpAt).toBe(BEGAN + 15 * MINUTE);
	});

	test('an ongoing code, which is needed now, likewise', () => {
		for (let at = 0; at < 15 * MINUTE; at += 7_000) {
			const { answeredAt, outcome } = live({ life: setAt(at, null) });
			expect({ at, outcome }).toEqual({ at, outcome: 'set' });
			expect(answeredAt - at).toBeLessThanOrEqual(MINUTE);
		}
	});

	test('a code booked days ahead that its lock takes only in the last hour, likewise', () => {
		const start = 5 * DAY;
		const giveUp = { type: 'at_time', at: BEGAN + start + HOUR } as const;
		for (let at = start - HOUR; at < start + HOUR; at += 97_000) {
			const { answeredAt, outcome } = live({ life: setAt(at, start), giveUp });
			expect({ at, outcome }).toEqual({ at, outcome: 'set' });
			expect(answeredAt - at).toBeLessThanOrEqual(MINUTE);
		}
	});

	test.each<[string, Partial<Wait>, Record<string, unknown>]>([
		['a native lock', { scheduling: 'native' }, {}],
		[
			'an unknown lock that has stored it',
			{ scheduling: 'unknown' },
			{ is_scheduled_on_device: true },
		],
		['an offline code', {}, { is_offline_access_code: true }],
	])(
		'where only Set counts, %s is polled often from its start on, not before',
		(_lock, more, state) => {
			const start = 5 * DAY;
			const { polls, outcome, answeredAt } = live({
				life: (now) => ({ ...setAt(start + 5 * MINUTE, start)(now), ...state }),
				readyWhen: 'set',
				...more,
			});
			expect(outcome).toBe('set');
			expect(answeredAt - start).toBeLessThanOrEqual(6 * MINUTE);
			expect(polls.filter((at) => at > start - HOUR && at < start).length).toBeLessThanOrEqual(4);
		},
	);
});

describe('a start that moves while its wait is parked', () => {
	const moved =
		(movedAt: number, from: number, to: number, ready: Life): Life =>
		(now) =>
			now < movedAt ? { startsIn: from } : { ...ready(now), startsIn: to };
	const native =
		(start: number): Life =>
		(now) => ({ is_scheduled_on_device: now >= start - 72 * HOUR && now < start });
	const justInTime =
		(start: number): Life =>
		(now) => ({ status: now >= start - HOUR ? 'set' : 'unset' });

	test.each<[number, number, number]>([
		// days until the start when it moves, days until the new start then; moved how many days after the wait began
		[30, 5, 0.01],
		[30, 3.1, 0.01],
		[29, 4, 1],
		[60, 7, 0.01],
		[10, 4, 20],
		[6, 3.1, 0.01],
		[4, 2.1, 0.01],
		[2, 1.1, 28],
		[1, 0.6, 0.01],
		[0.5, 0.35, 29],
	])('from %d to %d days ahead is noticed in time', (from, to, movedAfter) => {
		const movedAt = movedAfter * DAY;
		const start = movedAt + to * DAY;
		for (const lock of [native, justInTime]) {
			const { answeredAt, outcome, record } = live({
				scheduling: lock === native ? 'native' : 'just_in_time',
				life: moved(movedAt, movedAt + from * DAY, start, lock(start)),
			});
			expect(['scheduled', 'set']).toContain(outcome);
			expect(answeredAt).toBeLessThan(start - 30 * MINUTE);
			expect(record.giveUpAt).toBe(BEGAN + start - 30 * MINUTE);
		}
	});

	test('whenever it moves, to as near as is promised', () => {
		for (let movedAt = HOUR; movedAt < 59 * DAY; movedAt += 3.7 * HOUR) {
			const left = 60 * DAY - movedAt;
			const promised = Math.max(6 * HOUR, Math.min(left / 2, Math.max(3 * DAY, left / 8)));
			const start = movedAt + promised + HOUR;
			const { outcome, answeredAt } = live({
				life: moved(movedAt, 60 * DAY, start, justInTime(start)),
			});
			expect({ movedAt, outcome }).toEqual({ movedAt, outcome: 'set' });
			expect(answeredAt).toBeLessThan(start - 30 * MINUTE);
		}
	});

	test('to twenty minutes from now, told by a call: the wait goes on for fifteen minutes', () => {
		const movedAt = 3 * DAY + HOUR;
		const start = movedAt + 20 * MINUTE;
		const life = moved(movedAt, 30 * DAY, start, (now) => ({
			status: now >= movedAt + 6 * MINUTE ? 'set' : 'setting',
		}));
		const { answeredAt, outcome, record } = live({ life, wokenAt: movedAt });
		expect(outcome).toBe('set');
		expect(answeredAt).toBeLessThanOrEqual(movedAt + 7 * MINUTE);
		expect(record.giveUpAt).toBe(BEGAN + movedAt + 15 * MINUTE);
	});

	test('into the past: the wait goes on for fifteen minutes from when it noticed', () => {
		const movedAt = 20 * DAY;
		const { record, outcome, polls } = live({
			life: moved(movedAt, 30 * DAY, movedAt - HOUR, () => ({ status: 'setting' })),
			wokenAt: movedAt + MINUTE,
		});
		expect(outcome).toBe('gave_up');
		expect(record.giveUpAt).toBe(BEGAN + movedAt + 16 * MINUTE);
		expect(polls.filter((at) => at > movedAt).length).toBeGreaterThanOrEqual(15);
	});

	test('to later: the wait goes on until half an hour before the new start', () => {
		const start = 40 * DAY;
		const life = moved(29 * DAY, 30 * DAY, start, justInTime(start));
		const { record, outcome, answeredAt } = live({ life });
		expect(outcome).toBe('set');
		expect(answeredAt).toBe(start - HOUR);
		expect(record.giveUpAt).toBe(BEGAN + start - 30 * MINUTE);
	});

	test('what was said about a deadline that was moved is forgotten with that deadline', () => {
		const giveUp = { type: 'before_start', minutes: 120 } as const;
		const life = moved(2 * DAY, 30 * DAY, 20 * DAY, justInTime(20 * DAY));
		const { record } = live({ life, giveUp });
		const told = record.seen.filter(({ code }) => code === 'give_up_moved');
		expect(told).toHaveLength(1);
		expect(told[0].message).toContain(iso(BEGAN + 20 * DAY - 45 * MINUTE).replace('.000Z', 'Z'));
	});

	test('a poll that fails is retried soon, so that the move is still noticed in time', () => {
		const start = 6.5 * DAY;
		const life = moved(2 * DAY, 30 * DAY, start, justInTime(start));
		const { outcome, answeredAt } = live({
			life: (now) => (now >= 3 * DAY - HOUR && now < 3 * DAY + HOUR ? null : life(now)),
		});
		expect(outcome).toBe('set');
		expect(answeredAt).toBe(start - HOUR);
	});
});

describe('how many polls a wait costs', () => {
	test.each<[Scheduling, number, number]>([
		['native', 5, 3],
		['native', 30, 11],
		['native', 60, 18],
		['just_in_time', 5, 8],
		['just_in_time', 30, 16],
		['just_in_time', 60, 24],
		['unknown', 30, 21],
	])(
		'%s, %d days ahead, on a lock that takes the code within 20 seconds',
		(scheduling, days, most) => {
			const startsIn = days * DAY;
			const programmed = startsIn - (scheduling === 'native' ? 72 * HOUR : HOUR) + 20_000;
			const { polls, outcome } = live({ life: setAt(programmed, startsIn), scheduling });
			expect(outcome).toBe('set');
			expect(polls.length).toBeLessThanOrEqual(most);
		},
	);

	test('an ongoing code that nobody sets is polled daily in the end', () => {
		const giveUp = { type: 'after_duration', milliseconds: 6 * DAY } as const;
		const { polls } = live({ life: setAt(Infinity, null), giveUp });
		const late = polls.filter((at) => at > 2 * DAY);
		expect(late.length).toBeLessThanOrEqual(5);
		expect(late.at(-1)).toBe(6 * DAY);
	});
});
