import { randomInt } from 'node:crypto';
import { judgePin } from '../rules/pin.mts';
import type { TimeSlot } from '../rules/types.mts';
import { existingCodes } from './record.mts';
import type { DeviceRecord, World } from '../world.mts';

/** Random digits. */
export const digits = (length: number): string =>
	Array.from({ length }, () => String(randomInt(10))).join('');

/** A PIN that every one of the locks can hold, keeps all their rules and is free on all of them; null after many tries. */
export function generatePin(
	world: World,
	devices: readonly DeviceRecord[],
	preferredLength?: number,
): string | null {
	const lengths = commonLengths(devices);
	const length =
		preferredLength !== undefined && lengths.includes(preferredLength)
			? preferredLength
			: Math.min(...lengths);
	if (lengths.length === 0) return null;
	const taken = new Set(
		devices.flatMap(({ device }) => existingCodes(world, device.device_id).map(({ code }) => code)),
	);
	for (let tries = 0; tries < 5_000; tries++) {
		const pin = digits(length);
		if (!taken.has(pin) && devices.every((device) => isHoldable(pin, device))) return pin;
	}
	return null;
}

/** A lock on which PINs are assigned has rules about naming one, which a generated PIN does not break. */
function isHoldable(pin: string, { device }: DeviceRecord): boolean {
	const broken = judgePin(pin, device, 'strict');
	return broken === null || ASSIGNED.has(broken.rule);
}

const ASSIGNED = new Set(['cannot_specify_pin_code', 'pin_code_matches_existing_set']);

function commonLengths(devices: readonly DeviceRecord[]): number[] {
	const lists = devices.map(({ device }) => device.properties.supported_code_lengths ?? []);
	const named = lists.filter((lengths) => lengths.length > 0);
	if (named.length === 0) return [6];
	return named[0].filter((length) => named.every((lengths) => lengths.includes(length)));
}

/** A PIN as the maker's server assigns it to an offline code: 9 digits, on Oracode the level's prefix first. */
export function assignOfflinePin(
	world: World,
	device: DeviceRecord,
	level: TimeSlot | undefined,
): string {
	const taken = new Set(existingCodes(world, device.device.device_id).map(({ code }) => code));
	for (;;) {
		const isLockly = device.device.device_type === 'lockly_lock';
		const pin = level ? `${level.prefix ?? ''}${digits(6)}` : digits(isLockly ? 8 : 9);
		if (!taken.has(pin)) return pin;
	}
}
