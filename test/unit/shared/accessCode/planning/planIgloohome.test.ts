import { PlanRefusal } from '../../../../../nodes/shared/accessCode/planning/planRefusal';
import { existingCode, igloohome, planOf, refusalOf, warningCodes } from '../fixtures';

// Asia/Singapore has no daylight saving: hours and calendar days agree.
const start = '2027-03-01T15:00';
const now = '2027-02-01T00:00:00Z';

const hoursLater = (hours: number) =>
	new Date(Date.parse('2027-03-01T15:00:00Z') + hours * 3_600_000).toISOString().slice(0, 16);

describe('igloohome bands', () => {
	it.each([
		// hours asked, kind, hours added at the end
		[0.5, 'offline_hourly_bound', 0.5],
		[1, 'offline_hourly_bound', 0],
		[24, 'offline_hourly_bound', 0],
		[671, 'offline_hourly_bound', 0],
		[672, 'offline_hourly_bound', 0],
		[29 * 24 - 6, 'offline_daily_bound', 6],
		[29 * 24, 'offline_daily_bound', 0],
		[30 * 24 - 2, 'offline_daily_bound', 2],
		[367 * 24 - 6, 'offline_daily_bound', 6],
		[367 * 24, 'offline_daily_bound', 0],
	])('%d hours become %s with %d hours more', (hours, kind, added) => {
		const plan = planOf(igloohome(), { startsAt: start, endsAt: hoursLater(hours) }, now);
		expect(plan.kind).toBe(kind);
		expect(plan.lock_family).toBe('igloohome');
		expect(plan.request.starts_at).toBe('2027-03-01T15:00:00+08:00');
		expect(plan.window.minutes_added_before).toBe(0);
		expect(plan.window.minutes_added_after).toBe(added * 60);
		expect(plan.request.max_time_rounding).toBe(kind === 'offline_daily_bound' ? '1d' : '1h');
		expect(plan.request).not.toHaveProperty('code');
	});

	it('tell added minutes to the nearest one', () => {
		const { window } = planOf(igloohome(), { startsAt: start, endsAt: '2027-03-02T11:00:20' }, now);
		expect(window.granted.ends_at).toBe('2027-03-02T12:00:00+08:00');
		expect(window.minutes_added_after).toBe(60);
	});

	it.each([
		[
			673,
			'end 2027-03-29 15:00 (28 days, 1 hour earlier) or 2027-03-30 15:00 (29 days, 23 hours later',
		],
		[
			678,
			'end 2027-03-29 15:00 (28 days, 6 hours earlier) or 2027-03-30 15:00 (29 days, 18 hours later',
		],
		[368 * 24, 'end 2028-03-02 15:00 (367 days, 1 day earlier).'],
		[367 * 24 + 1, 'end 2028-03-02 15:00 (367 days, 1 hour earlier).'],
	])('%d hours are refused with the nearest windows', (hours, nearest) => {
		const refusal = refusalOf(igloohome(), { startsAt: start, endsAt: hoursLater(hours) }, now);
		expect(refusal).toBeInstanceOf(PlanRefusal);
		expect(refusal.message).toContain(`Nearest: ${nearest}`);
	});

	it('tells the refusal in its own terms', () => {
		const refusal = refusalOf(
			igloohome(),
			{ startsAt: start, endsAt: hoursLater(678) },
			now,
		) as PlanRefusal;
		expect(refusal.message).toBe(
			'igloohome holds codes of 1–672 hours or of 29–367 days; 28 days 6 hours is neither. ' +
				'Nearest: end 2027-03-29 15:00 (28 days, 6 hours earlier) or 2027-03-30 15:00 (29 days, 18 hours later: Most Extra Time allows 6 at either end).',
		);
		expect(refusal.nearest).toEqual([
			{
				kind: 'offline_hourly_bound',
				starts_at: '2027-03-01T15:00:00+08:00',
				ends_at: '2027-03-29T15:00:00+08:00',
			},
			{
				kind: 'offline_daily_bound',
				starts_at: '2027-03-01T15:00:00+08:00',
				ends_at: '2027-03-30T15:00:00+08:00',
			},
		]);
		expect(refusal.rejected.map(({ kind, rule, marking }) => [kind, rule, marking])).toEqual([
			['online_time_bound', 'can_program_online_access_codes', 'rule'],
			['offline_hourly_bound', 'window_does_not_fit', 'rule'],
			['offline_daily_bound', 'window_does_not_fit', 'rule'],
		]);
	});

	it('shares what one end may not take alone', () => {
		const plan = planOf(
			igloohome(),
			{ startsAt: start, endsAt: hoursLater(678), longestAddition: 600 },
			now,
		);
		expect(plan.kind).toBe('offline_daily_bound');
		expect(plan.window.minutes_added_after).toBe(600);
		expect(plan.window.minutes_added_before).toBe(480);
		expect(plan.request.starts_at).toBe('2027-03-01T07:00:00+08:00');
		expect(plan.request.ends_at).toBe('2027-03-30T07:00:00+08:00');
		expect(plan.warnings).toContainEqual({
			code: 'window_extended',
			message: expect.stringContaining('begins 8 hours earlier and ends 10 hours later'),
		});
	});

	it('refuses any addition where that is wished', () => {
		const wish = {
			startsAt: start,
			endsAt: '2027-03-05T11:30',
			whenWindowDoesNotFit: 'refuse',
		} as const;
		const refusal = refusalOf(igloohome(), wish, now) as PlanRefusal;
		expect(refusal.message).toContain('2027-03-05 11:00');
		// Whole hours are our reading, not the document's.
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_hourly_bound')?.marking).toBe(
			'caution',
		);
	});
});

describe('igloohome clocks', () => {
	it.each([
		['Asia/Singapore', '2027-03-01T15:20:00+08:00', '2027-03-01T15:00:00+08:00'],
		['Asia/Kolkata', '2027-03-01T15:20:00+05:30', '2027-03-01T15:00:00+05:30'],
		['Asia/Kathmandu', '2027-03-01T15:20:00+05:45', '2027-03-01T15:00:00+05:45'],
		['Asia/Kolkata', '2027-03-01T10:00:00Z', '2027-03-01T15:00:00+05:30'],
	])(
		'hourly codes begin on whole hours of the lock’s own clock in %s',
		(zone, startsAt, granted) => {
			const plan = planOf(igloohome(zone), { startsAt, endsAt: '2027-03-05T11:00:00Z' }, now);
			expect(plan.request.starts_at).toBe(granted);
			expect(plan.request.ends_at).toMatch(/:00:00\+/);
		},
	);

	it.each([
		// zone, start, nights, kind or null: hours and calendar days must both be within the band
		[
			'28 days over the end of daylight saving last 673 hours',
			'America/New_York',
			'2026-10-20T12:00',
			'2026-11-17T12:00',
			null,
		],
		[
			'28 days over its beginning last 671 hours',
			'America/New_York',
			'2026-03-01T12:00',
			'2026-03-29T12:00',
			'offline_hourly_bound',
		],
		[
			'672 hours over its beginning are 28 days and an hour',
			'America/New_York',
			'2026-03-01T12:00',
			'2026-03-29T13:00',
			null,
		],
		[
			'29 days over its beginning last 695 hours',
			'America/New_York',
			'2026-03-01T12:00',
			'2026-03-30T12:00',
			null,
		],
		[
			'30 days over its beginning',
			'America/New_York',
			'2026-03-01T12:00',
			'2026-03-31T12:00',
			'offline_daily_bound',
		],
		[
			'29 days over its end',
			'America/New_York',
			'2026-10-20T12:00',
			'2026-11-18T12:00',
			'offline_daily_bound',
		],
		[
			'367 days over one more end than beginning',
			'America/New_York',
			'2026-10-31T12:00',
			'2027-11-02T12:00',
			'offline_daily_bound',
		],
		[
			'367 days over one more end',
			'America/New_York',
			'2026-11-01T00:30',
			'2027-11-08T00:30',
			null,
		],
	])('%s', (_title, zone, startsAt, endsAt, kind) => {
		const wish = { startsAt, endsAt, longestAddition: 0 };
		if (kind === null) expect(refusalOf(igloohome(zone), wish)).toBeInstanceOf(PlanRefusal);
		else expect(planOf(igloohome(zone), wish).kind).toBe(kind);
	});

	it('marks what only one reading refuses as caution', () => {
		const refusal = refusalOf(igloohome('America/New_York'), {
			startsAt: '2026-03-01T12:00',
			endsAt: '2026-03-30T12:00',
		}) as PlanRefusal;
		expect(refusal.rejected.find(({ kind }) => kind === 'offline_daily_bound')?.marking).toBe(
			'caution',
		);
	});

	it('keeps the same time of day on the lock’s clock over a change, each end with its own offset', () => {
		const { request } = planOf(igloohome('America/Los_Angeles'), {
			startsAt: '2026-10-20T15:00',
			endsAt: '2026-11-20T11:00',
		});
		expect(request.starts_at).toBe('2026-10-20T15:00:00-07:00');
		expect(request.ends_at).toBe('2026-11-20T15:00:00-08:00');
	});

	it('goes by the clock of the lock, whatever the zone of the wish', () => {
		const wish = { startsAt: '2027-03-01T15:30', endsAt: '2027-03-05T11:30', timeZone: 'UTC' };
		expect(planOf(igloohome('Asia/Kolkata'), wish, now).request).toMatchObject({
			starts_at: '2027-03-01T21:00:00+05:30',
			ends_at: '2027-03-05T17:00:00+05:30',
		});
	});

	it('avoids a time of day that the clocks skip at the end', () => {
		const { request } = planOf(igloohome('America/New_York'), {
			startsAt: '2026-02-06T02:30',
			endsAt: '2026-03-07T22:00',
		});
		// 02:30 does not exist on 8 March: both ends move to 01:30.
		expect(request.starts_at).toBe('2026-02-06T01:30:00-05:00');
		expect(request.ends_at).toBe('2026-03-08T01:30:00-05:00');
	});

	it('reads the clock in UTC where the zone is unknown, and writes Z', () => {
		const plan = planOf(
			igloohome(null),
			{ startsAt: '2027-03-01T15:20:00+08:00', endsAt: '2027-03-03T11:00:00+08:00' },
			now,
		);
		expect(plan.request.starts_at).toBe('2027-03-01T07:00:00Z');
		expect(plan.window.time_zone).toBeNull();
		expect(warningCodes(plan)).toContain('lock_time_zone_unknown');
	});
});

describe('igloohome activation', () => {
	it('tells guest and host of the 24 hours where the code lasts longer', () => {
		const plan = planOf(igloohome(), { startsAt: start, endsAt: '2027-03-05T11:00' }, now);
		expect(plan.guest_instructions).toEqual([expect.stringContaining('before 2027-03-02 15:00')]);
		expect(warningCodes(plan)).toContain('use_within_24_hours');
	});

	it('says nothing for 24 hours', () => {
		const plan = planOf(igloohome(), { startsAt: start, endsAt: '2027-03-02T15:00' }, now);
		expect(plan.guest_instructions).toEqual([]);
		expect(warningCodes(plan)).not.toContain('use_within_24_hours');
	});
});

describe('igloohome caps', () => {
	const hourly = (startsAt: string) =>
		existingCode({
			starts_at: startsAt,
			ends_at: '2027-03-09T03:00:00Z',
			is_offline_access_code: true,
			type: 'time_bound',
		});
	const daily = (startsAt: string) =>
		existingCode({
			starts_at: startsAt,
			ends_at: '2027-05-01T07:00:00Z',
			is_offline_access_code: true,
		});
	const oneTime = (startsAt: string) =>
		existingCode({
			starts_at: startsAt,
			ends_at: null,
			is_offline_access_code: true,
			is_one_time_use: true,
		});
	const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

	it.each([
		['two in the hour', 2, '2027-03-01T15:00:00+08:00'],
		['three in the hour', 3, '2027-03-01T14:00:00+08:00'],
	])('hourly: %s', (_title, count, granted) => {
		const plan = planOf(
			igloohome(),
			{ startsAt: start, endsAt: '2027-03-05T11:00' },
			now,
			times(count, hourly('2027-03-01T07:00:00Z')),
		);
		expect(plan.request.starts_at).toBe(granted);
	});

	it('hourly: full within the longest addition is refused', () => {
		const codes = ['05', '06', '07'].flatMap((hour) =>
			times(3, hourly(`2027-03-01T${hour}:00:00Z`)),
		);
		const wish = { startsAt: start, endsAt: '2027-03-05T11:00', longestAddition: 120 };
		expect(() => planOf(igloohome(), wish, now, codes)).toThrow(PlanRefusal);
		expect(
			planOf(igloohome(), { ...wish, longestAddition: 180 }, now, codes).request.starts_at,
		).toBe('2027-03-01T12:00:00+08:00');
	});

	it.each([
		['daily, two that day', 2, 'offline_daily_bound'],
		['daily, three that day', 3, null],
	])('%s', (_title, count, kind) => {
		const codes = times(count, daily('2027-03-01T01:00:00Z'));
		const wish = { startsAt: start, endsAt: '2027-03-31T15:00' };
		if (kind === null) expect(refusalOf(igloohome(), wish, now, codes)).toBeInstanceOf(PlanRefusal);
		else expect(planOf(igloohome(), wish, now, codes).kind).toBe(kind);
	});

	it.each([
		['four that day', 4, true],
		['five that day', 5, false],
	])('one-time: %s', (_title, count, fits) => {
		const codes = times(count, oneTime('2027-03-01T02:00:00Z'));
		const wish = { access: 'one_time_use', startsAt: start } as const;
		if (fits)
			expect(planOf(igloohome(), wish, now, codes).request.starts_at).toBe(
				'2027-03-01T15:00:00+08:00',
			);
		else
			expect(refusalOf(igloohome(), wish, now, codes).message).toContain(
				'at most 5 one-time codes',
			);
	});

	it('counts kinds apart', () => {
		const codes = [
			...times(5, oneTime('2027-03-01T07:00:00Z')),
			...times(3, daily('2027-03-01T07:00:00Z')),
			...times(3, { ...hourly('2027-03-01T07:00:00Z'), is_offline_access_code: false }),
		];
		const plan = planOf(igloohome(), { startsAt: start, endsAt: '2027-03-05T11:00' }, now, codes);
		expect(plan.kind).toBe('offline_hourly_bound');
		expect(plan.request.starts_at).toBe('2027-03-01T15:00:00+08:00');
	});

	it('counts a code of exactly 29 days as daily-bound', () => {
		const code = existingCode({
			starts_at: '2027-03-01T01:00:00Z',
			ends_at: '2027-03-30T01:00:00Z',
			is_offline_access_code: true,
		});
		const wish = { startsAt: start, endsAt: '2027-03-31T15:00' };
		expect(refusalOf(igloohome(), wish, now, times(3, code))).toBeInstanceOf(PlanRefusal);
	});

	it.each([
		['all day by either clock', '2027-03-01T01:00:00Z', 'rule'],
		['on the day of the lock, not on that of UTC', '2027-02-28T16:30:00Z', 'caution'],
	])('daily: full %s', (_title, startsAt, marking) => {
		const wish = { startsAt: start, endsAt: '2027-03-31T15:00', longestAddition: 60 };
		const refusal = refusalOf(igloohome(), wish, now, times(3, daily(startsAt))) as PlanRefusal;
		expect(refusal.rejected).toContainEqual(
			expect.objectContaining({ kind: 'offline_daily_bound', marking }),
		);
	});

	it('of a stay under way: the start moves back no further than may be added', () => {
		const wish = { startsAt: '2027-02-27T15:00', endsAt: '2027-03-05T11:00', longestAddition: 60 };
		const codes = times(3, hourly('2027-03-01T07:00:00Z'));
		expect(() => planOf(igloohome(), wish, '2027-03-01T07:30:00Z', codes)).toThrow(PlanRefusal);
		const wider = { ...wish, longestAddition: 90 };
		expect(planOf(igloohome(), wider, '2027-03-01T07:30:00Z', codes).request.starts_at).toBe(
			'2027-03-01T14:00:00+08:00',
		);
	});

	it.each([
		[198, true],
		[199, false],
	])('%d codes in all, online and offline', (count, fits) => {
		const codes = times(count, existingCode({ code: '1', is_offline_access_code: false }));
		const wish = { startsAt: start, endsAt: '2027-03-05T11:00' };
		if (fits) expect(planOf(igloohome(), wish, now, codes).kind).toBe('offline_hourly_bound');
		else
			expect(refusalOf(igloohome(), wish, now, codes).message).toContain(
				'at most 199 codes, and 199',
			);
	});

	it('does not count codes that have ended', () => {
		const codes = times(
			250,
			existingCode({ starts_at: '2027-01-01T00:00:00Z', ends_at: '2027-01-05T00:00:00Z' }),
		);
		expect(
			planOf(igloohome(), { startsAt: start, endsAt: '2027-03-05T11:00' }, now, codes).kind,
		).toBe('offline_hourly_bound');
	});
});

describe('igloohome one-time use', () => {
	it('has a start on a whole hour and no end, and says how long it lasts', () => {
		const plan = planOf(igloohome(), { access: 'one_time_use', startsAt: '2027-03-01T15:40' }, now);
		expect(plan.request).toEqual({
			device_id: expect.any(String),
			starts_at: '2027-03-01T15:00:00+08:00',
			is_offline_access_code: true,
			is_one_time_use: true,
			max_time_rounding: '1h',
		});
		expect(plan.window.granted.ends_at).toBeNull();
		expect(plan.guest_instructions[0]).toContain('2027-03-02 15:00');
	});

	it('warns where the stay outlasts the code', () => {
		const plan = planOf(
			igloohome(),
			{ access: 'one_time_use', startsAt: start, endsAt: '2027-03-05T11:00' },
			now,
		);
		expect(warningCodes(plan)).toContain('one_time_code_ends_before_the_stay');
		expect(plan.request).not.toHaveProperty('ends_at');
	});
});

describe('igloohome one-time use with Refuse', () => {
	const refuse = { access: 'one_time_use', whenWindowDoesNotFit: 'refuse' } as const;

	it.each([
		['24 hours', '2027-03-02T15:00', true],
		['a minute more', '2027-03-02T15:01', false],
		['three days', '2027-03-04T15:00', false],
	])('%s', (_title, endsAt, fits) => {
		const wish = { ...refuse, startsAt: start, endsAt };
		if (fits) {
			const plan = planOf(igloohome(), wish, now);
			expect(plan.request.starts_at).toBe('2027-03-01T15:00:00+08:00');
			expect(warningCodes(plan)).not.toContain('one_time_code_ends_before_the_stay');
		} else {
			const refusal = refusalOf(igloohome(), wish, now) as PlanRefusal;
			expect(refusal).toBeInstanceOf(PlanRefusal);
			expect(refusal.message).toContain('24 hours');
			expect(refusal.nearest).toEqual([
				{
					kind: 'offline_one_time_use',
					starts_at: '2027-03-01T15:00:00+08:00',
					ends_at: '2027-03-02T15:00:00+08:00',
				},
			]);
			expect(refusal.rejected).toContainEqual(
				expect.objectContaining({ kind: 'offline_one_time_use', marking: 'rule' }),
			);
		}
	});

	it('is made where no end is asked for', () => {
		expect(planOf(igloohome(), { ...refuse, startsAt: start }, now).kind).toBe(
			'offline_one_time_use',
		);
	});

	it('only warns with Fit, even without any addition', () => {
		const wish = {
			access: 'one_time_use',
			longestAddition: 0,
			startsAt: start,
			endsAt: '2027-03-04T15:00',
		} as const;
		expect(warningCodes(planOf(igloohome(), wish, now))).toContain(
			'one_time_code_ends_before_the_stay',
		);
	});
});

describe('igloohome with a bridge', () => {
	const bridged = (more: Record<string, unknown> = {}) =>
		igloohome('Asia/Singapore', {
			can_program_online_access_codes: true,
			properties: { igloohome_metadata: { bridge_id: 'b' }, online: true, ...more },
		});
	const wish = { startsAt: start, endsAt: '2027-03-05T11:00' };

	it('prefers online', () => {
		const plan = planOf(bridged(), wish, now);
		expect(plan.kind).toBe('online_time_bound');
		expect(plan.rejected).toEqual([
			expect.objectContaining({
				kind: 'offline_hourly_bound',
				rule: 'preference',
				marking: 'caution',
			}),
			expect.objectContaining({ kind: 'offline_daily_bound', rule: 'window_does_not_fit' }),
		]);
	});

	it('takes offline codes where the wish says so', () => {
		expect(planOf(bridged(), { ...wish, kind: 'offline' }, now).kind).toBe('offline_hourly_bound');
	});

	it('has no online codes without the bridge, whatever the flag says', () => {
		const plan = planOf(bridged({ igloohome_metadata: {} }), wish, now);
		expect(plan.kind).toBe('offline_hourly_bound');
		expect(plan.rejected[0]).toMatchObject({ kind: 'online_time_bound', rule: 'igloohome_bridge' });
	});
});

describe('igloohome whose keypad is not linked to the bridge', () => {
	const wish = { startsAt: start, endsAt: '2027-03-05T11:00' };
	const unlinked = (fields: Record<string, unknown>, metadata: Record<string, unknown> = {}) =>
		igloohome('Asia/Singapore', {
			can_program_online_access_codes: true,
			properties: { igloohome_metadata: { bridge_id: 'b', ...metadata }, online: true },
			...fields,
		});

	it.each([
		['by its flag alone', unlinked({}, { is_accessory_keypad_linked_to_bridge: false })],
		[
			"by Seam's warning",
			unlinked({ warnings: [{ warning_code: 'accessory_keypad_setup_required' }] }),
		],
	])('gets an offline code, which needs no bridge: %s', (_title, device) => {
		const plan = planOf(device, wish, now);
		expect(plan.kind).toBe('offline_hourly_bound');
		expect(plan.rejected[0]).toEqual({
			kind: 'online_time_bound',
			rule: 'igloohome_keypad',
			marking: 'rule',
			because: expect.stringContaining('Link the keypad to the bridge'),
		});
		expect(refusalOf(device, { ...wish, kind: 'online' }, now).message).toContain(
			'not linked to the bridge',
		);
	});
});

describe('igloohome that names its own time frames', () => {
	const own = igloohome('Asia/Singapore', {
		properties: {
			offline_time_frame_options: [
				{ display_name: 'algoPIN', min_duration: 'PT2H', max_duration: 'PT48H' },
			],
		},
	});

	it('is believed before the document', () => {
		expect(() => planOf(own, { startsAt: start, endsAt: '2027-03-05T11:00' }, now)).toThrow(
			/igloohome holds codes of 2–48 hours; 3 days 20 hours is longer/,
		);
		const plan = planOf(own, { startsAt: start, endsAt: '2027-03-01T16:00' }, now);
		expect(plan.request.ends_at).toBe('2027-03-01T17:00:00+08:00');
		expect(plan.reasons).toContainEqual(
			expect.objectContaining({ source: 'device.properties.offline_time_frame_options[0]' }),
		);
	});
});
