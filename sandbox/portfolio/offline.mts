import { fixedId } from '../ids.mts';
import type { TimeSlot } from '../rules/types.mts';
import type { Template } from './types.mts';

const igloohomeTimeFrames = [
	{ display_name: 'algoPIN hourly', min_duration: 'PT1H', max_duration: 'PT672H' },
	{
		display_name: 'algoPIN daily',
		min_duration: 'P29D',
		max_duration: 'P367D',
		matching_start_end_time: true,
	},
];

const level = (
	name: string,
	prefix: number,
	checkIn: string,
	checkOut: string,
	more: Partial<TimeSlot> = {},
) => ({
	name,
	prefix,
	is_master: false,
	is_24_hour: false,
	is_one_shot: false,
	is_biweekly_mode: false,
	check_in_time: checkIn,
	check_out_time: checkOut,
	dormakaba_oracode_user_level_id: fixedId(`level:${name}:${prefix}`),
	...more,
});

const losAngeles = (time: string) => `${time}:00[America/Los_Angeles]`;
const classic = (time: string) => `${time}:00[PST8PDT]`;

/** Locks that take offline access codes. */
export const OFFLINE_LOCKS: Template[] = [
	{
		alias: 'igloohome_bridge',
		name: 'Mews Studio',
		provider: 'igloohome',
		manufacturer: 'igloohome',
		deviceType: 'igloohome_lock',
		model: 'Smart Mortise 2+',
		zone: 'Europe/London',
		flags: {
			can_program_online_access_codes: true,
			can_program_offline_access_codes: true,
			can_remotely_unlock: true,
			can_unlock_with_code: true,
		},
		hasBuiltInKeypad: true,
		batteryLevel: 0.72,
		scheduling: 'native',
		properties: {
			supported_code_lengths: [6, 7, 8, 9],
			max_active_codes_supported: 199,
			supports_backup_access_code_pool: true,
			igloohome_metadata: {
				device_id: 'SP1X2A0B1C2D',
				device_name: 'Mews Studio',
				bridge_id: 'EB1X00A1B2C3',
				bridge_name: 'Mews Bridge',
			},
		},
	},
	{
		alias: 'igloohome',
		name: 'Orchard Loft',
		provider: 'igloohome',
		manufacturer: 'igloohome',
		deviceType: 'igloohome_lock',
		model: 'Smart Padlock 2',
		zone: 'Asia/Singapore',
		flags: { can_program_offline_access_codes: true, can_unlock_with_code: true },
		hasBuiltInKeypad: true,
		batteryLevel: 0.55,
		metadata: { listing_id: 'orchard-loft' },
		properties: {
			max_active_codes_supported: 199,
			offline_time_frame_options: igloohomeTimeFrames,
			igloohome_metadata: { device_id: 'IGP2A0B1C2D3', device_name: 'Orchard Loft' },
		},
	},
	{
		alias: 'oracode',
		name: 'Seaview 12',
		provider: 'dormakaba_oracode',
		manufacturer: 'dormakaba_oracode',
		deviceType: 'dormakaba_oracode_door',
		model: 'Oracode 660',
		zone: 'America/Los_Angeles',
		flags: { can_program_offline_access_codes: true, can_unlock_with_code: true },
		hasBuiltInKeypad: true,
		properties: {
			code_constraints: [{ constraint_type: 'cannot_specify_pin_code' }],
			dormakaba_oracode_metadata: {
				door_id: 4012,
				door_name: 'Seaview 12',
				door_is_wireless: false,
				device_id: 812,
				iana_timezone: 'America/Los_Angeles',
				site_name: 'Ocean Beach Vacations',
				predefined_time_slots: [
					level('Guest 7am-7pm', 0, losAngeles('07:00'), losAngeles('19:00')),
					level('Guest 4pm-10am', 1, losAngeles('16:00'), losAngeles('10:00')),
					level('Guest 24h midnight', 2, losAngeles('00:00'), losAngeles('00:00'), {
						is_24_hour: true,
					}),
					level('Guest 24h noon', 3, losAngeles('12:00'), losAngeles('12:00'), {
						is_24_hour: true,
					}),
					level('Two weeks 3pm', 4, losAngeles('15:00'), losAngeles('15:00'), {
						is_biweekly_mode: true,
					}),
					level('Owner', 5, losAngeles('03:00'), losAngeles('22:00'), { is_master: true }),
					level('Contractor', 6, losAngeles('09:00'), losAngeles('17:00'), { is_one_shot: true }),
				],
			},
		},
	},
	{
		alias: 'oracode_classic',
		name: 'Seaview 7',
		provider: 'dormakaba_oracode',
		manufacturer: 'dormakaba_oracode',
		deviceType: 'dormakaba_oracode_door',
		model: 'Oracode 480i',
		zone: 'America/Los_Angeles',
		flags: { can_program_offline_access_codes: true, can_unlock_with_code: true },
		hasBuiltInKeypad: true,
		properties: {
			code_constraints: [{ constraint_type: 'cannot_specify_pin_code' }],
			dormakaba_oracode_metadata: {
				door_id: 4007,
				door_name: 'Seaview 7',
				door_is_wireless: false,
				device_id: 807,
				iana_timezone: 'America/Los_Angeles',
				site_name: 'Ocean Beach Vacations',
				predefined_time_slots: [
					level('Guest 3:30pm-10:30am', 0, classic('15:30'), classic('10:30')),
					level('Guest 4pm-10am', 1, classic('16:00'), classic('10:00')),
					level('Guest 24h 4pm', 2, classic('16:00'), classic('16:00'), { is_24_hour: true }),
				],
			},
		},
	},
	{
		alias: 'lockly',
		name: 'Brooklyn Loft',
		provider: 'lockly',
		manufacturer: 'lockly',
		deviceType: 'lockly_lock',
		model: 'Secure Plus',
		zone: 'America/New_York',
		flags: {
			can_program_online_access_codes: true,
			can_program_offline_access_codes: true,
			can_remotely_lock: true,
			can_remotely_unlock: true,
			can_unlock_with_code: true,
		},
		hasBuiltInKeypad: true,
		batteryLevel: 0.64,
		scheduling: 'just_in_time',
		properties: {
			supported_code_lengths: [6, 7, 8],
			supports_backup_access_code_pool: true,
			lockly_metadata: { device_id: 'LK-204', device_name: 'Brooklyn Loft', model: 'PGD628' },
		},
	},
	{
		alias: 'lockly_no_zone',
		name: 'Hoboken Garage',
		provider: 'lockly',
		manufacturer: 'lockly',
		deviceType: 'lockly_lock',
		model: 'Vision',
		flags: {
			can_program_online_access_codes: true,
			can_program_offline_access_codes: true,
			can_unlock_with_code: true,
		},
		hasBuiltInKeypad: true,
		scheduling: 'just_in_time',
		warnings: [
			{
				warning_code: 'lockly_time_zone_not_configured',
				message: 'The time zone of this lock is not configured in the Lockly app.',
			},
		],
		properties: {
			supported_code_lengths: [6, 7, 8],
			lockly_metadata: { device_id: 'LK-311', device_name: 'Hoboken Garage', model: 'PGD798' },
		},
	},
];
