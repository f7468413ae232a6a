import {
	acceptsPin,
	combinePinRules,
	describeLengths,
	pinRulesOf,
	pinViolation,
} from '../../../../../nodes/shared/accessCode/pin/pinRules';
import { isWeakPin } from '../../../../../nodes/shared/accessCode/pin/weakPin';
import { onlineLock } from '../fixtures';

const withRules = (constraints: string[], lengths = [4, 5, 6, 7, 8], type = 'brand_lock') =>
	onlineLock(type, {
		properties: {
			supported_code_lengths: lengths,
			code_constraints: constraints.map((constraint_type) => ({ constraint_type })),
		},
	});

describe('code constraints', () => {
	it.each([
		// rule, what keeps it, what breaks it
		['no_zeros', '9241', '9041'],
		['cannot_start_with_12', '2124', '1294'],
		['no_triple_consecutive_ints', '12974', '12349'],
		['no_triple_consecutive_ints', '99274', '99992'],
		['no_ascending_or_descending_sequence', '1357', '1234'],
		['no_ascending_or_descending_sequence', '9753', '9876'],
		['at_least_three_unique_digits', '1213', '1212'],
		['cannot_contain_089', '1234', '1238'],
		['cannot_contain_089', '1237', '1230'],
		['cannot_contain_089', '7654', '1239'],
		['cannot_contain_0789', '1236', '1237'],
		['cannot_contain_0789', '1236', '1230'],
		['no_triple_consecutive_ints', '98262', '98762'],
		['unique_first_four_digits', '12344', '12314'],
		['no_all_same_digits', '1112', '1111'],
	])('%s: %s keeps it, %s breaks it', (rule, keeps, breaks) => {
		const rules = pinRulesOf(withRules([rule]));
		expect(pinViolation(keeps, rules)).toBeNull();
		expect(pinViolation(breaks, rules)).toMatchObject({ rule, marking: 'rule' });
		expect(pinViolation(breaks, rules)?.sentence).not.toContain(breaks);
	});

	it.each([
		['no_triple_consecutive_ints', '12389'],
		['no_triple_consecutive_ints', '88817'],
		['no_ascending_or_descending_sequence', '51239'],
		['no_ascending_or_descending_sequence', '53217'],
	])('%s: the stricter reading of it is a caution', (rule, pin) => {
		expect(pinViolation(pin, pinRulesOf(withRules([rule])))).toMatchObject({
			rule,
			marking: 'caution',
		});
	});

	it('asks a PIN of three digits for no fourth', () => {
		expect(
			pinViolation('123', pinRulesOf(withRules(['unique_first_four_digits'], [3]))),
		).toBeNull();
	});

	it.each([
		'cannot_specify_pin_code',
		'pin_code_matches_existing_set',
		'start_date_in_future',
		'name_length',
		'name_must_be_unique',
	])('knows that %s is not about the digits', (rule) => {
		expect(pinRulesOf(withRules([rule]))).toMatchObject({ digitRules: [], unknownRules: [] });
	});

	it('names the ones that it does not know', () => {
		const device = withRules(['no_zeros', 'must_rhyme']);
		expect(pinRulesOf(device).unknownRules).toEqual(['must_rhyme']);
	});
});

describe('lengths', () => {
	it.each([
		['what the device says', withRules([], [6, 4]), [4, 6]],
		['Kwikset', onlineLock('kwikset_lock'), [4, 5, 6, 7, 8]],
		['Lockly', onlineLock('lockly_lock'), [6, 7, 8]],
		['Nuki', onlineLock('nuki_lock'), [6]],
		['Salto', onlineLock('salto_lock'), [6, 7, 8, 9, 10]],
		['Tedee', onlineLock('tedee_lock'), [5, 6, 7, 8]],
		['2N', onlineLock('two_n_intercom'), [4, 5, 6, 7, 8]],
		['Ultraloq', onlineLock('ultraloq_lock'), [4, 5, 6, 7, 8]],
		['anything else', onlineLock('akiles_lock'), [4, 5, 6, 7, 8, 9, 10, 11, 12]],
	])('%s', (_title, device, lengths) => {
		expect(pinRulesOf(device).lengths).toEqual(lengths);
	});

	it.each([
		['123', 'The PIN has 3 digits; this lock takes 4 to 8.'],
		['123456789', 'The PIN has 9 digits; this lock takes 4 to 8.'],
		['12a4', 'The PIN must consist of digits only.'],
		['١٢٣٤', 'The PIN must consist of digits only.'],
	])('%s is refused in words', (pin, sentence) => {
		expect(pinViolation(pin, pinRulesOf(withRules([])))?.sentence).toBe(sentence);
	});

	it.each([
		[[6], 'this lock takes exactly 6'],
		[[4, 6], 'this lock takes 4 or 6'],
		[[4, 6, 8], 'this lock takes 4, 6 or 8'],
		[[4, 5, 6], 'this lock takes 4 to 6'],
		[[], 'no length suits all of these locks'],
	])('%j is told as %s', (lengths, told) => {
		expect(describeLengths(lengths)).toBe(told);
	});

	it('of Nuki and Tedee come with their documented rules', () => {
		expect(pinRulesOf(onlineLock('nuki_lock')).digitRules).toEqual([
			'no_zeros',
			'cannot_start_with_12',
		]);
		expect(pinRulesOf(onlineLock('tedee_lock')).digitRules).toEqual([
			'at_least_three_unique_digits',
			'no_ascending_or_descending_sequence',
		]);
	});

	it('that the device names count instead of the documented ones', () => {
		expect(pinRulesOf(withRules(['no_all_same_digits'], [6], 'nuki_lock')).digitRules).toEqual([
			'no_all_same_digits',
		]);
	});
});

describe('whether a PIN may be chosen', () => {
	it.each([
		['any lock', withRules([]), 'freely'],
		['one that says no', withRules(['cannot_specify_pin_code']), 'no'],
		['one with known PINs', withRules(['pin_code_matches_existing_set']), 'from_known_pins'],
		['Salto', onlineLock('salto_lock'), 'no'],
		[
			'Salto with the subscription',
			onlineLock('salto_lock', {
				properties: { salto_ks_metadata: { has_custom_pin_subscription: true } },
			}),
			'freely',
		],
		['KeyNest', onlineLock('keynest_key'), 'no'],
	])('%s', (_title, device, canBeChosen) => {
		expect(pinRulesOf(device).canBeChosen).toBe(canBeChosen);
	});
});

describe('several locks', () => {
	it('share the lengths and all rules', () => {
		const combined = combinePinRules([
			pinRulesOf(withRules(['no_zeros'], [4, 5, 6])),
			pinRulesOf(withRules(['cannot_contain_089', 'odd_rule'], [6, 7])),
		]);
		expect(combined).toMatchObject({
			lengths: [6],
			digitRules: ['no_zeros', 'cannot_contain_089'],
			unknownRules: ['odd_rule'],
			canBeChosen: 'freely',
		});
	});

	it('may share no length', () => {
		const combined = combinePinRules([
			pinRulesOf(withRules([], [4])),
			pinRulesOf(withRules([], [6])),
		]);
		expect(combined.lengths).toEqual([]);
		expect(acceptsPin('924715', combined)).toBe(false);
	});

	it('are as free as the least free', () => {
		const salto = pinRulesOf(onlineLock('salto_lock'));
		expect(combinePinRules([pinRulesOf(withRules([])), salto]).canBeChosen).toBe('no');
		expect(combinePinRules([]).canBeChosen).toBe('no');
	});
});

describe('PINs that nobody should get', () => {
	it.each([
		'0000',
		'1111',
		'1234',
		'4321',
		'9876',
		'7890',
		'0987',
		'1212',
		'123123',
		'1984',
		'2026',
		'012345',
		'99999999',
		'1122',
		'1004',
		'2580',
		'0852',
		'112233',
		'123321',
		'147258',
		'159753',
		'111222',
		'12321',
		'2468',
		'9753',
		'741852',
		'1098',
		'110099',
		'112358',
		'0007',
		'5683',
		'8675309',
	])('%s is weak', (pin) => {
		expect(isWeakPin(pin)).toBe(true);
		expect(acceptsPin(pin, pinRulesOf(withRules([], [4, 5, 6, 7, 8])))).toBe(false);
	});

	it.each(['4829', '1243', '2101', '8520', '192837', '20261'])('%s is not', (pin) => {
		expect(isWeakPin(pin)).toBe(false);
	});
});
