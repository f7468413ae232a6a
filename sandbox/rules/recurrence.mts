import { Temporal } from 'temporal-polyfill';
import type { Reading } from './types.mts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set(['FREQ', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'INTERVAL', 'WKST']);

/**
 * Whether the date of a wall-clock time is one of an iCalendar recurrence rule (FREQ with BYDAY, BYMONTHDAY, BYMONTH).
 * A rule with other parts cannot be checked: strict says no, lenient yes.
 */
export function fallsOn(rule: string | undefined, wall: number, reading: Reading): boolean {
	if (rule === undefined) return true;
	const parts = new Map(
		rule
			.replace(/^RRULE:/i, '')
			.split(';')
			.filter(Boolean)
			.map((part) => part.toUpperCase().split('=') as [string, string]),
	);
	const interval = Number(parts.get('INTERVAL') ?? 1);
	if ([...parts.keys()].some((name) => !KNOWN.has(name)) || interval !== 1) {
		return reading === 'lenient';
	}
	const date = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDate();
	const named = (name: string) => parts.get(name)?.split(',');
	const byDay = named('BYDAY');
	if (byDay && !byDay.includes(WEEKDAYS[date.dayOfWeek - 1])) return false;
	const byMonthDay = named('BYMONTHDAY')?.map(Number);
	if (byMonthDay) {
		const fromTheEnd = date.day - date.daysInMonth - 1;
		if (!byMonthDay.includes(date.day) && !byMonthDay.includes(fromTheEnd)) return false;
	}
	const byMonth = named('BYMONTH')?.map(Number);
	return !byMonth || byMonth.includes(date.month);
}
