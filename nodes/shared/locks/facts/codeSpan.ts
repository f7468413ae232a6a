import type { AccessCode } from '../../schema/accessCode';
import type { Instant } from '../../time/instant';

/** From when to when a code opens the door. */
export interface CodeSpan {
	/** Negative infinity where the code has no start that can be read. */
	start: Instant;
	/** Infinity where it has no end that can be read. */
	end: Instant;
}

/** The codes of a lock are read once and looked at for every booking. */
const spans = new WeakMap<AccessCode, CodeSpan>();

/** An unreadable or missing end counts as open. */
export function spanOf(code: AccessCode): CodeSpan {
	const known = spans.get(code);
	if (known !== undefined) return known;
	const start = Date.parse(code.starts_at ?? '');
	const end = Date.parse(code.ends_at ?? '');
	const span = {
		start: Number.isNaN(start) ? -Infinity : start,
		end: Number.isNaN(end) ? Infinity : end,
	};
	spans.set(code, span);
	return span;
}
