import { OWNER } from '../../test/e2e/harness/index.mts';
import { nightAt, type Lock } from './bookings.mts';
import { FORM_PATH, type Stage } from './setUp.mts';
import type { Arrived } from './stay.mts';
import { COLUMNS, jsonLines, wrapped } from './text.mts';

/** The booking that a person sends by hand: no other has its number. */
const NUMBER = 9001;
const GUEST = 'Your Name';
/** The lock it is for: one whose code is on the lock at once for a stay that begins tomorrow. */
const LOCK = 'august';

/** What has run: n8n opens at a booking, as the newest in its list are parts of waits. */
export interface After extends Stage {
	arrived: Arrived[];
}

/** The end of the demo: where to look, and what to try, in lines that fit a terminal. */
export function whatNext(
	{ n8n, sandbox, workflows, arrived }: After,
	locks: Lock[],
	now: Date,
): string[] {
	const run = arrived.find(({ booking }) => booking.path === 'booking')?.executionId ?? '';
	const lock = locks.find(({ alias }) => alias === LOCK) ?? locks[0];
	const listings = locks.map(({ listing, name }) => `${listing} (${name})`);
	return [
		'',
		`1. Open n8n:  ${n8n.baseUrl}/workflow/${workflows.booking}/executions/${run}`,
		`   Sign in: ${OWNER.email} / ${OWNER.password} (workflow: Booking to PIN)`,
		'   Runs that open with a yellow note are parts of waits, the others bookings',
		'   (Visit to PIN is the same for visits: its codes open the door once)',
		`2. Open the doors:  ${sandbox.baseUrl}/`,
		'   Each lock’s codes, and a clock to move. The demo has moved the clock through',
		'   the stays above and back: their online PINs are gone. The keypad takes yours',
		'3. Book a night: with the form there, or by the command below; watch both pages',
		`   Or n8n’s own form (By hand: form to PIN): ${n8n.baseUrl}/form/${FORM_PATH}`,
		'',
		`curl ${n8n.baseUrl}/webhook/booking \\`,
		"  -H 'content-type: application/json' \\",
		...argument(jsonLines(nightAt(lock, GUEST, NUMBER, now), COLUMNS - 8)),
		'',
		...wrapped(
			`Another "id" is another booking. Listings that have a lock: ${listings.join(', ')}.`,
			COLUMNS,
		),
		'',
		'Ctrl-C ends the demo. Nothing is kept, the next run starts anew: download',
		'workflows that you want to keep.',
	];
}

function argument(lines: string[]): string[] {
	return lines.map((line, index) => {
		const start = index === 0 ? "  -d '" : '      ';
		return `${start}${line}${index === lines.length - 1 ? "'" : ''}`;
	});
}
