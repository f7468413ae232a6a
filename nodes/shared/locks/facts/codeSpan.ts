import type { AccessCode } from '../../schema/accessCode';
import { HOUR, readInstant, type Instant } from '../../time/instant';

/** An igloohome one-time code has no end of its own; it works for a day from its start (Seam: igloohome offline access codes). */
export const ONE_TIME_CODE_LASTS = 24 * HOUR;

/** From when to when a code opens the door. */
export interface CodeSpan {
	/** Negative infinity if the code has no start that can be read. */
	start: Instant;
	/** Infinity if nothing ends it that can be read. */
	end: Instant;
}

/** The codes of a lock are read once and checked for every booking. */
const spans = new WeakMap<AccessCode, CodeSpan>();

export function spanOf(code: AccessCode): CodeSpan {
	const known = spans.get(code);
	if (known !== undefined) return known;
	const span = {
		start: readInstant(code.starts_at) ?? -Infinity,
		end: opensUntil(code) ?? Infinity,
	};
	spans.set(code, span);
	return span;
}

/** The instant from which a code no longer opens the door, nor counts against what the lock holds; null if ongoing. */
export function opensUntil(code: AccessCode): Instant | null {
	const end = readInstant(code.ends_at);
	if (end !== null) return end;
	const start = readInstant(code.starts_at);
	return code.is_one_time_use === true && start !== null ? start + ONE_TIME_CODE_LASTS : null;
}
