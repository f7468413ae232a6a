import type { Device } from '../../schema/device';
import type { DeviceProblem } from './problem';

interface Battery {
	level?: number | null;
	status?: string | null;
}

/** Charge from which on a battery without a status of its own counts as low; our choice, Seam publishes none. */
const LOW_LEVEL = 0.2;

/** Seam's errors that already say that the device can't be reached. */
const SAYS_UNREACHABLE = new Set([
	'account_disconnected',
	'bridge_disconnected',
	'device_disconnected',
	'device_offline',
	'device_removed',
	'hub_disconnected',
]);

/** Whether the device is reachable and has power. */
export function powerProblems(device: Device): DeviceProblem[] {
	return [
		...offlineProblem(device),
		...batteryProblem({
			code: 'battery_low',
			what: 'lock',
			battery: device.properties.battery,
		}),
	];
}

export function batteryProblem(about: {
	code: string;
	what: string;
	battery: Battery | null | undefined;
}): DeviceProblem[] {
	const { level, status } = about.battery ?? {};
	const isLow =
		status == null ? level != null && level <= LOW_LEVEL : ['low', 'critical'].includes(status);
	if (!isLow) return [];
	const charge = level == null ? '' : ` (${Math.round(level * 100)} %)`;
	return [
		{
			code: about.code,
			severity: 'warning',
			message: `The battery of the ${about.what} is ${status === 'critical' ? 'almost empty' : 'low'}${charge}`,
			fix: `Replace or charge the battery of the ${about.what} before the next guest arrives.`,
		},
	];
}

function offlineProblem(device: Device): DeviceProblem[] {
	const isSaid = (device.errors ?? []).some((error) => SAYS_UNREACHABLE.has(error.error_code));
	if (device.properties.online !== false || isSaid) return [];
	const takesOfflineCodes = device.can_program_offline_access_codes === true;
	return [
		{
			code: 'device_disconnected',
			severity: takesOfflineCodes ? 'warning' : 'error',
			message: takesOfflineCodes
				? 'The device is off-line; its offline access codes work all the same'
				: 'The device is off-line, so access codes reach it only once it is back',
			fix: 'Check the power and the internet connection of the lock and its bridge.',
		},
	];
}
