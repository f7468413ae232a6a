import type { AccessCode } from '../../schema/accessCode';
import { type Instant, readInstant } from '../../time/instant';
import { ExactTime } from '../../time/timeInput';
import { isOffline } from '../codeFacts';
import type { BookingOnLock } from './bookingOnLock';
import type { Wish } from '../wish';

/**
 * Fills in what a change payload left out: an end that is not given stays as the booking's codes have it, and a
 * booking stays with the family of its code, so that a lock whose bridge comes and goes makes no second PIN.
 *
 * @param own The booking's codes on this lock; where there are none, those on its other locks tell its window.
 */
export function completeWish(
	{ device, wish, codesElsewhere }: BookingOnLock,
	own: AccessCode[],
): Wish {
	const sources = own.length > 0 ? own : codesElsewhere;
	const completed = { ...wish };
	const start = firstStart(sources);
	if (wish.access !== 'ongoing' && isEmpty(wish.startsAt) && start !== undefined) {
		completed.startsAt = new ExactTime(start);
		completed.minutesBefore = 0;
	}
	const end = lastEnd(sources);
	if (wish.access === 'time_bound' && isEmpty(wish.endsAt) && end !== undefined) {
		completed.endsAt = new ExactTime(end);
		completed.minutesAfter = 0;
	}
	if (wish.kind !== 'automatic' || own.length === 0) return completed;

	const isOnline = own.some((code) => !isOffline(code));
	const staysOnline = isOnline && device.can_program_online_access_codes === true;
	const staysOffline = !isOnline && device.can_program_offline_access_codes === true;
	if (staysOnline && wish.access !== 'one_time_use') completed.kind = 'online';
	if (staysOffline && wish.access !== 'ongoing' && wish.pin.source !== 'custom') {
		completed.kind = 'offline';
	}
	return completed;
}

function firstStart(codes: AccessCode[]): string | undefined {
	return sortedBy(codes, ({ starts_at }) => starts_at)[0];
}

function lastEnd(codes: AccessCode[]): string | undefined {
	return sortedBy(codes, ({ ends_at }) => ends_at).pop();
}

function sortedBy(codes: AccessCode[], timeOf: (code: AccessCode) => string | null | undefined) {
	const instantOf = (iso: string): Instant => readInstant(iso) ?? 0;
	return codes.flatMap((code) => timeOf(code) ?? []).sort((a, b) => instantOf(a) - instantOf(b));
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
