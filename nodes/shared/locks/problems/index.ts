import type { Device } from '../../schema/device';
import type { Instant } from '../../time/instant';
import { capabilityProblems } from './capability';
import { clockProblems } from './clock';
import { keypadProblems } from './keypad';
import { makerProblems } from './makers';
import { powerProblems } from './power';
import { inOrder, type DeviceProblem } from './problem';
import { reportedProblems } from './reported';

export { isKeypadGone } from './keypad';
export type { DeviceProblem, Severity } from './problem';

/**
 * Everything about the device that can keep a guest's code from working, the gravest first, each with a fix.
 * What Seam reports comes before what its properties imply: of two that say the same, Seam's stays. Causes come
 * before what follows from them.
 *
 * @param keypadGoneSince ISO 8601 of the last `device.accessory_keypad_disconnected` event, where one is known
 */
export function deviceProblems(
	device: Device,
	now: Instant,
	{ keypadGoneSince = null }: { keypadGoneSince?: string | null } = {},
): DeviceProblem[] {
	return inOrder([
		...reportedProblems(device),
		...keypadProblems(device, keypadGoneSince),
		...makerProblems(device),
		...capabilityProblems(device),
		...clockProblems(device, now),
		...powerProblems(device),
	]);
}
