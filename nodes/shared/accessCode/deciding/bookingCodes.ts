import type { AccessCode } from '../../schema/accessCode';
import { readInstant, type Instant } from '../../time/instant';
import { isLive } from '../codeFacts';
import { readTag, type TagWindow } from './bookingIdentity';

/**
 * The codes of one booking among those of a lock, oldest first: those that can still open the door, now or later.
 * Codes on their way out and codes whose time is over don't count. A backup code carries a tag only after Seam Wait for
 * Code Set has put it in the place of the booking's code.
 */
export function codesOfBooking(
	codes: readonly AccessCode[],
	identity: string,
	now: Instant,
): AccessCode[] {
	return oldestFirst(
		codes.filter((code) => readTag(code.name)?.identity === identity && isLive(code, now)),
	);
}

/** The window that was asked of Seam for a code: its tag's, else Seam's own, which rounding may have moved. */
export function windowOf(code: AccessCode): TagWindow | null {
	const tagged = readTag(code.name)?.window;
	if (tagged) return tagged;
	const startsAt = readInstant(code.starts_at);
	return startsAt === null ? null : { startsAt, endsAt: readInstant(code.ends_at) };
}

/** The codes in the order in which they were made; the first is the one that every run keeps. */
export function oldestFirst(codes: readonly AccessCode[]): AccessCode[] {
	return [...codes].sort(
		(a, b) =>
			compare(a.created_at ?? '', b.created_at ?? '') ||
			compare(a.access_code_id, b.access_code_id),
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
