import { PlanRefusal } from '../../../../../nodes/shared/accessCode/planning/planRefusal';
import type { Wish } from '../../../../../nodes/shared/accessCode/wish';
import type { Device } from '../../../../../nodes/shared/schema/device';
import {
	august,
	deviceOf,
	existingCode,
	igloohome,
	level,
	lockly,
	onlineLock,
	oracode,
	planOf,
	refusalOf,
} from '../fixtures';

const now = '2026-01-01T00:00:00Z';
const allDay = (time: string) => level(`${time}-${time}`, { is_24_hour: true });
const withOption = (option: Record<string, unknown>) =>
	deviceOf({
		device_type: 'brivo_access_point',
		can_program_online_access_codes: true,
		location: { time_zone: 'America/New_York' },
		properties: { online_time_frame_options: [option] },
	});
const bridged = igloohome('Asia/Singapore', {
	can_program_online_access_codes: true,
	properties: { igloohome_metadata: { bridge_id: 'b' }, online: true },
});

const refused = (...args: Parameters<typeof refusalOf>): PlanRefusal => {
	const refusal = refusalOf(...args);
	expect(refusal).toBeInstanceOf(PlanRefusal);
	return refusal as PlanRefusal;
};

describe('the cause that decides comes first', () => {
	it.each<[string, Device, Partial<Wish>, string]>([
		[
			'31 days, not the levels',
			oracode([level('16:00-10:00'), allDay('16:00'), level('15:00-11:00')]),
			{ startsAt: '2026-02-10T16:00', endsAt: '2026-03-14T16:00' },
			'dormakaba Oracode holds codes of at most 31 days; 32 days is longer. Nearest: end 2026-03-13 16:00',
		],
		[
			'the levels, not the 31 days',
			oracode([level('16:00-10:00'), level('18:00-09:00')]),
			{ startsAt: '2026-02-10T12:00', endsAt: '2026-03-11T12:00' },
			'dormakaba Oracode holds codes from 16:00 to 10:00 or from 18:00 to 09:00; 2026-02-10 12:00 to 2026-03-11 12:00 fits none of these.',
		],
		[
			'of more levels than one reads before the verdict, which is first then',
			oracode(['16:00-10:00', '18:00-09:00', '17:00-08:00'].map((times) => level(times))),
			{ startsAt: '2026-02-10T12:00', endsAt: '2026-03-11T12:00' },
			'2026-02-10 12:00 to 2026-03-11 12:00 fits no code of this lock; dormakaba Oracode holds codes from 16:00 to 10:00 or from 18:00 to 09:00 or from 17:00 to 08:00. Nearest: ',
		],
		[
			'31 days that only the times of the level exceed',
			oracode([level('16:00-10:00')]),
			{ startsAt: '2026-02-10T15:30', endsAt: '2026-03-13T15:30', longestAddition: 1440 },
			'dormakaba Oracode holds codes of at most 31 days; 31 days (32 days 18 hours at the times of day it takes) is longer.',
		],
		[
			'the times of an option whose length is fine',
			withOption({
				max_duration: 'P30D',
				time_pairs: [{ start_time: '14:00', end_time: '10:00' }],
			}),
			{ startsAt: '2026-07-10T12:30', endsAt: '2026-07-13T09:00' },
			'This lock holds codes of at most 30 days from 14:00 to 10:00; 2026-07-10 12:30 to 2026-07-13 09:00 does not fit.',
		],
		[
			'the length of an option whose times are fine',
			withOption({
				max_duration: 'P30D',
				time_pairs: [{ start_time: '14:00', end_time: '10:00' }],
			}),
			{ startsAt: '2026-07-10T14:00', endsAt: '2026-08-13T10:00' },
			'This lock holds codes of at most 30 days; 33 days 20 hours is longer.',
		],
		[
			'whole hours',
			igloohome(),
			{ startsAt: '2027-03-01T15:30', endsAt: '2027-03-05T11:30', longestAddition: 0 },
			'igloohome holds codes that begin and end on whole hours of its clock; 2027-03-01 15:30 to 2027-03-05 11:30 does not.',
		],
		[
			'the same time of day',
			igloohome(),
			{ startsAt: '2027-03-01T15:00', endsAt: '2027-04-15T11:00', longestAddition: 60 },
			'igloohome holds codes of 29–367 days that begin and end at the same time of day; 2027-03-01 15:00 to 2027-04-15 11:00 does not.',
		],
		[
			'673 hours in autumn',
			igloohome('America/New_York'),
			{ startsAt: '2026-10-20T12:00', endsAt: '2026-11-17T12:00' },
			'igloohome holds codes of 1–672 hours or of 29–367 days, both by the calendar and in hours that pass; the clocks change during this stay, so its 28 days are 673 hours. Nearest: end 2026-11-17 11:00',
		],
		[
			'695 hours in spring',
			igloohome('America/New_York'),
			{ startsAt: '2026-03-01T12:00', endsAt: '2026-03-30T12:00' },
			'igloohome holds codes of 1–672 hours or of 29–367 days, both by the calendar and in hours that pass; the clocks change during this stay, so its 29 days are 695 hours.',
		],
		[
			'the nights of a two-week level',
			oracode([level('16:00-10:00', { is_biweekly_mode: true })]),
			{ startsAt: '2026-02-10T16:00', endsAt: '2026-02-23T10:00' },
			'dormakaba Oracode holds codes of 14 nights on its two-week levels;',
		],
		[
			'the date',
			withOption({ start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO', max_duration: 'P9D' }),
			{ startsAt: '2026-07-10T15:00', endsAt: '2026-07-14T11:00' },
			'This lock holds codes of at most 9 days on certain dates; 2026-07-10 15:00 to 2026-07-14 11:00 does not fit.',
		],
		[
			'the custom PIN, before what the lock lacks',
			igloohome(),
			{
				startsAt: '2027-03-01T15:00',
				endsAt: '2027-03-03T11:00',
				pin: { source: 'custom', code: '482913' },
			},
			"igloohome chooses the PINs of its offline codes itself: a custom PIN can't be set. This device can hold no online access codes",
		],
		[
			'the custom PIN, before the bridge that the lock lacks',
			igloohome('Asia/Singapore', { can_program_online_access_codes: true }),
			{
				startsAt: '2027-03-01T15:00',
				endsAt: '2027-03-03T11:00',
				pin: { source: 'custom', code: '482913' },
			},
			"igloohome chooses the PINs of its offline codes itself: a custom PIN can't be set. The lock has no igloohome bridge",
		],
		[
			'that there are no one-time codes, of online and of offline ones',
			deviceOf({ can_program_online_access_codes: true, can_program_offline_access_codes: true }),
			{
				access: 'one_time_use',
				startsAt: '2027-03-01T15:00Z',
				endsAt: '2027-03-03T11:00Z',
			},
			'Seam makes one-time codes offline only. This lock is not one whose one-time codes Seam documents; only igloohome and Lockly are.',
		],
		[
			'the length, of online and of offline codes',
			igloohome('Asia/Singapore', {
				can_program_online_access_codes: true,
				properties: {
					igloohome_metadata: { bridge_id: 'b' },
					online_time_frame_options: [{ max_duration: 'P20D' }],
				},
			}),
			{ startsAt: '2027-03-01T15:00', endsAt: '2027-03-29T21:00' },
			'This lock holds codes of at most 20 days or of 1–672 hours or of 29–367 days; 28 days 6 hours is none of these.',
		],
		[
			'the kind, with what the lock lacks for it',
			august(),
			{ startsAt: '2027-03-01T15:00', endsAt: '2027-03-03T11:00', kind: 'offline' },
			'This device can hold no offline access codes (Seam lists no can_program_offline_access_codes for it). The kind was set to offline.',
		],
		[
			'the kind, on a lock without offline codes',
			august(),
			{ access: 'ongoing', kind: 'offline' },
			'Offline codes always have an end. The kind was set to offline.',
		],
		[
			'the kind, with what it lacks on any lock',
			bridged,
			{ access: 'ongoing', kind: 'offline' },
			'Offline codes always have an end. The kind was set to offline.',
		],
		[
			'the custom PIN, before the kind of a lock that has both',
			bridged,
			{
				startsAt: '2027-03-01T15:00',
				endsAt: '2027-03-03T11:00',
				kind: 'offline',
				pin: { source: 'custom', code: '482913' },
			},
			"igloohome chooses the PINs of its offline codes itself: a custom PIN can't be set. The kind was set to offline.",
		],
		[
			'what the lock lacks, before the kind that it is not',
			igloohome(),
			{ startsAt: '2027-03-01T15:00', endsAt: '2027-03-03T11:00', kind: 'online' },
			'This device can hold no online access codes',
		],
	])('%s', (_what, device, wish, start) => {
		expect(refused(device, wish, now).message.slice(0, start.length)).toBe(start);
	});

	it('a full lock, and nothing else', () => {
		const codes = Array.from({ length: 199 }, () => existingCode({}));
		const wish = { startsAt: '2027-03-01T15:00', endsAt: '2027-03-03T11:00' };
		expect(refused(igloohome(), wish, now, codes).message).toBe(
			'This lock holds at most 199 codes, and 199 will be on it then. Delete codes that are no longer needed.',
		);
	});

	it('the window of the kind that was chosen, without the choice', () => {
		const wish = {
			startsAt: '2027-03-01T15:00',
			endsAt: '2027-03-29T21:00',
			kind: 'offline',
		} as const;
		expect(refused(bridged, wish, now).message).not.toContain('The kind was set');
	});

	it('a window that was not to be fitted, without what fitting may add', () => {
		const wish = { startsAt: '2027-03-01T15:30', endsAt: '2027-03-05T11:30' };
		const refusal = refused(igloohome(), { ...wish, whenWindowDoesNotFit: 'refuse' }, now);
		expect(refusal.message).toContain('Nearest:');
		expect(refusal.message).not.toContain('at either end');
	});

	it('a lock whose hour is full', () => {
		const code = existingCode({
			starts_at: '2027-03-01T07:00:00Z',
			ends_at: '2027-03-03T03:00:00Z',
			is_offline_access_code: true,
		});
		const wish = { startsAt: '2027-03-01T15:00', endsAt: '2027-03-03T11:00', longestAddition: 0 };
		const refusal = refused(igloohome(), wish, now, [code, code, code]);
		expect(refusal.message).toMatch(/^igloohome holds at most 3 codes that begin in the same hour/);
		expect(refusal.fix).toContain('May Be Shorter By (Minutes): 60');
	});

	it('tells each kind its own cause', () => {
		const wish = { startsAt: '2027-03-01T15:30', endsAt: '2027-03-05T11:30', longestAddition: 0 };
		expect(refused(igloohome(), wish, now).rejected).toEqual([
			expect.objectContaining({ kind: 'online_time_bound' }),
			expect.objectContaining({ because: expect.stringContaining('on whole hours') }),
			expect.objectContaining({
				because: 'igloohome holds codes of 29–367 days; 3 days 20 hours is shorter.',
			}),
		]);
	});
});

describe('the nearest window', () => {
	const nearestOf = (...args: Parameters<typeof refusalOf>) =>
		refused(...args).nearest.map(({ starts_at, ends_at }) =>
			[starts_at, ends_at].map((iso) => iso.slice(5, 16)),
		);

	it('begins minutes later rather than ends hours earlier', () => {
		const device = oracode([level('16:00-10:00'), level('12:00-06:00')]);
		const wish = { startsAt: '2026-02-10T15:50', endsAt: '2026-02-13T10:00', longestAddition: 60 };
		expect(nearestOf(device, wish, now)).toEqual([
			['02-10T16:00', '02-13T10:00'],
			['02-10T12:00', '02-14T06:00'],
		]);
	});

	it('begins later where the lock wants certain dates', () => {
		const device = withOption({ start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' });
		const wish = { startsAt: '2026-07-12T15:00', endsAt: '2026-07-15T11:00' };
		expect(nearestOf(device, wish, now)[0]).toEqual(['07-13T00:00', '07-15T11:00']);
	});

	it('ends earlier where the lock wants certain dates', () => {
		const device = withOption({ end_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' });
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-14T11:00' };
		expect(nearestOf(device, wish, now)[0]).toEqual(['07-10T15:00', '07-13T23:59']);
	});

	it('begins later and ends later where a short stay has no other', () => {
		const wish = { startsAt: '2026-02-10T15:00', endsAt: '2026-02-10T18:00', longestAddition: 0 };
		expect(nearestOf(oracode([level('16:00-10:00')]), wish, now)).toEqual([
			['02-10T16:00', '02-11T10:00'],
			['02-09T16:00', '02-11T10:00'],
		]);
	});

	it('keeps the start where either end could move as far', () => {
		const wish = { startsAt: '2027-03-01T10:00', endsAt: '2027-04-15T11:00', longestAddition: 0 };
		expect(nearestOf(igloohome(), wish, now)).toEqual([
			['03-01T10:00', '04-15T10:00'],
			['03-01T10:00', '04-16T10:00'],
		]);
	});

	it('is the window that the setting told with it gives', () => {
		const wish = { startsAt: '2027-03-01T10:00', endsAt: '2027-04-15T11:00', longestAddition: 0 };
		const { fix, nearest } = refused(igloohome(), wish, now);
		expect(fix).toContain('May Be Shorter By (Minutes): 60');
		expect(nearest[0]).toMatchObject(
			planOf(igloohome(), { ...wish, acceptInside: 60 }, now).window.granted,
		);
	});

	it('may begin earlier and end earlier', () => {
		const wish = { startsAt: '2026-02-10T17:00', endsAt: '2026-02-13T11:00' };
		expect(nearestOf(oracode([level('16:00-10:00')]), wish, now)[0]).toEqual([
			'02-10T16:00',
			'02-13T10:00',
		]);
	});

	it('is the rest of a stay that is too long if its end is the only one', () => {
		const device = withOption({
			max_duration: 'P7D',
			end_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO',
		});
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-20T11:00' };
		expect(nearestOf(device, wish, now)[0]).toEqual(['07-13T11:00', '07-20T11:00']);
	});

	it('is looked for as far as a month after the stay', () => {
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-11T15:00' };
		expect(nearestOf(withOption({ min_duration: 'P30D' }), wish, now)).toEqual([
			['07-10T15:00', '08-09T15:00'],
		]);
	});

	it('is looked for as far as two days before it', () => {
		const device = withOption({ start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' });
		const wish = { startsAt: '2026-07-15T15:00', endsAt: '2026-07-17T11:00' };
		expect(nearestOf(device, wish, now)).toEqual([['07-13T23:59', '07-17T11:00']]);
	});

	it('may begin at a check-in time that has passed', () => {
		const wish = { startsAt: '2026-02-11T15:00', endsAt: '2026-02-13T10:00' };
		expect(nearestOf(oracode([level('16:00-10:00')]), wish, '2026-02-11T18:00:00Z')).toEqual([
			['02-11T16:00', '02-13T10:00'],
			['02-10T16:00', '02-13T10:00'],
		]);
	});

	it('passes over the hours that are full', () => {
		const codes = [11, 12, 13, 14, 15, 16, 17, 18].flatMap((hour) =>
			Array.from({ length: 3 }, () =>
				existingCode({
					starts_at: `2027-03-01T${hour}:00:00+08:00`,
					ends_at: '2027-03-09T03:00:00Z',
					is_offline_access_code: true,
				}),
			),
		);
		const wish = { startsAt: '2027-03-01T15:00', endsAt: '2027-03-05T11:00', longestAddition: 0 };
		expect(nearestOf(igloohome(), wish, now, codes)).toEqual([
			['03-01T19:00', '03-05T11:00'],
			['03-01T10:00', '03-05T11:00'],
		]);
	});

	it('is never one that ends when the stay begins', () => {
		const wish = {
			startsAt: '2026-02-11T10:00',
			endsAt: '2026-02-11T15:00',
			longestAddition: 1080,
		};
		for (const [, end] of nearestOf(oracode([level('16:00-10:00')]), wish, now)) {
			expect(end).not.toBe('02-11T10:00');
		}
	});

	it('is never one that is over', () => {
		const device = oracode([level('16:00-10:00')]);
		const wish = { startsAt: '2026-02-11T08:00', endsAt: '2026-02-11T15:00', longestAddition: 0 };
		const at = '2026-02-11T19:00:00Z';
		for (const { ends_at } of refused(device, wish, at).nearest) {
			expect(Date.parse(ends_at)).toBeGreaterThan(Date.parse(at));
		}
	});

	it('leaves out one inside the stay that is further off than one that covers it', () => {
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-10T16:00' };
		expect(nearestOf(withOption({ min_duration: 'PT20H' }), wish, now)).toEqual([
			['07-10T15:00', '07-11T11:00'],
		]);
	});
});

describe('the way out', () => {
	const stay = { startsAt: '2027-03-01T15:00', endsAt: '2027-03-03T11:00' };
	const pin = { source: 'custom', code: '482913' } as const;
	const twice = { startsAt: '2027-03-01T15:30', endsAt: '2027-03-05T11:30' };

	/** Each wish with the setting that helps, and what that setting changes of the wish. */
	const cases: Array<[string, Device, Partial<Wish>, string, Partial<Wish>]> = [
		['PIN', igloohome(), { ...stay, pin }, 'Set PIN: Generated.', { pin: { source: 'generated' } }],
		[
			'kind',
			igloohome(),
			{ ...stay, kind: 'online' },
			'Set Kind of Code: Automatic.',
			{ kind: 'automatic' },
		],
		[
			'both',
			igloohome(),
			{ ...stay, kind: 'online', pin },
			'Set PIN: Generated and Kind of Code: Automatic.',
			{ kind: 'automatic', pin: { source: 'generated' } },
		],
		[
			'minutes',
			oracode([level('16:00-10:00')]),
			{ startsAt: '2026-02-10T15:30', endsAt: '2026-02-13T10:00' },
			'Set May Be Shorter By (Minutes): 30, or Most Extra Time (Hours): 23.5, or ask for one of these windows.',
			{ acceptInside: 30 },
		],
		[
			'minutes, rounded up',
			oracode([level('16:00-10:00')]),
			{ startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:29:30', longestAddition: 0 },
			'Set May Be Shorter By (Minutes): 30, or Most Extra Time (Hours): 23.51, or ask for one of these windows.',
			{ acceptInside: 30 },
		],
		[
			'hours',
			igloohome(),
			{ startsAt: '2027-03-01T15:00', endsAt: '2027-03-29T21:00' },
			'Set Most Extra Time (Hours): 18, or ask for one of these windows.',
			{ longestAddition: 18 * 60 },
		],
		[
			'hours with decimals',
			igloohome(),
			{ ...twice, startsAt: '2027-03-01T15:20', longestAddition: 0 },
			'Set May Be Shorter By (Minutes): 40, or Most Extra Time (Hours): 0.5, or ask for one of these windows.',
			{ longestAddition: 30 },
		],
		[
			'hours that two decimals do not hold, rounded up',
			igloohome(),
			{ startsAt: '2027-03-01T15:20', endsAt: '2027-03-05T11:20', longestAddition: 0 },
			'Set May Be Shorter By (Minutes): 40, or Most Extra Time (Hours): 0.67, or ask for one of these windows.',
			{ longestAddition: 0.67 * 60 },
		],
		[
			'hours that two decimals hold, as they are',
			oracode([level('16:00-10:00')]),
			{ startsAt: '2026-02-10T17:06', endsAt: '2026-02-13T10:00', longestAddition: 0 },
			'Set Most Extra Time (Hours): 1.1, or ask for one of these windows.',
			{ longestAddition: 66 },
		],
		[
			'fit instead of refuse',
			igloohome(),
			{ ...twice, whenWindowDoesNotFit: 'refuse' },
			"Set When the Window Doesn't Fit: Fit to the Lock, or ask for one of these windows.",
			{ whenWindowDoesNotFit: 'fit' },
		],
		[
			'fit with more hours',
			igloohome(),
			{
				startsAt: '2027-03-01T15:00',
				endsAt: '2027-03-29T21:00',
				whenWindowDoesNotFit: 'refuse',
			},
			"Set When the Window Doesn't Fit: Fit to the Lock and Most Extra Time (Hours): 18, or ask for one of these windows.",
			{ whenWindowDoesNotFit: 'fit', longestAddition: 18 * 60 },
		],
		[
			'the online code of a lock that has both',
			bridged,
			{ startsAt: '2027-03-01T15:00', endsAt: '2027-03-29T21:00', kind: 'offline' },
			'Set Kind of Code: Automatic, or Most Extra Time (Hours): 18, or ask for one of these windows.',
			{ kind: 'automatic' },
		],
		[
			'access, for a lock whose codes have an end',
			igloohome(),
			{ access: 'ongoing' },
			'Set Access: Time-Bound, with an end.',
			{ access: 'time_bound', ...stay },
		],
		[
			'access, for a lock whose codes have fixed times of day',
			oracode([level('16:00-10:00')]),
			{ access: 'ongoing' },
			'Set Access: Time-Bound, with an end.',
			{ access: 'time_bound', startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' },
		],
		[
			'access, for a lock without one-time codes',
			august(),
			{ access: 'one_time_use', ...stay },
			'Set Access: Time-Bound.',
			{ access: 'time_bound' },
		],
		[
			'an end',
			lockly(),
			{ access: 'one_time_use', startsAt: stay.startsAt },
			'Set Ends At, or Access: Time-Bound, with an end.',
			{ endsAt: stay.endsAt },
		],
	];

	it.each(cases)('names the setting, and it serves: %s', (_what, device, wish, fix, change) => {
		expect(refused(device, wish, now).fix).toBe(fix);
		expect(planOf(device, { ...wish, ...change }, now).kind).toEqual(expect.any(String));
	});

	it.each([
		['six and a half days', 'P7D', true],
		['seven and a half days', 'P8D', false],
	])('adds no more than a week: %s', (_what, min_duration, isTold) => {
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-11T03:00' };
		const { fix } = refused(withOption({ min_duration }), wish, now);
		expect(String(fix).includes('Most Extra Time')).toBe(isTold);
	});

	it('is no setting with which the name would be refused', () => {
		const device = lockly({
			properties: {
				lockly_metadata: {},
				code_constraints: [{ constraint_type: 'name_length', min_length: 5 }],
			},
		});
		const wish = { ...stay, kind: 'online' } as const;
		expect(refused(device, { ...wish, name: 'Ada L' }, now).fix).toContain('Kind of Code');
		expect(refused(device, { ...wish, name: 'Ada' }, now).fix).not.toContain('Kind of Code');
	});

	it('is no setting where none serves', () => {
		const tooLong = { startsAt: '2027-03-01T15:00', endsAt: '2028-06-01T11:00' };
		expect(refused(igloohome(), tooLong, now).fix).toBe('Ask for one of these windows.');
		expect(refused(deviceOf({ location: { time_zone: 'UTC' } }), stay, now).fix).toBe(
			"Choose another device. A hotel's doors, which take no codes, are opened with the Seam node (Access Grant → Create).",
		);
		const unmanaged = refused(august({ is_managed: false }), stay, now);
		expect(unmanaged.fix).toBe(
			'Have Seam manage the device with the Seam node (Device → Manage), or choose another device.',
		);
		// What the node was told is right.
		expect(unmanaged.parameter).toBeUndefined();
		expect(refused(august({ can_program_online_access_codes: false }), stay, now).fix).toBe(
			'Fix what Seam Get Device reports about this lock, or choose another device.',
		);
		const soon = { startsAt: now, endsAt: '2026-01-01T00:10Z' };
		const { fix, message } = refused(onlineLock('kwikset_lock'), soon, now);
		expect([fix, message]).toEqual([
			'Ask for a later end.',
			'The stay is over before this lock could take the code.',
		]);
	});

	it.each<[string, Device, Partial<Wish>, number, string, string]>([
		[
			'a start and an end',
			oracode([level('15:30-10:30')]),
			{ startsAt: '2026-02-10T15:00', endsAt: '2026-02-13T11:00' },
			30,
			'dormakaba Oracode holds codes from 15:30 to 10:30',
			'2026-02-10 15:30 to 2026-02-13 10:30',
		],
		[
			'an end',
			oracode([level('15:00-10:30')]),
			{ startsAt: '2026-02-10T15:00', endsAt: '2026-02-13T11:00' },
			30,
			'dormakaba Oracode holds codes from 15:00 to 10:30',
			'until 2026-02-13 10:30',
		],
		[
			'an end, where a window around the stay is nearer',
			oracode([level('15:00-10:20'), level('15:00-11:30')]),
			{ startsAt: '2026-02-10T15:00', endsAt: '2026-02-13T11:00', longestAddition: 0 },
			40,
			'dormakaba Oracode holds codes from 15:00 to 10:20 or from 15:00 to 11:30',
			'until 2026-02-13 10:20',
		],
		[
			'an end that another kind of code holds better',
			igloohome(),
			{ startsAt: '2027-03-01T15:00', endsAt: '2027-03-30T15:30', longestAddition: 0 },
			30,
			'igloohome holds codes of 29–367 days that begin and end at the same time of day',
			'until 2027-03-30 15:00',
		],
	])('of a stay but for minutes: %s', (_what, device, wish, minutes, holds, works) => {
		const refusal = refused(device, wish, now);
		const told = { refusal: expect.stringContaining(holds) as string, holds, minutes, works };
		expect(refusal.nearlyHeld).toEqual(told);
		expect(refusal.message).toContain(refusal.nearlyHeld?.refusal);
		expect(refusal.fix).toContain(`Set May Be Shorter By (Minutes): ${minutes}`);
		const { window } = planOf(device, { ...wish, acceptInside: minutes }, now);
		const [start, end] = [window.granted.starts_at, window.granted.ends_at].map((time) =>
			String(time).slice(0, 16).replace('T', ' '),
		);
		expect([`${start} to ${end}`, `until ${end}`]).toContain(works);
	});

	it.each<[string, Device, Partial<Wish>]>([
		['if another setting helps', igloohome(), { ...twice, whenWindowDoesNotFit: 'refuse' }],
		[
			'if two settings are needed',
			igloohome(),
			{ ...twice, whenWindowDoesNotFit: 'refuse', longestAddition: 0 },
		],
		['if the lock holds only more', igloohome(), { ...stay, endsAt: '2027-03-29T21:00' }],
		['if no window is the reason', igloohome(), { ...stay, pin }],
	])('is not told as minutes %s', (_what, device, wish) => {
		expect(refused(device, wish, now).nearlyHeld).toBeUndefined();
	});

	it('is not another start where only the start is the reason', () => {
		const code = existingCode({
			starts_at: '2027-03-01T02:00:00Z',
			ends_at: null,
			is_offline_access_code: true,
			is_one_time_use: true,
		});
		const wish = { access: 'one_time_use', startsAt: stay.startsAt } as const;
		const refusal = refused(igloohome(), wish, now, Array<typeof code>(5).fill(code));
		expect(refusal.fix).toBe('Set Access: Time-Bound, with an end.');
		expect(refusal.parameter).toBe('startsAt');
	});

	it('has the kinds that were ruled out among its facts', () => {
		const { facts } = refused(igloohome(), { ...stay, pin }, now);
		expect(facts.rejected).toContainEqual(expect.objectContaining({ rule: 'custom_pin' }));
	});

	it.each([
		['2027-03-05T11:00[Europe/Rome]', '2027-03-01T15:00', true],
		['2027-03-05T11:00', '2027-03-01T15:00[Europe/Rome]', true],
		['2027-03-05T11:00Z', '2027-03-01T15:00', true],
		['2025-03-05T11:00', '2025-03-01T15:00', false],
	])('from %s to %s is the wrong way round', (startsAt, endsAt, nameZones) => {
		const refusal = refusalOf(igloohome(), { startsAt, endsAt }, now) as PlanRefusal;
		expect(refusal.message).toContain('is not after the start');
		expect(String(refusal.fix).includes('Check the time zones')).toBe(nameZones);
	});

	it('never tells the PIN', () => {
		const { message, fix } = refused(igloohome(), { ...stay, pin }, now);
		expect(`${message}${fix}`).not.toContain(pin.code);
	});
});
