import { Refusal } from '../../refusal';
import { soonestStart } from '../../locks/facts/startLead';
import type { Demand, Window } from '../../locks/fitting/windowShape';
import { formatForPeople } from '../../time/format';
import { DAY, MINUTE, type Instant } from '../../time/instant';
import type { PlanWarning } from './planTypes';
import type { AskedWindow } from './readWindow';
import type { Wish } from '../wish';

/** One way to put the wish to a lock, from what was wished down to what was allowed. */
export interface Attempt {
	demand: Demand;
	warnings: PlanWarning[];
}

/** No document says how far back a code may begin: a day covers the check-in time that has just passed. */
const LONGEST_PAST = DAY;

const MINUTES_DROPPED: PlanWarning = {
	code: 'minutes_before_and_after_dropped',
	message:
		'The minutes before and after were left out: the lock can hold the stay itself, but not with them.',
};

/** How much a window may be changed to fit, in milliseconds. */
export interface Limits {
	longestAddition: number;
	inside: number;
}

/** @throws Refusal */
export function readLimits(wish: Wish): Limits {
	const isRefuse = wish.whenWindowDoesNotFit === 'refuse';
	return {
		longestAddition: isRefuse ? 0 : limit(wish.longestAddition, 'longestAddition', Infinity),
		inside: isRefuse ? 0 : limit(wish.acceptInside, 'acceptInside', 60),
	};
}

/**
 * `attempts` in order: with the minutes before and after; without them; then with a start later or an end
 * earlier than asked, as far as the wish accepts that. `stay` is the stay as it is: what a refusal speaks of.
 * Empty where the stay is over before the lock could take a start; null when the wish names no window.
 *
 * @param lead how far ahead of now the start must lie, in milliseconds (0: it may be now)
 */
export function attemptsFor(
	asked: AskedWindow,
	limits: Limits,
	now: Instant,
	lead: number,
): { attempts: Attempt[]; stay: Attempt | undefined } | null {
	if (asked.start === null) return null;
	const stay: Window = { start: asked.start, end: asked.end ?? asked.start };
	const wished: Window = { start: stay.start - asked.before, end: stay.end + asked.after };
	const hasMinutes = asked.before > 0 || asked.after > 0;

	const attempt = (cover: Window, around: Window, warnings: PlanWarning[]): Attempt[] => {
		const start = Math.max(cover.start, soonestStart(now, lead));
		if (asked.end !== null && start >= cover.end) return [];
		const isMoved = start > cover.start;
		return [
			{
				demand: {
					cover: { start, end: Math.max(start, cover.end) },
					earliest: Math.max(
						Math.min(start, around.start) - limits.longestAddition,
						now - LONGEST_PAST,
					),
					latest: around.end + limits.longestAddition,
					wished: cover.start,
					soonest: now,
				},
				warnings: isMoved ? [...warnings, startMoved(start, asked, lead)] : warnings,
			},
		];
	};
	const bare = attempt(stay, stay, hasMinutes ? [MINUTES_DROPPED] : []);
	const inside = coversInside(stay, limits.inside).flatMap((cover) =>
		attempt(cover, stay, [...(hasMinutes ? [MINUTES_DROPPED] : []), startsOrEndsInside(limits)]),
	);
	const attempts = hasMinutes
		? [...attempt(wished, wished, []), ...bare, ...inside]
		: [...bare, ...inside];
	return { attempts, stay: bare[0] };
}

function coversInside({ start, end }: Window, inside: number): Window[] {
	if (inside === 0) return [];
	return [
		{ start: start + inside, end },
		{ start, end: end - inside },
		{ start: start + inside, end: end - inside },
	];
}

function startsOrEndsInside({ inside }: Limits): PlanWarning {
	return {
		code: 'window_inside_the_stay',
		message: `The code begins later or ends earlier than asked, by at most ${inside / MINUTE} minutes, as Accept Later Start or Earlier End allows.`,
	};
}

function startMoved(start: Instant, asked: AskedWindow, lead: number): PlanWarning {
	const when = formatForPeople(start, asked.clockZone);
	return {
		code: 'start_moved',
		message:
			lead > 0
				? `This lock takes starts at least ${lead / MINUTE} minutes ahead, so the code begins at ${when}.`
				: `The start is in the past, so the code is planned from now on (${when}).`,
	};
}

function limit(value: unknown, parameter: string, most: number): number {
	if (typeof value === 'number' && value >= 0 && value <= most) return value * MINUTE;
	throw new Refusal(
		`${parameter} is not a number of minutes${most === Infinity ? '' : ` from 0 to ${most}`}.`,
		{
			parameter,
			fix: 'Give a number of minutes.',
		},
	);
}
