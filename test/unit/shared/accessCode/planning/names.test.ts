import { planBooking } from '../../../../../nodes/shared/accessCode/deciding/bookingOnLock';
import { existingCode, onlineLock, wishOf } from '../fixtures';

const now = Date.parse('2027-01-01T00:00:00Z');
const strict = onlineLock('kwikset_lock', {
	properties: {
		code_constraints: [
			{ constraint_type: 'name_length', min_length: 2, max_length: 14 },
			{ constraint_type: 'name_must_be_unique' },
		],
	},
});

describe('two guests of one name on a lock that wants names to differ', () => {
	it.each([
		['letters', 'Ada Lovelace of London'],
		['emoji', '😀😀😀😀😀😀😀😀😀😀'],
		['families', '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧'],
		['accents of their own', 'Zoe\u0301 Zoe\u0301 Zoe\u0301 Zoe\u0301'],
		['ligatures', 'ﬁﬂﬁﬂﬁﬂﬁﬂﬁﬂﬁﬂ'],
	])('both get their codes: %s', (_what, name) => {
		const planFor = (identity: string, managedCodes: Array<{ name?: string }>) =>
			planBooking(
				{
					device: strict,
					wish: wishOf({ access: 'ongoing', name }),
					now,
					identity,
					managedCodes: managedCodes.map((code) => existingCode(code)),
					unmanagedCodes: [],
					codesElsewhere: [],
					whenBookingHasCode: 'update',
				},
				wishOf({ access: 'ongoing', name }),
			).request;
		const first = planFor('HA-1', []);
		expect(planFor('HA-2', [first]).name).not.toBe(first.name);
	});
});
