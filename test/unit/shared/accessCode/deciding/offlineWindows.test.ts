import { composeName } from '../../../../../nodes/shared/accessCode/deciding/bookingIdentity';
import {
	hasWindowOf,
	heldWindow,
} from '../../../../../nodes/shared/accessCode/deciding/offlineWindows';
import type { Plan } from '../../../../../nodes/shared/accessCode/planning/planTypes';
import type { AccessCode } from '../../../../../nodes/shared/schema/accessCode';

const at = (day: number, hour: number) => Date.UTC(2027, 2, day, hour);
const iso = (day: number, hour: number) => new Date(at(day, hour)).toISOString();

/** An offline code from one day of March 2027 at 14:00 to another at 10:00 (UTC). */
function codeFor(firstDay: number, lastDay: number, more: Partial<AccessCode> = {}): AccessCode {
	const window = { startsAt: at(firstDay, 14), endsAt: at(lastDay, 10) };
	return {
		access_code_id: `code-${firstDay}-${lastDay}`,
		device_id: 'lock',
		is_offline_access_code: true,
		name: composeName({ name: 'Ada', identity: 'HA-1', window, limits: { mustBeUnique: false } }),
		starts_at: iso(firstDay, 14),
		ends_at: iso(lastDay, 10),
		...more,
	};
}

function planFor(start: string, end: string, asked: [string, string] = [start, end]): Plan {
	return {
		kind: 'offline_hourly_bound',
		lock_family: 'igloohome',
		request: { device_id: 'lock', starts_at: start, ends_at: end, is_offline_access_code: true },
		window: {
			asked: { starts_at: asked[0], ends_at: asked[1] },
			granted: { starts_at: start, ends_at: end },
			minutes_added_before: 0,
			minutes_added_after: 0,
			time_zone: 'UTC',
			time_zone_source: null,
		},
		expected_on_lock_at: null,
		reasons: [],
		rejected: [],
		warnings: [],
		guest_instructions: [],
	};
}

const first = codeFor(1, 5);
const extension = codeFor(5, 8, {
	...codeFor(5, 8),
	starts_at: iso(5, 10),
	name: 'Ada [HA-1]',
});
const before = at(1, 9);
const during = at(3, 9);

describe('hasWindowOf', () => {
	it.each([
		['is the same', planFor(iso(1, 14), iso(5, 10)), true],
		['ends later', planFor(iso(1, 14), iso(6, 10)), false],
		['ends earlier', planFor(iso(1, 14), iso(4, 10)), false],
		['begins on another day', planFor(iso(2, 14), iso(5, 10)), false],
		[
			'began between the start asked for and the one planned',
			planFor(iso(1, 17), iso(5, 10), [iso(1, 12), iso(5, 10)]),
			true,
		],
		[
			'began at the start asked for, before the one planned',
			planFor(iso(1, 17), iso(5, 10), [iso(1, 14), iso(5, 10)]),
			true,
		],
		[
			'began after the start planned',
			planFor(iso(1, 13), iso(5, 10), [iso(1, 12), iso(5, 10)]),
			false,
		],
		[
			'began before the start asked for',
			planFor(iso(1, 17), iso(5, 10), [iso(1, 15), iso(5, 10)]),
			false,
		],
	])('a window that %s', (_what, plan, expected) => {
		expect(hasWindowOf(first, plan)).toBe(expected);
	});

	it('goes by the window that was asked for, not by the one that Seam rounded to', () => {
		const rounded = { ...first, ends_at: iso(5, 11) };
		expect(hasWindowOf(rounded, planFor(iso(1, 14), iso(5, 10)))).toBe(true);
	});

	it('never mixes one-time codes with others', () => {
		const oneTime = { ...first, is_one_time_use: true };
		const plan = planFor(iso(1, 14), iso(5, 10));
		const oneTimePlan = { ...plan, kind: 'offline_one_time_use' as const };
		expect(hasWindowOf(oneTime, plan)).toBe(false);
		expect(hasWindowOf(oneTime, oneTimePlan)).toBe(true);
		expect(hasWindowOf(first, oneTimePlan)).toBe(false);
		const endsAsSeamSays = { ...oneTimePlan, request: { ...plan.request, ends_at: undefined } };
		expect(hasWindowOf(oneTime, endsAsSeamSays)).toBe(true);
	});
});

describe('heldWindow', () => {
	it.each([
		['nothing before the stay', [first], before, null],
		['the code in force', [first], during, { codes: [first], endsAt: at(5, 10) }],
		[
			'and its extension',
			[extension, first],
			during,
			{ codes: [first, extension], endsAt: at(8, 10) },
		],
		['the code that begins now', [first], at(1, 14), { codes: [first], endsAt: at(5, 10) }],
		['no one-time code', [{ ...first, is_one_time_use: true }], during, null],
		[
			'no code that ends with the one in force',
			[first, codeFor(2, 5)],
			during,
			{ codes: [first], endsAt: at(5, 10) },
		],
		[
			'a code without an end for ever',
			[{ ...first, ends_at: null }],
			during,
			{ codes: [{ ...first, ends_at: null }], endsAt: Infinity },
		],
		['not a later stay', [first, codeFor(10, 12)], during, { codes: [first], endsAt: at(5, 10) }],
	])('holds %s', (_what, codes, now, held) => {
		expect(heldWindow(codes, now)).toEqual(held);
	});
});
