import {
	acceptsPin,
	choosePin,
	combinePinRules,
	describeLengths,
	pinRulesOf,
	pinViolation,
	violatedPinRule,
} from '../../../../../nodes/shared/accessCode/pin/pinRules';
import { isWeakPin } from '../../../../../nodes/shared/accessCode/pin/weakPin';
import { existingCode, onlineLock, planOf, refusalOf, warningCodes } from '../fixtures';

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
		['cannot_contain_0789', '1236', '1237'],
		['unique_first_four_digits', '12344', '12314'],
		['no_all_same_digits', '1112', '1111'],
	])('%s: %s keeps it, %s breaks it', (rule, keeps, breaks) => {
		const rules = pinRulesOf(withRules([rule]));
		expect(pinViolation(keeps, rules)).toBeNull();
		expect(pinViolation(breaks, rules)).toMatchObject({ rule, marking: 'rule' });
		expect(violatedPinRule(breaks, rules)).not.toContain(breaks);
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

	it('names the ones that it does not know', () => {
		const device = withRules(['no_zeros', 'must_rhyme']);
		expect(pinRulesOf(device).unknownRules).toEqual(['must_rhyme']);
		const plan = planOf(device, { access: 'ongoing' });
		expect(plan.warnings).toContainEqual({
			code: 'unknown_code_constraint',
			message: expect.stringContaining('must_rhyme'),
		});
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
		expect(violatedPinRule(pin, pinRulesOf(withRules([])))).toBe(sentence);
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
		expect(pinRulesOf(onlineLock('tedee_lock')).digitRules).toContain(
			'at_least_three_unique_digits',
		);
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
		expect(choosePin(['1357', '924715'], combined)).toBeNull();
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
	])('%s is weak', (pin) => {
		expect(isWeakPin(pin)).toBe(true);
		expect(acceptsPin(pin, pinRulesOf(withRules([], [4, 6, 8])))).toBe(false);
	});

	it.each(['4829', '1243', '2101', '8520', '192837', '20261'])('%s is not', (pin) => {
		expect(isWeakPin(pin)).toBe(false);
	});

	it('are passed over when one is chosen', () => {
		expect(
			choosePin(
				['1234', '12', '5050', '9041', '7316', '8427'],
				pinRulesOf(withRules(['no_zeros'])),
			),
		).toBe('7316');
	});
});

describe('the PIN of a plan', () => {
	const device = withRules(['no_zeros'], [4, 6]);
	const plan = (
		pin: Parameters<typeof planOf>[1]['pin'],
		codes = [existingCode({ code: '7316' })],
		lock = device,
	) => planOf(lock, { access: 'ongoing', pin }, '2026-01-01T00:00:00Z', codes);

	it('is left to Seam', () => {
		expect(plan({ source: 'generated' }).request).not.toHaveProperty('code');
	});

	it.each([
		[6, 6, []],
		[5, undefined, ['preferred_length_not_supported']],
	])('of %d digits preferred sends %p', (preferredLength, sent, warnings) => {
		const planned = plan({ source: 'generated', preferredLength });
		expect(planned.request.preferred_code_length).toBe(sent);
		expect(warningCodes(planned)).toEqual(expect.arrayContaining(warnings));
	});

	it.each<[string, unknown, string]>([
		['text', '9241', '9241'],
		['a number', 9241, '9241'],
		['text with blanks', ' 9241 ', '9241'],
	])('custom from %s', (_title, code, sent) => {
		expect(plan({ source: 'custom', code }).request.code).toBe(sent);
	});

	it('custom and weak is warned of, without the PIN', () => {
		const planned = plan({ source: 'custom', code: '1234' });
		expect(planned.request.code).toBe('1234');
		expect(warningCodes(planned)).toContain('weak_pin');
		expect(JSON.stringify({ ...planned, request: null })).not.toContain('1234');
	});

	it.each<[string, unknown, RegExp]>([
		['letters', '92a1', /digits only/],
		['too short', '924', /has 3 digits; this lock takes 4 or 6/],
		['too long', '9241725', /has 7 digits/],
		['a broken rule', '9041', /must not contain 0/],
		['taken by another code', '7316', /already used by another code/],
		['nothing', '', /empty or not text/],
		['an object', {}, /empty or not text/],
	])('custom is refused: %s', (_title, code, message) => {
		const refusal = refusalOf(
			device,
			{ access: 'ongoing', pin: { source: 'custom', code } },
			'2026-01-01T00:00:00Z',
			[existingCode({ code: '7316', is_managed: false })],
		);
		expect(refusal).toMatchObject({ parameter: 'code', message: expect.stringMatching(message) });
		if (typeof code === 'string' && code !== '') expect(refusal.message).not.toContain(code);
	});

	it('custom is refused where the lock makes its own', () => {
		const refusal = refusalOf(onlineLock('salto_lock'), {
			access: 'ongoing',
			pin: { source: 'custom', code: '924172' },
		});
		expect(refusal.message).toContain('makes its own PINs');
	});

	it('custom on a lock with known PINs is passed on with a warning', () => {
		const planned = plan(
			{ source: 'custom', code: '924172' },
			[],
			withRules(['pin_code_matches_existing_set'], [6]),
		);
		expect(planned.request.code).toBe('924172');
		expect(warningCodes(planned)).toContain('pin_must_be_known');
	});

	it('derived is used where it may be chosen', () => {
		expect(plan({ source: 'derived', code: '924175' }).request.code).toBe('924175');
		expect(
			plan({ source: 'derived', code: '924175' }, [], onlineLock('salto_lock')).request,
		).not.toHaveProperty('code');
	});

	it('derived gives way to a common code key', () => {
		const planned = planOf(device, {
			access: 'ongoing',
			pin: { source: 'derived', code: '924175' },
			commonCodeKey: 'k',
		});
		expect(planned.request).toEqual({ device_id: expect.any(String), common_code_key: 'k' });
	});

	it.each<[string, unknown, string | undefined, string[]]>([
		['its last four digits', '+39 333 123 9241', '9241', []],
		['six where four are weak', '+1 555 911 1111', undefined, ['phone_pin_not_used']],
		['six where four are taken', '+1 555 427316', '427316', []],
		['a number', 5559241, '9241', []],
		['too few digits', '92', undefined, ['phone_pin_not_used']],
		['no digits', 'unknown', undefined, ['phone_pin_not_used']],
		['nothing', undefined, undefined, ['phone_pin_not_used']],
		['a broken rule', '+1 555 900 0041', undefined, ['phone_pin_not_used']],
	])('from a phone: %s', (_title, phone, sent, warnings) => {
		const planned = plan({ source: 'phone', phone });
		expect(planned.request.code).toBe(sent);
		expect(warningCodes(planned).filter((code) => code === 'phone_pin_not_used')).toEqual(warnings);
	});
});
