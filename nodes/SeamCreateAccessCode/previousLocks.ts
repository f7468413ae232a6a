import { isOffline, opensUntil } from '../shared/accessCode/codeFacts';
import type { AccessCode } from '../shared/schema/accessCode';
import type { LockCalls } from '../shared/booking/lockCalls';

/** What became of a code on a lock that the booking has left. */
export interface LeftCode {
	code: AccessCode;
	result: 'deleted' | 'cannot_be_revoked' | 'not_deleted';
	/** From when on it no longer opens the door; null where it is open-ended, or being deleted. */
	until: number | null;
	because?: string;
}

/**
 * Deletes the codes of a booking on the locks that it has left, once the new code exists. A delete that fails does
 * not cost the guest the new code: it is told, and running again repairs it.
 */
export async function leavePreviousLocks(
	calls: LockCalls,
	codes: AccessCode[],
): Promise<LeftCode[]> {
	const left: LeftCode[] = [];
	for (const code of codes) {
		if (isOffline(code)) {
			left.push({ code, result: 'cannot_be_revoked', until: opensUntil(code) });
			continue;
		}
		try {
			await calls.delete(code);
			left.push({ code, result: 'deleted', until: null });
		} catch (error) {
			const because = error instanceof Error ? error.message : 'Seam did not say why';
			left.push({ code, result: 'not_deleted', until: opensUntil(code), because });
		}
	}
	return left;
}
