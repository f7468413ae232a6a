import {
	formatForGuests,
	isKnownLanguage,
	USUAL_FORM,
	withGuestTimes,
	type DateForm,
} from '../../../../nodes/shared/time/guestTime';

const AT = Date.parse('2027-03-01T14:00:00Z');
const form = (language: string, clock: DateForm['clock'] = 'language') => ({ language, clock });

describe('a time for a guest', () => {
	it.each<[DateForm, string]>([
		[USUAL_FORM, '1 March 2027, 15:00'],
		[form('en-US'), 'March 1, 2027, 3:00 PM'],
		[form('en-US', '24_hours'), 'March 1, 2027, 15:00'],
		[form('en-GB', '12_hours'), '1 March 2027, 3:00 pm'],
		[form('de'), '1. März 2027, 15:00'],
		[form('fr-CA', '24_hours'), '1 mars 2027, 15 h 00'],
	])('%j: %s', (as, told) => {
		expect(formatForGuests(AT, 'Europe/Rome', as)).toBe(told);
	});

	it('is that of the zone at that moment, and says UTC if no zone is known', () => {
		const july = Date.parse('2027-07-01T14:00:00Z');
		expect(formatForGuests(july, 'Europe/Rome', USUAL_FORM)).toBe('1 July 2027, 16:00');
		expect(formatForGuests(AT, null, USUAL_FORM)).toBe('1 March 2027, 14:00 UTC');
	});

	it('has midnight as 00:00 and 12 am', () => {
		const midnight = Date.parse('2027-03-01T23:00:00Z');
		expect(formatForGuests(midnight, 'Europe/Rome', form('en-US', '24_hours'))).toMatch(/, 00:00$/);
		expect(formatForGuests(midnight, 'Europe/Rome', form('en-US'))).toMatch(/, 12:00 AM$/);
	});
});

describe('times within a sentence', () => {
	it('get the same form, whatever else stands there', () => {
		const sentence = 'Open it between 2027-03-01 15:00 and 2027-03-02 15:00:30 UTC, code 2027-03.';
		expect(withGuestTimes(sentence, form('en-US'))).toBe(
			'Open it between March 1, 2027, 3:00 PM and March 2, 2027, 3:00 PM UTC, code 2027-03.',
		);
	});

	it('stay if they are none', () => {
		expect(withGuestTimes('Call 2027-13-41 99:99.', USUAL_FORM)).toBe('Call 2027-13-41 99:99.');
	});
});

it.each([
	['en-GB', true],
	['pt-BR', true],
	['Klingon', false],
	['not a tag', false],
])('%s is a language that dates can be written in: %s', (tag, isKnown) => {
	expect(isKnownLanguage(tag)).toBe(isKnown);
});
