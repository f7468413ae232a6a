import type { Device } from '../schema/device';
import type { SeamContext } from './context';
import { getDevice, type DeviceReference } from './devices';

/** Reads a device at most once per run, however many items name it. */
export interface DeviceReader {
	get(device: DeviceReference | string, itemIndex: number): Promise<Device>;
}

/**
 * Make one per run of a node. Items that ask at the same moment share the call. A read that failed is asked again
 * by the next item, because the reason may have passed.
 */
export function createDeviceReader(context: SeamContext): DeviceReader {
	const reads = new Map<string, Promise<Device>>();
	return {
		async get(device, itemIndex) {
			const key = keyOf(device);
			const known = reads.get(key);
			if (known) return await known;
			const read = getDevice(context, device, itemIndex);
			reads.set(key, read);
			read.then(
				({ device_id }) => reads.set(keyOf(device_id), read),
				() => reads.delete(key),
			);
			return await read;
		},
	};
}

function keyOf(device: DeviceReference | string): string {
	return JSON.stringify(typeof device === 'string' ? { device_id: device } : device);
}
