import { opensUntil } from '../locks/facts/codeSpan';
import type { AccessCode } from '../schema/accessCode';
import type { Instant } from '../time/instant';

export { opensUntil } from '../locks/facts/codeSpan';

/** Whether a code opens the door at `now` or will later on, as far as its own data tell. */
export function isLive(code: AccessCode, now: Instant): boolean {
	if (isBeingDeleted(code)) return false;
	const end = opensUntil(code);
	return end === null || end > now;
}

/** Whether the maker's algorithm makes the PIN, without a connection to the lock. */
export function isOffline(code: AccessCode): boolean {
	return code.is_offline_access_code === true;
}

function isBeingDeleted(code: AccessCode): boolean {
	const mutations = code.pending_mutations ?? [];
	return code.status === 'removing' || mutations.some((m) => m.mutation_code === 'deleting');
}
