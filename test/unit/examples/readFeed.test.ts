import { DateTime } from 'luxon';

import { readFeed } from '../../../examples/src/feed/readFeed';

type Input = Parameters<typeof readFeed>[0];

const SETTINGS = {
	...{ listing_id: 'cottage', check_in: '15:00', check_out: '11:00' },
	keep_hours_before_arrival: '24',
};
const LOCK = { device_id: 'lock', time_zone: 'America/Los_Angeles' };

/** `D+4` as a feed writes it, on the lock’s clock. */
const day = (after: number, format = 'yyyyMMdd') =>
	DateTime.now().setZone(LOCK.time_zone).plus({ days: after }).toFormat(format);
const iso = (after: number) => day(after, 'yyyy-MM-dd');

const calendar = (...entries: string[][]) =>
	['BEGIN:VCALENDAR', 'VERSION:2.0']
		.concat(entries.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']))
		.concat('END:VCALENDAR', '')
		.join('\r\n');

const nights = (from: number, to: number) => [
	`DTSTART;VALUE=DATE:${day(from)}`,
	`DTEND;VALUE=DATE:${day(to)}`,
];

const airbnb = (confirmation: string, from: number, to: number) => [
	...nights(from, to),
	`UID:made-up-${day(from)}@airbnb.com`,
	// Folded, as Airbnb’s are.
	'DESCRIPTION:Reservation URL: https://www.airbnb.com/hosting/reservations/',
	` details/${confirmation}\\nPhone Number (Last 4 Digits): 0431`,
	'SUMMARY:Reserved',
];

const tasksOf = (text: string, more: Partial<Input> = {}) =>
	readFeed({
		...{ DateTime, text, feed: 'mark', settings: SETTINGS, lock: LOCK, codes: [], remembered: [] },
		...more,
	});

/** A code of the lock that starts and ends so many days from now. */
const code = (key: string, from: number, to: number) => ({
	name: `Guest [${key}]`,
	starts_at: DateTime.now().plus({ days: from }).toISO(),
	ends_at: DateTime.now().plus({ days: to }).toISO(),
});

describe('what is a stay', () => {
	test('Airbnb: “Reserved”, known by its confirmation code even if its UID and dates change', () => {
		expect(tasksOf(calendar(airbnb('HMROOM0001', 8, 10)))).toEqual([
			expect.objectContaining({
				...{ what: 'stay', about: 'mark-HMROOM0001', booking: 'HMROOM0001', guest: 'Guest' },
				...{ device_id: 'lock', arrives: iso(8), leaves: iso(10), leaves_at: iso(10) },
			}),
		]);
	});

	test('Vrbo: “Reserved - name”, known by its UID', () => {
		const uid = '11111111-1111-4111-8111-111111111111';
		const [task, ...others] = tasksOf(
			calendar([`UID:${uid}`, ...nights(4, 8), 'SUMMARY:Reserved - Guest One']),
		);
		expect(task).toMatchObject({ what: 'stay', booking: uid, guest: 'Guest One' });
		expect(task.about).toMatch(/^mark-[0-9a-z]{6,11}$/);
		expect(others).toEqual([]);
	});

	test('Booking.com: “CLOSED - Not available” may be one, so a person is asked, once for each time', () => {
		const closed = (uid: string) =>
			tasksOf(calendar([`UID:${uid}`, ...nights(4, 8), 'SUMMARY:CLOSED - Not available']));
		const [first] = closed('made-up@booking.com');
		expect(first).toMatchObject({ what: 'trouble', about: 'mark-entry', leaves: iso(8) });
		expect(first.text).toContain(`“CLOSED - Not available”, ${day(4)} to ${day(8)}`);
		expect(closed('another@booking.com')).toMatchObject([{ text: first.text }]);
	});

	test.each(['Airbnb (Not available)', 'Blocked', 'Not available', 'Unavailable'])(
		'blocked time is none: “%s”',
		(summary) => {
			expect(tasksOf(calendar(['UID:1', ...nights(4, 8), `SUMMARY:${summary}`]))).toEqual([]);
		},
	);

	test('a cancelled entry is none', () => {
		expect(tasksOf(calendar([...airbnb('HMROOM0001', 8, 10), 'STATUS:CANCELLED']))).toEqual([]);
	});

	test.each([
		['no end', ['UID:1', `DTSTART;VALUE=DATE:${day(4)}`]],
		['no UID', nights(4, 8)],
		['an end before the start', ['UID:1', ...nights(8, 4)]],
		['an impossible date', ['UID:1', 'DTSTART;VALUE=DATE:20990231', 'DTEND;VALUE=DATE:20990301']],
	])('a stay with %s is trouble, not a code', (_, lines) => {
		expect(tasksOf(calendar([...lines, 'SUMMARY:Reserved']))).toMatchObject([{ what: 'trouble' }]);
	});

	test('a check-in that is no time of day is for Seam Create Access Code to refuse', () => {
		const settings = { ...SETTINGS, check_in: 'noon' };
		expect(tasksOf(calendar(airbnb('HMROOM0001', 8, 10)), { settings })).toMatchObject([
			{ what: 'stay', booking: 'HMROOM0001' },
		]);
	});

	test('what is over is neither a stay nor trouble', () => {
		const past = calendar(airbnb('HMROOM0001', -4, -2), [
			...['UID:1', ...nights(-4, -2), 'SUMMARY:CLOSED'],
		]);
		expect(tasksOf(past)).toEqual([]);
	});

	test('a stay that is over is one while its code still opens the door', () => {
		expect(
			tasksOf(calendar(airbnb('HMROOM0001', -4, -2)), { codes: [code('mark-HMROOM0001', -4, 1)] }),
		).toMatchObject([{ what: 'stay', leaves: iso(-2) }]);
	});
});

describe('how an entry is read', () => {
	const lines = ['UID:manager-1', 'BEGIN:VALARM', 'SUMMARY:Not the guest', 'END:VALARM'];

	test('text is unescaped, and what stands in an alarm is not the entry’s', () => {
		const name = 'Ada Augusta\\, Countess of Lovelace\\; née Byron';
		const [task] = tasksOf(calendar([...lines, ...nights(2, 4), `SUMMARY:Reserved - ${name}`]));
		expect(task).toMatchObject({ guest: 'Ada Augusta, Countess of Lovelace; née Byron' });
	});

	test('a time counts in its own zone, and without one on the lock’s clock', () => {
		const [task] = tasksOf(
			calendar([
				...lines,
				`DTSTART;TZID="Europe/Berlin":${day(2)}T160000`,
				`DTEND:${day(4)}T093000`,
				'SUMMARY:Reserved',
			]),
		);
		const [start, end] = [`${iso(2)}T16:00`, `${iso(4)}T09:30`];
		expect(Date.parse(String(task.arrives))).toBe(
			DateTime.fromISO(start, { zone: 'Europe/Berlin' }).toMillis(),
		);
		expect(Date.parse(String(task.leaves_at))).toBe(
			DateTime.fromISO(end, { zone: LOCK.time_zone }).toMillis(),
		);
		expect(task.leaves).toBe(iso(4));
	});

	test('what the table knows of a stay goes along', () => {
		const row = { about: 'mark-HMROOM0001', told: 'hash', wait: 'hash 12', wait_again_at: 'later' };
		expect(
			tasksOf(calendar(airbnb('HMROOM0001', 8, 10)), { remembered: [{ ...row, missed: 1 }] }),
		).toMatchObject([
			{ what: 'count', about: row.about, missed: 0 },
			{ what: 'stay', ...row },
		]);
	});
});

describe('a stay that is no longer in the feed', () => {
	const others = calendar(airbnb('HMOTHER001', 20, 22));
	const goneOf = (codes: Input['codes'], missed = 0) =>
		tasksOf(others, { codes, remembered: [{ about: 'mark-HMROOM0001', missed }] }).filter(
			({ about }) => about !== 'mark-HMOTHER001',
		);

	test('is only counted at first, and gone at the second poll without it', () => {
		const codes = [code('mark-HMROOM0001', 8, 10)];
		expect(goneOf(codes)).toMatchObject([{ what: 'count', missed: 1, booking: 'HMROOM0001' }]);
		expect(goneOf(codes, 1)).toMatchObject([{ what: 'count', missed: 2 }, { what: 'gone' }]);
	});

	test('keeps its code within the hours before the arrival, and the host is told', () => {
		const [, trouble] = goneOf([code('mark-HMROOM0001', 0.5, 3)], 1);
		expect(trouble).toMatchObject({ what: 'trouble', about: 'mark-HMROOM0001' });
		expect(trouble.text).toContain('begins within 24 hours, so its door code was kept');
	});

	test('keeps its code once it has begun', () => {
		expect(goneOf([code('mark-HMROOM0001', -1, 3)], 5)).toEqual([]);
	});

	test('two feeds for one lock: codes of another feed, and of nobody, are not touched', () => {
		const codes = [code('other-HMHOUSE001', 4, 7), { ...code('', 4, 7), name: 'Cleaner' }];
		const room = calendar(airbnb('HMROOM0001', 8, 10));
		expect(tasksOf(room, { codes })).toMatchObject([{ what: 'stay', booking: 'HMROOM0001' }]);
		expect(tasksOf(calendar(airbnb('HMHOUSE001', 4, 7)), { feed: 'other', codes })).toMatchObject([
			{ what: 'stay', about: 'other-HMHOUSE001' },
		]);
	});
});
