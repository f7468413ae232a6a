import { pinChangeOf } from '../../../../../nodes/shared/accessCode/deciding/pinChange';
import { existingCode, wishOf } from '../fixtures';

const START = '2027-03-01T15:00:00Z';
const BEFORE = Date.parse('2027-02-01T00:00:00Z');
const DURING = Date.parse('2027-03-02T00:00:00Z');
const held = { code: '482915', starts_at: START, ends_at: '2027-03-05T11:00:00Z' };
const refused = { ...held, errors: [{ error_code: 'code_constraints_violated' }] };

const generated = { source: 'generated' } as const;
const same = { source: 'custom', code: '482915' } as const;
const other = { source: 'custom', code: '924175' } as const;

it.each([
	['nothing asked', held, generated, 'update', BEFORE, [false, false]],
	['a new one asked', held, generated, 'new_pin', DURING, [true, true]],
	['refused by the lock', refused, generated, 'update', DURING, [true, true]],
	['the same custom one', held, same, 'update', BEFORE, [false, false]],
	['another custom one, before the stay', held, other, 'update', BEFORE, [true, false]],
	['another custom one, in the stay', held, other, 'update', DURING, [false, false, 'pin_kept']],
	['another custom one, in the stay, asked', held, other, 'new_pin', DURING, [true, true]],
	['another custom one for one that was refused', refused, other, 'update', DURING, [true, true]],
	[
		'the same custom one although it was refused',
		refused,
		same,
		'update',
		DURING,
		[false, true, 'pin_refused_by_lock'],
	],
] as const)('%s', (_what, fields, pin, whenBookingHasCode, now, expected) => {
	const change = pinChangeOf(existingCode(fields), wishOf({ pin }), { whenBookingHasCode, now });
	const warned = change.warnings.map(({ code }) => code);
	expect([change.isChanged, change.isSpent, ...warned]).toEqual(expected);
});
