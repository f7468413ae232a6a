import { oldestFirst } from '../accessCode/deciding/bookingCodes';
import type { SeamError } from '../api/seamError';
import type { AccessCode } from '../schema/accessCode';
import type { CreateAnswer } from './lockCalls';

/** The calls that `createOnce` makes, all about one lock. */
export interface CreateCalls {
	/** The managed codes on the lock, read again. */
	relist: () => Promise<AccessCode[]>;
	create: () => Promise<CreateAnswer>;
	pause: (milliseconds: number) => Promise<void>;
}

/** The code that is wanted. */
export interface Wanted {
	/** Whether a code on the lock is the one wanted: same booking and, offline, same window. */
	isWanted: (code: AccessCode) => boolean;
	/** The PIN that the create asks for, if it asks for one. */
	pin?: string;
}

export type CreateOutcome =
	/** `isGuarded`: another run that wanted the same code would have been refused its PIN. */
	| { kind: 'created'; code: AccessCode; isGuarded: boolean }
	/** Another run was faster. */
	| { kind: 'found'; code: AccessCode }
	/** `isPinOnLock`: a code of somebody else has the PIN, visibly. */
	| { kind: 'conflict'; failure: SeamError; isPinOnLock: boolean }
	| { kind: 'unanswered'; failure: SeamError };

/** After a lost answer the create is repeated at most this many times, each after a lookup found nothing. */
const MOST_CREATES = 3;

/** How long to wait before each lookup of a code that Seam may still be writing. */
const PAUSES_BEFORE_LOOKUPS = [0, 500, 1_500, 3_000];

/**
 * Creates a code that did not exist when the caller looked, although other runs may do the same at the same moment
 * and answers get lost:
 *
 * - Seam reports a conflict: it may be with the code that another run has just made, which is then returned.
 * - The answer is lost: look the code up, and repeat the create only if nothing has come of it.
 */
export async function createOnce(calls: CreateCalls, wanted: Wanted): Promise<CreateOutcome> {
	for (let attempt = 1; ; attempt++) {
		const answer = await calls.create();
		if (answer.kind === 'created') {
			return { kind: 'created', code: answer.code, isGuarded: wanted.pin !== undefined };
		}
		const { found, isPinOnLock } = await lookUp(calls, wanted, answer.kind);
		if (answer.kind === 'conflict') {
			return found.length > 0
				? { kind: 'found', code: found[0] }
				: { kind: 'conflict', failure: answer.failure, isPinOnLock };
		}
		const own = found.find((code) => wanted.pin !== undefined && code.code === wanted.pin);
		if (own ?? found[0]) return { kind: 'created', code: own ?? found[0], isGuarded: false };
		if (attempt === MOST_CREATES) return { kind: 'unanswered', failure: answer.failure };
	}
}

/** Looks several times, because Seam may still be writing; not if the PIN is plainly somebody else's. */
async function lookUp(
	calls: CreateCalls,
	{ isWanted, pin }: Wanted,
	because: 'conflict' | 'lost',
): Promise<{ found: AccessCode[]; isPinOnLock: boolean }> {
	for (const pause of PAUSES_BEFORE_LOOKUPS) {
		if (pause > 0) await calls.pause(pause);
		const codes = await calls.relist();
		const found = oldestFirst(codes.filter(isWanted));
		if (found.length > 0) return { found, isPinOnLock: false };
		const isPinOnLock = pin !== undefined && codes.some(({ code }) => code === pin);
		if (because === 'conflict' && isPinOnLock) return { found, isPinOnLock };
	}
	return { found: [], isPinOnLock: false };
}
