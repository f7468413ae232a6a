// What Seam's documents give rules for, one line per row of their tables. Each must have a refused request and a neighbour.

/** The manufacturers' pages. */
export const MANUFACTURERS = [
	'igloohome online',
	'igloohome hourly',
	'igloohome daily',
	'igloohome one-time',
	'igloohome total',
	'dormakaba Oracode: offline only',
	'dormakaba Oracode: PIN assigned',
	'dormakaba Oracode: no one-time codes',
	'dormakaba Oracode: 31 days',
	'dormakaba Oracode: no master levels',
	'dormakaba Oracode: no one-shot levels',
	'Lockly',
	'Kwikset',
	'Nuki',
	'Tedee',
	'Ultraloq',
	'Salto KS',
	'Schlage',
	'August and Yale',
	'TTLock',
	'SmartThings',
	'Wyze',
	'2N',
	'Korelock and KeyInCode',
	'Omnitec',
	'Akiles',
	'4SUITES',
	'KeyNest',
	'Brivo',
	'Hotel access systems',
] as const;

/** Rounding, slots, durations and clock changes. */
export const TIME_RULES = [
	'time rules: rounding beyond an hour',
	'time rules: Oracode quarter of an hour off',
	'time rules: Oracode two hours off',
	'time rules: Oracode newer sample',
	'time rules: Oracode older notation',
	'time rules: Oracode each end its own offset',
	'time rules: Oracode two-week levels',
	'time rules: Oracode door without levels',
	'time rules: igloohome between the bands',
	'time rules: igloohome whole hours',
	'time rules: same time of day over a clock change',
	'time rules: band edges over a clock change',
] as const;

/** Constraint types of the device schema. */
export const CONSTRAINTS = [
	'no_zeros',
	'cannot_start_with_12',
	'no_triple_consecutive_ints',
	'cannot_specify_pin_code',
	'pin_code_matches_existing_set',
	'start_date_in_future',
	'no_ascending_or_descending_sequence',
	'at_least_three_unique_digits',
	'cannot_contain_089',
	'cannot_contain_0789',
	'unique_first_four_digits',
	'no_all_same_digits',
	'name_length',
	'name_must_be_unique',
].map((type) => `code_constraints: ${type}`);

/** Fields of a time-frame option. */
export const TIME_FRAME_FIELDS = [
	'display_name',
	'min_duration',
	'max_duration',
	'min_duration in days',
	'matching_start_end_time',
	'time_pairs',
	'time_zone',
	'start_date_recurrence_rule',
	'end_date_recurrence_rule',
].map((field) => `time_frame_options: ${field}`);
