import { DateTime } from 'luxon';

import { composeName } from '../../../../../nodes/shared/accessCode/deciding/bookingIdentity';
import { decide } from '../../../../../nodes/shared/accessCode/deciding/decide';
import { checkTimes } from '../../../../../nodes/shared/accessCode/planning/readWindow';
import type { Wish } from '../../../../../nodes/shared/accessCode/wish';
import {
	august,
	existingCode,
	igloohome,
	oracode,
	planOf,
	refusalOf,
	warningCodes,
	wishOf,
	level,
} from '../fixtures';

const now = '2026-11-01T12:00:00Z';
const rome = august({ location: { time_zone: 'Europe/Rome' } });
const windowOf = (wish: Partial<Wish>, device = rome) => {
	const plan = planOf(device, wish, now);
	const isToldSo = warningCodes(plan).includes('midnight_read_as_date');
	return [plan.request.starts_at, plan.request.ends_at, isToldSo];
};
const DATES = ['2026-11-28T15:00:00+01:00', '2026-11-30T11:00:00+01:00', true];

describe('a midnight that nobody typed is a date', () => {
	it.each<[string, unknown, unknown]>([
		['as Lodgify writes it', '2026-11-28T00:00:00', '2026-11-30T00:00:00'],
		['as the date picker writes it', '2026-11-28 00:00:00', '2026-11-30 00:00:00'],
		['with milliseconds', '2026-11-28T00:00:00.000', '2026-11-30T00:00:00.000'],
		['without seconds', '2026-11-28T00:00', '2026-11-30T00:00'],
		['in the basic form', '20261128T000000', '20261130T000000'],
		['beside a plain date', '2026-11-28T00:00:00', '2026-11-30'],
		['after a plain date', '2026-11-28', '2026-11-30 00:00:00'],
		['with the offset of the lock', '2026-11-28T00:00:00+01:00', '2026-11-30T00:00:00+01:00'],
		['in UTC, midnight on the lock', '2026-11-27T23:00:00Z', '2026-11-29T23:00:00Z'],
		['as a Date', new Date('2026-11-27T23:00:00Z'), new Date('2026-11-29T23:00:00Z')],
		[
			'as a DateTime',
			DateTime.fromISO('2026-11-28', { zone: 'Europe/Rome' }),
			DateTime.fromISO('2026-11-30', { zone: 'Europe/Rome' }),
		],
	])('%s', (_what, startsAt, endsAt) => {
		expect(windowOf({ startsAt, endsAt })).toEqual(DATES);
	});

	it('in the zone that it names', () => {
		const wish = {
			startsAt: '2026-11-28T00:00[America/New_York]',
			endsAt: '2026-11-30[America/New_York]',
		};
		expect(windowOf(wish)).toEqual([
			'2026-11-28T21:00:00+01:00',
			'2026-11-30T17:00:00+01:00',
			true,
		]);
	});

	it('in the zone that is chosen', () => {
		const wish = { startsAt: '2026-11-28T05:00:00Z', endsAt: '2026-11-30T05:00:00Z' };
		expect(windowOf(wish)[2]).toBe(false);
		expect(windowOf({ ...wish, timeZone: 'America/New_York' })).toEqual([
			'2026-11-28T21:00:00+01:00',
			'2026-11-30T17:00:00+01:00',
			true,
		]);
	});

	it('for the start alone of a one-time code', () => {
		const wish = { access: 'one_time_use', startsAt: '2026-11-28T00:00:00' } as const;
		expect(windowOf(wish, igloohome())[0]).toBe('2026-11-28T15:00:00+08:00');
	});

	it('says how to mean midnight, and that is heard', () => {
		const wish = { startsAt: '2026-11-28T00:00:00', endsAt: '2026-11-30T00:00:00' };
		expect(planOf(rome, wish, now).warnings).toContainEqual({
			code: 'midnight_read_as_date',
			message:
				'Midnight was read as a date, so the check-in time (15:00) and the check-out time (11:00) apply. If you mean midnight, set Check-In Time and Check-Out Time to 00:00.',
		});
		expect(windowOf({ ...wish, checkInTime: '00:00', checkOutTime: '00:00' })).toEqual([
			'2026-11-28T00:00:00+01:00',
			'2026-11-30T00:00:00+01:00',
			false,
		]);
	});

	it('needs times of day that can be read', () => {
		const wish = wishOf({
			startsAt: '2026-11-28T00:00:00',
			endsAt: '2026-11-30T00:00:00',
			checkOutTime: 'noon',
		});
		expect(() => checkTimes(wish)).toThrow('“noon” is not a time of day.');
		expect(refusalOf(rome, wish, now)).toMatchObject({ parameter: 'checkOutTime' });
		const inNewYork = {
			...{ startsAt: '2026-11-28T05:00:00Z', endsAt: '2026-11-30T05:00:00Z' },
			checkOutTime: 'noon',
		};
		expect(() => checkTimes(wishOf({ ...inNewYork, timeZone: 'America/New_York' }))).toThrow(
			'“noon” is not a time of day.',
		);
		expect(() => checkTimes(wishOf(inNewYork))).not.toThrow();
	});
});

describe('a midnight that is meant stays one', () => {
	it.each<[string, unknown, unknown, string, string]>([
		['beside a typed time', '2026-11-28T15:00', '2026-11-30T00:00', '28T15:00', '30T00:00'],
		['before a typed time', '2026-11-28T00:00', '2026-11-30T11:00', '28T00:00', '30T11:00'],
		['before 23:59', '2026-11-28T00:00', '2026-11-30T23:59', '28T00:00', '30T23:59'],
		['before 24:00', '2026-11-28T00:00', '2026-11-29T24:00', '28T00:00', '30T00:00'],
		['in another zone', '2026-11-28T00:00:00Z', '2026-11-30T00:00:00Z', '28T01:00', '30T01:00'],
		['beside another zone', '2026-11-28T00:00', '2026-11-30T00:00:00Z', '28T00:00', '30T01:00'],
		['a second later', '2026-11-28T00:00:01', '2026-11-30T00:00:00', '28T00:00', '30T00:00'],
	])('%s', (_what, startsAt, endsAt, from, until) => {
		const [start, end, isToldSo] = windowOf({ startsAt, endsAt });
		expect([start, end].map((iso) => String(iso).slice(8, 16))).toEqual([from, until]);
		expect(isToldSo).toBe(false);
	});

	const WARNED = ['starts_at_midnight', 'ends_at_midnight'];
	it.each<[string, Partial<Wish>, string[]]>([
		['at the end', { startsAt: '2026-11-28T15:00', endsAt: '2026-11-30 00:00:00' }, [WARNED[1]]],
		['at the start', { startsAt: '2026-11-28 00:00:00', endsAt: '2026-11-30T11:00' }, [WARNED[0]]],
		['before 24:00', { startsAt: '2026-11-28T00:00', endsAt: '2026-11-29T24:00' }, [WARNED[0]]],
		['after 24:00', { startsAt: '2026-11-28T24:00', endsAt: '2026-11-30T11:00' }, []],
		['not of a date', { startsAt: '2026-11-28T15:00', endsAt: '2026-11-30' }, []],
		['not of dates', { startsAt: '2026-11-28T00:00', endsAt: '2026-11-30T00:00' }, []],
		[
			'not where the check-out time is midnight',
			{ startsAt: '2026-11-28T15:00', endsAt: '2026-11-30T00:00', checkOutTime: '00:00' },
			[],
		],
		[
			'whatever the check-out time',
			{ startsAt: '2026-11-28T15:00', endsAt: '2026-11-30T00:00', checkOutTime: 'noon' },
			[WARNED[1]],
		],
	])('with a warning beside a time of day: %s', (_what, wish, expected) => {
		const { warnings } = planOf(rome, wish, now);
		expect(warnings.map(({ code }) => code).filter((code) => WARNED.includes(code))).toEqual(
			expected,
		);
	});

	it('and says which time does not apply', () => {
		const wish = { startsAt: '2026-11-28T15:00', endsAt: '2026-11-30 00:00:00' };
		expect(planOf(rome, wish, now).warnings).toContainEqual({
			code: 'ends_at_midnight',
			message:
				'Ends At is midnight, not the check-out time (11:00), because Starts At has a time of day. For that time, leave 00:00:00 at both ends, or give the date alone.',
		});
	});

	it('of instants where nobody knows the zone of the lock', () => {
		const wish = { startsAt: '2026-11-28T00:00:00Z', endsAt: '2026-11-30T00:00:00Z' };
		expect(windowOf(wish, igloohome(null))).toEqual([
			'2026-11-28T00:00:00Z',
			'2026-11-30T00:00:00Z',
			false,
		]);
	});

	it('of a code that stands, where a change names no times', () => {
		const device = oracode([level('00:00-00:00', { is_24_hour: true })]);
		const window = {
			startsAt: Date.parse('2026-11-28T08:00:00Z'),
			endsAt: Date.parse('2026-12-01T08:00:00Z'),
		};
		const code = existingCode({
			name: composeName({ name: 'Ada', identity: 'HA-1', window, limits: { mustBeUnique: false } }),
			starts_at: '2026-11-28T08:00:00Z',
			ends_at: '2026-12-01T08:00:00Z',
			is_offline_access_code: true,
		});
		const decided = decide({
			device,
			wish: wishOf({ startsAt: '', endsAt: '' }),
			now: Date.parse(now),
			identity: 'HA-1',
			managedCodes: [code],
			unmanagedCodes: [],
			codesElsewhere: [],
			whenBookingHasCode: 'update',
		});
		expect(decided.action).toBe('keep');
		expect(warningCodes(decided.plan)).not.toContain('midnight_read_as_date');
	});

	it('of the end that stands does not keep a new start from being a date', () => {
		const code = existingCode({
			name: 'Ada [HA-1]',
			starts_at: '2026-11-27T14:00:00Z',
			ends_at: '2026-11-30T10:00:00Z',
		});
		const decided = decide({
			device: rome,
			wish: wishOf({ startsAt: '2026-11-28T00:00:00', endsAt: '' }),
			now: Date.parse(now),
			identity: 'HA-1',
			managedCodes: [code],
			unmanagedCodes: [],
			codesElsewhere: [],
			whenBookingHasCode: 'update',
		});
		expect(decided.plan.request).toMatchObject({
			starts_at: '2026-11-28T15:00:00+01:00',
			ends_at: '2026-11-30T11:00:00+01:00',
		});
	});
});

describe('a zone in brackets', () => {
	it.each(['2026-11-28', '20261128', '2026-W48-6', '2026-332'])(
		'counts for the date %s',
		(date) => {
			expect(windowOf({ startsAt: `${date}[America/New_York]`, endsAt: '2026-11-30' })[0]).toBe(
				'2026-11-28T21:00:00+01:00',
			);
		},
	);

	it('spares the lock its own', () => {
		const wish = { startsAt: '2026-11-28[Europe/Rome]', endsAt: '2026-11-30[Europe/Rome]' };
		expect(windowOf(wish, august({ location: null })).slice(0, 2)).toEqual([
			'2026-11-28T14:00:00Z',
			'2026-11-30T10:00:00Z',
		]);
	});
});
