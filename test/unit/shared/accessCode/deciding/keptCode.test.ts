import {
	canBeUsedFrom,
	stillServes,
} from '../../../../../nodes/shared/accessCode/deciding/keptCode';
import type { AskedWindow } from '../../../../../nodes/shared/accessCode/planning/readWindow';
import type { Wish } from '../../../../../nodes/shared/accessCode/wish';
import { HOUR, MINUTE } from '../../../../../nodes/shared/time/instant';
import { existingCode, igloohome, lockly, wishOf } from '../fixtures';

const START = Date.parse('2027-03-01T15:00:00Z');
const END = Date.parse('2027-03-05T11:00:00Z');
const BEFORE = START - 48 * HOUR;
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

interface Times {
	start?: number | null;
	end?: number | null;
}
const codeFor = ({ start = START, end = END }: Times = {}, more: Record<string, unknown> = {}) =>
	existingCode({ starts_at: iso(start), ends_at: iso(end), ...more });
const offline = { is_offline_access_code: true };

describe('canBeUsedFrom', () => {
	const DAY_LATER = START + 24 * HOUR;
	it.each([
		['24 hours after its start', igloohome(), codeFor({}, offline), DAY_LATER, true],
		['a moment later', igloohome(), codeFor({}, offline), DAY_LATER + 1, false],
		[
			'a moment later, with a code of one day',
			igloohome(),
			codeFor({ end: DAY_LATER }, offline),
			DAY_LATER + 1,
			true,
		],
		[
			'a moment later, with a code of little more than a day',
			igloohome(),
			codeFor({ end: DAY_LATER + 1000 }, offline),
			DAY_LATER + 1,
			false,
		],
		['a moment later, with an online code', igloohome(), codeFor(), DAY_LATER + 1, true],
		['a moment later, on a Lockly', lockly(), codeFor({}, offline), DAY_LATER + 1, true],
	])('%s', (_when, device, code, arrival, expected) => {
		expect(canBeUsedFrom(code, arrival, device)).toBe(expected);
	});
});

describe('stillServes', () => {
	const serves = (
		code: ReturnType<typeof codeFor>,
		{
			start = START,
			end = END,
			before = 0,
			after = 0,
		}: Times & { before?: number; after?: number },
		wish: Partial<Wish> = {},
		now = BEFORE,
		device = lockly(),
	) => {
		const asked = { start, end, before, after } as AskedWindow;
		return stillServes(code, asked, wishOf({ longestAddition: 60, ...wish }), { device, now });
	};

	it.each<[string, number, Partial<Wish>, number, boolean]>([
		['as asked', 0, {}, BEFORE, true],
		['earlier than asked by as much as may be added', -60, {}, BEFORE, true],
		['a minute earlier than that', -61, {}, BEFORE, false],
		['a minute earlier than that, once it has begun', -61, {}, START, true],
		['later than asked', 1, {}, BEFORE, false],
		['later than asked by as much as is accepted', 20, { acceptInside: 20 }, BEFORE, true],
		['a minute later than that', 21, { acceptInside: 20 }, BEFORE, false],
		['later than asked, but by now', 30, {}, START + 30 * MINUTE, true],
		['later than asked, and than now', 31, {}, START + 30 * MINUTE, false],
	])('a code that begins %s', (_when, minutes, wish, now, expected) => {
		expect(serves(codeFor({ start: START + minutes * MINUTE }), {}, wish, now)).toBe(expected);
	});

	it.each([
		[-75, true],
		[-76, false],
	])('a code that begins by %d minutes, with 15 minutes before', (minutes, expected) => {
		const code = codeFor({ start: START + minutes * MINUTE });
		expect(serves(code, { before: 15 * MINUTE })).toBe(expected);
	});

	it.each<[string, number, Partial<Wish>, number, boolean]>([
		['later than asked by as much as may be added', 60, {}, 0, true],
		['a minute later than that', 61, {}, 0, false],
		['later by that and the minutes after', 75, {}, 15, true],
		['a minute later than that and those', 76, {}, 15, false],
		['earlier than asked', -1, {}, 0, false],
		['earlier than asked by as much as is accepted', -20, { acceptInside: 20 }, 0, true],
		['a minute earlier than that', -21, { acceptInside: 20 }, 0, false],
	])('a code that ends %s', (_when, minutes, wish, after, expected) => {
		const code = codeFor({ end: END + minutes * MINUTE });
		expect(serves(code, { after: after * MINUTE }, wish)).toBe(expected);
	});

	it.each<[string, ReturnType<typeof codeFor>, Partial<Wish>, boolean]>([
		['online', codeFor(), { kind: 'automatic' }, true],
		['online as wished', codeFor(), { kind: 'online' }, true],
		['online, offline wished', codeFor(), { kind: 'offline' }, false],
		['offline as wished', codeFor({}, offline), { kind: 'offline' }, true],
		['offline, online wished', codeFor({}, offline), { kind: 'online' }, false],
	])('a code that is %s', (_what, code, wish, expected) => {
		expect(serves(code, {}, wish)).toBe(expected);
	});

	it.each<[string, ReturnType<typeof codeFor>, Times, Partial<Wish>, boolean]>([
		[
			'an ongoing code for ongoing access',
			codeFor({ start: null, end: null }),
			{ start: null, end: null },
			{ access: 'ongoing' },
			true,
		],
		[
			'a time-bound code for ongoing access',
			codeFor(),
			{ start: null, end: null },
			{ access: 'ongoing' },
			false,
		],
		['an ongoing code for a stay', codeFor({ start: null, end: null }), {}, {}, false],
		[
			'a one-time code for one-time use',
			codeFor({ end: null }, { is_one_time_use: true }),
			{ end: null },
			{ access: 'one_time_use' },
			true,
		],
		['another code for one-time use', codeFor(), { end: null }, { access: 'one_time_use' }, false],
	])('%s', (_what, code, asked, wish, expected) => {
		expect(serves(code, asked, wish)).toBe(expected);
	});

	it('not an igloohome code that would have stopped working when the guest arrives', () => {
		const code = codeFor({}, offline);
		const asked = (hours: number) => ({ start: START + hours * HOUR });
		const wish = { longestAddition: 48 * 60 };
		expect(serves(code, asked(24), wish, BEFORE, igloohome())).toBe(true);
		expect(serves(code, asked(25), wish, BEFORE, igloohome())).toBe(false);
	});
});
