import { fixedId } from '../../sandbox/ids.mts';
import type { RuleDevice } from '../../sandbox/rules/types.mts';

/** A lock as Seam sends it, in one zone; the plan and the sandbox both read it. */
export type Lock = RuleDevice & { device_id: string };

interface LockFamily {
	/** What its cases are counted under. */
	name: string;
	/** Times of day at which its codes like to begin and end, so that enough stays come close to what it takes. */
	times: string[];
	inZone(zone: string): Lock;
}

const lock = (zone: string, device: RuleDevice): Lock => ({
	device_id: fixedId(`property:${device.device_type}`),
	location: { time_zone: zone },
	...device,
});

const level = (
	name: string,
	checkIn: string,
	checkOut: string,
	zone: string,
	more: object = {},
) => ({
	name,
	check_in_time: `${checkIn}:00[${zone}]`,
	check_out_time: `${checkOut}:00[${zone}]`,
	is_24_hour: false,
	is_biweekly_mode: false,
	is_master: false,
	is_one_shot: false,
	...more,
});

/** One lock of every family of rules; the remaining makers' locks differ in their PINs only. */
export const LOCKS: LockFamily[] = [
	{
		name: 'igloohome',
		times: ['15:00', '11:00', '00:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'igloohome_lock',
				can_program_offline_access_codes: true,
				properties: { igloohome_metadata: {} },
			}),
	},
	{
		name: 'igloohome with its own time frames',
		times: ['15:00', '11:00', '02:30'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'igloohome_lock',
				can_program_offline_access_codes: true,
				properties: {
					igloohome_metadata: {},
					offline_time_frame_options: [
						{ display_name: 'algoPIN hourly', min_duration: 'PT1H', max_duration: 'PT672H' },
						{
							display_name: 'algoPIN daily',
							min_duration: 'P29D',
							max_duration: 'P367D',
							matching_start_end_time: true,
						},
					],
				},
			}),
	},
	{
		name: 'igloohome with a bridge',
		times: ['15:00', '11:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'igloohome_lock',
				can_program_online_access_codes: true,
				can_program_offline_access_codes: true,
				properties: { igloohome_metadata: { bridge_id: 'EB1' } },
			}),
	},
	{
		name: 'dormakaba Oracode',
		times: ['16:00', '10:00', '00:00', '12:00', '02:30', '15:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'dormakaba_oracode_door',
				can_program_offline_access_codes: true,
				properties: {
					code_constraints: [{ constraint_type: 'cannot_specify_pin_code' }],
					dormakaba_oracode_metadata: {
						iana_timezone: zone,
						predefined_time_slots: [
							level('Guest', '16:00', '10:00', zone),
							level('Night shift', '02:30', '02:30', zone),
							level('Noon', '12:00', '12:00', zone, { is_24_hour: true }),
							level('Midnight', '00:00', '00:00', zone, { is_24_hour: true }),
							level('Two weeks', '15:00', '15:00', zone, { is_biweekly_mode: true }),
							level('Owner', '00:00', '23:00', zone, { is_master: true }),
							level('Contractor', '09:00', '17:00', zone, { is_one_shot: true }),
						],
					},
				},
			}),
	},
	{
		name: 'Lockly',
		times: ['15:00', '11:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'lockly_lock',
				can_program_online_access_codes: true,
				can_program_offline_access_codes: true,
				properties: { lockly_metadata: {}, supported_code_lengths: [6, 7, 8] },
			}),
	},
	{
		name: 'offline by time frames',
		times: ['14:00', '10:00', '18:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'linear_lock',
				can_program_offline_access_codes: true,
				properties: {
					offline_time_frame_options: [
						{
							display_name: 'Fixed times',
							max_duration: 'P30D',
							time_zone: zone,
							time_pairs: [
								{ display_name: 'Afternoon', start_time: '14:00', end_time: '10:00' },
								{ display_name: 'Evening', start_time: '18:00', end_time: '18:00' },
							],
						},
						{
							display_name: 'Weekends of months',
							min_duration: 'P2D',
							time_zone: zone,
							matching_start_end_time: true,
							start_date_recurrence_rule: 'RRULE:FREQ=WEEKLY;BYDAY=FR,SA',
							end_date_recurrence_rule: 'RRULE:FREQ=WEEKLY;BYDAY=SU,MO',
						},
					],
				},
			}),
	},
	{
		name: 'online by time frames',
		times: ['15:00', '11:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'linear_lock',
				can_program_online_access_codes: true,
				properties: {
					online_time_frame_options: [
						{ display_name: 'Short', min_duration: 'PT2H', max_duration: 'PT48H' },
						{ display_name: 'Long', min_duration: 'P3D', max_duration: 'P90D' },
					],
				},
			}),
	},
	{
		name: 'online',
		times: ['15:00', '11:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'yale_lock',
				can_program_online_access_codes: true,
				properties: { supported_code_lengths: [4, 5, 6], max_active_codes_supported: 5 },
			}),
	},
	{
		name: 'Kwikset',
		times: ['15:00', '11:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'kwikset_lock',
				can_program_online_access_codes: true,
				properties: {
					code_constraints: [
						{ constraint_type: 'start_date_in_future' },
						{ constraint_type: 'name_length', min_length: 2, max_length: 14 },
					],
				},
			}),
	},
	{
		name: 'Schlage',
		times: ['15:00', '11:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'schlage_lock',
				can_program_online_access_codes: true,
				properties: { code_constraints: [{ constraint_type: 'unique_first_four_digits' }] },
			}),
	},
	{
		name: 'Ultraloq',
		times: ['15:00', '11:00'],
		inZone: (zone) =>
			lock(zone, {
				device_type: 'ultraloq_lock',
				can_program_online_access_codes: true,
				properties: { ultraloq_metadata: { time_zone: zone } },
			}),
	},
];
