import { PlanRefusal } from '../../../../../nodes/shared/accessCode/planning/planRefusal';
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

	it('is at once where that is now', () => {
		const plan = planOf(onlineLock('smartthings_lock'), stay, '2026-07-10T18:00:00Z');
		expect(plan.expected_on_lock_at).toBeNull();
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

	it('is refused where the stay is over when a Kwikset lock could take it', () => {
		const wish = { startsAt: '2026-07-10T12:00Z', endsAt: '2026-07-10T12:15Z' };
		const refusal = refusalOf(onlineLock('kwikset_lock'), wish, '2026-07-10T12:00:00Z');
		expect(refusal.message).toContain('The stay is over before');
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
		[
			'igloohome_lock',
			{
				properties: {
					igloohome_metadata: { bridge_id: 'b', is_accessory_keypad_linked_to_bridge: false },
				},
			},
			'igloohome_keypad',
		],
		[
			'igloohome_lock',
			{
				properties: { igloohome_metadata: { bridge_id: 'b' } },
				warnings: [{ warning_code: 'accessory_keypad_setup_required' }],
			},
			'igloohome_keypad',
		],
		[
			'keynest_key',
			{ warnings: [{ warning_code: 'keynest_unsupported_locker' }] },
			'keynest_locker',
		],
		['nuki_lock', { properties: { nuki_metadata: { keypad_paired: false } } }, 'keypad'],
		['tedee_lock', { properties: { tedee_metadata: { bridge_id: 9 } } }, 'keypad'],
		['tedee_lock', { properties: { tedee_metadata: { keypad_id: 5 } } }, 'tedee_bridge'],
		['august_lock', { properties: { august_metadata: { has_keypad: false } } }, 'keypad'],
		[
			'august_lock',
			{
				properties: {
					august_metadata: { has_keypad: false },
					accessory_keypad: { is_connected: false },
				},
			},
			'keypad',
		],
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
		[
			'igloohome_lock',
			{
				properties: {
					igloohome_metadata: { bridge_id: 7, is_accessory_keypad_linked_to_bridge: true },
				},
			},
		],
		[
			'nuki_lock',
			{ properties: { nuki_metadata: { keypad_paired: false, keypad_2_paired: true } } },
		],
		['tedee_lock', { properties: { tedee_metadata: { keypad_id: '5', bridge_id: '9' } } }],
		['tedee_lock', {}],
		[
			'august_lock',
			{
				properties: {
					august_metadata: { has_keypad: false },
					model: { has_built_in_keypad: true },
				},
			},
		],
		['aqara_lock', { properties: { aqara_metadata: { device_id: 'a' } } }],
		['yacan_lock', {}],
	])('%s has it', (type, more) => {
		expect(planOf(onlineLock(type, more), stay, now).kind).toBe('online_time_bound');
	});

	it.each(['ultraloq_lock', 'keyincode_lock'])('%s needs it for time-bound codes only', (type) => {
		expect(planOf(onlineLock(type), { access: 'ongoing' }, now).kind).toBe('online_ongoing');
	});
});

describe('a keypad that is missing, as far as the model tells', () => {
	const noKeypad = { model: { has_built_in_keypad: false, can_connect_accessory_keypad: true } };

	it.each([
		['is not connected now', { ...noKeypad, accessory_keypad: { is_connected: false } }],
		['was never connected', noKeypad],
		['can’t be connected', { model: { has_built_in_keypad: false } }],
	])('%s: does not stop the plan, which warns', (_title, properties) => {
		const plan = planOf(august({ properties }), stay, now);
		expect(plan.kind).toBe('online_time_bound');
		expect(plan.warnings.map(({ message }) => message).join()).toContain('keypad');
	});

	it('is not warned of where the lock has another', () => {
		const properties = {
			model: { has_built_in_keypad: true },
			accessory_keypad: { is_connected: true },
		};
		expect(warningCodes(planOf(august({ properties }), stay, now))).toEqual(['capacity_unknown']);
	});
});

describe('ongoing codes on a lock with time-frame options', () => {
	const withOptions = (...options: unknown[]) =>
		august({ properties: { online: true, online_time_frame_options: options } });

	it.each([
		['max_duration', { display_name: 'Short', max_duration: 'P30D' }],
		['time_pairs', { time_pairs: [{ start_time: '14:00', end_time: '10:00' }] }],
		['matching_start_end_time', { matching_start_end_time: true }],
		['an end on certain dates', { end_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' }],
	])('are refused where every option has %s', (_title, option) => {
		const refusal = refusalOf(withOptions(option), { access: 'ongoing' }, now) as PlanRefusal;
		expect(refusal.rejected).toContainEqual(
			expect.objectContaining({
				kind: 'online_ongoing',
				rule: 'ongoing_not_supported',
				marking: 'rule',
			}),
		);
		expect(refusal.message).toContain('no ongoing codes');
	});

	it('are refused where no option can be read', () => {
		const refusal = refusalOf(withOptions({ max_duration: 'thirty days' }), { access: 'ongoing' });
		expect((refusal as PlanRefusal).rejected).toContainEqual(
			expect.objectContaining({ kind: 'online_ongoing', rule: 'time_frame_option_not_read' }),
		);
	});

	it.each([
		['without any rule', {}],
		['with a shortest duration', { min_duration: 'PT2H' }],
		['with a start on certain dates', { start_date_recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' }],
		['with rules that are null', { max_duration: null, time_pairs: null, time_zone: null }],
	])('are made where one option is %s', (_title, option) => {
		const device = withOptions({ max_duration: 'P30D' }, option);
		expect(planOf(device, { access: 'ongoing' }, now).kind).toBe('online_ongoing');
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

	it('warns of a Schlage whose zone nobody knows, as its clocks may change', () => {
		const wish = { startsAt: '2026-07-10T15:00Z', endsAt: '2026-07-13T11:00Z' };
		const device = onlineLock('schlage_lock', { location: null });
		expect(warningCodes(planOf(device, wish, now))).toContain('schlage_daylight_saving');
	});

	it.each([
		['Ultraloq', onlineLock('ultraloq_lock'), 'ultraloq_time_zone_unknown'],
		[
			'Ultraloq, by its error',
			onlineLock('ultraloq_lock', { errors: [{ error_code: 'ultraloq_time_zone_unknown' }] }),
			'ultraloq_time_zone_unknown',
		],
		[
			'Lockly, by its error',
			onlineLock('lockly_lock', { errors: [{ error_code: 'lockly_time_zone_not_configured' }] }),
			'lockly_time_zone_not_configured',
		],
	])('says nothing of what only time-bound codes need: %s', (_title, device, code) => {
		const plan = planOf(device, { access: 'ongoing' }, now);
		expect(plan.kind).toBe('online_ongoing');
		expect(warningCodes(plan)).not.toContain(code);
	});

	it('never warns of a TTLock that keeps standard time, on whichever day the stay begins', () => {
		const device = onlineLock('ttlock_lock', {
			properties: { ttlock_metadata: { timezone_raw_offset_ms: -18_000_000 } },
		});
		const warned = Array.from({ length: 365 }, (_, day) => {
			const at = Date.parse(now) + day * 86_400_000;
			const wish = {
				startsAt: new Date(at + 86_400_000).toISOString(),
				endsAt: new Date(at + 4 * 86_400_000).toISOString(),
			};
			return warningCodes(planOf(device, wish, new Date(at).toISOString()));
		}).filter((codes) => codes.includes('clock_offset_mismatch'));
		expect(warned).toEqual([]);
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
			'codes may be off by 3 h. Set the time zone',
		);
	});
});

describe('a lock that is disconnected', () => {
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
		expect(warningCodes(plan)).toContain('lock_is_disconnected');
		expect(
			warningCodes(planOf(august({ properties: { online: false } }), stay, now)),
		).not.toContain('lock_is_disconnected');
	});

	it('tells why the online code was passed over', () => {
		const plan = planOf(both(), stay, '2026-07-10T12:00:00Z');
		expect(plan.rejected).toContainEqual(
			expect.objectContaining({
				kind: 'online_time_bound',
				because: expect.stringContaining('disconnected'),
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

describe('trouble that only a person can end', () => {
	it.each([
		['device_removed', 'no longer in'],
		['subscription_required', 'Renew it'],
		['missing_device_credentials', 'Enter the credentials'],
		['august_lock_not_authorized', 'owner of the lock'],
		['insufficient_permissions', 'administrator'],
		['account_disconnected', 'Connect the account again'],
		['salto_ks_subscription_limit_exceeded', 'raise its subscription'],
		['dormakaba_sites_disconnected', 'dormakaba'],
		['ttlock_lock_not_paired_to_gateway', 'Pair it'],
		['never_heard_of', 'never_heard_of'],
	])('is in the warnings of the plan: %s', (error_code, words) => {
		const plan = planOf(august({ errors: [{ error_code }] }), stay, now);
		expect(plan.kind).toBe('online_time_bound');
		expect(plan.warnings).toContainEqual({
			code: error_code,
			message: expect.stringContaining(words),
		});
	});

	it.each(['insufficient_permissions', 'salto_ks_lock_access_code_support_removed'])(
		'is there, too, where Seam reports it as a warning: %s',
		(warning_code) => {
			const plan = planOf(august({ warnings: [{ warning_code }] }), stay, now);
			expect(warningCodes(plan)).toContain(warning_code);
		},
	);

	it.each(['device_disconnected', 'device_offline', 'hub_disconnected', 'bridge_disconnected'])(
		'is not what passes by itself: %s, a month ahead',
		(error_code) => {
			const plan = planOf(august({ errors: [{ error_code }] }), stay, now);
			expect(warningCodes(plan)).toEqual([]);
		},
	);

	it.each(['ghost', 'power_saving_mode', 'partial_backup_access_code_pool'])(
		'is not a mere warning: %s',
		(warning_code) => {
			const plan = planOf(august({ warnings: [{ warning_code }] }), stay, now);
			expect(warningCodes(plan)).toEqual([]);
		},
	);
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

	it.each([
		['exactly when the new one begins', '2026-07-10T18:00:00Z', true],
		['a second after', '2026-07-10T18:00:01Z', false],
	])('of 1: a code that leaves the lock %s', (_title, ends_at, fits) => {
		// Just in time: the new code is on the lock from 60 minutes before 19:00 on.
		const device = full(1, 'smartthings_lock');
		const codes = [code('2026-07-08T19:00:00Z', ends_at)];
		if (fits) expect(planOf(device, stay, now, codes).kind).toBe('online_time_bound');
		else expect(refusalOf(device, stay, now, codes).message).toContain('at most 1 codes');
	});

	it('of 2 counts a code that ends when another begins as one', () => {
		const codes = [
			code('2026-07-10T21:00:00Z', '2026-07-11T15:00:00Z'),
			code('2026-07-11T16:00:00Z', '2026-07-12T15:00:00Z'),
		];
		expect(planOf(full(2, 'smartthings_lock'), stay, now, codes).kind).toBe('online_time_bound');
		// Whichever way round Seam lists them.
		codes.reverse();
		expect(planOf(full(2, 'smartthings_lock'), stay, now, codes).kind).toBe('online_time_bound');
	});

	it('counts a code of the booking from when Seam puts it on the lock', () => {
		// On the lock until 9 July: in the way of a code that is loaded 72 hours ahead, not of one put there just in time.
		const codes = [code('2026-07-08T19:00:00Z', '2026-07-09T15:00:00Z')];
		expect(refusalOf(full(1), stay, now, codes).message).toContain('at most 1 codes');
		const plan = planOf(full(1), { ...stay, preferNativeScheduling: false }, now, codes);
		expect(plan.kind).toBe('online_time_bound');
	});

	it.each([
		['a day ago', '2026-05-31T12:00:00Z', true],
		['a second less than a day ago', '2026-05-31T12:00:01Z', false],
	])('of 1 on igloohome, a one-time code that began %s', (_title, starts_at, fits) => {
		const device = deviceOf({
			device_type: 'igloohome_lock',
			can_program_offline_access_codes: true,
			location: { time_zone: 'America/New_York' },
			properties: { max_active_codes_supported: 1, igloohome_metadata: {} },
		});
		const codes = [
			existingCode({
				starts_at,
				ends_at: null,
				is_offline_access_code: true,
				is_one_time_use: true,
			}),
		];
		if (fits) expect(planOf(device, stay, now, codes).kind).toBe('offline_hourly_bound');
		else expect(refusalOf(device, stay, now, codes).message).toContain('at most 1 codes');
	});

	it('of a lock that is programmed just in time counts no codes loaded ahead', () => {
		const codes = Array.from({ length: 2 }, () =>
			code('2026-07-15T19:00:00Z', '2026-07-18T15:00:00Z'),
		);
		expect(planOf(full(2, 'smartthings_lock'), stay, now, codes).kind).toBe('online_time_bound');
	});

	it('of a lock whose scheduling nobody knows counts codes loaded ahead', () => {
		const codes = Array.from({ length: 2 }, () =>
			code('2026-07-15T19:00:00Z', '2026-07-18T15:00:00Z'),
		);
		expect(refusalOf(full(2, 'akiles_lock'), stay, now, codes).message).toContain('at most 2');
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
		[
			'a flag that is null',
			{ can_program_online_access_codes: null },
			'This device can hold no access codes',
		],
		['no flags at all', {}, 'This device can hold no access codes'],
		[
			'a keypad that is gone',
			{
				can_program_online_access_codes: false,
				properties: { accessory_keypad: { is_connected: false } },
			},
			'The accessory keypad is not connected.',
		],
		[
			'no keypad',
			{
				can_program_online_access_codes: false,
				properties: { model: { has_built_in_keypad: false, can_connect_accessory_keypad: true } },
			},
			'Connect an accessory keypad',
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
		expect(refusal.message).toContain('chooses the PINs of its offline codes itself');
		expect(refusal.rejected).toContainEqual(
			expect.objectContaining({ kind: 'offline_time_bound', rule: 'custom_pin' }),
		);
		expect(refusal.message).not.toContain('482913');
	});
});
