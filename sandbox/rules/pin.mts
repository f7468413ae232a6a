import { refuse } from './refusal.mts';
import type { CodeConstraint, Reading, Refused, RuleDevice } from './types.mts';

/** Checks a PIN that the request names against the API's own limits and the lock's lengths and constraints. */
export function judgePin(code: string, device: RuleDevice, reading: Reading): Refused | null {
	if (!/^\d+$/.test(code)) return refuse('pin_digits', 'Access code must be numeric');
	if (code.length < 4 || code.length > 12) {
		return refuse('pin_length_api', 'Access code must be 4-12 digits long');
	}
	const lengths = device.properties.supported_code_lengths ?? [];
	if (lengths.length > 0 && !lengths.includes(code.length)) {
		return refuse(
			'pin_length',
			`Access code must be ${lengths.join(', ')} digits long for this device`,
		);
	}
	for (const constraint of device.properties.code_constraints ?? []) {
		const broken = brokenBy(code, constraint, device, reading);
		if (broken) return refuse(constraint.constraint_type, broken);
	}
	return null;
}

/** What a PIN breaks, in words; null where it keeps the constraint or the constraint says nothing about PINs. */
function brokenBy(
	code: string,
	{ constraint_type: type }: CodeConstraint,
	device: RuleDevice,
	reading: Reading,
): string | null {
	const strict = reading === 'strict';
	const digits = [...code].map(Number);
	switch (type) {
		case 'no_zeros':
			return code.includes('0') ? 'Access code cannot contain 0' : null;
		case 'cannot_start_with_12':
			return code.startsWith('12') ? 'Access code cannot start with 12' : null;
		case 'no_triple_consecutive_ints': {
			// "No more than 3 digits in a row": three are too many on one reading, four on the other.
			const limit = strict ? 3 : 4;
			const longest = Math.max(
				longestRun(digits, 1),
				longestRun(digits, -1),
				longestRun(digits, 0),
			);
			return longest >= limit ? 'Access code cannot contain 3 consecutive or equal digits' : null;
		}
		case 'no_ascending_or_descending_sequence': {
			const limit = strict ? 3 : digits.length;
			const longest = Math.max(longestRun(digits, 1), longestRun(digits, -1));
			return longest >= limit ? 'Access code cannot be an ascending or descending sequence' : null;
		}
		case 'at_least_three_unique_digits':
			return new Set(digits).size < 3
				? 'Access code must contain at least three different digits'
				: null;
		case 'cannot_contain_089':
			return /[089]/.test(code) ? 'Access code cannot contain 0, 8 or 9' : null;
		case 'cannot_contain_0789':
			return /[0789]/.test(code) ? 'Access code cannot contain 0, 7, 8 or 9' : null;
		case 'unique_first_four_digits':
			return new Set(digits.slice(0, 4)).size < 4
				? 'The first four digits of the access code must be different'
				: null;
		case 'no_all_same_digits':
			return new Set(digits).size === 1 ? 'Access code cannot repeat one digit' : null;
		case 'cannot_specify_pin_code':
			return 'Access code cannot be chosen for this device';
		case 'pin_code_matches_existing_set':
			return device.properties.salto_ks_metadata?.has_custom_pin_subscription
				? null
				: 'Access code must match a PIN that the account already knows';
		default:
			return null;
	}
}

/** Length of the longest run in which each digit differs from the one before by `step`. */
function longestRun(digits: number[], step: number): number {
	let longest = 1;
	let run = 1;
	for (let i = 1; i < digits.length; i++) {
		run = digits[i] - digits[i - 1] === step ? run + 1 : 1;
		longest = Math.max(longest, run);
	}
	return longest;
}
