import { DAY } from './instant';
import type { WallClock } from './zone';

/** Whether a calendar date (midnight on the clock on the wall) is one of those that a recurrence rule names. */
export type DateRule = (midnight: WallClock) => boolean;

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const WEEKDAY = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/;

/**
 * Reads the part of iCalendar's RRULE (RFC 5545) that names dates by themselves: FREQ, BYDAY (with ordinals in
 * months), BYMONTHDAY, BYMONTH. What depends on a first occurrence or counts occurrences (INTERVAL above 1,
 * COUNT, UNTIL, BYSETPOS, BYYEARDAY, BYWEEKNO) is named as unsupported, never guessed.
 */
export function readDateRule(text: string): { rule: DateRule } | { unsupported: string[] } {
	const parts = new Map(
		text
			.trim()
			.replace(/^RRULE:/i, '')
			.split(';')
			.filter((part) => part !== '')
			.map((part): [string, string] => {
				const [key, ...value] = part.split('=');
				return [key.trim().toUpperCase(), value.join('=').trim().toUpperCase()];
			}),
	);
	const frequency = parts.get('FREQ') ?? '';
	const tests: DateRule[] = [];
	const unsupported: string[] = [];

	for (const [key, value] of parts) {
		const test = key === 'FREQ' ? readFrequency(value, parts) : readPart(key, value, frequency);
		if (test === null) unsupported.push(`${key}=${value}`);
		else tests.push(test);
	}
	if (frequency === '') unsupported.push('no FREQ');
	if (unsupported.length > 0) return { unsupported };
	return { rule: (midnight) => tests.every((test) => test(midnight)) };
}

/** Without a day part every frequency but DAILY repeats its first date, which the rule does not tell. */
function readFrequency(value: string, parts: Map<string, string>): DateRule | null {
	const namesDays = parts.has('BYDAY') || parts.has('BYMONTHDAY');
	if (value === 'DAILY') return always;
	const isKnown = value === 'WEEKLY' || value === 'MONTHLY' || value === 'YEARLY';
	return isKnown && namesDays ? always : null;
}

const always: DateRule = () => true;

function readPart(key: string, value: string, frequency: string): DateRule | null {
	switch (key) {
		case 'INTERVAL':
			return value === '1' ? always : null;
		case 'WKST':
			return WEEKDAYS.includes(value) ? always : null;
		case 'BYDAY':
			return readByDay(value, frequency);
		case 'BYMONTHDAY':
			return readByMonthDay(value);
		case 'BYMONTH':
			return readByMonth(value);
		default:
			return null;
	}
}

function readByDay(value: string, frequency: string): DateRule | null {
	const days: Array<{ weekday: number; ordinal: number | null }> = [];
	for (const entry of value.split(',')) {
		const match = WEEKDAY.exec(entry.trim());
		if (match === null) return null;
		const ordinal = match[1] === undefined ? null : Number(match[1]);
		// In a year, an ordinal counts through the year; only months are counted here.
		if (ordinal !== null && (frequency !== 'MONTHLY' || ordinal === 0)) return null;
		days.push({ weekday: WEEKDAYS.indexOf(match[2]), ordinal });
	}
	return (midnight) => {
		const date = new Date(midnight);
		return days.some(({ weekday, ordinal }) => {
			if (date.getUTCDay() !== weekday) return false;
			if (ordinal === null) return true;
			if (ordinal > 0) return Math.ceil(date.getUTCDate() / 7) === ordinal;
			return -Math.ceil((daysInMonth(date) - date.getUTCDate() + 1) / 7) === ordinal;
		});
	};
}

function readByMonthDay(value: string): DateRule | null {
	const days = readNumbers(value, 31);
	if (days === null) return null;
	return (midnight) => {
		const date = new Date(midnight);
		const fromStart = date.getUTCDate();
		return days.includes(fromStart) || days.includes(fromStart - daysInMonth(date) - 1);
	};
}

function readByMonth(value: string): DateRule | null {
	const months = readNumbers(value, 12);
	if (months === null || months.some((month) => month < 1)) return null;
	return (midnight) => months.includes(new Date(midnight).getUTCMonth() + 1);
}

function readNumbers(value: string, largest: number): number[] | null {
	const numbers = value.split(',').map(Number);
	const isValid = (n: number) => Number.isInteger(n) && n !== 0 && Math.abs(n) <= largest;
	return numbers.every(isValid) ? numbers : null;
}

function daysInMonth(date: Date): number {
	const firstOfNext = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
	return new Date(firstOfNext - DAY).getUTCDate();
}
