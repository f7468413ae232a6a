import { DateTime } from 'luxon';

import { Refusal } from '../../../../nodes/shared/refusal';
import { ExactTime, readTimeInput } from '../../../../nodes/shared/time/timeInput';

const utc = (text: string) => Date.parse(`${text}Z`);

describe('reading a time', () => {
	it.each<[unknown, string]>([
		['2027-03-01T15:00:00Z', '2027-03-01T15:00:00'],
		['2027-03-01T15:00:00z', '2027-03-01T15:00:00'],
		['2027-03-01T15:00:00+01:00', '2027-03-01T14:00:00'],
		['2027-03-01T15:00:00-0500', '2027-03-01T20:00:00'],
		['2027-03-01T15:00:00+05', '2027-03-01T10:00:00'],
		['2027-03-01T15:00:00-03:30', '2027-03-01T18:30:00'],
		['2027-03-01T15:00:00-00:00', '2027-03-01T15:00:00'],
		['2027-03-01T15:00:00.250+05:45', '2027-03-01T09:15:00.250'],
		['2027-03-01T15:00:00,5Z', '2027-03-01T15:00:00.500'],
		['2027-03-01 15:00:00+01:00', '2027-03-01T14:00:00'],
		['20270301T150000Z', '2027-03-01T15:00:00'],
		['20270301T1500-0800', '2027-03-01T23:00:00'],
		['2027-W09-1T15:00Z', '2027-03-01T15:00:00'],
		['2027-060T15:00:00+01:00', '2027-03-01T14:00:00'],
		['2027-03-01T15:00:00-08:00[America/Los_Angeles]', '2027-03-01T23:00:00'],
		[new Date('2027-03-01T15:00:00Z'), '2027-03-01T15:00:00'],
		[dateOfAnotherRealm('2027-03-01T15:00:00Z'), '2027-03-01T15:00:00'],
		[DateTime.fromISO('2027-03-01T15:00', { zone: 'Asia/Tokyo' }), '2027-03-01T06:00:00'],
		[otherLuxon('2027-03-01T15:00:00Z'), '2027-03-01T15:00:00'],
	])('takes %s as an instant', (value, expected) => {
		expect(readTimeInput(value)).toEqual({ type: 'instant', at: utc(expected) });
	});

	it.each([
		['2027-03-01T15:00', '2027-03-01T15:00'],
		['2027-03-01T15:00:30', '2027-03-01T15:00:30'],
		['2027-03-01 15:00', '2027-03-01T15:00'],
		['  2027-03-01T15:00  ', '2027-03-01T15:00'],
		['20270301T1500', '2027-03-01T15:00'],
		['2027-060T15:00', '2027-03-01T15:00'],
	])('takes %s as a time on the wall', (value, expected) => {
		expect(readTimeInput(value)).toEqual({ type: 'wallClock', wall: utc(expected) });
	});

	it('takes a zone in brackets as meant', () => {
		expect(readTimeInput('2027-03-01T15:00[Europe/Rome]')).toEqual({
			type: 'wallClock',
			wall: utc('2027-03-01T15:00'),
			zone: 'Europe/Rome',
		});
	});

	it.each(['2027-03-01', '20270301', '2027-W09-1', '2027W091', '2027-060', '2027060'])(
		'takes %s as a date, with a zone in brackets too',
		(value) => {
			const date = { type: 'date', midnight: utc('2027-03-01T00:00') };
			expect(readTimeInput(value)).toEqual(date);
			expect(readTimeInput(`${value}[Europe/Rome]`)).toEqual({ ...date, zone: 'Europe/Rome' });
		},
	);

	it('knows that nobody writes 24:00 for a date', () => {
		const midnight = utc('2027-03-02T00:00');
		expect(readTimeInput('2027-03-01T24:00Z')).toEqual({
			type: 'instant',
			at: midnight,
			isTyped: true,
		});
		expect(readTimeInput('2027-03-01T24:00[Europe/Rome]')).toEqual({
			type: 'wallClock',
			wall: midnight,
			zone: 'Europe/Rome',
			isTyped: true,
		});
	});

	it('takes a time of Seam’s as it is', () => {
		expect(readTimeInput(new ExactTime('2027-03-01T00:00:00+01:00'))).toEqual({
			type: 'instant',
			at: utc('2027-02-28T23:00'),
			isExact: true,
		});
	});

	it('takes the date that booking systems send for an open end', () => {
		expect(readTimeInput('9999-12-31')).toEqual({
			type: 'date',
			midnight: utc('9999-12-31T00:00'),
		});
	});

	it.each<[string, unknown]>([
		['a Date', new Date(8.64e15)],
		['a Date before the first year', new Date(-8.64e15)],
		['a DateTime', DateTime.fromMillis(Date.UTC(10_000, 0, 1))],
		['the day after the last whole one', new Date('9999-12-31T00:00:00Z')],
	])('refuses %s outside the years 1 to 9999', (_what, value) => {
		expect(() => readTimeInput(value)).toThrow('The time lies outside the years 1 to 9999.');
	});

	it.each<[string, unknown, RegExp]>([
		['nothing', undefined, /nothing was given/],
		['null', null, /nothing was given/],
		['an empty text', '  ', /empty/],
		['seconds since 1970', 1_800_000_000, /number 1800000000/],
		['seconds since 1970 as text', '1800000000', /is not a date or time/],
		['a list', ['2027-03-01'], /a list/],
		['an object', { year: 2027 }, /type object/],
		['a word', 'tomorrow', /“tomorrow” is not a date or time/],
		['a day that does not exist', '2027-02-29', /not a date/],
		['a month that does not exist', '2027-13-01', /not a date/],
		['an hour that does not exist', '2027-03-01T25:00', /not a date/],
		['24:30', '2027-03-01T24:30', /not a date/],
		['half a minute after 24:00', '2027-03-01T24:00:30', /not a date/],
		['an offset that does not exist', '2027-03-01T15:00+29:00', /not a date/],
		['a year', '2027', /not a date/],
		['a month', '2027-03', /not a date/],
		['a time of day', '15:00', /not a date/],
		['a time of day with T', 'T15:00', /not a date/],
		['a year of five digits', '+012027-03-01', /not a date/],
		['an interval', '2027-03-01/2027-03-05', /not a date/],
		['an American date', '03/01/2027', /not a date/],
		[
			'a zone that does not exist',
			'2027-03-01T15:00[Mars/Base]',
			/Mars\/Base, which does not exist/,
		],
		['a Date of nothing', new Date(Number.NaN), /not a valid one/],
		['a DateTime of nothing', DateTime.fromISO('nonsense'), /not a valid one \(unparsable\)/],
	])('refuses %s', (_what, value, message) => {
		expect(() => readTimeInput(value)).toThrow(Refusal);
		expect(() => readTimeInput(value)).toThrow(message);
	});

	it('does not repeat a long text', () => {
		expect(() => readTimeInput('x'.repeat(10_000))).toThrow(/^“x{39}…” is not/);
		expect(() => readTimeInput('x'.repeat(41))).toThrow(/^“x{39}…” is not/);
		expect(() => readTimeInput('x'.repeat(40))).toThrow(/^“x{40}” is not/);
	});
});

/** A DateTime of another copy of luxon, as n8n's expressions may hand it over. */
function otherLuxon(text: string) {
	return { isLuxonDateTime: true, isValid: true, toMillis: () => Date.parse(text) };
}

/** Not an instance of this realm's Date, as expressions may hand one over. */
function dateOfAnotherRealm(text: string) {
	return { [Symbol.toStringTag]: 'Date', getTime: () => Date.parse(text) };
}
