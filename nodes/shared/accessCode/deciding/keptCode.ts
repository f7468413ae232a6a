import { ACTIVATION } from '../../locks/igloohome';
import { lockFamilyOf } from '../../locks/index';
import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import { MINUTE, type Instant } from '../../time/instant';
import { hasBegun, isOffline, lastsUntil } from '../codeFacts';
import type { AskedWindow } from '../planning/readWindow';
import type { Wish } from '../wish';
import { windowOf } from './bookingCodes';

/**
 * Whether a guest who arrives at `arrival` can open the door with a code that nobody has used before: an igloohome
 * code longer than a day stops working unless it is used within 24 hours of its start.
 */
export function canBeUsedFrom(code: AccessCode, arrival: Instant, device: Device): boolean {
	const window = windowOf(code);
	if (!isOffline(code) || window === null || lockFamilyOf(device).name !== 'igloohome') return true;
	const isShort = lastsUntil(code) - window.startsAt <= ACTIVATION;
	return isShort || arrival <= window.startsAt + ACTIVATION;
}

/**
 * Whether a code does what is asked although the lock could not take it anew: it is of the wished kind, covers the
 * stay, and adds no more at either end than the wish allows.
 */
export function stillServes(
	code: AccessCode,
	asked: AskedWindow,
	wish: Wish,
	{ device, now }: { device: Device; now: Instant },
): boolean {
	const family = isOffline(code) ? 'offline' : 'online';
	if (wish.kind !== 'automatic' && wish.kind !== family) return false;
	const window = windowOf(code);
	if (asked.start === null) return window === null;
	if (window === null) return false;
	const addition = wish.longestAddition * MINUTE;
	const inside = wish.acceptInside * MINUTE;
	const isStartKept =
		hasBegun(code, now) || asked.start - window.startsAt <= addition + asked.before;
	const coversStart = window.startsAt <= Math.max(asked.start + inside, now);
	if (!coversStart || !isStartKept || !canBeUsedFrom(code, asked.start, device)) return false;
	if (asked.end === null)
		return (code.is_one_time_use === true) === (wish.access === 'one_time_use');
	const end = lastsUntil(code);
	return end >= asked.end - inside && end - asked.end <= addition + asked.after;
}
