import { deviceProblems } from '../../../../../nodes/shared/locks/problems';
import { lock } from './device';

const WINTER = Date.parse('2027-01-15T12:00:00Z');
const SUMMER = Date.parse('2027-07-15T12:00:00Z');
const HOUR = 3_600_000;

const found = (changes: Record<string, unknown>, now: number) =>
	deviceProblems(lock(changes), now).map(({ severity, code }) => `${severity} ${code}`);

describe('clocks that lead codes astray', () => {
	it.each<[string, Record<string, unknown>, string[]]>([
		['no zone', { location: null }, ['warning time_zone_unknown']],
		[
			'a thermostat without a zone, which needs none',
			{
				device_type: 'ecobee_thermostat',
				can_program_online_access_codes: undefined,
				location: null,
			},
			['error access_codes_not_supported'],
		],
		['the older name of the zone', { location: { timezone: 'Europe/Berlin' } }, []],
		[
			'a zone that is none',
			{ location: { time_zone: 'Mars/Olympus_Mons' } },
			['warning time_zone_unknown', 'warning time_zone_invalid'],
		],
		[
			'a Lockly without a zone, in the name Seam gives it',
			{ device_type: 'lockly_lock', location: null },
			['warning lockly_time_zone_not_configured'],
		],
		[
			'the same, reported by Seam, told once',
			{
				device_type: 'lockly_lock',
				location: null,
				warnings: [{ warning_code: 'lockly_time_zone_not_configured' }],
			},
			['warning lockly_time_zone_not_configured'],
		],
		[
			'a 2N device without a zone',
			{ device_type: 'two_n_intercom', location: null },
			['warning two_n_device_missing_timezone'],
		],
		[
			'an Ultraloq without a zone',
			{ properties: { ultraloq_metadata: {} } },
			['error ultraloq_time_zone_unknown'],
		],
		[
			'an Ultraloq with a zone',
			{ properties: { ultraloq_metadata: { time_zone: 'Asia/Tokyo' } } },
			[],
		],
		[
			'an Omnitec without a zone',
			{ properties: { omnitec_metadata: {} } },
			['warning omnitec_time_zone_unknown'],
		],
		[
			'an Oracode door that keeps another time than its location',
			{
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'America/Denver',
						predefined_time_slots: [{ check_in_time: '16:00', check_out_time: '10:00' }],
					},
				},
			},
			['warning oracode_time_zone_mismatch'],
		],
		[
			'an Oracode door that keeps another time than its location in the older field',
			{
				location: { timezone: 'America/New_York' },
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'America/Denver',
						predefined_time_slots: [{ check_in_time: '16:00', check_out_time: '10:00' }],
					},
				},
			},
			['warning oracode_time_zone_mismatch'],
		],
		[
			'an Oracode door whose location names a zone that does not exist',
			{
				location: { time_zone: 'Mars/Base' },
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'America/Denver',
						predefined_time_slots: [{ check_in_time: '16:00', check_out_time: '10:00' }],
					},
				},
			},
			['warning time_zone_invalid'],
		],
		[
			'an Oracode door whose user levels keep another time than the door says',
			{
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'America/Los_Angeles',
						predefined_time_slots: [
							{ check_in_time: '16:00:00[America/New_York]', check_out_time: '10:00:00' },
						],
					},
				},
			},
			['warning oracode_time_zone_mismatch'],
		],
		[
			'an Oracode door whose zone has another name for the same time',
			{
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'PST8PDT',
						predefined_time_slots: [{ check_in_time: '16:00', check_out_time: '10:00' }],
					},
				},
			},
			[],
		],
		[
			'an Oracode door whose zone shares the time in winter only',
			{
				location: { time_zone: 'America/Denver' },
				properties: {
					dormakaba_oracode_metadata: {
						iana_timezone: 'America/Phoenix',
						predefined_time_slots: [{ check_in_time: '16:00', check_out_time: '10:00' }],
					},
				},
			},
			['warning oracode_time_zone_mismatch'],
		],
	])('%s', (_, changes, expected) => {
		expect(found(changes, WINTER)).toEqual(expected);
	});

	describe.each([
		['in winter', WINTER],
		['in summer', SUMMER],
	])('a fixed offset in Los Angeles, %s', (_, now) => {
		it.each<[string, number, string[]]>([
			['standard time', -8, []],
			['one hour off to the west', -9, ['warning ttlock_clock_offset']],
			['the time of another continent', 8, ['warning ttlock_clock_offset']],
		])('%s', (_name, hours, expected) => {
			const ttlock_metadata = { has_gateway: true, timezone_raw_offset_ms: hours * HOUR };
			expect(found({ properties: { ttlock_metadata } }, now)).toEqual(expected);
		});
	});

	it('says by how much the codes may be off', () => {
		const ttlock_metadata = { timezone_raw_offset_ms: 5.5 * HOUR };
		const [problem] = deviceProblems(lock({ properties: { ttlock_metadata } }), WINTER);
		expect(problem.message).toBe(
			'The clock of the lock is set to UTC+05:30 while America/Los_Angeles is at UTC-08:00: codes may be off by 13.5 h',
		);
	});

	it('judges an Omnitec offset by the zone that Seam was told', () => {
		const omnitec_metadata = { time_zone: 'America/Los_Angeles', timezone_raw_offset_ms: 0 };
		expect(found({ properties: { omnitec_metadata } }, WINTER)).toEqual([
			'warning omnitec_clock_offset',
		]);
	});

	it.each([
		['before the spring change', '2027-01-15T12:00:00Z', '2027-03-14'],
		['the minute before it', '2027-03-14T09:59:00Z', '2027-03-14'],
		['the minute after it', '2027-03-14T10:00:00Z', '2027-11-07'],
	])('tells when a Schlage lock meets daylight saving: %s', (_, now, day) => {
		const [problem] = deviceProblems(lock({ device_type: 'schlage_lock' }), Date.parse(now));
		expect(problem).toMatchObject({ code: 'schlage_daylight_saving', severity: 'info' });
		expect(problem.message).toContain(`change on ${day};`);
	});

	it('has nothing to say about a Schlage lock where the clocks never change', () => {
		expect(
			found({ device_type: 'schlage_lock', location: { time_zone: 'America/Phoenix' } }, WINTER),
		).toEqual([]);
	});
});
