import rrule from 'rrule';
import type { Reading } from './types.mts';

const DAY = 86_400_000;

/** What these parts mean depends on a first date, which Seam's time-frame options don't give. */
const NEEDS_FIRST_DATE = /(^|;)(COUNT|UNTIL|DTSTART)=|(^|;)INTERVAL=(?!1(;|$))/;

/**
 * Whether the date of a wall-clock time is one of an iCalendar recurrence rule. A rule that can't be checked, because it
 * is unreadable or counts from a first date, is for strict a no and for lenient a yes.
 */
export function fallsOn(rule: string | undefined, wall: number, reading: Reading): boolean {
	if (rule === undefined) return true;
	const parts = rule
		.trim()
		.toUpperCase()
		.replace(/^RRULE:/, '');
	if (NEEDS_FIRST_DATE.test(parts)) return reading === 'lenient';
	const date = new Date(Math.floor(wall / DAY) * DAY);
	try {
		const options = { ...rrule.RRule.parseString(parts), dtstart: date };
		return new rrule.RRule(options).between(date, date, true).length > 0;
	} catch {
		return reading === 'lenient';
	}
}
