import {
	completeWish,
	keepKind,
} from '../../../../../nodes/shared/accessCode/deciding/completeWish';
import type { Wish } from '../../../../../nodes/shared/accessCode/wish';
import { ExactTime } from '../../../../../nodes/shared/time/timeInput';
import { existingCode, wishOf } from '../fixtures';

const first = existingCode({ starts_at: '2027-03-01T15:00:00Z', ends_at: '2027-03-05T11:00:00Z' });
const second = existingCode({ starts_at: '2027-03-05T11:00:00Z', ends_at: '2027-03-08T11:00:00Z' });

describe('a change that leaves out an end', () => {
	const minutes = { minutesBefore: 30, minutesAfter: 45 };
	const start = { startsAt: new ExactTime('2027-03-01T15:00:00Z'), minutesBefore: 0 };
	const end = { endsAt: new ExactTime('2027-03-08T11:00:00Z'), minutesAfter: 0 };

	it.each<[string, Partial<Wish>, Partial<Wish>]>([
		['both', {}, { ...start, ...end }],
		['both, as empty text', { startsAt: '', endsAt: '' }, { ...start, ...end }],
		['both, as null', { startsAt: null, endsAt: null }, { ...start, ...end }],
		['the start', { endsAt: '2027-03-06' }, { ...start, endsAt: '2027-03-06' }],
		['the end', { startsAt: '2027-03-02' }, { ...end, startsAt: '2027-03-02' }],
		['one-time use, which needs no end', { access: 'one_time_use' }, start],
		['ongoing access, which has none', { access: 'ongoing' }, {}],
	])('keeps those of the booking’s codes, without further minutes: %s', (_what, given, kept) => {
		const wish = wishOf({ ...minutes, ...given });
		expect(completeWish(wish, [second, first])).toEqual({ ...wish, ...kept });
	});

	it('takes the first start and the last end as instants, whatever the offsets', () => {
		const codes = [
			['2027-03-01T09:00:00-05:00', '2027-03-05T23:00:00+01:00'],
			['2027-03-01T13:00:00Z', '2027-03-05T21:00:00-05:00'],
			['2027-03-01T14:30:00+01:00', '2027-03-05T22:30:00Z'],
		].map(([starts_at, ends_at]) => existingCode({ starts_at, ends_at }));
		expect(completeWish(wishOf(), codes)).toMatchObject({
			startsAt: new ExactTime('2027-03-01T13:00:00Z'),
			endsAt: new ExactTime('2027-03-05T21:00:00-05:00'),
		});
	});

	it('has nothing to keep if the booking has no codes, or ongoing ones', () => {
		const wish = wishOf(minutes);
		expect(completeWish(wish, [])).toEqual(wish);
		expect(completeWish(wish, [existingCode({})])).toEqual(wish);
	});
});

describe('the kind that a booking has', () => {
	const online = existingCode({});
	const offline = existingCode({ is_offline_access_code: true });
	const custom = { source: 'custom', code: '924175' } as const;

	it.each<[string, Partial<Wish>, unknown[], Wish['kind']]>([
		['no codes', {}, [], 'automatic'],
		['an online code', {}, [online], 'online'],
		['an offline code', {}, [offline], 'offline'],
		['codes of both kinds', {}, [offline, online], 'online'],
		['an online code, one-time use wished', { access: 'one_time_use' }, [online], 'automatic'],
		['an offline code, one-time use wished', { access: 'one_time_use' }, [offline], 'offline'],
		['an offline code, ongoing access wished', { access: 'ongoing' }, [offline], 'automatic'],
		['an offline code, a custom PIN wished', { pin: custom }, [offline], 'automatic'],
		['an online code, offline wished', { kind: 'offline' }, [online], 'offline'],
	])('%s', (_what, wish, own, kind) => {
		expect(keepKind(wishOf(wish), own as Array<typeof online>).kind).toBe(kind);
	});
});
