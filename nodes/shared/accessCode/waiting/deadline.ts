import { HOUR, MINUTE, type Instant } from '../../time/instant';
import type { Course } from './polls';

/** When the user wants to know that it did not work. */
export type GiveUp =
	| { type: 'before_start'; minutes: number }
	| { type: 'after_duration'; milliseconds: number }
	| { type: 'at_time'; at: Instant };

/** How long to wait for a code that has no start, or one that is less than an hour away. */
const PATIENCE = 15 * MINUTE;

export interface DeadlineQuestion extends Pick<Course, 'since' | 'startsAt' | 'isOffline'> {
	giveUp: GiveUp;
	began: Instant;
	/** null: no end. */
	endsAt: Instant | null;
	/** The first instant at which the code can be expected to be ready. */
	firstChance: Instant;
}

export interface Deadline {
	at: Instant;
	/** Why it is not what the user asked for; null if it is. */
	movedBecause: string | null;
}

/**
 * When a wait ends without the code being ready. Minutes before the start make no sense for ongoing and offline
 * codes, nor for a start less than an hour away: those get 15 minutes from the beginning of the wait, or from when the
 * start was found to have moved. A deadline that could never be met, because the code can't be ready before it, is
 * moved past the first instant at which it can; one after the code's end is moved to the end.
 */
export function deadlineOf(question: DeadlineQuestion): Deadline {
	const { firstChance, endsAt } = question;
	const wanted = wantedDeadline(question);
	if (wanted <= firstChance) {
		const at = firstChance + PATIENCE;
		const movedBecause = `The wait was to give up before the code could be ready, which is possible from ${iso(firstChance)} on; it gives up at ${iso(at)} instead.`;
		return { at, movedBecause };
	}
	if (endsAt !== null && endsAt < wanted) {
		const movedBecause = `The wait was to go on after the code's end; it gives up at the end, ${iso(endsAt)}.`;
		return { at: endsAt, movedBecause };
	}
	return { at: wanted, movedBecause: null };
}

function wantedDeadline({ giveUp, began, since, startsAt, isOffline }: DeadlineQuestion): Instant {
	switch (giveUp.type) {
		case 'after_duration':
			return began + giveUp.milliseconds;
		case 'at_time':
			return giveUp.at;
		case 'before_start': {
			const hasTime = startsAt !== null && !isOffline && startsAt - since >= HOUR;
			return hasTime ? startsAt - giveUp.minutes * MINUTE : since + PATIENCE;
		}
	}
}

const iso = (at: Instant) => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
