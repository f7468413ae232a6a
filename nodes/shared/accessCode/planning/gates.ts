import { lockFamilyOf } from '../../locks/index';
import { sentenceOf } from '../../locks/problems/problem';
import { missingFor, missingRequirements } from '../../locks/requirements';
import type { CodeFamily, CodeKind, Obstacle } from '../../locks/types';
import type { Device } from '../../schema/device';
import type { Wish } from '../wish';

/**
 * What rules all codes of a family out before any window is fitted: the lock's capability flags, the wish itself, or
 * what the lock lacks for `kind` (a lock lacks the same for all kinds of one access). A flag that is true can be used
 * now, false is supported but not working now, absent is not supported.
 */
export function gateOf(
	family: CodeFamily,
	kind: CodeKind,
	device: Device,
	wish: Wish,
): Obstacle | null {
	const name = `can_program_${family}_access_codes` as const;
	const flag = device[name];
	if (device.is_managed === false) {
		const because =
			'Seam does not manage this device, so it can be given no codes. Have Seam manage it with the Seam node (Device → Manage).';
		return { rule: 'unmanaged_device', because };
	}
	if (flag === null || flag === undefined) {
		const because = `This device can hold no ${family} access codes (Seam lists no ${name} for it).`;
		return { rule: name, because };
	}
	if (flag === false) {
		return { rule: name, because: whyNotNow(device, kind, family, name) };
	}
	if (wish.kind !== 'automatic' && wish.kind !== family) {
		return { rule: 'kind', because: `The kind was set to ${wish.kind}.` };
	}
	if (family === 'offline' && wish.pin.source === 'custom') {
		const { displayName } = lockFamilyOf(device);
		const because = `${displayName} chooses the PINs of its offline codes itself: a custom PIN can't be set.`;
		return { rule: 'custom_pin', because };
	}
	return missingFor(device, kind);
}

/** Seam: confirm capabilities. What stops the codes comes first, if the device's properties tell it; then the flag. */
function whyNotNow(device: Device, kind: CodeKind, family: CodeFamily, flag: string): string {
	const notNow = `This device can hold ${family} access codes, but not now (${flag} is false).`;
	const missing = missingRequirements(device).find(
		({ rule, stops }) => stops.includes(kind) || rule === 'keypad',
	);
	return missing === undefined
		? `${notNow} See the errors and warnings of the device.`
		: `${sentenceOf(missing.meaning, missing.fix)} ${notNow}`;
}
