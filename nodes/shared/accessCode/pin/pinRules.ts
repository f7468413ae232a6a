import type { DigitRule, PinRules } from '../../locks/facts/codeRules';
import type { Marking } from '../../locks/types';
import { isWeakPin } from './weakPin';

export { pinRulesOf } from '../../locks/facts/codeRules';
export type { DigitRule, PinRules } from '../../locks/facts/codeRules';

export interface PinViolation {
	rule: string;
	/** Says what the lock wants; never holds the PIN. */
	sentence: string;
	marking: Marking;
}

/** What each of Seam's `code_constraints` asks of the digits. The stricter reading of an unclear one is a caution. */
const CHECKS: Readonly<Record<DigitRule, (pin: string) => ReturnType<typeof broken>>> = {
	no_zeros: (pin) => broken(pin.includes('0'), 'must not contain 0'),
	cannot_start_with_12: (pin) => broken(pin.startsWith('12'), 'must not start with 12'),
	no_triple_consecutive_ints: (pin) =>
		broken(
			longestRun(pin) > 3,
			'must not have more than three equal or consecutive digits in a row',
		) ??
		broken(
			longestRun(pin) === 3,
			'should not have three equal or consecutive digits in a row (the rule can be read so)',
			'caution',
		),
	no_ascending_or_descending_sequence: (pin) =>
		broken(sequenceLength(pin) === pin.length, 'must not be an ascending or descending sequence') ??
		broken(
			sequenceLength(pin) >= 3,
			'should not contain an ascending or descending sequence (the rule can be read so)',
			'caution',
		),
	at_least_three_unique_digits: (pin) =>
		broken(new Set(pin).size < 3, 'must have at least three different digits'),
	cannot_contain_089: (pin) => broken(/[089]/.test(pin), 'must not contain 0, 8 or 9'),
	cannot_contain_0789: (pin) => broken(/[0789]/.test(pin), 'must not contain 0, 7, 8 or 9'),
	unique_first_four_digits: (pin) =>
		broken(
			new Set(pin.slice(0, 4)).size < Math.min(4, pin.length),
			'must begin with four different digits',
		),
	no_all_same_digits: (pin) => broken(new Set(pin).size === 1, 'must not be one digit repeated'),
};

/** The first rule that the PIN breaks, lengths and digits included; null where it breaks none. */
export function pinViolation(pin: string, rules: PinRules): PinViolation | null {
	const marking = 'rule';
	if (!/^\d+$/.test(pin)) {
		return { rule: 'digits_only', sentence: 'The PIN must consist of digits only.', marking };
	}
	if (!rules.lengths.includes(pin.length)) {
		const sentence = `The PIN has ${pin.length} digit${pin.length === 1 ? '' : 's'}; ${describeLengths(rules.lengths)}.`;
		return { rule: 'supported_code_lengths', sentence, marking };
	}
	for (const rule of rules.digitRules) {
		const found = CHECKS[rule](pin);
		if (found !== null)
			return { ...found, rule, sentence: `On this lock a PIN ${found.sentence}.` };
	}
	return null;
}

/** Whether a PIN that nobody chose may be used: it breaks no rule and is none that people try first. */
export function acceptsPin(pin: string, rules: PinRules): boolean {
	return pinViolation(pin, rules) === null && !isWeakPin(pin);
}

/**
 * The rules that one PIN for several locks has to satisfy. Lengths that no lock shares leave an empty list: such
 * locks can't have one PIN.
 */
export function combinePinRules(all: PinRules[]): PinRules {
	const [first, ...others] = all;
	if (first === undefined) {
		return {
			lengths: [],
			lengthsSource: 'no lock',
			digitRules: [],
			canBeChosen: 'no',
			unknownRules: [],
		};
	}
	return others.reduce(
		(combined, rules) => ({
			lengths: combined.lengths.filter((length) => rules.lengths.includes(length)),
			lengthsSource: [...new Set([combined.lengthsSource, rules.lengthsSource])].join(', '),
			digitRules: [...new Set([...combined.digitRules, ...rules.digitRules])],
			canBeChosen: leastFree(combined.canBeChosen, rules.canBeChosen),
			unknownRules: [...new Set([...combined.unknownRules, ...rules.unknownRules])],
		}),
		first,
	);
}

/** `this lock takes 4 to 8 digits`. */
export function describeLengths(lengths: number[]): string {
	if (lengths.length === 0) return 'no length suits all of these locks';
	const [first, last] = [lengths[0], lengths[lengths.length - 1]];
	if (lengths.length === 1) return `this lock takes exactly ${first}`;
	const isRange = last - first === lengths.length - 1;
	return `this lock takes ${isRange ? `${first} to ${last}` : `${lengths.slice(0, -1).join(', ')} or ${last}`}`;
}

function leastFree(
	a: PinRules['canBeChosen'],
	b: PinRules['canBeChosen'],
): PinRules['canBeChosen'] {
	const order: Array<PinRules['canBeChosen']> = ['no', 'from_known_pins', 'freely'];
	return order[Math.min(order.indexOf(a), order.indexOf(b))];
}

function broken(isBroken: boolean, sentence: string, marking: Marking = 'rule') {
	return isBroken ? { sentence, marking } : null;
}

/** Length of the longest run of equal, ascending or descending digits. */
function longestRun(pin: string): number {
	return Math.max(...[-1, 0, 1].map((step) => runLength(pin, step)));
}

function sequenceLength(pin: string): number {
	return Math.max(runLength(pin, -1), runLength(pin, 1));
}

function runLength(pin: string, step: number): number {
	let [longest, current] = [1, 1];
	for (let index = 1; index < pin.length; index++) {
		current = Number(pin[index]) - Number(pin[index - 1]) === step ? current + 1 : 1;
		longest = Math.max(longest, current);
	}
	return longest;
}
