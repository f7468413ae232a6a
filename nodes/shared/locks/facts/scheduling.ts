import type { Device } from '../../schema/device';
import { HOUR, MINUTE, type Instant } from '../../time/instant';

/** Whether the lock itself knows when a code begins, or Seam programs it just before. */
export type Scheduling = 'native' | 'just_in_time' | 'unknown';

/** Seam: native scheduling. Codes are put on the lock 72 hours before they start. */
export const NATIVE_LEAD = 72 * HOUR;
/** Seam: lifecycle of access codes. Locks without native scheduling are programmed 60 minutes before the start. */
export const JUST_IN_TIME_LEAD = 60 * MINUTE;

/** Seam's list of what supports native scheduling and what does not; Yale codes come as `yale_lock` or `august_lock`. */
const SCHEDULING: Readonly<Record<string, Scheduling>> = {
	two_n_intercom: 'native',
	august_lock: 'native',
	igloohome_lock: 'native',
	kwikset_lock: 'native',
	nuki_lock: 'native',
	salto_lock: 'native',
	schlage_lock: 'native',
	tedee_lock: 'native',
	ttlock_lock: 'native',
	yale_lock: 'native',
	wyze_lock: 'native',
	dormakaba_oracode_door: 'just_in_time',
	lockly_lock: 'just_in_time',
	smartthings_lock: 'just_in_time',
};

export function schedulingOf(device: Device): Scheduling {
	return SCHEDULING[device.device_type ?? ''] ?? 'unknown';
}

/**
 * When Seam begins to put a time-bound online code on the lock; null for at once. Where the scheduling is
 * unknown the later moment counts, so that nobody waits for news that can't come yet.
 */
export function expectedOnLockAt(
	device: Device,
	start: Instant,
	now: Instant,
	preferNative: boolean,
): Instant | null {
	const isNative = preferNative && schedulingOf(device) === 'native';
	const expected = start - (isNative ? NATIVE_LEAD : JUST_IN_TIME_LEAD);
	return expected > now ? expected : null;
}
