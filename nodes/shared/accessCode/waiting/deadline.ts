import { HOUR, MINUTE, type Instant } from '../../time/instant';

/** When the user wants to know that it did not work. */
export type GiveUp =
	| { type: 'before_start'; minutes: number }
	| { type: 'after_duration'; milliseconds: number }
	| { type: 'at_time'; at: Instant };

/** How long a code gets that has no start to reckon from, or hardly any time until it. */
const PATIENCE = 15 * MINUTE;

export interface DeadlineQuestion {
	giveUp: GiveUp;
	began: Instant;
	/** null: an ongoing code. */
	startsAt: Instant | null;
	/** null: no end. */
	endsAt: Instant | null;
	isOffline: boolean;
	/** The first instant at which the code can be expected to be ready. */
	firstChance: Instant;
}

export interface Deadline {
	at: Instant;
	/** Why it is not when the user asked for; null where it is. */
	movedBecause: string | null;
}

/**
 * When a wait ends without the code being ready. Minutes before the start make no sense for ongoing and offline
 * codes, nor for a start less than an hour away: those get 15 minutes from the beginning of the wait. A deadline
 * that lies before the first instant at which the code can be ready would always strike and is moved past it; one
 * after the code's end is moved to the end.
 */
export function deadlineOf(question: DeadlineQuestion): Deadline {
	const { firstChance, endsAt } = question;
	const wanted = wantedDeadline(question);
	if (wanted <= firstChance) {
		return {
			at: firstChance + PATIENCE,
			movedBecause: `The wait was to give up before the code could be ready, which is possible from ${iso(firstChance)} on; it gives up at ${iso(firstChance + PATIENCE)} instead.`,
		};
	}
	if (endsAt !== null && endsAt < wanted && endsAt > firstChance) {
		return {
			at: endsAt,
			movedBecause: `The wait was to go on after the code's end; it gives up at the end, ${iso(endsAt)}.`,
		};
	}
	return { at: wanted, movedBecause: null };
}

function wantedDeadline({ giveUp, began, startsAt, isOffline }: DeadlineQuestion): Instant {
	switch (giveUp.type) {
		case 'after_duration':
			return began + giveUp.milliseconds;
		case 'at_time':
			return giveUp.at;
		case 'before_start': {
			const hasTime = startsAt !== null && !isOffline && startsAt - began >= HOUR;
			return hasTime ? startsAt - giveUp.minutes * MINUTE : began + PATIENCE;
		}
	}
}

const iso = (at: Instant) => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
