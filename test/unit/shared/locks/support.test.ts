import { schedulingOf } from '../../../../nodes/shared/locks/facts/scheduling';
import { describeAccessCodeSupport } from '../../../../nodes/shared/locks/support';
import { impossibleZones, lockZone } from '../../../../nodes/shared/locks/facts/zone';
import {
	august,
	deviceOf,
	igloohome,
	level,
	lockly,
	onlineLock,
	oracode,
} from '../accessCode/fixtures';

const now = Date.parse('2026-07-10T12:34:56Z');
const support = (device: Parameters<typeof describeAccessCodeSupport>[0]) =>
	describeAccessCodeSupport(device, now);

describe('what a lock supports', () => {
	it('an August', () => {
		expect(support(august())).toEqual({
			online: {
				available: true,
				kinds: ['online_ongoing', 'online_time_bound'],
				lock_family: 'online',
				because: ['can_program_online_access_codes is true.'],
				scheduling: 'native',
				earliest_start_at: '2026-07-10T08:34:00-04:00',
			},
			offline: {
				available: false,
				kinds: [],
				lock_family: 'timeFrameOptions',
				because: [
					'can_program_offline_access_codes is absent: the device does not support such codes.',
				],
			},
			pin: {
				lengths: [4, 5, 6],
				lengths_source: 'device.properties.supported_code_lengths',
				rules: [],
				unknown_rules: [],
				can_be_chosen: 'freely',
			},
			name: { min_length: null, max_length: null, must_be_unique: false },
			capacity: { max_codes: 250, source: 'device.properties.max_active_codes_supported' },
			time_zone: 'America/New_York',
			time_zone_source: 'device.location.time_zone',
		});
	});

	it('an igloohome without a bridge', () => {
		expect(support(igloohome())).toMatchObject({
			online: { available: false, kinds: [] },
			offline: {
				available: true,
				kinds: ['offline_hourly_bound', 'offline_daily_bound', 'offline_one_time_use'],
				lock_family: 'igloohome',
			},
			pin: { lengths: [], rules: [], can_be_chosen: 'no' },
			capacity: { max_codes: 199 },
		});
	});

	it('an Oracode: only what its levels can make', () => {
		const device = oracode([level('16:00-10:00'), level('12:00-12:00', { is_master: true })]);
		expect(support(device)).toMatchObject({
			offline: { kinds: ['offline_hourly_bound'] },
			user_levels: {
				usable: ['Guest 16:00-10:00: 16:00 to 10:00'],
				unusable: ['Guest 12:00-12:00: a master level, which Seam does not support'],
			},
		});
		expect(support(oracode([])).offline).toMatchObject({ available: false, kinds: [] });
		expect(support(oracode([])).offline.because[1]).toContain('no user levels');
	});

	it.each([
		[
			'24-hour levels only',
			oracode([level('12:00-12:00', { is_24_hour: true })]),
			['offline_daily_bound'],
		],
		['other levels only', oracode([level('16:00-10:00')]), ['offline_hourly_bound']],
		[
			'time frames of its own',
			deviceOf({
				device_type: 'dormakaba_oracode_door',
				can_program_offline_access_codes: true,
				properties: {
					dormakaba_oracode_metadata: {},
					offline_time_frame_options: [{ max_duration: 'P9D' }],
				},
			}),
			['offline_hourly_bound', 'offline_daily_bound'],
		],
	])('an Oracode with %s', (_title, device, kinds) => {
		expect(support(device).offline.kinds).toEqual(kinds);
	});

	it('an Oracode none of whose levels is of use', () => {
		const { offline, user_levels } = support(oracode([level('12:00-12:00', { is_master: true })]));
		expect(user_levels).toMatchObject({ usable: [], unusable: [expect.any(String)] });
		expect(offline.because).toHaveLength(2);
	});

	it('a Lockly without a zone: what it lacks, and not how its codes are typed', () => {
		const { because } = support(lockly({ location: null })).offline;
		expect(because).toEqual(['can_program_offline_access_codes is true.', expect.any(String)]);
		expect(because[1]).toContain('No time zone is set');
	});

	it('a Lockly with and without a zone', () => {
		expect(support(lockly()).offline.kinds).toEqual(['offline_time_bound', 'offline_one_time_use']);
		expect(support(lockly({ location: null })).offline).toMatchObject({ available: false });
	});

	it('a keypad that is gone', () => {
		const { online, pin } = support(deviceOf({ can_program_online_access_codes: false }));
		expect(pin.can_be_chosen).toBe('freely');
		expect(online).toMatchObject({
			available: false,
			because: [
				'can_program_online_access_codes is false: the device supports such codes, but not now.',
			],
		});
	});

	it('an Ultraloq without a zone: ongoing only', () => {
		const { online } = support(onlineLock('ultraloq_lock'));
		expect(online.kinds).toEqual(['online_ongoing']);
		expect(online.because[1]).toContain('refuses time-bound codes');
	});

	it('a lock whose time frames leave no ongoing codes', () => {
		const { online } = support(
			august({ properties: { online_time_frame_options: [{ max_duration: 'P30D' }] } }),
		);
		expect(online.kinds).toEqual(['online_time_bound']);
		expect(online.because[1]).toBe(
			'This lock holds no ongoing codes, only codes of at most 30 days.',
		);
	});

	it('an igloohome whose keypad is not linked to its bridge: offline only', () => {
		const { online, offline } = support(
			igloohome('Asia/Singapore', {
				can_program_online_access_codes: true,
				warnings: [{ warning_code: 'accessory_keypad_setup_required' }],
				properties: { igloohome_metadata: { bridge_id: 'b' } },
			}),
		);
		expect(online).toMatchObject({ available: false, kinds: [] });
		expect(online.because[1]).toContain('online access codes fail');
		expect(offline.available).toBe(true);
	});

	it('a Kwikset: not before a quarter of an hour', () => {
		expect(support(onlineLock('kwikset_lock'))).toMatchObject({
			online: { earliest_start_at: '2026-07-10T08:50:00-04:00' },
			name: { min_length: 2, max_length: 14 },
		});
	});
});

describe('the zone of a lock', () => {
	const zone = 'America/Denver';
	it.each([
		['location', { location: { time_zone: zone } }, 'device.location.time_zone'],
		['the older location', { location: { timezone: zone } }, 'device.location.timezone'],
		[
			'Ultraloq',
			{ properties: { ultraloq_metadata: { time_zone: zone } } },
			'device.properties.ultraloq_metadata.time_zone',
		],
		[
			'Omnitec',
			{ properties: { omnitec_metadata: { time_zone: zone } } },
			'device.properties.omnitec_metadata.time_zone',
		],
		[
			'Schlage',
			{ properties: { schlage_metadata: { time_zone: zone } } },
			'device.properties.schlage_metadata.time_zone',
		],
		[
			'Oracode',
			{ properties: { dormakaba_oracode_metadata: { iana_timezone: zone } } },
			'device.properties.dormakaba_oracode_metadata.iana_timezone',
		],
		[
			'user levels',
			{
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'Europe/Rome',
						predefined_time_slots: [{}, level('16:00-10:00', {}, zone)],
					},
				},
			},
			'device.properties.dormakaba_oracode_metadata.predefined_time_slots',
		],
		[
			'the maker before the location',
			{
				location: { time_zone: 'Europe/Rome' },
				properties: { ultraloq_metadata: { time_zone: zone } },
			},
			'device.properties.ultraloq_metadata.time_zone',
		],
		[
			'the next that exists',
			{ location: { time_zone: 'Mars/Base', timezone: zone } },
			'device.location.timezone',
		],
	])('%s', (_title, fields, source) => {
		expect(lockZone(deviceOf(fields))).toEqual({ zone, source });
	});

	it('may be unknown', () => {
		const device = deviceOf({ location: { time_zone: '' } });
		expect(lockZone(device)).toBeNull();
		expect(impossibleZones(device)).toEqual([]);
	});
});

describe('scheduling', () => {
	it.each([
		...[
			'two_n_intercom',
			'august_lock',
			'igloohome_lock',
			'kwikset_lock',
			'nuki_lock',
			'salto_lock',
			'schlage_lock',
			'tedee_lock',
			'ttlock_lock',
			'yale_lock',
			'wyze_lock',
		].map((type) => [type, 'native']),
		...['dormakaba_oracode_door', 'lockly_lock', 'smartthings_lock'].map((type) => [
			type,
			'just_in_time',
		]),
		...[
			'ultraloq_lock',
			'akiles_lock',
			'brivo_access_point',
			'aqara_lock',
			'yacan_lock',
			'quantum_lock',
		].map((type) => [type, 'unknown']),
	])('of %s is %s', (type, scheduling) => {
		expect(schedulingOf(deviceOf({ device_type: type }))).toBe(scheduling);
	});
});
