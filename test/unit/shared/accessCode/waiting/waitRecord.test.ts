import type { Scheduling } from '../../../../../nodes/shared/locks/facts/scheduling';
import type { GiveUp } from '../../../../../nodes/shared/accessCode/waiting/deadline';
import type { ReadyWhen } from '../../../../../nodes/shared/accessCode/waiting/outcome';
import {
	afterFailedPoll,
	afterPoll,
	isConfirmed,
	isOver,
	mustStop,
	needsDevice,
	newRecord,
	type WaitSettings,
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

describe('one poll', () => {
	const settings: WaitSettings = {
		readyWhen: 'set_or_scheduled',
		giveUp: { type: 'after_duration', milliseconds: HOUR },
		fallback: 'none',
		whenUnready: 'throw',
		continuesOnFail: false,
	};
	const record = (more: Partial<WaitRecord> = {}): WaitRecord => ({
		...newRecord(
			{ accessCodeId: 'code-1', settings, guestInstructions: [], facts: { timeZone: null } },
			BEGAN,
		),
		...more,
	});
	const polledAt = (now: number, earliestNext = now) => ({
		now: BEGAN + now,
		earliestNext: BEGAN + earliestNext,
	});
	const failed = (from: WaitRecord, now: number, earliestNext = now) =>
		afterFailedPoll(from, 'Seam is away.', polledAt(now, earliestNext));
	const answered = (from: WaitRecord, now: number, more: Record<string, unknown> = {}) =>
		afterPoll(from, codeOf({ startsIn: 5 * DAY, status: 'setting', ...more }), polledAt(now));

	test('before Seam has answered at all, failed polls are retried for ten minutes', () => {
		const first = failed(record(), 0);
		expect(first).toMatchObject({ settled: null, unansweredSince: BEGAN, polls: 1 });
		expect(first.nextPollAt).toBe(BEGAN + 20_000);
		expect(failed(record(), 0, MINUTE).nextPollAt).toBe(BEGAN + MINUTE);
		const late = failed(first, 10 * MINUTE - 1_000);
		expect(late).toMatchObject({ settled: null, unansweredSince: BEGAN });
		expect(late.nextPollAt).toBe(BEGAN + 10 * MINUTE);
		expect(failed(late, 10 * MINUTE).settled?.outcome).toBe('gave_up');
	});

	test('after the deadline they are retried for ten minutes from the first failure', () => {
		const facts = { timeZone: null, scheduling: 'native' } as const;
		const waiting = answered(record({ facts }), 0, { startsIn: DAY });
		const atDeadline = failed(waiting, 60 * MINUTE);
		expect(atDeadline).toMatchObject({ settled: null, unansweredSince: BEGAN + 60 * MINUTE });
		expect(atDeadline.nextPollAt).toBe(BEGAN + 60 * MINUTE + 20_000);
		expect(failed(atDeadline, 70 * MINUTE - 1).settled).toBeNull();
		expect(failed(atDeadline, 70 * MINUTE).settled?.outcome).toBe('gave_up');
		const late = failed(waiting, 65 * MINUTE);
		expect(failed(late, 75 * MINUTE - 1).settled).toBeNull();
		expect(failed(late, 75 * MINUTE).settled?.outcome).toBe('gave_up');
	});

	test('one that Seam answers ends the trouble', () => {
		const troubled = failed(answered(record(), 0), MINUTE);
		expect(troubled.unansweredSince).toBe(BEGAN + MINUTE);
		expect(answered(troubled, 2 * MINUTE).unansweredSince).toBeNull();
	});

	test('an early one does not cancel the one that was planned', () => {
		const planned = record({ nextPollAt: BEGAN + MINUTE });
		expect(answered(planned, 0, { startsIn: 20 * DAY }).nextPollAt).toBe(BEGAN + MINUTE);
	});

	test.each([
		['before its end', { startsIn: -DAY }, DAY - 1, 'deleted'],
		['at its end', { startsIn: -DAY }, DAY, 'expired'],
	])('of a code that Seam knew and knows no longer, %s', (_when, life, now, outcome) => {
		const known = answered(record(), 0, life);
		expect(afterPoll(known, null, polledAt(now))).toMatchObject({
			settled: { outcome },
			lastKnownEnd: BEGAN + DAY,
		});
	});

	test('on a lock whose scheduling is not known waits for the later of the possible instants', () => {
		const giveUp = { type: 'after_duration', milliseconds: 3 * DAY } as const;
		const { giveUpAt } = answered(record({ settings: { ...settings, giveUp } }), 0);
		expect(giveUpAt).toBe(BEGAN + 5 * DAY - HOUR + 15 * MINUTE);
	});

	test('that finds the same thing again keeps when it was first seen, for each kind of thing', () => {
		const error = { errors: [{ error_code: 'hiccup', message: 'Again.' }] };
		const warning = { warnings: [{ warning_code: 'hiccup', message: 'Again.' }] };
		const both = answered(answered(record(), 0, error), MINUTE, { ...error, ...warning });
		expect(both.seen.filter(({ code }) => code === 'hiccup')).toEqual([
			{ kind: 'error', code: 'hiccup', message: 'Again.', first_seen_at: iso(BEGAN) },
			{ kind: 'warning', code: 'hiccup', message: 'Again.', first_seen_at: iso(BEGAN + MINUTE) },
		]);
	});

	const deferring_creation = {
		pending_mutations: [{ mutation_code: 'deferring_creation', scheduled_at: iso(BEGAN + DAY) }],
	};
	test.each<[string, WaitRecord['facts'], Record<string, unknown>, boolean]>([
		['its zone is not known', {}, { status: 'set' }, true],
		['how it is programmed is not known', { timeZone: null }, {}, true],
		['it is known', { timeZone: null, scheduling: 'native' }, {}, false],
		[
			'the code is offline',
			{ timeZone: null },
			{ is_offline_access_code: true, code: null },
			false,
		],
		['the code is ready', { timeZone: null }, { status: 'set' }, false],
		['Seam says when it programs the code', { timeZone: null }, deferring_creation, false],
		['the code is ongoing', { timeZone: null }, { startsIn: null }, false],
		['the start is an hour away', { timeZone: null }, { startsIn: HOUR }, false],
		['the start is a moment further', { timeZone: null }, { startsIn: HOUR + 1 }, true],
	])('is worth a call for the device or not: %s', (_when, facts, life, expected) => {
		const code = codeOf({ startsIn: 5 * DAY, ...life });
		expect(needsDevice(record({ facts }), code, BEGAN)).toBe(expected);
	});

	const failure = { message: 'The code ID is empty' };
	const gaveUp = { outcome: 'gave_up', why: 'The time to wait is over.' } as const;
	const set = { outcome: 'set', why: 'It is set.' } as const;
	test.each<[string, Partial<WaitRecord>, [boolean, boolean, boolean]]>([
		['still waiting', {}, [false, false, false]],
		['ready', { settled: set }, [true, true, false]],
		['not ready, which stops the node', { settled: gaveUp }, [true, false, true]],
		[
			'not ready, which goes on',
			{ settled: gaveUp, settings: { ...settings, whenUnready: 'plain' } },
			[true, false, false],
		],
		['never begun, which stops the node', { failure }, [true, false, true]],
		[
			'never begun, which becomes an item',
			{ failure, settings: { ...settings, continuesOnFail: true } },
			[true, false, false],
		],
	])('of an item that is %s', (_what, more, [over, confirmed, stops]) => {
		const item = record(more);
		expect(isOver(item)).toBe(over);
		expect(isConfirmed(item)).toBe(confirmed);
		expect(mustStop(item)).toBe(stops);
	});
});
