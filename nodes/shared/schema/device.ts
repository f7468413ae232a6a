import { z } from 'zod';

import { openObject, whyAndWhen, tolerant, tolerantList } from './tolerant';

/**
 * A dormakaba Oracode user level: times of day like `07:00:00[America/Los_Angeles]`, one prefix for all its codes. What
 * decides whether a level is usable stays as it came: unreadable must not pass for absent.
 */
const predefinedTimeSlotSchema = openObject({
	name: tolerant(z.string()),
	check_in_time: z.unknown(),
	check_out_time: z.unknown(),
	is_24_hour: z.unknown(),
	is_biweekly_mode: z.unknown(),
	is_one_shot: z.unknown(),
	is_master: z.unknown(),
});

/** One rule of what a PIN or a code's name may look like; unknown types pass through. */
const codeConstraintSchema = openObject({
	constraint_type: z.string(),
	min_length: tolerant(z.number()),
	max_length: tolerant(z.number()),
});

const timePairSchema = openObject({ start_time: z.string(), end_time: z.string() });

/** One shape of window that a lock can hold; every rule given must be satisfied (see Seam's device schema). */
const timeFrameOptionSchema = openObject({
	display_name: tolerant(z.string()),
	min_duration: z.string().nullish(),
	max_duration: z.string().nullish(),
	matching_start_end_time: z.boolean().nullish(),
	time_pairs: z.array(timePairSchema.nullable().catch(null)).nullish(),
	start_date_recurrence_rule: z.string().nullish(),
	end_date_recurrence_rule: z.string().nullish(),
	time_zone: z.string().nullish(),
});

/** What can't be read stays in its place as null: a rule that is there must not pass for none. */
const timeFrameOptions = z.preprocess(
	(value) => (value == null || Array.isArray(value) ? value : [value]),
	z.array(timeFrameOptionSchema.nullable().catch(null)).nullish(),
);

/** Makers send IDs as numbers or as text. */
const id = tolerant(z.union([z.string(), z.number()]));

const batterySchema = openObject({ level: tolerant(z.number()), status: tolerant(z.string()) });

const metadata = <T extends z.ZodRawShape>(shape: T) => tolerant(openObject(shape));

const devicePropertiesSchema = openObject({
	online: tolerant(z.boolean()),
	name: tolerant(z.string()),
	manufacturer: tolerant(z.string()),
	battery: tolerant(batterySchema),
	model: metadata({
		display_name: tolerant(z.string()),
		manufacturer_display_name: tolerant(z.string()),
		has_built_in_keypad: tolerant(z.boolean()),
		can_connect_accessory_keypad: tolerant(z.boolean()),
	}),
	accessory_keypad: metadata({
		is_connected: tolerant(z.boolean()),
		battery: tolerant(batterySchema),
	}),
	supported_code_lengths: tolerantList(z.number().int().positive()),
	max_active_codes_supported: tolerant(z.number().int().nonnegative()),
	code_constraints: tolerantList(codeConstraintSchema),
	offline_time_frame_options: timeFrameOptions,
	online_time_frame_options: timeFrameOptions,
	supports_backup_access_code_pool: tolerant(z.boolean()),
	backup_access_code_pool_enabled: tolerant(z.boolean()),
	dormakaba_oracode_metadata: metadata({
		iana_timezone: tolerant(z.string()),
		predefined_time_slots: tolerantList(predefinedTimeSlotSchema),
	}),
	igloohome_metadata: metadata({
		bridge_id: id,
		keypad_id: id,
		is_accessory_keypad_linked_to_bridge: tolerant(z.boolean()),
	}),
	lockly_metadata: metadata({}),
	ttlock_metadata: metadata({
		has_gateway: tolerant(z.boolean()),
		timezone_raw_offset_ms: tolerant(z.number()),
	}),
	omnitec_metadata: metadata({
		time_zone: tolerant(z.string()),
		timezone_raw_offset_ms: tolerant(z.number()),
		has_gateway: tolerant(z.boolean()),
	}),
	ultraloq_metadata: metadata({ time_zone: tolerant(z.string()) }),
	schlage_metadata: metadata({ time_zone: tolerant(z.string()) }),
	korelock_metadata: metadata({ location_id: id }),
	salto_ks_metadata: metadata({ has_custom_pin_subscription: tolerant(z.boolean()) }),
	nuki_metadata: metadata({
		keypad_paired: tolerant(z.boolean()),
		keypad_2_paired: tolerant(z.boolean()),
		keypad_battery_critical: tolerant(z.boolean()),
	}),
	tedee_metadata: metadata({ keypad_id: id, bridge_id: id }),
	keynest_metadata: metadata({ is_quadient_locker: tolerant(z.boolean()) }),
	august_metadata: metadata({ has_keypad: tolerant(z.boolean()) }),
});

/**
 * Seam's device, as far as access codes depend on it. Unknown fields pass through untouched. A capability flag
 * that is `true` can be used now, `false` is supported and not working now, absent is not supported.
 */
export const deviceSchema = openObject({
	device_id: z.string(),
	device_type: tolerant(z.string()),
	display_name: tolerant(z.string()),
	nickname: tolerant(z.string()),
	connected_account_id: tolerant(z.string()),
	is_managed: tolerant(z.boolean()),
	custom_metadata: tolerant(z.record(z.unknown())),
	can_program_online_access_codes: tolerant(z.boolean()),
	can_program_offline_access_codes: tolerant(z.boolean()),
	can_unlock_with_code: tolerant(z.boolean()),
	location: tolerant(
		openObject({
			location_name: tolerant(z.string()),
			time_zone: tolerant(z.string()),
			/** The older name of `time_zone`. */
			timezone: tolerant(z.string()),
		}),
	),
	properties: devicePropertiesSchema.catch(() => devicePropertiesSchema.parse({})),
	errors: tolerantList(openObject({ error_code: z.string(), ...whyAndWhen })),
	warnings: tolerantList(openObject({ warning_code: z.string(), ...whyAndWhen })),
});

export type Device = z.infer<typeof deviceSchema>;
export type PredefinedTimeSlot = z.infer<typeof predefinedTimeSlotSchema>;
export type TimeFrameOption = z.infer<typeof timeFrameOptionSchema>;
