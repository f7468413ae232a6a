import { soonestStart } from '../../locks/facts/startLead';
import type { Demand, Window } from '../../locks/fitting/windowShape';
import { formatDuration, formatForPeople } from '../../time/format';
import { DAY, type Instant } from '../../time/instant';
import type { PlanWarning } from './planTypes';
import { readMinutes } from './readMinutes';
import type { AskedWindow } from './readWindow';
import type { Wish } from '../wish';

/** One fitting attempt, from preferred to least preferred. */
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
		longestAddition: isRefuse ? 0 : readMinutes(wish, 'longestAddition'),
		inside: isRefuse ? 0 : readMinutes(wish, 'acceptInside'),
	};
}

/**
 * `attempts` in order: with the minutes before and after; without them; then with a start later or an end
 * earlier than asked, as far as the wish accepts that. `stay` is the stay as it is: what a refusal speaks of.
 * Empty if the stay is over before the lock could take a start; null when the wish names no window.
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
		const demand: Demand = {
			cover: { start, end: Math.max(start, cover.end) },
			earliest: Math.max(around.start - limits.longestAddition, now - LONGEST_PAST),
			latest: around.end + limits.longestAddition,
			wished: cover.start,
			soonest: now,
		};
		const moved = start > cover.start ? [startMoved(start, asked, lead)] : [];
		return [{ demand, warnings: [...warnings, ...moved] }];
	};
	const dropped = hasMinutes ? [MINUTES_DROPPED] : [];
	const whole = hasMinutes ? attempt(wished, wished, []) : [];
	const bare = attempt(stay, stay, dropped);
	const inside = coversInside(stay, limits.inside).flatMap((cover) =>
		attempt(cover, stay, [...dropped, startsOrEndsInside(limits)]),
	);
	return { attempts: [...whole, ...bare, ...inside], stay: bare[0] };
}

function coversInside({ start, end }: Window, inside: number): Window[] {
	if (inside === 0) return [];
	return [
		{ start, end: end - inside },
		{ start: start + inside, end },
		{ start: start + inside, end: end - inside },
	];
}

function startsOrEndsInside({ inside }: Limits): PlanWarning {
	return {
		code: 'window_inside_the_stay',
		message: `The code begins later or ends earlier than asked, by at most ${formatDuration(inside)}, as May Be Shorter By allows; plan.window shows at which end.`,
	};
}

function startMoved(start: Instant, asked: AskedWindow, lead: number): PlanWarning {
	const when = formatForPeople(start, asked.clockZone);
	return {
		code: 'start_moved',
		message:
			lead > 0
				? `This lock takes starts at least ${formatDuration(lead)} ahead, so the code begins at ${when}.`
				: `The start is in the past, so the code only has to cover the stay from now on (${when}).`,
	};
}
