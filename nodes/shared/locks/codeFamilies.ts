import type { Device } from '../schema/device';
import { lockFamilyOf } from './index';
import { sentenceOf } from './problems/problem';
import { missingFor, missingRequirements } from './requirements';
import type { CodeFamily, Obstacle } from './types';

/**
 * The families that the lock has, but for those that it lacks something for, unless it lacks something for all. Whether
 * Seam can program it just now does not matter.
 */
export function codeFamiliesOf(device: Device): CodeFamily[] {
	const known = knownFamilies(device);
	const able = known.filter((family) => missingForStays(device, family) === null);
	return able.length > 0 ? able : known;
}

/** What keeps all time-bound codes of the lock from working, with the way out; null if some can be had. */
export function missingForAllStays(device: Device): Obstacle | null {
	const missing = knownFamilies(device).map((family) => missingForStays(device, family));
	return missing.includes(null) ? null : (missing.at(0) ?? null);
}

/** The same, or the keypad that is missing where Seam says only that the lock can't be programmed now; null if unknown. */
export function whyNoStaysNow(device: Device): string | null {
	const missing = missingForAllStays(device);
	if (missing !== null) return missing.because;
	const keypad = missingRequirements(device).find(({ rule }) => rule === 'keypad');
	return keypad === undefined ? null : sentenceOf(keypad.meaning, keypad.fix);
}

const knownFamilies = (device: Device): CodeFamily[] =>
	(['offline', 'online'] as const).filter(
		(family) => typeof device[`can_program_${family}_access_codes`] === 'boolean',
	);

function missingForStays(device: Device, family: CodeFamily): Obstacle | null {
	const [offlineKind] = lockFamilyOf(device).offlineKinds.time_bound;
	return missingFor(device, family === 'online' ? 'online_time_bound' : offlineKind);
}
