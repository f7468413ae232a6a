import type { Device } from '../../schema/device';

/** Device errors that say that Seam can't reach the lock (Seam: device errors). */
export const SAYS_DISCONNECTED = [
	'account_disconnected',
	'bridge_disconnected',
	'device_disconnected',
	'device_offline',
	'hub_disconnected',
];

/** Whether an error of the device already says that Seam can't reach it. */
export function isSaidDisconnected(device: Device): boolean {
	return (device.errors ?? []).some(({ error_code }) => SAYS_DISCONNECTED.includes(error_code));
}

/** Whether Seam can't reach the lock now. */
export function isDisconnected(device: Device): boolean {
	return device.properties.online === false || isSaidDisconnected(device);
}
