import { Temporal } from 'temporal-polyfill';

import { readDateRule } from '../../../../nodes/shared/time/dateRule';
import { readIsoDuration } from '../../../../nodes/shared/time/duration';
import {
	formatDuration,
	formatForPeople,
	formatInZone,
} from '../../../../nodes/shared/time/format';
import { DAY, HOUR, MINUTE } from '../../../../nodes/shared/time/instant';
import {
	formatTimeOfDay,
	readSlotTime,
	readTimeOfDay,
} from '../../../../nodes/shared/time/timeOfDay';

describe('durations', () => {
	it.each([
		['PT1H', HOUR],
		['PT672H', 672 * HOUR],
		['P29D', 29 * DAY],
		['P367D', 367 * DAY],
		['P1W', 7 * DAY],
		['P1DT12H30M', DAY + 12 * HOUR + 30 * MINUTE],
		['PT90S', 90_000],
	])('%s', (text, length) => {
		expect(readIsoDuration(text)).toEqual({ shortest: length, longest: length });
	});

	it('takes the shortest and the longest month and year', () => {
		expect(readIsoDuration('P1M')).toEqual({ shortest: 28 * DAY, longest: 31 * DAY });
		expect(readIsoDuration('P1Y')).toEqual({ shortest: 365 * DAY, longest: 366 * DAY });
	});

	it.each(['', 'P', 'PT', 'P1', '29 days', 'P-1D', 'p1d', undefined, null, 29])(
		'can’t read %p',
		(text) => {
			expect(readIsoDuration(text)).toBeNull();
		},
	);

	it.each([
		[0, '0 minutes'],
		[MINUTE, '1 minute'],
		[HOUR, '1 hour'],
		[28 * DAY + 6 * HOUR, '28 days 6 hours'],
		[DAY + 90 * MINUTE, '1 day 1 hour 30 minutes'],
		[59.7 * MINUTE, '1 hour'],
		[2 * HOUR - 1, '2 hours'],
		[DAY - 1000, '1 day'],
		[60 * MINUTE, '1 hour'],
		[20_000, 'less than a minute'],
	])('tells %d as %s', (length, told) => {
		expect(formatDuration(length)).toBe(told);
	});
});

describe('times of day', () => {
	it.each([
		['07:00:00[America/Los_Angeles]', '07:00', 'America/Los_Angeles'],
		['15:30:00[PST8PDT]', '15:30', 'PST8PDT'],
		['15:30:00-08:00[America/Los_Angeles]', '15:30', 'America/Los_Angeles'],
		['15:30-0800[America/Los_Angeles]', '15:30', 'America/Los_Angeles'],
		['23:59', '23:59', null],
		['00:00:00', '00:00', null],
	])('of a slot: %s', (text, time, zone) => {
		const read = readSlotTime(text);
		expect(read && [formatTimeOfDay(read.time), read.zone]).toEqual([time, zone]);
	});

	it.each([
		'25:00:00[America/Los_Angeles]',
		'07:61',
		'7am',
		'07:00[Mars/Base]',
		'',
		undefined,
		null,
		700,
		{},
	])('of a slot that can’t be read: %p', (text) => {
		expect(readSlotTime(text)).toBeNull();
	});

	it.each([
		['15:00', 15 * HOUR],
		['9:30', 9.5 * HOUR],
		['00:00:00', 0],
	])('of a person: %s', (text, time) => {
		expect(readTimeOfDay(text, 'checkInTime')).toBe(time);
	});

	it.each(['', '24:00', '15', '3 pm', null, 15])('of a person that is none: %p', (text) => {
		expect(() => readTimeOfDay(text, 'checkInTime')).toThrow(
			`“${String(text)}” is not a time of day.`,
		);
	});
});

describe('formats', () => {
	it.each([
		['Asia/Singapore', '2027-03-29T15:00:00+08:00', '2027-03-29 15:00'],
		['Asia/Kathmandu', '2027-03-29T12:45:00+05:45', '2027-03-29 12:45'],
		['America/St_Johns', '2027-03-29T04:30:00-02:30', '2027-03-29 04:30'],
		['UTC', '2027-03-29T07:00:00+00:00', '2027-03-29 07:00'],
		[null, '2027-03-29T07:00:00Z', '2027-03-29 07:00 UTC'],
	])('in %s', (zone, iso, told) => {
		const at = Date.parse('2027-03-29T07:00:00Z');
		expect(formatInZone(at, zone)).toBe(iso);
		expect(formatForPeople(at, zone)).toBe(told);
	});
});

describe('date rules', () => {
	const datesOf = (rule: string, from = '2027-03-01', days = 31) => {
		const read = readDateRule(rule);
		if (!('rule' in read)) return read.unsupported;
		const first = Temporal.PlainDate.from(from);
		return Array.from({ length: days }, (_, day) => first.add({ days: day }))
			.filter((date) => read.rule(Date.parse(`${date.toString()}T00:00Z`)))
			.map((date) => date.day);
	};

	it.each([
		['FREQ=WEEKLY;BYDAY=SA', [6, 13, 20, 27]],
		['RRULE:FREQ=WEEKLY;BYDAY=SA,SU;WKST=MO', [6, 7, 13, 14, 20, 21, 27, 28]],
		['FREQ=MONTHLY;BYDAY=1MO,3MO', [1, 15]],
		['FREQ=MONTHLY;BYDAY=1SU', [7]],
		['FREQ=MONTHLY;BYDAY=2MO', [8]],
		['FREQ=MONTHLY;BYDAY=-1WE', [31]],
		['FREQ=MONTHLY;BYDAY=-1TH', [25]],
		['FREQ=MONTHLY;BYDAY=-2WE', [24]],
		['FREQ=MONTHLY;BYDAY=-5MO', [1]],
		['FREQ=MONTHLY;BYDAY=-1FR', [26]],
		['FREQ=MONTHLY;BYDAY=+2TU', [9]],
		['FREQ=MONTHLY;BYMONTHDAY=1,15', [1, 15]],
		['FREQ=MONTHLY;BYMONTHDAY=-1', [31]],
		['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=SA', [13]],
		['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10', [10]],
		['FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=10', []],
		['FREQ=DAILY;BYMONTHDAY=5;INTERVAL=1', [5]],
	])('%s', (rule, dates) => {
		expect(datesOf(rule)).toEqual(dates);
	});

	it.each([
		['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', ['INTERVAL=2']],
		['FREQ=WEEKLY', ['FREQ=WEEKLY']],
		['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', ['BYSETPOS=1']],
		['FREQ=DAILY;COUNT=3', ['COUNT=3']],
		['FREQ=DAILY;UNTIL=20270401T000000Z', ['UNTIL=20270401T000000Z']],
		['FREQ=YEARLY;BYDAY=20MO', ['BYDAY=20MO']],
		['FREQ=HOURLY;BYDAY=MO', ['FREQ=HOURLY']],
		['BYDAY=MO', ['no FREQ']],
		['FREQ=MONTHLY;BYMONTHDAY=32', ['BYMONTHDAY=32']],
		['FREQ=WEEKLY;BYDAY=XX', ['BYDAY=XX']],
		['', ['no FREQ']],
	])('names what it can’t read of %p', (rule, unsupported) => {
		expect(datesOf(rule)).toEqual(unsupported);
	});
});
