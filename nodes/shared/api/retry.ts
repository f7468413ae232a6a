/** How long a call to Seam may take until its last attempt begins: more than the minute of Seam's rate limits. */
const PATIENCE_MS = 90_000;

/** The longest `Retry-After` that is waited for within a node; a longer one is the user's to plan with. */
const LONGEST_RETRY_AFTER_MS = 60_000;

const MOST_ATTEMPTS = 5;

/** What is known after a failed attempt. */
export interface FailedAttempt {
	/** 1 for the first. */
	attempt: number;
	/** Since the first attempt began. */
	elapsedMs: number;
	/** Seam asked to wait that long; absent if it did not say. */
	retryAfterMs?: number;
	/** Seam refused because of its rate limit. */
	wasRateLimited: boolean;
}

/** How many milliseconds to wait before the next attempt; null if there should be none. */
export function delayBeforeRetry(failed: FailedAttempt): number | null {
	if (failed.attempt >= MOST_ATTEMPTS) return null;
	const delay = failed.retryAfterMs ?? backoff(failed);
	if (delay > LONGEST_RETRY_AFTER_MS || failed.elapsedMs + delay > PATIENCE_MS) return null;
	return delay;
}

/**
 * Doubles from half a second, with up to a fifth more so that waiters spread. After a rate limit from 4.2 s on: the four
 * pauses add up to more than Seam's minute.
 */
function backoff({ attempt, wasRateLimited }: FailedAttempt): number {
	const first = wasRateLimited ? 4_200 : 500;
	return first * 2 ** (attempt - 1) * (1 + Math.random() / 5);
}

/**
 * Reads `Retry-After`: seconds, or an HTTP date.
 *
 * @returns milliseconds from now, or undefined if the header is missing or unreadable
 */
export function readRetryAfter(header: unknown, now: number): number | undefined {
	const text = String(header ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
