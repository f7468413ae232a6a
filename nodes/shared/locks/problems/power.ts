import type { Device } from '../../schema/device';
import { isSaidDisconnected } from '../facts/connection';
import type { DeviceProblem } from './problem';

/** Charge at or below which a battery without a status of its own counts as low; our choice, Seam publishes none. */
const LOW_LEVEL = 0.2;

/** Whether the device is connected, and whether it and its keypad have power. */
export function powerProblems(device: Device): DeviceProblem[] {
	const { battery, accessory_keypad, nuki_metadata } = device.properties;
	const isKeypadEmpty = nuki_metadata?.keypad_battery_critical === true;
	return [
		...disconnected(device),
		...lowBattery(
			'accessory_keypad_low_battery',
			'accessory keypad',
			isKeypadEmpty ? { status: 'critical' } : accessory_keypad?.battery,
		),
		...lowBattery('battery_low', 'lock', battery),
	];
}

function lowBattery(
	code: string,
	what: string,
	battery: Device['properties']['battery'],
): DeviceProblem[] {
	const { level, status } = battery ?? {};
	const isLow =
		status == null ? level != null && level <= LOW_LEVEL : ['low', 'critical'].includes(status);
	if (!isLow) return [];
	const charge = level == null ? '' : ` (${Math.round(level * 100)}%)`;
	return [
		{
			code,
			severity: 'warning',
			message: `The battery of the ${what} is ${status === 'critical' ? 'almost empty' : 'low'}${charge}`,
			fix: `Replace or charge the battery of the ${what} before the next guest arrives.`,
		},
	];
}

function disconnected(device: Device): DeviceProblem[] {
	const isRemoved = (device.errors ?? []).some(({ error_code }) => error_code === 'device_removed');
	if (device.properties.online !== false || isRemoved || isSaidDisconnected(device)) return [];
	const takesOfflineCodes = device.can_program_offline_access_codes === true;
	return [
		{
			code: 'device_disconnected',
			severity: takesOfflineCodes ? 'warning' : 'error',
			message: takesOfflineCodes
				? 'The device is disconnected; its offline access codes work all the same'
				: 'The device is disconnected, so access codes reach it only once it is back',
			fix: 'Check the power and the internet connection of the lock and its bridge.',
		},
	];
}
