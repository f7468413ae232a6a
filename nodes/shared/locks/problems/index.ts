import type { Device } from '../../schema/device';
import type { Instant } from '../../time/instant';
import { missingRequirements } from '../requirements';
import { capabilityProblems } from './capability';
import { clockProblems } from './clock';
import { powerProblems } from './power';
import { inOrder, type DeviceProblem } from './problem';
import { reportedProblems } from './reported';

export { isKeypadGone } from '../facts/keypad';
export type { DeviceProblem, Severity } from './problem';

/** What is known of a keypad that is gone: the last time it disconnected (ISO 8601), or why that can't be told. */
export type KeypadHistory = { goneSince: string | null } | { couldNotRead: string };

/**
 * Everything about the device that can keep a guest's code from working, the gravest first, each with a fix.
 * What Seam reports comes before what its properties imply: of two that say the same, Seam's stays. Causes come
 * before what follows from them.
 */
export function deviceProblems(
	device: Device,
	now: Instant,
	keypadHistory: KeypadHistory = { goneSince: null },
): DeviceProblem[] {
	return inOrder([
		...reportedProblems(device),
		...missingRequirements(device).map(({ code, severity, meaning, fix }) => ({
			code,
			severity,
			message:
				code === 'accessory_keypad_disconnected' ? `${meaning}${since(keypadHistory)}` : meaning,
			fix,
		})),
		...capabilityProblems(device),
		...clockProblems(device, now),
		...powerProblems(device),
	]);
}

function since(history: KeypadHistory): string {
	if ('couldNotRead' in history) {
		return `; since when is unknown, because its events could not be read (${history.couldNotRead})`;
	}
	return history.goneSince === null ? '' : ` since ${history.goneSince}`;
}
