import { deviceProblems } from '../../../../nodes/shared/locks/problems';
import { REQUIREMENTS, missingRequirements } from '../../../../nodes/shared/locks/requirements';
import { describeAccessCodeSupport } from '../../../../nodes/shared/locks/support';
import type { CodeKind } from '../../../../nodes/shared/locks/types';
import { deviceSchema, type Device } from '../../../../nodes/shared/schema/device';
import { PlanRefusal } from '../../../../nodes/shared/accessCode/planning/planRefusal';
import { deviceOf, level, planOf } from '../accessCode/fixtures';

const now = '2026-06-01T12:00:00Z';

const flagged = (device_type: string, properties: object, more: object = {}) =>
	deviceOf({
		device_type,
		can_program_online_access_codes: true,
		can_program_offline_access_codes: true,
		location: { time_zone: 'America/New_York' },
		properties: { max_active_codes_supported: 9, ...properties },
		...more,
	});
const warned = (device_type: string, warning_code: string, properties: object = {}) =>
	flagged(device_type, properties, { warnings: [{ warning_code }] });
const noKeypad = (can_connect_accessory_keypad: boolean) => ({
	model: { has_built_in_keypad: false, can_connect_accessory_keypad },
});
const gone = { accessory_keypad: { is_connected: false } };

/** Locks that lack one thing each: the code in Seam Get Device, the rule in the plan, and what it stops. */
const LACKING: Array<[string, string, Device, CodeKind[]]> = [
	...['nuki', 'tedee', 'august'].flatMap((maker): typeof LACKING => {
		const metadata = {
			nuki: { nuki_metadata: { keypad_paired: false } },
			tedee: { tedee_metadata: { bridge_id: 9 } },
			august: { august_metadata: { has_keypad: false } },
		}[maker] as object;
		const both: CodeKind[] = ['online_ongoing', 'online_time_bound'];
		return [
			[`${maker}_keypad_missing`, 'keypad', flagged(`${maker}_lock`, metadata), both],
			[
				'accessory_keypad_disconnected',
				'keypad',
				flagged(`${maker}_lock`, { ...metadata, ...gone }),
				both,
			],
		];
	}),
	['accessory_keypad_disconnected', 'keypad', flagged('yale_lock', gone), []],
	[
		'accessory_keypad_disconnected',
		'keypad',
		flagged('yale_lock', { ...gone, model: { has_built_in_keypad: true } }),
		[],
	],
	['accessory_keypad_missing', 'keypad', flagged('yale_lock', noKeypad(true)), []],
	['no_keypad', 'keypad', flagged('salto_lock', noKeypad(false)), []],
	[
		'igloohome_bridge_missing',
		'igloohome_bridge',
		flagged('igloohome_lock', { igloohome_metadata: {} }),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'accessory_keypad_setup_required',
		'igloohome_keypad',
		flagged('igloohome_lock', {
			igloohome_metadata: { bridge_id: 'b', is_accessory_keypad_linked_to_bridge: false },
		}),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'accessory_keypad_setup_required',
		'igloohome_keypad',
		warned('igloohome_lock', 'accessory_keypad_setup_required', {
			igloohome_metadata: { bridge_id: 'b' },
		}),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'oracode_no_time_slots',
		'no_usable_user_level',
		flagged('dormakaba_oracode_door', {
			dormakaba_oracode_metadata: {
				iana_timezone: 'America/New_York',
				predefined_time_slots: [level('16:00-10:00', { is_master: true }, 'America/New_York')],
			},
		}),
		['offline_hourly_bound', 'offline_daily_bound'],
	],
	[
		'ttlock_gateway_missing',
		'gateway',
		flagged('ttlock_lock', { ttlock_metadata: { has_gateway: false } }),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'omnitec_gateway_missing',
		'gateway',
		flagged('omnitec_lock', {
			omnitec_metadata: { has_gateway: false, time_zone: 'America/New_York' },
		}),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'tedee_bridge_missing',
		'tedee_bridge',
		flagged('tedee_lock', { tedee_metadata: { keypad_id: 5 } }),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'keynest_unsupported_locker',
		'keynest_locker',
		flagged('keynest_key', { keynest_metadata: { is_quadient_locker: true } }),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'two_n_device_missing_timezone',
		'two_n_time_zone',
		warned('two_n_intercom', 'two_n_device_missing_timezone'),
		['online_ongoing', 'online_time_bound'],
	],
	[
		'two_n_device_missing_timezone',
		'two_n_time_zone',
		flagged('two_n_intercom', {}, { location: null }),
		['online_time_bound'],
	],
	[
		'ultraloq_time_zone_unknown',
		'ultraloq_time_zone',
		flagged('ultraloq_lock', { ultraloq_metadata: { time_zone: null } }),
		['online_time_bound'],
	],
	[
		'lockly_time_zone_not_configured',
		'lockly_time_zone',
		flagged('lockly_lock', { lockly_metadata: {} }, { location: null }),
		['online_time_bound', 'offline_time_bound', 'offline_one_time_use'],
	],
	[
		'korelock_location_missing',
		'korelock_location',
		flagged('keyincode_lock', { korelock_metadata: { location_id: null } }),
		['online_time_bound'],
	],
	[
		'salto_ks_custom_pin_not_subscribed',
		'salto_ks_custom_pin',
		flagged('salto_lock', { salto_ks_metadata: { has_custom_pin_subscription: false } }),
		[],
	],
];

const ACCESS = {
	online_ongoing: 'ongoing',
	online_time_bound: 'time_bound',
	offline_hourly_bound: 'time_bound',
	offline_daily_bound: 'time_bound',
	offline_time_bound: 'time_bound',
	offline_one_time_use: 'one_time_use',
} as const;

/** What the plan makes of a kind when only its family is asked for: `null` if it is chosen, else its rejection. */
function rejectionOf(device: Device, kind: CodeKind) {
	const wish = {
		access: ACCESS[kind],
		kind: kind.startsWith('online') ? ('online' as const) : ('offline' as const),
		startsAt: '2026-07-10T16:00:00-04:00',
		endsAt: '2026-07-13T10:00:00-04:00',
	};
	try {
		const plan = planOf(device, wish, now, []);
		return plan.rejected.find((rejected) => rejected.kind === kind) ?? null;
	} catch (error) {
		return (error as PlanRefusal).rejected.find((rejected) => rejected.kind === kind) ?? null;
	}
}

describe('what a lock lacks', () => {
	it.each(LACKING)(
		'%s (%s) stops in the plan what Get Device says',
		(code, rule, device, stops) => {
			const problem = deviceProblems(device, Date.parse(now)).find((found) => found.code === code);
			expect(problem).toEqual({
				code,
				severity: expect.any(String),
				message: expect.any(String),
				fix: expect.any(String),
			});
			const { online, offline } = describeAccessCodeSupport(device, Date.parse(now));
			for (const kind of Object.keys(ACCESS) as CodeKind[]) {
				const rejection = rejectionOf(device, kind);
				if (stops.includes(kind)) {
					const because = `${problem?.message}. ${problem?.fix}`;
					expect(rejection).toMatchObject({ kind, rule, because });
					expect([...online.kinds, ...offline.kinds]).not.toContain(kind);
					const support = kind.startsWith('online') ? online : offline;
					expect(support.because).toContain(because);
				} else {
					expect(rejection?.rule).not.toBe(rule);
				}
			}
		},
	);

	it.each(LACKING.filter(([, , , stops]) => stops.length === 0))(
		'%s stops nothing, so the plan warns of it',
		(code, _rule, device) => {
			const plan = planOf(device, { access: 'ongoing' }, now, []);
			const isWarned = plan.warnings.some((warning) => warning.code === code);
			const isInfo = REQUIREMENTS.some(
				(requirement) => requirement.code === code && requirement.severity === 'info',
			);
			expect(isWarned).toBe(!isInfo);
		},
	);

	it('is all of the table', () => {
		const covered = new Set(
			LACKING.flatMap(([, , device]) => missingRequirements(device).map(keyOf)),
		);
		expect(REQUIREMENTS.map(keyOf).filter((key) => !covered.has(key))).toEqual([]);
	});

	it.each(LACKING)('%s is the only thing that its lock lacks', (code, _rule, device) => {
		const codes = new Set(missingRequirements(device).map((missing) => missing.code));
		expect([...codes]).toEqual([code]);
	});

	it('stops all kinds of one access and family, or none', () => {
		for (const { code, stops } of REQUIREMENTS) {
			const hourly = stops.includes('offline_hourly_bound');
			expect([code, stops.includes('offline_daily_bound')]).toEqual([code, hourly]);
		}
	});
});

describe('reported by Seam', () => {
	const codes = [...new Set(REQUIREMENTS.map(({ code }) => code))];

	it.each(codes)('%s counts as missing, in Seam’s own words', (code) => {
		const device = deviceSchema.parse({
			device_id: 'a',
			can_program_online_access_codes: true,
			location: { time_zone: 'America/New_York' },
			properties: {},
			errors: [{ error_code: code, message: 'Seam says so.' }],
		});
		expect(missingRequirements(device).map((missing) => missing.code)).toContain(code);
		const found = deviceProblems(device, Date.parse(now)).filter(
			(problem) => problem.code === code,
		);
		expect(found).toHaveLength(1);
		expect(found[0].message).toMatch(/^Seam says so/);
	});
});

function keyOf({ code, stops, severity }: (typeof REQUIREMENTS)[number]): string {
	return [code, severity, ...stops].join();
}
