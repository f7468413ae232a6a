import { opensUntil } from '../locks/facts/codeSpan';
import type { AccessCode } from '../schema/accessCode';
import { readInstant, type Instant } from '../time/instant';

export { opensUntil } from '../locks/facts/codeSpan';

/** Whether a code opens the door at `now` or will later on, as far as its own data tell. */
export function isLive(code: AccessCode, now: Instant): boolean {
	if (isBeingDeleted(code)) return false;
	const end = opensUntil(code);
	return end === null || end > now;
}

/** `opensUntil` for comparing: an ongoing code lasts longest. */
export function lastsUntil(code: AccessCode): Instant {
	return opensUntil(code) ?? Number.MAX_SAFE_INTEGER;
}

export function hasBegun(code: AccessCode, now: Instant): boolean {
	const start = readInstant(code.starts_at);
	return start === null || start <= now;
}

/** Whether the maker's algorithm makes the PIN, without a connection to the lock. */
export function isOffline(code: AccessCode): boolean {
	return code.is_offline_access_code === true;
}

/**
 * Whether Seam can take a code off its lock. Offline codes live in the maker's algorithm, except those that say of
 * themselves that they can be cancelled (Seam: igloohome offline access codes, dormakaba Oracode).
 */
export function isRevocable(code: AccessCode): boolean {
	return !isOffline(code) || code.dormakaba_oracode_metadata?.is_cancellable === true;
}

export function isBeingDeleted(code: AccessCode): boolean {
	const isWarned = (code.warnings ?? []).some((w) => w.warning_code === 'being_deleted');
	return code.status === 'removing' || isWarned || isPending(code, 'deleting');
}

/** Whether Seam has accepted a change of the code and not yet carried it out (`deleting`, `updating_code`, …). */
export function isPending({ pending_mutations }: AccessCode, mutation: string): boolean {
	return (pending_mutations ?? []).some(({ mutation_code }) => mutation_code === mutation);
}
