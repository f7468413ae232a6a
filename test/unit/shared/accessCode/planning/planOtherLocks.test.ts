import { PlanRefusal } from '../../../../../nodes/shared/accessCode/planning/planRefusal';
import { DEVICE_ID, august, deviceOf, lockly, planOf, refusalOf, warningCodes } from '../fixtures';

const now = '2026-06-01T12:00:00Z';

describe('Lockly offline codes', () => {
	it('have any start and end, and their own way to be typed', () => {
		const plan = planOf(
			lockly(),
			{ startsAt: '2026-07-10T15:20', endsAt: '2026-09-13T11:05' },
			now,
		);
		expect(plan.request).toEqual({
			device_id: DEVICE_ID,
			starts_at: '2026-07-10T15:20:00-05:00',
			ends_at: '2026-09-13T11:05:00-05:00',
			is_offline_access_code: true,
			max_time_rounding: '1h',
		});
		expect(plan.guest_instructions[0]).toContain('how-to-use-oac');
	});

	it('are opened as often as one likes, unless they are for one-time use', () => {
		const wish = { startsAt: '2026-07-10T15:20', endsAt: '2026-07-13T11:05' };
		expect(planOf(lockly(), wish, now).guest_instructions).toHaveLength(1);
		const once = planOf(lockly(), { ...wish, access: 'one_time_use' }, now);
		expect(once.guest_instructions).toHaveLength(2);
	});

	it('may begin at once, also where online ones need time', () => {
		const device = lockly({
			properties: {
				lockly_metadata: {},
				code_constraints: [{ constraint_type: 'start_date_in_future' }],
			},
		});
		const wish = { startsAt: '2026-07-10T15:00Z', endsAt: '2026-07-13T11:00Z' };
		const { request } = planOf(device, wish, '2026-07-10T15:00:00Z');
		expect(Date.parse(String(request.starts_at))).toBe(Date.parse('2026-07-10T15:00:00Z'));
	});

	it('for one-time use have both ends, too', () => {
		const wish = { access: 'one_time_use', startsAt: '2026-07-10T15:20' } as const;
		const plan = planOf(lockly(), { ...wish, endsAt: '2026-07-10T18:00' }, now);
		expect(plan.request).toMatchObject({
			is_one_time_use: true,
			ends_at: '2026-07-10T18:00:00-05:00',
		});
		expect(refusalOf(lockly(), wish, now).message).toContain('needs both a start and an end');
	});

	it.each([
		['no zone', { location: null }],
		['the warning', { warnings: [{ warning_code: 'lockly_time_zone_not_configured' }] }],
	])('need a time zone: %s', (_title, more) => {
		const wish = { startsAt: '2026-07-10T15:20Z', endsAt: '2026-07-13T11:05Z' };
		const refusal = refusalOf(lockly(more), wish, now) as PlanRefusal;
		expect(refusal.message).toContain('Set the zone in the Lockly app.');
		expect(refusal.rejected).toContainEqual(
			expect.objectContaining({ rule: 'lockly_time_zone', marking: 'caution' }),
		);
	});
});

describe('time-frame options', () => {
	const withOptions = (options: unknown, family = 'online') =>
		deviceOf({
			device_type: 'brivo_access_point',
			[`can_program_${family}_access_codes`]: true,
			location: { time_zone: 'America/New_York' },
			properties: { [`${family}_time_frame_options`]: options },
		});
	const grant = (options: unknown, startsAt: string, endsAt: string, more = {}) => {
		const { request } = planOf(withOptions(options), { startsAt, endsAt, ...more }, now);
		return [request.starts_at?.slice(0, 16), request.ends_at?.slice(0, 16)];
	};

	it.each([
		[
			'no option',
			[],
			'2026-07-10T15:20',
			'2026-07-13T11:05',
			'2026-07-10T15:20',
			'2026-07-13T11:05',
		],
		[
			'min_duration',
			[{ min_duration: 'PT3H' }],
			'2026-07-10T15:00',
			'2026-07-10T16:00',
			'2026-07-10T15:00',
			'2026-07-10T18:00',
		],
		[
			'max_duration, at it',
			[{ max_duration: 'P3D' }],
			'2026-07-10T15:00',
			'2026-07-13T15:00',
			'2026-07-10T15:00',
			'2026-07-13T15:00',
		],
		[
			'two bands, the one that fits',
			[{ max_duration: 'PT48H' }, { min_duration: 'P3D' }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'2026-07-10T15:00',
			'2026-07-13T15:00',
		],
		[
			'matching_start_end_time',
			[{ matching_start_end_time: true }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'2026-07-10T15:00',
			'2026-07-13T15:00',
		],
		[
			'time_pairs',
			[
				{
					time_pairs: [
						{ start_time: '14:00', end_time: '12:00' },
						{ start_time: '08:00', end_time: '20:00' },
					],
				},
			],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'2026-07-10T14:00',
			'2026-07-13T12:00',
		],
		[
			'time_pairs are not mixed',
			[
				{
					time_pairs: [
						{ start_time: '14:00', end_time: '16:00' },
						{ start_time: '10:00', end_time: '12:00' },
					],
				},
			],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'2026-07-10T14:00',
			'2026-07-13T16:00',
		],
		[
			'time_zone of the option',
			[
				{
					time_pairs: [{ start_time: '12:00', end_time: '09:00' }],
					time_zone: 'America/Los_Angeles',
				},
			],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'2026-07-10T15:00',
			'2026-07-13T12:00',
		],
		// 10 July 2026 is a Friday.
		[
			'start_date_recurrence_rule kept',
			[{ start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=FR' }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'2026-07-10T15:00',
			'2026-07-13T11:00',
		],
		[
			'start_date_recurrence_rule missed by hours',
			[{ start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=FR' }],
			'2026-07-11T03:00',
			'2026-07-13T11:00',
			'2026-07-10T23:59',
			'2026-07-13T11:00',
		],
		[
			'end_date_recurrence_rule missed by hours',
			[{ end_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=TU' }],
			'2026-07-10T15:00',
			'2026-07-13T20:00',
			'2026-07-10T15:00',
			'2026-07-14T00:00',
		],
		[
			'pair and dates',
			[
				{
					time_pairs: [{ start_time: '22:00', end_time: '06:00' }],
					start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=FR',
				},
			],
			'2026-07-10T23:00',
			'2026-07-11T05:00',
			'2026-07-10T22:00',
			'2026-07-11T06:00',
		],
	])('%s', (_title, options, startsAt, endsAt, from, until) => {
		expect(grant(options, startsAt, endsAt)).toEqual([from, until]);
	});

	it.each([
		[
			'max_duration, an hour over',
			[{ max_duration: 'P3D' }],
			'2026-07-10T15:00',
			'2026-07-13T16:00',
			'of at most 3 days; 3 days 1 hour is longer. Nearest: end 2026-07-13 15:00 (3 days, 1 hour earlier).',
		],
		[
			'min_duration, more than the addition',
			[{ min_duration: 'PT20H' }],
			'2026-07-10T15:00',
			'2026-07-10T16:00',
			'of at least 20 hours; 1 hour is shorter. Nearest: end 2026-07-11 11:00 (20 hours, 19 hours later: Most Extra Time allows 6 at either end).',
		],
		[
			'a weekday that is days away',
			[{ start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'on certain dates; 2026-07-10 15:00 to 2026-07-13 11:00 does not fit',
		],
		[
			'time_pairs that need too much',
			[{ time_pairs: [{ start_time: '23:00', end_time: '06:00' }] }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'from 23:00 to 06:00',
		],
		[
			'a duration that can’t be read',
			[{ display_name: 'X', max_duration: 'three days' }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			'The time-frame options of this lock (“X”)',
		],
		[
			'a date rule that can’t be read',
			[{ start_date_recurrence_rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			"can't read",
		],
		[
			'a zone that does not exist',
			[{ time_zone: 'Mars/Base', matching_start_end_time: true }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			"can't read",
		],
		[
			'time pairs that can’t be read',
			[{ time_pairs: [{ start_time: 'noon', end_time: 'night' }] }],
			'2026-07-10T15:00',
			'2026-07-13T11:00',
			"can't read",
		],
	])('refuses %s', (_title, options, startsAt, endsAt, sentence) => {
		expect(refusalOf(withOptions(options), { startsAt, endsAt }, now).message).toContain(sentence);
	});

	it.each([
		['a shortest duration that is a number', { min_duration: 7 }],
		['a longest duration that is a number', { max_duration: 672 }],
		['a longest duration that is empty', { max_duration: '' }],
		['a date rule that is an object', { start_date_recurrence_rule: {} }],
		['an end date rule that is a number', { end_date_recurrence_rule: 3 }],
		['a zone that is a number', { matching_start_end_time: true, time_zone: 5 }],
		['“matching” in words', { matching_start_end_time: 'yes' }],
		['time pairs that are text', { time_pairs: '14:00-10:00' }],
		['time pairs without times', { time_pairs: [{}] }],
		['time pairs that are none', { time_pairs: [null, 3] }],
		['time pairs with one time', { time_pairs: [{ start_time: '14:00' }] }],
		[
			'time pairs beside matching times, which exclude each other',
			{ matching_start_end_time: true, time_pairs: [{ start_time: '14:00', end_time: '10:00' }] },
		],
		['an option that is text', 'any'],
		['an option that is null', null],
	])('does not take %s for no rule at all', (_title, option) => {
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' };
		for (const family of ['online', 'offline']) {
			const refusal = refusalOf(withOptions([option], family), wish, now) as PlanRefusal;
			expect(refusal.message).toContain("can't read");
			expect(refusal.rejected).toContainEqual(
				expect.objectContaining({ rule: 'time_frame_option_not_read', marking: 'caution' }),
			);
		}
	});

	it('does not take options that are no list for none', () => {
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' };
		expect(refusalOf(withOptions({ max_duration: 'P1D' }), wish, now).message).toContain(
			'of at most 1 day',
		);
		expect(refusalOf(withOptions('P1D'), wish, now).message).toContain("can't read");
	});

	it('tells what several options allow of ongoing codes', () => {
		const device = withOptions([
			{ max_duration: 'P3D' },
			{ min_duration: 'P9D', max_duration: 'P20D' },
		]);
		expect(refusalOf(device, { access: 'ongoing' }, now).message).toContain(
			'only codes of at most 3 days or of 9–20 days.',
		);
	});

	it('counts a month as the longest it can be for the least, and the shortest for the most', () => {
		const wide = { longestAddition: 1440 };
		expect(grant([{ min_duration: 'P1M' }], '2026-07-10T15:00', '2026-08-09T15:00', wide)).toEqual([
			'2026-07-10T15:00',
			'2026-08-10T15:00',
		]);
		const options = withOptions([{ max_duration: 'P1M' }]);
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-08-08T15:00' };
		expect(refusalOf(options, wish, now).message).toContain('of at most 28 days');
	});

	it('of options that add the same the first is taken', () => {
		const options = [{ max_duration: 'P9D' }, { max_duration: 'P30D' }];
		const { reasons } = planOf(
			withOptions(options),
			{ startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' },
			now,
		);
		expect(reasons).toContainEqual(expect.objectContaining({ value: options[0] }));
	});

	it('names the options that can’t be read, five at most', () => {
		const options = [1, 2, 3, 4, 5, 6].map((n) => ({ display_name: `O${n}`, max_duration: 'x' }));
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' };
		const { message } = refusalOf(withOptions(options), wish, now);
		expect(message).toContain('“O5”');
		expect(message).not.toContain('“O6”');
	});

	it('that bind the date of the end alone say so', () => {
		const options = [{ end_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' }];
		const wish = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-16T11:00' };
		expect(refusalOf(withOptions(options), wish, now).message).toContain('on certain dates');
	});

	it.each([
		['matching times that are equal in UTC', { matching_start_end_time: true }, '2026-11-02T14:00'],
		[
			'a time of day that the clocks skip',
			{ time_pairs: [{ start_time: '10:00', end_time: '02:30' }] },
			'2027-03-14T03:30',
		],
	])('are marked a caution for %s', (_title, option, endsAt) => {
		const startsAt = endsAt.startsWith('2026') ? '2026-10-30T15:00' : '2027-03-10T10:00';
		const wish = { startsAt, endsAt, longestAddition: 0 };
		const refusal = refusalOf(withOptions([option]), wish, now) as PlanRefusal;
		expect(refusal.rejected).toContainEqual(
			expect.objectContaining({ kind: 'online_time_bound', marking: 'caution' }),
		);
	});

	it.each([
		['an hour less than a day ago', '2026-07-14T19:00:00Z', true],
		['an hour more than a day ago', '2026-07-14T21:00:00Z', false],
	])('let a stay under way begin %s', (_when, at, fits) => {
		const mondays = { start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' };
		const device = withOptions([
			{ ...mondays, time_pairs: [{ start_time: '16:00', end_time: '10:00' }] },
		]);
		const wish = { startsAt: '2026-07-13T16:00', endsAt: '2026-07-17T10:00' };
		if (fits) expect(planOf(device, wish, at).request.starts_at).toBe('2026-07-13T16:00:00-04:00');
		else expect(refusalOf(device, wish, at)).toBeInstanceOf(PlanRefusal);
	});

	it('let no stay under way begin in the past if any minute will do', () => {
		const wish = { startsAt: '2026-07-13T16:00', endsAt: '2026-07-13T20:00', longestAddition: 720 };
		const device = withOptions([{ min_duration: 'PT20H' }]);
		// That it may not is our own rule.
		expect(refusalOf(device, wish, '2026-07-13T23:00:00Z')).toMatchObject({
			rejected: [{ kind: 'online_time_bound', marking: 'caution' }, {}],
		});
	});

	it('keep the start if an earlier end is all that is needed', () => {
		const options = [{ end_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' }];
		const accepted = { longestAddition: 0, acceptInside: 20 };
		expect(grant(options, '2026-07-10T15:00', '2026-07-14T00:10', accepted)).toEqual([
			'2026-07-10T15:00',
			'2026-07-13T23:50',
		]);
	});

	it('leaves out a time pair that can’t be read beside one that can', () => {
		const pairs = [
			{ start_time: 'noon' },
			{ start_time: '14:00', end_time: 'night' },
			{ start_time: '14:00', end_time: '12:00' },
		];
		expect(grant([{ time_pairs: pairs }], '2026-07-10T15:00', '2026-07-13T11:00')).toEqual([
			'2026-07-10T14:00',
			'2026-07-13T12:00',
		]);
	});

	it.each([
		['null', null],
		['null rules', [{ min_duration: null, max_duration: null, time_pairs: null }]],
		['an empty list of pairs', [{ time_pairs: [] }]],
		['“matching” that is false', [{ matching_start_end_time: false }]],
	])('takes what says nothing for no rule: %s', (_title, options) => {
		expect(grant(options, '2026-07-10T15:20', '2026-07-13T11:05')).toEqual([
			'2026-07-10T15:20',
			'2026-07-13T11:05',
		]);
	});

	it('reads the options that it can beside one that it can’t', () => {
		const options = [{ max_duration: 'nonsense' }, { max_duration: 'P30D' }];
		expect(grant(options, '2026-07-10T15:00', '2026-07-13T11:00')).toEqual([
			'2026-07-10T15:00',
			'2026-07-13T11:00',
		]);
	});

	it('serve offline codes alike, with the rounding that follows', () => {
		const plan = (options: unknown) =>
			planOf(
				withOptions(options, 'offline'),
				{ startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' },
				now,
			);
		expect(plan([{ max_duration: 'P9D' }])).toMatchObject({
			kind: 'offline_time_bound',
			lock_family: 'timeFrameOptions',
			request: { max_time_rounding: '1h' },
		});
		expect(plan([{ matching_start_end_time: true }])).toMatchObject({
			kind: 'offline_daily_bound',
			request: { max_time_rounding: '1d' },
		});
	});

	it.each([
		['any minute will do', {}, false],
		['times of day are the same', { matching_start_end_time: true }, true],
	])('warn of an unknown zone if a clock matters: %s', (_what, option, isWarned) => {
		const device = deviceOf({
			device_type: 'brivo_access_point',
			can_program_online_access_codes: true,
			properties: { online_time_frame_options: [{ max_duration: 'P9D', ...option }] },
		});
		const wish = { startsAt: '2026-07-10T15:00Z', endsAt: '2026-07-13T15:00Z' };
		expect(warningCodes(planOf(device, wish, now)).includes('lock_time_zone_unknown')).toBe(
			isWarned,
		);
	});

	it('are named in the reasons', () => {
		const { reasons } = planOf(
			withOptions([{ display_name: 'Short', max_duration: 'P9D' }]),
			{ startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' },
			now,
		);
		expect(reasons).toContainEqual({
			rule: 'time_frame_option',
			value: { display_name: 'Short', max_duration: 'P9D' },
			source: 'device.properties.online_time_frame_options[0]',
		});
	});
});

describe('minutes before and after', () => {
	const bounded = deviceOf({
		device_type: 'brivo_access_point',
		can_program_online_access_codes: true,
		location: { time_zone: 'America/New_York' },
		properties: { online_time_frame_options: [{ max_duration: 'P3D' }] },
	});

	it('widen the window', () => {
		const plan = planOf(
			august(),
			{
				startsAt: '2026-07-10T15:00',
				endsAt: '2026-07-13T11:00',
				minutesBefore: 30,
				minutesAfter: 15,
			},
			now,
		);
		expect(plan.request).toMatchObject({
			starts_at: '2026-07-10T14:30:00-04:00',
			ends_at: '2026-07-13T11:15:00-04:00',
		});
		expect(plan.window).toMatchObject({ minutes_added_before: 30, minutes_added_after: 15 });
	});

	it.each([
		['before', { minutesBefore: 30 }, '14:50', '11:05'],
		['after', { minutesAfter: 45 }, '15:20', '11:50'],
	])('may be asked for at one end: %s', (_end, minutes, start, end) => {
		const wish = { startsAt: '2026-07-10T15:20', endsAt: '2026-07-13T11:05', ...minutes };
		const plan = planOf(lockly(), wish, now);
		expect(plan.request.starts_at?.slice(11, 16)).toBe(start);
		expect(plan.request.ends_at?.slice(11, 16)).toBe(end);
		expect(warningCodes(plan)).not.toContain('window_extended');
	});

	it('are dropped with a warning where they alone break the fit', () => {
		const plan = planOf(
			bounded,
			{ startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T15:00', minutesBefore: 30 },
			now,
		);
		expect(plan.request.starts_at).toBe('2026-07-10T15:00:00-04:00');
		expect(plan.warnings.map(({ code }) => code)).toContain('minutes_before_and_after_dropped');
	});
});

describe('plain input', () => {
	const stay = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' };

	it.each([
		[
			'dates',
			{ startsAt: '2026-07-10', endsAt: '2026-07-13' },
			'2026-07-10T15:00:00-04:00',
			'2026-07-13T11:00:00-04:00',
		],
		[
			'dates with other times',
			{ startsAt: '2026-07-10', endsAt: '2026-07-13', checkInTime: '16:30', checkOutTime: '10:00' },
			'2026-07-10T16:30:00-04:00',
			'2026-07-13T10:00:00-04:00',
		],
		[
			'a zone that was chosen',
			{ ...stay, timeZone: 'America/Los_Angeles' },
			'2026-07-10T18:00:00-04:00',
			'2026-07-13T14:00:00-04:00',
		],
		[
			'a zone in the value',
			{ ...stay, startsAt: '2026-07-10T15:00[Europe/Rome]' },
			'2026-07-10T09:00:00-04:00',
			'2026-07-13T11:00:00-04:00',
		],
		[
			'milliseconds outwards',
			{ startsAt: '2026-07-10T15:00:00.900Z', endsAt: '2026-07-13T15:00:00.100Z' },
			'2026-07-10T11:00:00-04:00',
			'2026-07-13T11:00:01-04:00',
		],
		[
			'a change of the clocks in a date',
			{ startsAt: '2027-03-14', endsAt: '2027-11-07', checkInTime: '02:30', checkOutTime: '01:30' },
			'2027-03-14T03:00:00-04:00',
			'2027-11-07T01:30:00-05:00',
		],
	])('%s', (_title, wish, from, until) => {
		expect(planOf(august(), wish, now).request).toMatchObject({ starts_at: from, ends_at: until });
	});

	it('names the zone that the window was read in', () => {
		expect(planOf(august(), { ...stay, timeZone: 'Europe/Rome' }, now).window).toMatchObject({
			time_zone: 'Europe/Rome',
			time_zone_source: 'parameter Time Zone',
		});
	});

	it.each([
		['no start', { startsAt: undefined }, 'startsAt', 'A time-bound code needs a start.'],
		['no end', { endsAt: '' }, 'endsAt', 'A time-bound code needs an end.'],
		[
			'an end before the start',
			{ endsAt: '2026-07-10T14:00' },
			'endsAt',
			'The end (2026-07-10 14:00) is not after the start (2026-07-10 15:00).',
		],
		['an end at the start', { endsAt: '2026-07-10T15:00' }, 'endsAt', 'is not after the start'],
		['no time', { startsAt: 'tomorrow' }, 'startsAt', '“tomorrow” is not a date or time.'],
		[
			'an unknown zone',
			{ timeZone: 'Mars/Base' },
			'timeZone',
			'The time zone “Mars/Base” does not exist.',
		],
		[
			'no check-in time',
			{ startsAt: '2026-07-10', checkInTime: 'three' },
			'checkInTime',
			'“three” is not a time of day.',
		],
		[
			'minutes that are none',
			{ minutesBefore: Number.NaN },
			'minutesBefore',
			"'Minutes Before' must be a number of minutes, 0 or more.",
		],
		[
			'negative minutes',
			{ minutesAfter: -5 },
			'minutesAfter',
			"'Minutes After' must be a number of minutes, 0 or more.",
		],
		[
			'a longest addition that is none',
			{ longestAddition: -1 },
			'longestAddition',
			"'Most Extra Time (Hours)' must be a number of hours, 0 or more.",
		],
		[
			'too much inside',
			{ acceptInside: 61 },
			'acceptInside',
			"'May Be Shorter By (Minutes)' must be a number of minutes from 0 to 60.",
		],
	])('refuses %s', (_title, wish, parameter, sentence) => {
		const refusal = refusalOf(august(), { ...stay, ...wish }, now);
		expect(refusal).toMatchObject({
			parameter,
			message: expect.stringContaining(sentence),
			fix: expect.any(String),
		});
	});

	it('refuses a local time for a lock without a zone, and says where to set one', () => {
		const device = august({ location: null });
		expect(refusalOf(device, stay, now)).toMatchObject({
			parameter: 'startsAt',
			message: expect.stringContaining('time zone of this lock is unknown'),
			fix: expect.stringContaining('Add the option Time Zone Name'),
		});
		const { request, window } = planOf(device, { ...stay, timeZone: 'Europe/Rome' }, now);
		expect(request.starts_at).toBe('2026-07-10T13:00:00Z');
		expect(window.time_zone).toBe('Europe/Rome');
	});

	it('says first what a lock without a zone needs itself, where no option would help', () => {
		const { message } = refusalOf(lockly({ location: null }), stay, now);
		expect(message).toContain('No time zone is set for this Lockly lock');
		expect(message).toContain('Set the zone in the Lockly app.');
	});
});
