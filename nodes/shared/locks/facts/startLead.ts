import type { Device } from '../../schema/device';
import { MINUTE, type Instant } from '../../time/instant';
import { constraintsOf } from './codeRules';

/** Seam: Kwikset locks. The start has to be ahead, at least this far to be safe. */
const KWIKSET_LEAD = 15 * MINUTE;

/** How far ahead of now a time-bound online code has to begin, in milliseconds; 0 if it may begin at once. */
export function requiredLead(device: Device): number {
	const isConstrained = constraintsOf(device).includes('start_date_in_future');
	return isConstrained || device.device_type === 'kwikset_lock' ? KWIKSET_LEAD : 0;
}

/** The soonest start, to the minute: the current minute, or the first one far enough ahead. */
export function soonestStart(now: Instant, lead: number): Instant {
	return (lead > 0 ? Math.ceil((now + lead) / MINUTE) : Math.floor(now / MINUTE)) * MINUTE;
}
