// What the demo prints fits a terminal of 80 columns, and what it gives to paste is a booking.
import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { brandOf } from '../../sandbox/maker.mts';
import { nightAt, type Booking, type Lock } from '../../scripts/demo/bookings.mts';
import type { Tried } from '../../scripts/demo/keypad.mts';
import { confirmation, readOutcome, type Outcome } from '../../scripts/demo/outcome.mts';
import { reportOf } from '../../scripts/demo/report.mts';
import type { Arrived } from '../../scripts/demo/stay.mts';
import { COLUMNS } from '../../scripts/demo/text.mts';
import { whatNext, type After } from '../../scripts/demo/whatNext.mts';
import { kindInWords } from '../../scripts/demo/words.mts';
import type { Execution, Sandbox } from '../e2e/harness/index.mts';

const NOW = new Date('2026-11-27T12:00:00Z');
const LOCKS = ['smartthings', 'august', 'oracode_classic'].map(
	(alias): Lock => ({
		alias,
		name: `The Door of ${alias}`,
		deviceId: '1',
		listing: `listing-${alias}`,
		zone: 'America/New_York',
		isOnline: true,
	}),
);
/** A visit came first, which is no run of Booking to PIN, then a booking by this run. */
const arrivedAs = (run: string): Arrived[] =>
	(['visit', 'booking'] as const).map((path) => ({
		booking: { path } as Booking,
		executionId: path === 'booking' ? run : '3',
	}));
const STAGE = {
	n8n: { baseUrl: 'http://127.0.0.1:65535' },
	sandbox: { baseUrl: 'http://127.0.0.1:65534' },
	workflows: { booking: 'abcdefghijklmnop', visit: '' },
	arrived: arrivedAs('4'),
} as After;

const OUTCOME = {
	booking: { title: 'Edsger Dijkstra, 35 nights from 2026-12-09 (Smoobu: dates only)' },
	lock: 'Orchard Loft',
	lockName: 'Orchard Loft, dormakaba Oracode (America/Los_Angeles)',
	kind: 'offline daily bound',
	reasons: ['time_frame_option: '.padEnd(300, 'a word '), 'pin: assigned by the maker'],
	asked: '2026-12-09 15:00 +08:00 → 2027-01-13 11:00 +08:00',
	granted: {
		startsAt: null,
		endsAt: null,
		text: '2026-12-09 15:00 +08:00 → 2027-01-13 15:00 +08:00 (added 240 min after)',
	},
	pinInMessage: '610926580',
	message: 'Hello Edsger Dijkstra, your door code is '.padEnd(280, 'a word '),
	confirmedAt: '2026-11-23T17:06:27.942Z',
	outcome: 'assigned',
	confirmedBy: 'assigned: '.padEnd(120, 'a word '),
} as Outcome;

const tried = (opened: boolean) =>
	[
		{ outcome: OUTCOME, when: 'a minute after the granted end', shouldOpen: false, opened },
		{ outcome: OUTCOME, when: 'at check-in', shouldOpen: true, opened: true },
	] as Tried[];

test.each([true, false])('no line of the report is longer (brief: %s)', (isBrief) => {
	const { lines, isAllRight } = reportOf([OUTCOME], tried(false), { isBrief });
	expect(isAllRight).toBe(true);
	expect(lines.filter(({ length }) => length > COLUMNS)).toEqual([]);
	expect(lines.join('\n')).toContain('610926580');
});

test.each([true, false])('the kind of code is told in words for hosts (brief: %s)', (isBrief) => {
	const { lines } = reportOf([OUTCOME], tried(false), { isBrief });
	expect(lines).toContain(
		'  kind of code  works without internet, by the day (offline daily bound)',
	);
});

test('a door that opens when it should not makes the report say so', () => {
	const { lines, isAllRight } = reportOf([OUTCOME], tried(true));
	expect(isAllRight).toBe(false);
	expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('✗ WRONG: opens a minute after');
	expect(lines.at(-1)).toBe('1 things went wrong.');
});

test('a confirmation names guest, PIN and lock in one line', () => {
	expect(confirmation(OUTCOME)).toBe(
		'Edsger Dijkstra: PIN 610926580 for Orchard Loft is confirmed (assigned)',
	);
});

test('why a code was chosen is told in the words of its plan', async () => {
	const window = { starts_at: '2026-12-09T15:00:00+08:00', ends_at: null };
	const outputs = {
		'Seam Get Device': {
			name: 'Seaview 7',
			manufacturer: 'dormakaba Oracode',
			time_zone: 'America/Los_Angeles',
		},
		'Seam Create Access Code': {
			plan: {
				kind: 'offline_one_time_use',
				reasons: [
					{
						because: 'The code is offline, as no online code can be had.',
						rule: 'offline',
						value: 'offline, as no online code can be had',
						source: 'device.can_program_offline_access_codes',
					},
				],
				window: { asked: window, granted: window, minutes_added_before: 0, minutes_added_after: 0 },
			},
		},
		'Seam Wait for Code Set': { outcome: 'assigned', why: 'The PIN is assigned.' },
	};
	const runData = Object.fromEntries(
		Object.entries(outputs).map(([node, json]) => [node, [{ data: { main: [[{ json }]] } }]]),
	);
	const booking = { key: 'B-1', title: 'Mario, a visit' } as Booking;
	const sandbox = {
		messages: async () => [{ booking: 'B-1', text: 'Hello Mario, your door code is 123456.' }],
	} as unknown as Sandbox;
	const execution = { data: { resultData: { runData } } } as unknown as Execution;

	const outcome = await readOutcome(booking, execution, sandbox);

	expect(outcome.reasons).toEqual(['The code is offline, as no online code can be had.']);
	expect(outcome.lockName).toBe('Seaview 7, dormakaba Oracode (America/Los_Angeles)');
});

test('the end says where to look, which listings there are, and that nothing is kept', () => {
	const lines = whatNext(STAGE, LOCKS, NOW);
	expect(lines.filter(({ length }) => length > COLUMNS)).toEqual([]);
	const text = lines.join('\n');
	expect(text).toContain('http://127.0.0.1:65535/workflow/abcdefghijklmnop/executions/4');
	expect(text).toContain('owner@example.com / Seam-demo-2027');
	expect(text).toContain('Visit to PIN');
	expect(text).toContain('http://127.0.0.1:65534/');
	expect(text).toContain('http://127.0.0.1:65535/form/guest');
	for (const { listing } of LOCKS) expect(text).toContain(listing);
	expect(text).toContain('the next run starts anew');
});

test('docs/demo.md names kinds, makers and time zones as the demo does', () => {
	const page = readFileSync(new URL('../../docs/demo.md', import.meta.url), 'utf8');
	const kinds = [...page.matchAll(/^ {2}kind of code {2}(.+ \((.+)\))$/gm)];
	expect(kinds.length).toBe(9);
	for (const [, told, kind] of kinds) expect(told).toBe(kindInWords(kind));
	const locks = [...page.matchAll(/^ {2}lock {10}.+, (.+) \((.+)\)$/gm)];
	expect(locks.length).toBe(9);
	for (const [, maker, zone] of locks) {
		expect(brandOf(maker.toLowerCase().replaceAll(' ', '_'))).toBe(maker);
		expect(zone).toMatch(/^[A-Z]\w+\/\w+$/);
	}
});

test('docs/demo.md shows what the end says', () => {
	const page = readFileSync(new URL('../../docs/demo.md', import.meta.url), 'utf8');
	const [block] = /^1\. Open n8n:[^]*?(?=\n```$)/m.exec(page)!;
	const [, n8n, workflow, run] =
		/^1\. Open n8n: {2}(\S+)\/workflow\/(\w+)\/executions\/(\d+)$/m.exec(block)!;
	const [, sandbox] = /Open the doors: {2}(\S+)\//.exec(block)!;
	const [, arrival] = /"arrival":"([\d-]+)"/.exec(block)!;
	const stage = {
		n8n: { baseUrl: n8n },
		sandbox: { baseUrl: sandbox },
		workflows: { booking: workflow, visit: '' },
		arrived: arrivedAs(run),
	} as After;
	const [, listings] = /Listings that have a lock: ([^]*?)\.\n/.exec(block)!;
	const locks = listings
		.replaceAll('\n', ' ')
		.split(', ')
		.map((text): Lock => {
			const [, listing, name] = /^(\S+) \((.+)\)$/.exec(text)!;
			return { ...LOCKS[0], alias: listing.replace(/^listing-/, ''), name, listing };
		});
	const theDayBefore = new Date(Date.parse(`${arrival}T12:00:00Z`) - 24 * 3_600_000);
	expect(whatNext(stage, locks, theDayBefore).join('\n').trim()).toBe(block);
});

test('what it gives to paste is one command that sends a booking', async () => {
	const text = whatNext(STAGE, LOCKS, NOW).join('\n');
	const command = text.slice(text.indexOf('curl '), text.indexOf("}'") + 2);
	// The shell's own reading of it, with a `curl` that prints its arguments.
	const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
	const { stdout } = await execa(script, { shell: true });
	const printed = stdout.split('\0');
	expect(printed.slice(0, 4)).toEqual([
		'http://127.0.0.1:65535/webhook/booking',
		'-H',
		'content-type: application/json',
		'-d',
	]);
	expect(JSON.parse(printed[4])).toEqual(nightAt(LOCKS[1], 'Your Name', 9001, NOW));
	expect(printed[4]).toContain('"arrival":"2026-11-28"');
});
