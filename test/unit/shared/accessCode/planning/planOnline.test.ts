import { PlanRefusal } from '../../../../../nodes/shared/accessCode/planning/plan';
import {
	DEVICE_ID,
	august,
	deviceOf,
	existingCode,
	lockly,
	onlineLock,
	planOf,
	refusalOf,
	warningCodes,
} from '../fixtures';

const now = '2026-06-01T12:00:00Z';
const stay = { startsAt: '2026-07-10T15:00', endsAt: '2026-07-13T11:00' };

describe('online codes', () => {
	it('time-bound: the exact window with the offset of the lock, and nothing else', () => {
		const plan = planOf(august(), stay, now);
		expect(Object.entries(plan.request)).toEqual([
			['device_id', DEVICE_ID],
			['starts_at', '2026-07-10T15:00:00-04:00'],
			['ends_at', '2026-07-13T11:00:00-04:00'],
		]);
		expect(plan.window).toEqual({
			asked: { starts_at: '2026-07-10T15:00:00-04:00', ends_at: '2026-07-13T11:00:00-04:00' },
			granted: { starts_at: '2026-07-10T15:00:00-04:00', ends_at: '2026-07-13T11:00:00-04:00' },
			minutes_added_before: 0,
			minutes_added_after: 0,
			time_zone: 'America/New_York',
			time_zone_source: 'device.location.time_zone',
		});
	});

	it('ongoing: no times, at once', () => {
		const plan = planOf(august(), { access: 'ongoing', name: 'Cleaner' }, now);
		expect(plan.request).toEqual({ device_id: DEVICE_ID, name: 'Cleaner' });
		expect(plan.expected_on_lock_at).toBeNull();
		expect(plan.window.granted).toEqual({ starts_at: null, ends_at: null });
	});

	it.each([
		['august_lock', undefined, '2026-07-07T15:00:00-04:00'],
		['yale_lock', undefined, '2026-07-07T15:00:00-04:00'],
		['nuki_lock', undefined, '2026-07-07T15:00:00-04:00'],
		['nuki_lock', false, '2026-07-10T14:00:00-04:00'],
		['smartthings_lock', undefined, '2026-07-10T14:00:00-04:00'],
		['lockly_lock', undefined, '2026-07-10T14:00:00-04:00'],
		['akiles_lock', undefined, '2026-07-10T14:00:00-04:00'],
	])('%s (native wished: %p) is on the lock from %s', (type, preferNativeScheduling, expected) => {
		expect(
			planOf(onlineLock(type), { ...stay, preferNativeScheduling }, now).expected_on_lock_at,
		).toBe(expected);
	});

	it('is at once where that is past', () => {
		expect(planOf(august(), stay, '2026-07-09T00:00:00Z').expected_on_lock_at).toBeNull();
	});
});

describe('a start in the past', () => {
	it('becomes now, to the minute, with a warning', () => {
		const plan = planOf(august(), stay, '2026-07-10T22:41:35Z');
		expect(plan.request.starts_at).toBe('2026-07-10T18:41:00-04:00');
		expect(plan.window.asked.starts_at).toBe('2026-07-10T15:00:00-04:00');
		expect(plan.window.minutes_added_before).toBe(0);
		expect(warningCodes(plan)).toContain('start_moved');
	});

	it.each([
		['kwikset_lock', {}],
		[
			'wyze_lock',
			{ properties: { code_constraints: [{ constraint_type: 'start_date_in_future' }] } },
		],
	])('%s begins 15 minutes ahead', (type, more) => {
		const plan = planOf(onlineLock(type, more), stay, '2026-07-10T22:41:35Z');
		expect(plan.request.starts_at).toBe('2026-07-10T18:57:00-04:00');
	});

	it('is refused where the stay is over before a Kwikset lock could take it', () => {
		const refusal = refusalOf(onlineLock('kwikset_lock'), stay, '2026-07-13T14:50:00Z');
		expect(refusal.message).toContain('over before this lock could take the code');
	});

	it('an end in the past is refused', () => {
		expect(refusalOf(august(), stay, '2026-07-13T15:00:00Z').message).toBe(
			'The end (2026-07-13 11:00) is in the past.',
		);
	});
});

describe('what a brand needs first', () => {
	it.each([
		['ultraloq_lock', {}, 'ultraloq_time_zone'],
		[
			'ultraloq_lock',
			{
				properties: { ultraloq_metadata: { time_zone: 'America/Denver' } },
				warnings: [{ warning_code: 'ultraloq_time_zone_unknown' }],
			},
			'ultraloq_time_zone',
		],
		['two_n_intercom', { location: null }, 'two_n_time_zone'],
		[
			'two_n_intercom',
			{ warnings: [{ warning_code: 'two_n_device_missing_timezone' }] },
			'two_n_time_zone',
		],
		['keyincode_lock', {}, 'korelock_location'],
		['lockly_lock', { location: null }, 'lockly_time_zone'],
		[
			'lockly_lock',
			{ warnings: [{ warning_code: 'lockly_time_zone_not_configured' }] },
			'lockly_time_zone',
		],
		['ttlock_lock', { properties: { ttlock_metadata: { has_gateway: false } } }, 'gateway'],
		['omnitec_lock', { properties: { omnitec_metadata: { has_gateway: false } } }, 'gateway'],
		[
			'keynest_key',
			{ properties: { keynest_metadata: { is_quadient_locker: true } } },
			'keynest_locker',
		],
		['igloohome_lock', { properties: { igloohome_metadata: {} } }, 'igloohome_bridge'],
	])('%s %j: %s', (type, more, rule) => {
		const wish = { startsAt: '2026-07-10T15:00:00Z', endsAt: '2026-07-13T11:00:00Z' };
		const refusal = refusalOf(onlineLock(type, more), wish, now) as PlanRefusal;
		expect(refusal.rejected.map((rejected) => rejected.rule)).toContain(rule);
	});

	it.each([
		['ultraloq_lock', { properties: { ultraloq_metadata: { time_zone: 'America/Denver' } } }],
		['two_n_intercom', {}],
		['keyincode_lock', { properties: { korelock_metadata: { location_id: 'l' } } }],
		['lockly_lock', {}],
		['ttlock_lock', { properties: { ttlock_metadata: { has_gateway: true } } }],
		['keynest_key', {}],
		['igloohome_lock', { properties: { igloohome_metadata: { bridge_id: 'b' } } }],
	])('%s has it', (type, more) => {
		expect(planOf(onlineLock(type, more), stay, now).kind).toBe('online_time_bound');
	});

	it.each(['ultraloq_lock', 'keyincode_lock'])('%s needs it for time-bound codes only', (type) => {
		expect(planOf(onlineLock(type), { access: 'ongoing' }, now).kind).toBe('online_ongoing');
	});
});

describe('clocks that go wrong', () => {
	const overChange = { startsAt: '2026-10-30T15:00', endsAt: '2026-11-03T11:00' };
	const codes = (type: string, more: Record<string, unknown>, wish = overChange) =>
		warningCodes(planOf(onlineLock(type, more), wish, now));

	it.each([
		[
			'Schlage over a change of the clocks',
			'schlage_lock',
			{},
			overChange,
			'schlage_daylight_saving',
			true,
		],
		['Schlage within one offset', 'schlage_lock', {}, stay, 'schlage_daylight_saving', false],
		['August over a change', 'august_lock', {}, overChange, 'schlage_daylight_saving', false],
		[
			'TTLock in agreement',
			'ttlock_lock',
			{ properties: { ttlock_metadata: { timezone_raw_offset_ms: -18_000_000 } } },
			stay,
			'clock_offset_mismatch',
			false,
		],
		[
			'TTLock three hours off',
			'ttlock_lock',
			{ properties: { ttlock_metadata: { timezone_raw_offset_ms: -28_800_000 } } },
			stay,
			'clock_offset_mismatch',
			true,
		],
		[
			'Omnitec off',
			'omnitec_lock',
			{ properties: { omnitec_metadata: { timezone_raw_offset_ms: 0 } } },
			stay,
			'clock_offset_mismatch',
			true,
		],
		[
			'a zone that Seam does not know',
			'wyze_lock',
			{ warnings: [{ warning_code: 'time_zone_unknown' }] },
			stay,
			'time_zone_unknown',
			true,
		],
		[
			'a zone that does not match',
			'wyze_lock',
			{ warnings: [{ warning_code: 'time_zone_mismatch' }] },
			stay,
			'time_zone_mismatch',
			true,
		],
	])('%s', (_title, type, more, wish, code, isWarned) => {
		expect(codes(type, more, wish).includes(code)).toBe(isWarned);
	});

	it('says how far the lock’s clock is off', () => {
		const plan = planOf(
			onlineLock('ttlock_lock', {
				properties: { ttlock_metadata: { timezone_raw_offset_ms: -28_800_000 } },
			}),
			stay,
			now,
		);
		expect(plan.warnings.find(({ code }) => code === 'clock_offset_mismatch')?.message).toContain(
			'3 hours behind',
		);
	});
});

describe('a lock that is off-line', () => {
	const both = (more: Record<string, unknown> = {}) =>
		deviceOf({
			device_type: 'lockly_lock',
			can_program_online_access_codes: true,
			can_program_offline_access_codes: true,
			location: { time_zone: 'America/New_York' },
			properties: { online: false, lockly_metadata: {} },
			...more,
		});

	it.each([
		['programmed in more than 24 hours', both(), stay, now, 'online_time_bound'],
		[
			'programmed sooner, with offline codes',
			both(),
			stay,
			'2026-07-09T19:00:00Z',
			'offline_time_bound',
		],
		['at exactly 24 hours', both(), stay, '2026-07-09T18:00:00Z', 'offline_time_bound'],
		['just above', both(), stay, '2026-07-09T17:59:00Z', 'online_time_bound'],
		[
			'behind a hub that is gone',
			both({ properties: { online: true }, errors: [{ error_code: 'hub_disconnected' }] }),
			stay,
			'2026-07-10T12:00:00Z',
			'offline_time_bound',
		],
	])('%s', (_title, device, wish, at, kind) => {
		expect(planOf(device, wish, at).kind).toBe(kind);
	});

	it('is tried with a warning where there is nothing else', () => {
		const plan = planOf(august({ properties: { online: false } }), stay, '2026-07-10T12:00:00Z');
		expect(plan.kind).toBe('online_time_bound');
		expect(warningCodes(plan)).toContain('lock_is_offline');
		expect(
			warningCodes(planOf(august({ properties: { online: false } }), stay, now)),
		).not.toContain('lock_is_offline');
	});

	it('tells why the online code was passed over', () => {
		const plan = planOf(both(), stay, '2026-07-10T12:00:00Z');
		expect(plan.rejected).toContainEqual(
			expect.objectContaining({
				kind: 'online_time_bound',
				because: expect.stringContaining('off-line'),
			}),
		);
	});
});

describe('a door that asks for no code now', () => {
	it.each([
		['salto_ks_privacy_mode', 'refuses access codes'],
		['salto_ks_office_mode', 'does not ask for codes'],
		['privacy_mode', 'refuses access codes'],
	])('is warned of: %s', (warning_code, words) => {
		const plan = planOf(onlineLock('salto_lock', { warnings: [{ warning_code }] }), stay, now);
		expect(plan.kind).toBe('online_time_bound');
		expect(plan.warnings).toContainEqual({
			code: warning_code,
			message: expect.stringContaining(words),
		});
	});
});

describe('capacity', () => {
	const full = (max: number, type = 'august_lock') =>
		onlineLock(type, { properties: { max_active_codes_supported: max } });
	const code = (starts_at: string | null, ends_at: string | null) =>
		existingCode({ starts_at, ends_at });

	it.each([
		['two ongoing codes', [code(null, null), code(null, null)], false],
		['one ongoing code', [code(null, null)], true],
		[
			'two that have ended',
			[
				code('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
				code('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
			],
			true,
		],
		[
			'two stays before',
			[
				code('2026-07-01T19:00:00Z', '2026-07-03T15:00:00Z'),
				code('2026-07-01T19:00:00Z', '2026-07-03T15:00:00Z'),
			],
			true,
		],
		[
			'two stays after, loaded ahead',
			[
				code('2026-07-15T19:00:00Z', '2026-07-18T15:00:00Z'),
				code('2026-07-15T19:00:00Z', '2026-07-18T15:00:00Z'),
			],
			false,
		],
		[
			'two stays one after the other',
			[
				code('2026-07-10T19:00:00Z', '2026-07-11T15:00:00Z'),
				code('2026-07-20T19:00:00Z', '2026-07-21T15:00:00Z'),
			],
			true,
		],
	])('two places, %s: %s', (_title, codes, fits) => {
		if (fits) expect(planOf(full(2), stay, now, codes).kind).toBe('online_time_bound');
		else
			expect(refusalOf(full(2), stay, now, codes).message).toContain(
				'holds at most 2 codes, and 2',
			);
	});

	it('of a lock that is programmed just in time counts no codes loaded ahead', () => {
		const codes = Array.from({ length: 2 }, () =>
			code('2026-07-15T19:00:00Z', '2026-07-18T15:00:00Z'),
		);
		expect(planOf(full(2, 'smartthings_lock'), stay, now, codes).kind).toBe('online_time_bound');
	});

	it('is warned of where nobody knows it', () => {
		expect(warningCodes(planOf(onlineLock('wyze_lock'), stay, now, []))).toContain(
			'capacity_unknown',
		);
		expect(warningCodes(planOf(full(2), stay, now, []))).not.toContain('capacity_unknown');
	});

	it('is reached where Seam says so and the code is needed now', () => {
		const device = august({ warnings: [{ warning_code: 'max_access_codes_reached' }] });
		expect(refusalOf(device, { access: 'ongoing' }, now).message).toContain(
			'max_access_codes_reached',
		);
		expect(planOf(device, stay, now).kind).toBe('online_time_bound');
	});
});

describe('what rules the codes out', () => {
	it.each([
		[
			'a thermostat',
			{ device_type: 'ecobee_thermostat', display_name: 'Hall' },
			'“Hall” (ecobee_thermostat) can hold no access codes',
		],
		['no flags at all', {}, 'This device can hold no access codes'],
		[
			'a keypad that is gone',
			{
				can_program_online_access_codes: false,
				properties: { accessory_keypad: { is_connected: false } },
			},
			'Its keypad is not connected.',
		],
		[
			'no keypad',
			{
				can_program_online_access_codes: false,
				properties: { model: { has_built_in_keypad: false, can_connect_accessory_keypad: true } },
			},
			'connect one',
		],
		['not working now', { can_program_online_access_codes: false }, 'See the errors and warnings'],
		[
			'an unmanaged device',
			{ can_program_online_access_codes: true, is_managed: false },
			'does not manage this device',
		],
	])('%s', (_title, fields, sentence) => {
		expect(
			refusalOf(
				deviceOf(fields),
				{ startsAt: '2026-07-10T15:00Z', endsAt: '2026-07-13T11:00Z' },
				now,
			).message,
		).toContain(sentence);
	});

	it('the kind that was chosen', () => {
		expect(refusalOf(august(), { ...stay, kind: 'offline' }, now).message).toContain(
			'The kind was set to offline.',
		);
		expect(refusalOf(lockly(), { ...stay, kind: 'online' }, now).message).toContain(
			'The kind was set to online.',
		);
	});

	it('one-time use on a lock that has only online codes', () => {
		expect(
			refusalOf(august(), { access: 'one_time_use', startsAt: stay.startsAt }, now).message,
		).toContain('Seam makes one-time codes offline only.');
	});

	it('a custom PIN on a lock that has only offline codes', () => {
		const refusal = refusalOf(
			lockly(),
			{ ...stay, pin: { source: 'custom', code: '482913' } },
			now,
		) as PlanRefusal;
		expect(refusal.message).toContain('assigned by the maker');
		expect(refusal.rejected).toContainEqual(
			expect.objectContaining({ kind: 'offline_time_bound', rule: 'custom_pin' }),
		);
		expect(refusal.message).not.toContain('482913');
	});
});
