import type { Device } from '../../schema/device';
import { readInstant, type Instant } from '../../time/instant';
import { shortTime } from '../../time/shortTime';
import { lockZone } from '../facts/zone';
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
				code === 'accessory_keypad_disconnected'
					? `${meaning}${since(keypadHistory, device, now)}`
					: meaning,
			fix,
		})),
		...capabilityProblems(device),
		...clockProblems(device, now),
		...powerProblems(device),
	]);
}

function since(history: KeypadHistory, device: Device, now: Instant): string {
	if ('couldNotRead' in history) {
		return `; since when is unknown, because its events could not be read (${history.couldNotRead})`;
	}
	const at = readInstant(history.goneSince ?? '');
	const zone = lockZone(device)?.zone ?? null;
	return at === null ? '' : ` (gone since ${shortTime(at, zone, now)})`;
}
