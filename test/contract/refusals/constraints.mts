import type { Row } from './row.mts';

const constraint = (type: string, more = {}) => ({
	properties: {
		supported_code_lengths: [4, 5, 6],
		code_constraints: [{ constraint_type: type, ...more }],
	},
});

const row = (
	type: string,
	what: string,
	{ refused, accepted, says }: { refused: string; accepted: string; says: RegExp },
): Row => ({
	section: `code_constraints: ${type}`,
	what,
	template: 'august',
	overrides: constraint(type),
	refused: { code: refused },
	accepted: { code: accepted },
	says,
});

const future = { ends_at: '2026-06-12T10:00:00Z' };

/** Every constraint type of Seam's device schema. */
export const constraintRows: Row[] = [
	row('no_zeros', 'a zero', { refused: '45670', accepted: '45671', says: /cannot contain 0/ }),
	row('cannot_start_with_12', 'a one and a two in front', {
		refused: '12987',
		accepted: '13987',
		says: /cannot start with 12/,
	}),
	row('no_triple_consecutive_ints', 'three digits in a row', {
		refused: '12390',
		accepted: '12490',
		says: /consecutive/,
	}),
	row('no_triple_consecutive_ints', 'three equal digits', {
		refused: '77790',
		accepted: '77190',
		says: /equal/,
	}),
	row('no_ascending_or_descending_sequence', 'an ascending sequence', {
		refused: '1234',
		accepted: '1324',
		says: /sequence/,
	}),
	row('no_ascending_or_descending_sequence', 'a descending sequence', {
		refused: '9876',
		accepted: '9786',
		says: /sequence/,
	}),
	row('at_least_three_unique_digits', 'two different digits only', {
		refused: '11221',
		accepted: '11231',
		says: /three different/,
	}),
	row('cannot_contain_089', 'an eight', { refused: '45608', accepted: '45617', says: /0, 8 or 9/ }),
	row('cannot_contain_0789', 'a seven', {
		refused: '45617',
		accepted: '45616',
		says: /0, 7, 8 or 9/,
	}),
	row('unique_first_four_digits', 'a repeated digit among the first four', {
		refused: '45645',
		accepted: '45675',
		says: /first four/,
	}),
	row('no_all_same_digits', 'one digit alone', {
		refused: '4444',
		accepted: '4443',
		says: /repeat/,
	}),
	{
		section: 'code_constraints: cannot_specify_pin_code',
		what: 'any PIN',
		template: 'august',
		overrides: constraint('cannot_specify_pin_code'),
		refused: { code: '4821' },
		accepted: {},
		says: /cannot be chosen/,
	},
	{
		section: 'code_constraints: pin_code_matches_existing_set',
		what: 'a PIN that the account does not know',
		template: 'salto',
		acceptedBy: { properties: { salto_ks_metadata: { has_custom_pin_subscription: true } } },
		refused: { code: '482193' },
		accepted: { code: '482193' },
		says: /already knows/,
	},
	{
		section: 'code_constraints: start_date_in_future',
		what: 'a start that has passed',
		template: 'august',
		overrides: constraint('start_date_in_future'),
		refused: { ...future, starts_at: '2026-06-01T09:59:00Z' },
		accepted: { ...future, starts_at: '2026-06-01T10:15:00Z' },
		says: /in the future/,
	},
	{
		section: 'code_constraints: name_length',
		what: 'a name that is too short',
		template: 'august',
		overrides: constraint('name_length', { min_length: 2, max_length: 14 }),
		refused: { name: 'A' },
		accepted: { name: 'Al' },
		says: /2 characters/,
	},
	{
		section: 'code_constraints: name_must_be_unique',
		what: 'a name that another code has',
		template: 'august',
		overrides: constraint('name_must_be_unique'),
		before: [{ name: 'Ada' }],
		refused: { name: 'Ada' },
		accepted: { name: 'Ada L' },
		says: /this name/,
	},
];
