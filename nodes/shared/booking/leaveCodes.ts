import type { Replaced } from '../accessCode/deciding/decide';
import { isRevocable, opensUntil } from '../accessCode/codeFacts';
import type { AccessCode } from '../schema/accessCode';
import type { LockCalls } from './lockCalls';

/** What became of a code that the booking no longer needs. */
export interface LeftCode {
	code: AccessCode;
	result: 'deleted' | 'cannot_be_revoked' | 'not_deleted';
	/** From when on it no longer opens the door; null if it is open-ended, or being deleted. */
	until: number | null;
	because: string;
	/** Why it could not be deleted. */
	failure?: Error;
}

/**
 * Deletes codes that a booking has left, once the new one exists. A delete that fails does not cost the guest the
 * new code: it is reported, and running again repairs it.
 */
export async function leaveCodes(
	calls: LockCalls,
	codes: readonly Replaced[],
): Promise<LeftCode[]> {
	const left: LeftCode[] = [];
	for (const { code, because } of codes) {
		if (!isRevocable(code)) {
			left.push({ code, result: 'cannot_be_revoked', until: opensUntil(code), because });
			continue;
		}
		const failure = await calls.delete(code);
		left.push(
			failure === undefined
				? { code, result: 'deleted', until: null, because }
				: {
						...{ code, result: 'not_deleted', until: opensUntil(code) },
						...{ because: failure.message, failure },
					},
		);
	}
	return left;
}
