import type { AccessCode } from '../../schema/accessCode';
import { readInstant } from '../../time/instant';
import { ExactTime } from '../../time/timeInput';
import { isOffline } from '../codeFacts';
import type { Wish } from '../wish';

/**
 * Fills in what a change payload left out: an end that is not given stays as the booking's codes have it.
 *
 * @param codes The booking's codes on this lock; if there are none, those on its other locks tell its window.
 */
export function completeWish(wish: Wish, codes: readonly AccessCode[]): Wish {
	const completed = { ...wish };
	const [start] = sorted(codes.map(({ starts_at }) => starts_at));
	if (wish.access !== 'ongoing' && isEmpty(wish.startsAt) && start !== undefined) {
		completed.startsAt = new ExactTime(start);
		completed.minutesBefore = 0;
	}
	const end = sorted(codes.map(({ ends_at }) => ends_at)).pop();
	if (wish.access === 'time_bound' && isEmpty(wish.endsAt) && end !== undefined) {
		completed.endsAt = new ExactTime(end);
		completed.minutesAfter = 0;
	}
	return completed;
}

/**
 * A booking stays with the kind of code that it has, so that a lock whose bridge comes and goes makes no second PIN.
 *
 * @param own The booking's codes on the lock
 */
export function keepKind(wish: Wish, own: readonly AccessCode[]): Wish {
	if (wish.kind !== 'automatic' || own.length === 0) return wish;
	if (own.some((code) => !isOffline(code))) {
		return wish.access === 'one_time_use' ? wish : { ...wish, kind: 'online' };
	}
	const mayBeOffline = wish.access !== 'ongoing' && wish.pin.source !== 'custom';
	return mayBeOffline ? { ...wish, kind: 'offline' } : wish;
}

function sorted(times: ReadonlyArray<string | null | undefined>): string[] {
	return times
		.flatMap((time) => time ?? [])
		.sort((a, b) => (readInstant(a) ?? 0) - (readInstant(b) ?? 0));
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
