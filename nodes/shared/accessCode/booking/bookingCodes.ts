import type { AccessCode } from '../../schema/accessCode';
import { HOUR, type Instant } from '../../time/instant';
import { readTag, type TagWindow } from './bookingIdentity';
import { oldestFirst } from './createOnce';

/** A one-time code works for a day from its start (Seam: igloohome offline access codes). */
const ONE_TIME_CODE_LASTS = 24 * HOUR;

/**
 * The codes of one booking among those of a lock, oldest first: those that can still open the door, now or later.
 * Codes on their way out, codes whose time is over and the spare codes of the backup pool don't count.
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

/** Whether a code opens the door at `now` or will later on, as far as its own data tell. */
export function isLive(code: AccessCode, now: Instant): boolean {
	if (code.is_backup === true || isBeingDeleted(code)) return false;
	const end = opensUntil(code);
	return end === null || end > now;
}

/** The instant from which a code no longer opens the door; null for an ongoing one. */
export function opensUntil(code: AccessCode): Instant | null {
	const end = readInstant(code.ends_at);
	if (end !== null) return end;
	const start = readInstant(code.starts_at);
	return code.is_one_time_use === true && start !== null ? start + ONE_TIME_CODE_LASTS : null;
}

/** The window that was asked of Seam for a code: its tag's, else Seam's own, which rounding may have moved. */
export function windowOf(code: AccessCode): TagWindow | null {
	const tagged = readTag(code.name)?.window;
	if (tagged) return tagged;
	const startsAt = readInstant(code.starts_at);
	return startsAt === null ? null : { startsAt, endsAt: readInstant(code.ends_at) };
}

export function isOffline(code: AccessCode): boolean {
	return code.is_offline_access_code === true;
}

/** An ISO 8601 string of Seam as an instant; null where there is none or it can't be read. */
export function readInstant(iso: string | null | undefined): Instant | null {
	const instant = Date.parse(iso ?? '');
	return Number.isNaN(instant) ? null : instant;
}

function isBeingDeleted(code: AccessCode): boolean {
	const mutations = code.pending_mutations ?? [];
	return code.status === 'removing' || mutations.some((m) => m.mutation_code === 'deleting');
}
