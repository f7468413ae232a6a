import { nameShownOnLock } from '../../../../nodes/shared/accessCode/nameOnLock';

describe('what a lock shows of a name', () => {
	it.each([
		['all, without a limit', '😀😀😀', null, '😀😀😀'],
		['all that fits', 'Ada', 3, 'Ada'],
		['the first letters', 'Ada Lovelace', 7, 'Ada Lov'],
		['no half emoji', 'Ada 😀', 5, 'Ada '],
		['an emoji counted as two', '😀😀😀', 4, '😀😀'],
		['no family without its child', 'A👨‍👩‍👧', 8, 'A'],
		['no emoji without its colour', '👍🏽👍🏽', 6, '👍🏽'],
		['no letter without its accent', 'Zoe\u0301', 3, 'Zo'],
		['no flag by halves', '🇮🇹🇮🇹', 6, '🇮🇹'],
		['a ligature as one', 'ﬁﬁﬁ', 2, 'ﬁﬁ'],
		['nothing of what is too large', '👨‍👩‍👧', 4, ''],
	])('%s', (_what, name, maxLength, shown) => {
		expect(nameShownOnLock(name, maxLength)).toBe(shown);
	});
});
