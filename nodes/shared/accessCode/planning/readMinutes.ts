import { Refusal } from '../../refusal';
import { MINUTE } from '../../time/instant';
import type { Wish } from '../wish';

/** The most that *May Be Shorter By (Minutes)* takes. */
export const LONGEST_INSIDE = 60;

/** The fields as the user sees them, and what they take. */
const FIELDS = {
	minutesBefore: ['Minutes Before', 'minutes, 0 or more'],
	minutesAfter: ['Minutes After', 'minutes, 0 or more'],
	longestAddition: ['Most Extra Time (Hours)', 'hours, 0 or more'],
	acceptInside: ['May Be Shorter By (Minutes)', `minutes from 0 to ${LONGEST_INSIDE}`],
} as const;

/**
 * Reads minutes of a wish, in milliseconds.
 * @throws Refusal naming the parameter
 */
export function readMinutes(wish: Wish, parameter: keyof typeof FIELDS): number {
	const minutes: unknown = wish[parameter];
	const most = parameter === 'acceptInside' ? LONGEST_INSIDE : Number.MAX_VALUE;
	if (typeof minutes === 'number' && minutes >= 0 && minutes <= most) return minutes * MINUTE;
	const [label, allowed] = FIELDS[parameter];
	const fix = `Give a number of ${allowed}.`;
	throw new Refusal(`'${label}' must be a number of ${allowed}.`, { parameter, fix });
}
