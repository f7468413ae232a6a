import { PlanRefusal } from '../../../../../nodes/shared/accessCode/planning/planRefusal';
import { deviceOf, level, oracode, planOf, refusalOf, warningCodes } from '../fixtures';

const now = '2026-01-01T00:00:00Z';
const guest = level('16:00-10:00');
const allDay = (time: string) => level(`${time}-${time}`, { is_24_hour: true });

describe('Oracode user levels', () => {
	it.each([
		[
			'16:00-10:00',
			'2026-02-10T16:00',
			'2026-02-13T10:00',
			'2026-02-10T16:00:00-08:00',
			'2026-02-13T10:00:00-08:00',
		],
		[
			'16:00-10:00',
			'2026-02-10T17:30',
			'2026-02-13T09:00',
			'2026-02-10T16:00:00-08:00',
			'2026-02-13T10:00:00-08:00',
		],
		// Over midnight: the level begins on the day before.
		[
			'22:00-06:00',
			'2026-02-10T01:00',
			'2026-02-10T05:00',
			'2026-02-09T22:00:00-08:00',
			'2026-02-10T06:00:00-08:00',
		],
		[
			'00:00-23:59',
			'2026-02-10T00:00',
			'2026-02-10T23:59',
			'2026-02-10T00:00:00-08:00',
			'2026-02-10T23:59:00-08:00',
		],
		// A night or twenty: a level fixes times, not nights.
		[
			'16:00-10:00',
			'2026-02-10T16:00',
			'2026-03-02T10:00',
			'2026-02-10T16:00:00-08:00',
			'2026-03-02T10:00:00-08:00',
		],
		// The clocks change in between: each end has its own offset.
		[
			'16:00-10:00',
			'2026-10-30T16:00',
			'2026-11-03T10:00',
			'2026-10-30T16:00:00-07:00',
			'2026-11-03T10:00:00-08:00',
		],
	])('%s: %s to %s', (times, startsAt, endsAt, granted, until) => {
		const plan = planOf(oracode([level(times)]), { startsAt, endsAt }, now);
		expect(plan.request).toMatchObject({
			starts_at: granted,
			ends_at: until,
			is_offline_access_code: true,
			max_time_rounding: '1h',
		});
		expect(plan.kind).toBe('offline_hourly_bound');
		expect(plan.lock_family).toBe('dormakabaOracode');
	});

	it.each([
		[
			'zone in brackets',
			'16:00:00[America/Los_Angeles]',
			'10:00:00[America/Los_Angeles]',
			'America/Los_Angeles',
		],
		['an old zone name', '16:00:00[PST8PDT]', '10:00:00[PST8PDT]', 'America/Los_Angeles'],
		[
			'an offset that knows no summer',
			'16:00:00-08:00[America/Los_Angeles]',
			'10:00:00-08:00[America/Los_Angeles]',
			'America/Los_Angeles',
		],
		['no zone', '16:00:00', '10:00', 'America/Los_Angeles'],
		['a zone at the check-out alone', '16:00:00', '10:00:00[PST8PDT]', 'America/New_York'],
		[
			'two zones by the one of the check-in',
			'16:00:00[PST8PDT]',
			'10:00:00[America/New_York]',
			'America/Los_Angeles',
		],
	])('reads %s', (_title, check_in_time, check_out_time, zone) => {
		const device = oracode([{ check_in_time, check_out_time }], zone);
		const { request } = planOf(
			device,
			{ startsAt: '2026-07-10T16:00-07:00', endsAt: '2026-07-13T10:00-07:00' },
			now,
		);
		expect([request.starts_at, request.ends_at].map((end) => Date.parse(String(end)))).toEqual([
			Date.parse('2026-07-10T16:00-07:00'),
			Date.parse('2026-07-13T10:00-07:00'),
		]);
	});

	it('takes the narrowest level that covers the stay', () => {
		const device = oracode([level('12:00-12:00'), allDay('14:00'), guest, level('15:00-11:00')]);
		const plan = planOf(device, { startsAt: '2026-02-10T16:30', endsAt: '2026-02-13T10:00' }, now);
		expect(plan.reasons).toContainEqual(
			expect.objectContaining({
				rule: 'user_level',
				value: 'Guest 16:00-10:00: 16:00 to 10:00 America/Los_Angeles',
				source: 'device.properties.dormakaba_oracode_metadata.predefined_time_slots[2]',
			}),
		);
	});

	it('counts what a level adds before the stay as well as after it', () => {
		const device = oracode([level('14:00-12:00'), allDay('10:00')]);
		const plan = planOf(device, { startsAt: '2026-02-10T14:30', endsAt: '2026-02-13T10:00' }, now);
		expect(plan.kind).toBe('offline_hourly_bound');
	});

	it('tells levels apart that differ at one end only', () => {
		const device = oracode([guest, level('16:00-11:00')]);
		const plan = planOf(device, { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:30' }, now);
		expect(plan.request.ends_at).toBe('2026-02-13T11:00:00-08:00');
	});

	it('takes an ordinary level before a two-week one with the same times', () => {
		const device = oracode([level('16:00-10:00', { is_biweekly_mode: true }), guest]);
		const plan = planOf(device, { startsAt: '2026-02-10T16:00', endsAt: '2026-02-24T10:00' }, now);
		expect(plan.reasons.map(({ source }) => source)).toContain(
			'device.properties.dormakaba_oracode_metadata.predefined_time_slots[1]',
		);
	});

	it('numbers a level without a name from one', () => {
		const device = oracode([{ ...guest, name: undefined }]);
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		expect(planOf(device, wish, now).reasons).toContainEqual(
			expect.objectContaining({ value: expect.stringContaining('level 1: 16:00 to 10:00') }),
		);
	});

	it('does not end an ordinary level when it begins, if it names no check-out time', () => {
		const device = oracode([{ ...guest, check_out_time: undefined }]);
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		expect(refusalOf(device, wish, now).message).toContain("times can't be read");
	});

	it('names the levels that are of no use, five at most', () => {
		const device = oracode(
			Array.from({ length: 6 }, (_, index) =>
				level('16:00-10:00', { is_master: true, name: `M${index}` }),
			),
		);
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		const { message } = refusalOf(device, wish, now);
		expect(message).toContain('“M4” is a master level');
		expect(message).not.toContain('“M5”');
	});

	it('makes a daily-bound code of a 24-hour level', () => {
		const plan = planOf(
			oracode([allDay('12:00')]),
			{ startsAt: '2026-02-10T15:00', endsAt: '2026-02-13T11:00' },
			now,
		);
		expect(plan.kind).toBe('offline_daily_bound');
		expect(plan.request).toMatchObject({
			starts_at: '2026-02-10T12:00:00-08:00',
			ends_at: '2026-02-13T12:00:00-08:00',
			max_time_rounding: '1d',
		});
	});

	// The newer document of Seam prints a daily-bound code from 00:00 to 23:59.
	it('makes a daily-bound code of a 24-hour level that ends a minute before it begins', () => {
		const plan = planOf(
			oracode([level('00:00-23:59', { is_24_hour: true })]),
			{ startsAt: '2024-09-16T00:00:00-07:00', endsAt: '2024-09-18T23:59:00-07:00' },
			'2024-09-01T00:00:00Z',
		);
		expect(plan.kind).toBe('offline_daily_bound');
		expect(plan.request).toMatchObject({
			starts_at: '2024-09-16T00:00:00-07:00',
			ends_at: '2024-09-18T23:59:00-07:00',
			max_time_rounding: '1d',
		});
		expect(plan.reasons).toContainEqual(
			expect.objectContaining({
				rule: 'user_level',
				value: 'Guest 00:00-23:59: 00:00 to 23:59 (24-hour) America/Los_Angeles',
			}),
		);
	});

	it('takes a 24-hour level without a check-out time as ending when it begins', () => {
		const device = oracode([{ ...allDay('12:00'), check_out_time: undefined }]);
		const wish = { startsAt: '2026-02-10T15:00', endsAt: '2026-02-13T11:00' };
		expect(planOf(device, wish, now).request.ends_at).toBe('2026-02-13T12:00:00-08:00');
	});

	it.each([
		['is_master', 'yes'],
		['is_one_shot', 1],
		['is_24_hour', 'true'],
		['is_biweekly_mode', {}],
	])('leaves out a level whose %s can’t be read', (flag, value) => {
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		const device = oracode([{ ...guest, [flag]: value }]);
		expect(refusalOf(device, wish, now).message).toContain(`${flag} can't be read`);
	});

	it('does not take an end that can’t be read for the end of a 24-hour level', () => {
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		const device = oracode([{ ...allDay('12:00'), check_out_time: 1200 as never }]);
		expect(refusalOf(device, wish, now).message).toContain("times can't be read");
	});

	it.each([
		['master', { is_master: true }, /“Guest 16:00-10:00” is a master level/],
		['one-shot', { is_one_shot: true }, /is a one-time-use level/],
		['unreadable', { check_in_time: '4 pm' }, /is one whose times can't be read/],
		['in a zone that does not exist', { check_in_time: '16:00:00[Mars/Base]' }, /can't be read/],
	])('leaves out a level that is %s', (_title, more, message) => {
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		const bad = level('16:00-10:00', more);
		expect(refusalOf(oracode([bad]), wish, now).message).toMatch(message);
		const plan = planOf(oracode([bad, level('15:00-11:00')]), wish, now);
		expect(plan.request.starts_at).toBe('2026-02-10T15:00:00-08:00');
	});

	it('refuses a door without levels', () => {
		const refusal = refusalOf(
			oracode([]),
			{ startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' },
			now,
		);
		expect(refusal.message).toContain('has no user levels (predefined_time_slots is empty)');
	});

	it.each([
		[14, '2026-02-24T10:00', true],
		[13, '2026-02-23T10:00', false],
		[15, '2026-02-25T10:00', false],
	])('takes a two-week level for %d nights: %s', (_nights, endsAt, fits) => {
		const device = oracode([level('16:00-10:00', { is_biweekly_mode: true })]);
		const wish = { startsAt: '2026-02-10T16:00', endsAt };
		if (fits) expect(planOf(device, wish, now).request.ends_at).toBe('2026-02-24T10:00:00-08:00');
		else expect(refusalOf(device, wish, now)).toBeInstanceOf(PlanRefusal);
	});

	it('names levels with equal times, since the request can’t say which', () => {
		const device = oracode([guest, level('16:00-10:00', { name: 'Staff' }), allDay('16:00')]);
		const plan = planOf(device, { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' }, now);
		expect(plan.warnings).toContainEqual({
			code: 'user_levels_with_equal_times',
			message: expect.stringContaining('“Guest 16:00-10:00”, “Staff”'),
		});
		const other = planOf(
			oracode([guest, level('16:00-10:00', { is_24_hour: true })]),
			{ startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' },
			now,
		);
		expect(warningCodes(other)).not.toContain('user_levels_with_equal_times');
	});
});

describe('Oracode: 31 days on the wall clock', () => {
	it.each([
		['2026-02-10T16:00', '2026-03-13T16:00', true],
		['2026-02-10T16:00', '2026-03-14T16:00', false],
		// 31 days over the end of daylight saving are 745 hours.
		['2026-10-15T16:00', '2026-11-15T16:00', true],
	])('%s to %s: %s', (startsAt, endsAt, fits) => {
		const device = oracode([allDay('16:00')]);
		if (fits) expect(planOf(device, { startsAt, endsAt }, now).kind).toBe('offline_daily_bound');
		else {
			expect(refusalOf(device, { startsAt, endsAt }, now).message).toContain(
				'Nearest: end 2026-03-13 16:00 (31 days, 1 day earlier)',
			);
		}
	});
});

describe('Oracode: what does not fit', () => {
	it('is told with the levels and the nearest windows', () => {
		const refusal = refusalOf(
			oracode([guest]),
			{ startsAt: '2026-02-10T14:00', endsAt: '2026-02-13T10:00' },
			now,
		) as PlanRefusal;
		expect(refusal.message).toBe(
			'dormakaba Oracode holds codes from 16:00 to 10:00; 2026-02-10 14:00 to 2026-02-13 10:00 does not fit. ' +
				'Nearest: 2026-02-10 16:00 to 2026-02-13 10:00 (2 days 18 hours, begins 2 hours later) or 2026-02-09 16:00 to 2026-02-13 10:00 (3 days 18 hours, begins 22 hours earlier: Most Extra Time allows 6 at either end).',
		);
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			'rule',
		);
	});

	it('is told with the end at which each nearest window differs, and which way', () => {
		const wish = { startsAt: '2026-02-10T15:00', endsAt: '2026-02-13T11:00' };
		expect(refusalOf(oracode([guest]), wish, now).message).toContain(
			'Nearest: 2026-02-10 16:00 to 2026-02-13 10:00 (2 days 18 hours, begins 1 hour later, ends 1 hour earlier) or 2026-02-09 16:00 to 2026-02-14 10:00 (4 days 18 hours, begins 23 hours earlier, ends 23 hours later: Most',
		);
	});

	it.each(['14:00', '15:29', '15:31', '15:59'])('names the setting that fits, at %s', (time) => {
		const levels = [level('15:30-10:30'), level('16:00-10:00'), allDay('16:00')];
		const wish = { startsAt: '2026-11-27T15:00', endsAt: '2026-11-28T11:00' };
		const clock = `2026-11-27T${time}:00-08:00`;
		const refusal = refusalOf(oracode(levels), wish, clock) as PlanRefusal;
		expect(refusal.fix).toMatch(/^Set May Be Shorter By \(Minutes\): 30,/);
		const plan = planOf(oracode(levels), { ...wish, acceptInside: 30 }, clock);
		expect(plan.request.ends_at).toBe('2026-11-28T10:30:00-08:00');
	});

	it('counts the minutes inside from the start asked for, if it has passed', () => {
		const wish = { startsAt: '2026-11-27T15:00', endsAt: '2026-11-28T11:00' };
		const clock = '2026-11-27T15:37:00-08:00';
		const refusal = refusalOf(oracode([allDay('16:00')]), wish, clock) as PlanRefusal;
		expect(refusal.fix).toContain('May Be Shorter By (Minutes): 60');
	});

	it('is a caution within the hour that Seam’s newer documents round', () => {
		const wish = { startsAt: '2026-02-10T15:15', endsAt: '2026-02-13T10:00' };
		const refusal = refusalOf(oracode([guest]), wish, now) as PlanRefusal;
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			'caution',
		);

		const plan = planOf(oracode([guest]), { ...wish, acceptInside: 45 }, now);
		expect(plan.request.starts_at).toBe('2026-02-10T16:00:00-08:00');
		expect(plan.window.minutes_added_before).toBe(0);
		expect(warningCodes(plan)).toContain('window_inside_the_stay');
		expect(() => planOf(oracode([guest]), { ...wish, acceptInside: 44 }, now)).toThrow(PlanRefusal);
	});

	it.each([
		['at the start', '2026-02-10T15:15', '2026-02-13T10:00', 'caution'],
		['at the end', '2026-02-10T16:00', '2026-02-13T10:45', 'caution'],
		['at neither, by more', '2026-02-10T16:00', '2026-02-13T11:15', 'rule'],
	])('is a caution within that hour %s', (_where, startsAt, endsAt, marking) => {
		const refusal = refusalOf(oracode([guest]), { startsAt, endsAt }, now) as PlanRefusal;
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			marking,
		);
	});

	it('is a caution if one of several levels would do within that hour', () => {
		const wish = { startsAt: '2026-02-10T15:15', endsAt: '2026-02-13T10:00' };
		const refusal = refusalOf(oracode([level('20:00-07:00'), guest]), wish, now) as PlanRefusal;
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			'caution',
		);
	});

	it('is no caution where that hour at both ends would leave nothing of the stay', () => {
		const wish = { startsAt: '2026-02-10T12:00', endsAt: '2026-02-10T14:00' };
		const refusal = refusalOf(oracode([level('07:00-13:00')]), wish, now) as PlanRefusal;
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			'rule',
		);
	});

	it('is a caution where 31 days of 24 hours would do', () => {
		// The clocks go forward in between: 744 hours, but 31 days and an hour on the wall clock.
		const wish = { startsAt: '2026-03-01T16:00', endsAt: '2026-04-01T17:00' };
		const refusal = refusalOf(oracode([level('16:00-17:00')]), wish, now) as PlanRefusal;
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			'caution',
		);
	});

	it('keeps covering where a level covers, even if a later start is accepted', () => {
		const device = oracode([guest, allDay('12:00')]);
		const plan = planOf(
			device,
			{ startsAt: '2026-02-10T15:30', endsAt: '2026-02-13T10:00', acceptInside: 60 },
			now,
		);
		expect(plan.request.starts_at).toBe('2026-02-10T12:00:00-08:00');
		expect(warningCodes(plan)).not.toContain('window_inside_the_stay');
	});

	it('has no level time on the day that skips it', () => {
		const device = oracode([level('02:30-10:00')]);
		const wish = { startsAt: '2026-03-08T03:00', endsAt: '2026-03-10T10:00' };
		const refusal = refusalOf(device, wish, now) as PlanRefusal;
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			'caution',
		);
		expect(planOf(device, { ...wish, longestAddition: 1440 }, now).request.starts_at).toBe(
			'2026-03-07T02:30:00-08:00',
		);
	});

	it('supports no one-time use and no ongoing codes', () => {
		expect(
			refusalOf(oracode([guest]), { access: 'one_time_use', startsAt: '2026-02-10T14:00' }, now)
				.message,
		).toContain('Seam supports no one-time-use codes on dormakaba Oracode locks.');
		expect(refusalOf(oracode([guest]), { access: 'ongoing' }, now).message).toContain(
			'always have an end',
		);
	});
});

describe('Oracode in the middle of a stay', () => {
	it('begins with the level’s check-in that has just passed', () => {
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		const plan = planOf(oracode([guest]), wish, '2026-02-11T04:20:30Z');
		expect(plan.request.starts_at).toBe('2026-02-10T16:00:00-08:00');
		// The code begins before now, so the warning must not say that it begins now.
		expect(plan.warnings).toContainEqual({
			code: 'start_moved',
			message: expect.stringMatching(
				/^The start is in the past, so the code only has to cover the stay from now on \(.+ 20:20\)\.$/,
			),
		});
	});

	it('counts nothing as added that lies before now', () => {
		const device = oracode([guest, level('19:00-12:00')]);
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-13T10:00' };
		const plan = planOf(device, wish, '2026-02-12T04:00:00Z');
		expect([plan.request.starts_at, plan.request.ends_at]).toEqual([
			'2026-02-11T16:00:00-08:00',
			'2026-02-13T10:00:00-08:00',
		]);
	});

	it('never begins more than a day ago', () => {
		const wish = { startsAt: '2026-02-10T16:00', endsAt: '2026-02-20T10:00' };
		const plan = planOf(oracode([guest]), wish, '2026-02-15T23:30:00Z');
		expect(plan.request.starts_at).toBe('2026-02-14T16:00:00-08:00');
	});
});

describe('Oracode with time-frame options', () => {
	it('is believed before its levels, up to 31 days', () => {
		const device = deviceOf({
			device_type: 'dormakaba_oracode_door',
			can_program_offline_access_codes: true,
			properties: {
				dormakaba_oracode_metadata: {
					iana_timezone: 'America/Los_Angeles',
					predefined_time_slots: [guest],
				},
				offline_time_frame_options: [
					{
						display_name: 'Fixed start times',
						time_pairs: [{ display_name: 'Day', start_time: '09:00', end_time: '17:00' }],
						time_zone: 'America/Los_Angeles',
					},
				],
			},
		});
		const wish = { startsAt: '2026-02-10T09:30', endsAt: '2026-02-12T16:00' };
		expect(planOf(device, wish, now).request.starts_at).toBe('2026-02-10T09:00:00-08:00');
		expect(() => planOf(device, { ...wish, endsAt: '2026-03-20T16:00' }, now)).toThrow(PlanRefusal);
	});
});
