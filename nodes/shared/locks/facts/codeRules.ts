import type { Device } from '../../schema/device';

/** Rules of Seam's `code_constraints` that concern the digits themselves. */
export const DIGIT_RULES = [
	'no_zeros',
	'cannot_start_with_12',
	'no_triple_consecutive_ints',
	'no_ascending_or_descending_sequence',
	'at_least_three_unique_digits',
	'cannot_contain_089',
	'cannot_contain_0789',
	'unique_first_four_digits',
	'no_all_same_digits',
] as const;
export type DigitRule = (typeof DIGIT_RULES)[number];

const KNOWN_RULES: readonly string[] = [
	...DIGIT_RULES,
	'cannot_specify_pin_code',
	'pin_code_matches_existing_set',
	'start_date_in_future',
	'name_length',
	'name_must_be_unique',
];

/** What a PIN on this lock, or on several locks together, has to be like. */
export interface PinRules {
	/** Allowed numbers of digits, ascending. */
	lengths: number[];
	lengthsSource: string;
	digitRules: DigitRule[];
	/** `freely`; `from_known_pins`: Seam takes only PINs it already knows there; `no`: the lock makes its own. */
	canBeChosen: 'freely' | 'from_known_pins' | 'no';
	/** Constraint types that this package does not know: Seam decides. */
	unknownRules: string[];
}

export interface NameRules {
	minLength: number | null;
	/** The lock shows this many characters; Seam itself keeps the whole name. */
	maxLength: number | null;
	mustBeUnique: boolean;
}

/** Seam's API takes 4 to 12 digits; what a maker's document says serves if the device says nothing. */
const API_LENGTHS: [number, number] = [4, 12];
const DOCUMENTED_LENGTHS: Readonly<Record<string, [number, number]>> = {
	kwikset_lock: [4, 8],
	lockly_lock: [6, 8],
	nuki_lock: [6, 6],
	salto_lock: [6, 10],
	tedee_lock: [5, 8],
	two_n_intercom: [4, 8],
	ultraloq_lock: [4, 8],
};
const DOCUMENTED_DIGIT_RULES: Readonly<Record<string, DigitRule[]>> = {
	nuki_lock: ['no_zeros', 'cannot_start_with_12'],
	tedee_lock: ['at_least_three_unique_digits', 'no_ascending_or_descending_sequence'],
};
const DOCUMENTED_NAMES: Readonly<Partial<Record<string, Partial<NameRules>>>> = {
	kwikset_lock: { minLength: 2, maxLength: 14 },
	nuki_lock: { maxLength: 20 },
};

/** The rules of `code_constraints` by their types. */
export function constraintsOf({ properties }: Device): string[] {
	return (properties.code_constraints ?? []).map(({ constraint_type }) => constraint_type);
}

export function pinRulesOf(device: Device): PinRules {
	const constraints = constraintsOf(device);
	const type = device.device_type ?? '';
	const digitRules = DIGIT_RULES.filter((rule) => constraints.includes(rule));
	return {
		...lengthsOf(device),
		digitRules: digitRules.length > 0 ? digitRules : (DOCUMENTED_DIGIT_RULES[type] ?? []),
		canBeChosen: canBeChosen(device, constraints),
		unknownRules: constraints.filter((rule) => !KNOWN_RULES.includes(rule)),
	};
}

export function nameRulesOf(device: Device): NameRules {
	const length = (device.properties.code_constraints ?? []).find(
		({ constraint_type }) => constraint_type === 'name_length',
	);
	const documented = DOCUMENTED_NAMES[device.device_type ?? ''];
	const own = length && { minLength: length.min_length, maxLength: length.max_length };
	const { minLength = null, maxLength = null } = own ?? documented ?? {};
	const mustBeUnique = constraintsOf(device).includes('name_must_be_unique');
	return { minLength, maxLength, mustBeUnique };
}

function lengthsOf(device: Device): Pick<PinRules, 'lengths' | 'lengthsSource'> {
	const own = device.properties.supported_code_lengths ?? [];
	if (own.length > 0) {
		return {
			lengths: [...new Set(own)].sort((a, b) => a - b),
			lengthsSource: 'device.properties.supported_code_lengths',
		};
	}
	const documented = DOCUMENTED_LENGTHS[device.device_type ?? ''];
	const [from, to] = documented ?? API_LENGTHS;
	return {
		lengths: Array.from({ length: to - from + 1 }, (_, index) => from + index),
		lengthsSource:
			documented === undefined ? 'Seam: create an access code' : 'Seam: device guide of this maker',
	};
}

function canBeChosen(device: Device, constraints: string[]): PinRules['canBeChosen'] {
	const { device_type, properties } = device;
	if (constraints.includes('cannot_specify_pin_code')) return 'no';
	// KeyNest assigns the codes of its lockers.
	if (device_type === 'keynest_key') return 'no';
	// Salto KS makes its own PINs; only some subscriptions let a site choose.
	const isSalto = device_type === 'salto_lock';
	if (isSalto && properties.salto_ks_metadata?.has_custom_pin_subscription) return 'freely';
	if (constraints.includes('pin_code_matches_existing_set')) return 'from_known_pins';
	return isSalto ? 'no' : 'freely';
}
