import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import type { Instant } from '../../time/instant';
import { spanOf } from './codeSpan';
import { JUST_IN_TIME_LEAD, NATIVE_LEAD, schedulingOf } from './scheduling';

export interface Capacity {
	most: number;
	source: string;
	/** igloohome counts all PINs ever given out and still valid, not only those on the lock at one time. */
	counts: 'on_the_lock_at_once' | 'all_that_have_not_ended';
}

/** Seam: igloohome offline access codes. The total of online and offline PINs. */
const IGLOOHOME_TOTAL = 199;

export function capacityOf(device: Device): Capacity | null {
	const own = device.properties.max_active_codes_supported;
	const isIgloohome = device.device_type === 'igloohome_lock';
	const counts = isIgloohome ? 'all_that_have_not_ended' : 'on_the_lock_at_once';
	if (own != null) {
		return { most: own, source: 'device.properties.max_active_codes_supported', counts };
	}
	return isIgloohome
		? { most: IGLOOHOME_TOTAL, source: 'Seam: igloohome offline access codes', counts }
		: null;
}

/**
 * How many of the lock's codes are on it at the fullest moment of the new code's time there, or simply how many
 * there are if that is too few to matter. A natively scheduled lock holds its codes from 72 hours before they begin;
 * the new one only if `preferNative`. A code that ends when another begins makes room for it.
 */
export function fullestMoment(
	device: Device,
	codes: AccessCode[],
	capacity: Capacity,
	{ start, end }: { start: Instant | null; end: Instant | null },
	preferNative: boolean,
	now: Instant,
): number {
	if (codes.length < capacity.most) return codes.length;
	const alive = codes.map(spanOf).filter((span) => span.end > now);
	if (capacity.counts === 'all_that_have_not_ended') return alive.length;
	const lead = schedulingOf(device) === 'just_in_time' ? JUST_IN_TIME_LEAD : NATIVE_LEAD;
	const ownLead = preferNative ? lead : JUST_IN_TIME_LEAD;
	const from = start === null ? now : Math.max(now, start - ownLead);
	const until = end ?? Infinity;
	const changes: Array<[Instant, number]> = [];
	for (const span of alive) {
		const [on, off] = [Math.max(from, span.start - lead), Math.min(until, span.end)];
		if (on < off) changes.push([on, 1], [off, -1]);
	}
	changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	let [count, most] = [0, 0];
	for (const [, change] of changes) {
		count += change;
		most = Math.max(most, count);
	}
	return most;
}
