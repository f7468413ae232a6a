import { Refusal } from '../../../../../nodes/shared/refusal';
import { deviceOf, level, planOf, warningCodes } from '../fixtures';

const now = '2026-06-01T12:00:00Z';
const wish = { startsAt: '2026-07-10T16:00:00-07:00', endsAt: '2026-07-13T10:00:00-07:00' };

const online = { can_program_online_access_codes: true };
const offline = { can_program_offline_access_codes: true };
const oracode = (slots: unknown, more: Record<string, unknown> = {}) => ({
	device_type: 'dormakaba_oracode_door',
	...offline,
	properties: {
		dormakaba_oracode_metadata: {
			iana_timezone: 'America/Los_Angeles',
			predefined_time_slots: slots,
		},
	},
	...more,
});

/** Odd devices, and what becomes of the wish: a kind of code, or a sentence. */
const devices: Array<[string, Record<string, unknown>, string]> = [
	['nothing but an ID', {}, 'can hold no access codes'],
	[
		'null everywhere',
		{
			device_type: null,
			location: null,
			properties: null,
			errors: null,
			warnings: null,
			...online,
		},
		'online_time_bound',
	],
	['properties of the wrong type', { properties: 'lock', ...online }, 'online_time_bound'],
	[
		'flags of the wrong type',
		{ can_program_online_access_codes: 'yes' },
		'can hold no access codes',
	],
	[
		'lists that are none',
		{
			...online,
			properties: {
				code_constraints: 'none',
				supported_code_lengths: 4,
			},
			warnings: 7,
			errors: 'x',
		},
		'online_time_bound',
	],
	[
		'members that are none',
		{
			...online,
			properties: {
				code_constraints: [null, 3, { constraint_type: 7 }],
				supported_code_lengths: ['4', null, -1, 2.5],
			},
		},
		'online_time_bound',
	],
	['an impossible zone', { ...online, location: { time_zone: 'Mars/Base' } }, 'online_time_bound'],
	[
		'an impossible zone and a sound older one',
		{ ...online, location: { time_zone: 'Mars/Base', timezone: 'America/Los_Angeles' } },
		'online_time_bound',
	],
	[
		'a capacity of the wrong type',
		{ ...online, properties: { max_active_codes_supported: 'many' } },
		'online_time_bound',
	],
	[
		'a capacity of 0',
		{ ...online, properties: { max_active_codes_supported: 0 } },
		'at most 0 codes',
	],
	['an unknown type of device', { device_type: 'quantum_lock', ...online }, 'online_time_bound'],
	[
		'unknown warnings and errors',
		{ ...online, warnings: [{ warning_code: 'ghost' }], errors: [{ error_code: 'ghost' }] },
		'online_time_bound',
	],
	[
		'Oracode without metadata',
		{ device_type: 'dormakaba_oracode_door', ...offline },
		'has no user levels',
	],
	['Oracode slots that are no list', oracode('all day'), 'has no user levels'],
	['Oracode slots without fields', oracode([{}, { name: 'x' }, null]), "times can't be read"],
	[
		'Oracode slots in unknown notations',
		oracode([{ check_in_time: '4:00 PM', check_out_time: 'noon' }]),
		"times can't be read",
	],
	[
		'Oracode slots of the wrong type',
		oracode([{ check_in_time: 1600, check_out_time: true }]),
		"times can't be read",
	],
	[
		'a sound Oracode slot among odd ones',
		oracode([{}, { check_in_time: 'x' }, level('16:00-10:00')]),
		'offline_hourly_bound',
	],
	[
		'Oracode in an impossible zone',
		oracode([{ check_in_time: '16:00', check_out_time: '10:00' }], {
			properties: {
				dormakaba_oracode_metadata: {
					iana_timezone: 'Mars/Base',
					predefined_time_slots: [{ check_in_time: '23:00', check_out_time: '17:00' }],
				},
			},
		}),
		'offline_hourly_bound',
	],
	[
		'an option without any rule',
		{ ...online, properties: { online_time_frame_options: [{}] } },
		'online_time_bound',
	],
	[
		'an option of nonsense',
		{
			...online,
			properties: {
				online_time_frame_options: [
					{ min_duration: 7, time_pairs: 'x', start_date_recurrence_rule: {} },
				],
			},
		},
		"can't read",
	],
	[
		'an option with a rule from elsewhere',
		{
			...online,
			properties: { online_time_frame_options: [{ start_date_recurrence_rule: '💥' }] },
		},
		"can't read",
	],
	[
		'igloohome without metadata or zone',
		{ device_type: 'igloohome_lock', ...offline },
		'offline_hourly_bound',
	],
	[
		'Lockly without anything',
		{ device_type: 'lockly_lock', ...offline },
		'Set the zone in the Lockly app',
	],
];

describe('odd devices', () => {
	it.each(devices)('%s', (_title, fields, expected) => {
		const result = attempt(fields);
		if (result instanceof Error) expect(result.message).toContain(expected);
		else expect(result).toBe(expected);
	});

	it('name the zone that does not exist', () => {
		const plan = planOf(deviceOf({ ...online, location: { time_zone: 'Mars/Base' } }), wish, now);
		expect(plan.request.starts_at).toBe('2026-07-10T23:00:00Z');
		expect(warningCodes(plan)).toContain('impossible_time_zone');
	});

	it('keep their other levels', () => {
		const plan = planOf(
			deviceOf(oracode([{ check_in_time: 'x' }, level('16:00-10:00')])),
			wish,
			now,
		);
		expect(plan.request.starts_at).toBe('2026-07-10T16:00:00-07:00');
	});

	it('with 10,000 user levels', () => {
		const slots = Array.from({ length: 10_000 }, (_, index) => {
			const time = `${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
			const out = `${String((index * 7) % 24).padStart(2, '0')}:${String((index * 11) % 60).padStart(2, '0')}`;
			return level(`${time}-${out}`, { name: `Level ${index}` });
		});
		const device = deviceOf(oracode(slots));
		expect(planOf(device, wish, now).kind).toBe('offline_hourly_bound');
	});

	it('with odd codes on the lock', () => {
		const codes = [
			{
				access_code_id: 'a',
				device_id: 'b',
				starts_at: 'nonsense',
				ends_at: null,
				code: null,
				name: null,
			},
		];
		const device = deviceOf({ device_type: 'igloohome_lock', ...offline });
		expect(planOf(device, wish, now, codes as never).kind).toBe('offline_hourly_bound');
	});
});

/** The kind that is planned, or what was thrown: it must be a Refusal. */
function attempt(fields: Record<string, unknown>): string | Error {
	try {
		return planOf(deviceOf(fields), wish, now, []).kind;
	} catch (error) {
		expect(error).toBeInstanceOf(Refusal);
		return error as Error;
	}
}
