/** How to read a rule that Seam's documents leave open: `strict` refuses what any sensible reading would refuse, `lenient` only what every reading would. */
export type Reading = 'strict' | 'lenient';

/** The body of `/access_codes/create`, as far as the rules look at it. Instants are ISO 8601 strings. */
export interface CreateRequest {
	name?: string;
	code?: string;
	preferred_code_length?: number;
	starts_at?: string;
	ends_at?: string;
	is_offline_access_code?: boolean;
	use_offline_access_code?: boolean;
	is_one_time_use?: boolean;
	max_time_rounding?: string;
	prefer_native_scheduling?: boolean;
	use_backup_access_code_pool?: boolean;
	common_code_key?: string;
	[other: string]: unknown;
}

export interface CodeConstraint {
	constraint_type: string;
	min_length?: number;
	max_length?: number;
}

export interface TimeFrameOption {
	display_name: string;
	/** ISO 8601 durations, e.g. `PT1H`, `P29D`. */
	min_duration?: string;
	max_duration?: string;
	matching_start_end_time?: boolean;
	/** `HH:MM`, 24 hours, in `time_zone`. */
	time_pairs?: Array<{ display_name: string; start_time: string; end_time: string }>;
	start_date_recurrence_rule?: string;
	end_date_recurrence_rule?: string;
	time_zone?: string;
}

export interface TimeSlot {
	name?: string;
	prefix?: number;
	/** `07:00:00[America/Los_Angeles]`, `15:30:00[PST8PDT]` or `15:30:00-08:00[America/Los_Angeles]`. */
	check_in_time: string;
	check_out_time: string;
	is_24_hour?: boolean;
	is_biweekly_mode?: boolean;
	is_master?: boolean;
	is_one_shot?: boolean;
	dormakaba_oracode_user_level_id?: string;
}

export interface RuleDeviceProperties {
	supported_code_lengths?: number[];
	code_constraints?: CodeConstraint[];
	max_active_codes_supported?: number;
	offline_time_frame_options?: TimeFrameOption[];
	online_time_frame_options?: TimeFrameOption[];
	supports_backup_access_code_pool?: boolean;
	backup_access_code_pool_enabled?: boolean;
	dormakaba_oracode_metadata?: { iana_timezone?: string; predefined_time_slots?: TimeSlot[] };
	igloohome_metadata?: { bridge_id?: string };
	ultraloq_metadata?: { time_zone?: string | null };
	korelock_metadata?: { location_id?: string | null };
	salto_ks_metadata?: { has_custom_pin_subscription?: boolean };
	keynest_metadata?: { is_quadient_locker?: boolean };
	ttlock_metadata?: { has_gateway?: boolean };
	omnitec_metadata?: { has_gateway?: boolean };
	[other: string]: unknown;
}

/** What the rules read of a Seam device. */
export interface RuleDevice {
	device_type: string;
	capabilities_supported?: string[];
	can_program_online_access_codes?: boolean;
	can_program_offline_access_codes?: boolean;
	location?: { location_name?: string; time_zone?: string; timezone?: string } | null;
	warnings?: Array<{ warning_code: string }>;
	properties: RuleDeviceProperties;
	[other: string]: unknown;
}

/** A code that the lock holds or will hold, managed by Seam or not. */
export interface ExistingCode {
	code: string | null;
	name?: string | null;
	starts_at?: string | null;
	ends_at?: string | null;
	is_offline_access_code?: boolean;
	is_one_time_use?: boolean;
	is_managed?: boolean;
	common_code_key?: string | null;
}

export interface Refused {
	status: 400 | 404 | 409;
	/** `error.type` of the answer. */
	type: string;
	message: string;
	/** Which rule refused, for tests and tallies. */
	rule: string;
}

export type CodeKind =
	| 'online_ongoing'
	| 'online_time_bound'
	| 'offline_hourly'
	| 'offline_daily'
	| 'offline_one_time'
	| 'offline_time_bound';

export interface Granted {
	kind: CodeKind;
	/** As Seam shows them: UTC, after rounding; null where the code has no such end. */
	starts_at: string | null;
	ends_at: string | null;
	/** When the code stops opening the door (epoch ms), also where `ends_at` is null; null for an ongoing code. */
	expires: number | null;
	/** dormakaba Oracode: the user level that Seam took. */
	level?: TimeSlot;
}

export type Verdict =
	| { accepted: Granted; refused?: undefined }
	| { refused: Refused; accepted?: undefined };

/** A requested window; epoch milliseconds. `end` is null for one-time codes that give only a start. */
export interface Window {
	start: number;
	end: number | null;
}
