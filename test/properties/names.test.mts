// Names of guests in any script on locks that show little of a name and want every name to differ.
import fc from 'fast-check';
import {
	composeName,
	nameWithoutTag,
	readTag,
} from '../../nodes/shared/accessCode/deciding/bookingIdentity';
import { nameShownOnLock } from '../../nodes/shared/accessCode/nameOnLock';
import { checkName } from '../../nodes/shared/accessCode/planning/nameOfPlan';
import { accessCodeSchema } from '../../nodes/shared/schema/accessCode';
import { deviceSchema } from '../../nodes/shared/schema/device';

/** What people and their telephones write: emoji of several parts, accents of their own, ligatures, halves. */
const piece = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 3 }),
	fc.string({ unit: 'binary', maxLength: 3 }),
	fc.constantFrom('👨‍👩‍👧‍👦', '👍🏽', '🇮🇹', 'e\u0301\u0323', 'ﬁ', 'Ada', ' ', '\u200d', 'Å'),
);
const guest = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const maxLength = fc.integer({ min: 6, max: 40 });
const RUNS = { numRuns: 3000, seed: 20_261_125 };
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,11}$/);

const lock = (most: number) =>
	deviceSchema.parse({
		device_id: 'lock',
		device_type: 'nuki_lock',
		properties: {
			code_constraints: [
				{ constraint_type: 'name_length', max_length: most },
				{ constraint_type: 'name_must_be_unique' },
			],
		},
	});

test('two bookings of one name never refuse each other', () => {
	fc.assert(
		fc.property(guest, key, key, maxLength, (name, one, other, most) => {
			fc.pre(one !== other);
			const limits = { maxLength: most, mustBeUnique: true };
			const [first, second] = [one, other].map((identity) =>
				composeName({ name, identity, limits }),
			);
			const code = accessCodeSchema.parse({
				access_code_id: 'first',
				device_id: 'lock',
				name: first,
			});
			expect(() => checkName(second, lock(most), [code])).not.toThrow();
		}),
		RUNS,
	);
});

test('what a lock shows ends in a whole character and fits', () => {
	const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
	fc.assert(
		fc.property(guest, maxLength, (name, most) => {
			const shown = nameShownOnLock(name, most);
			expect(shown.length).toBeLessThanOrEqual(most);
			expect(name.startsWith(shown)).toBe(true);
			const boundaries = [...characters.segment(name)].map(({ index }) => index);
			expect([...boundaries, name.length]).toContain(shown.length);
		}),
		RUNS,
	);
});

test('a name that comes back from Seam makes the same name again', () => {
	const limits = fc.record({
		maxLength: fc.option(maxLength, { nil: undefined }),
		mustBeUnique: fc.boolean(),
	});
	fc.assert(
		fc.property(guest, key, limits, (name, identity, limits) => {
			const composed = composeName({ name, identity, limits });
			expect(readTag(composed)?.identity).toBe(identity);
			// Of a name whose first character is too large nothing is left.
			const isLost = nameWithoutTag(composed) === '';
			const expected = isLost ? composeName({ name: '', identity, limits }) : composed;
			for (const again of [composed, nameWithoutTag(composed)]) {
				expect(composeName({ name: again, identity, limits })).toBe(expected);
			}
		}),
		RUNS,
	);
});
