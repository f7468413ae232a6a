import type { Device } from '../schema/device';
import type { SeamContext } from './context';
import { getDevice } from './devices';

/** Reads a device at most once per run, however many items name it. */
export interface DeviceReader {
	get(deviceId: string, itemIndex: number): Promise<Device>;
}

/**
 * Make one per run of a node. Items that ask at the same moment share the call. A read that failed is asked again
 * by the next item, because the reason may have passed.
 */
export function createDeviceReader(context: SeamContext): DeviceReader {
	const reads = new Map<string, Promise<Device>>();
	return {
		async get(deviceId, itemIndex) {
			const known = reads.get(deviceId);
			if (known) return await known;
			const read = getDevice(context, deviceId, itemIndex);
			reads.set(deviceId, read);
			read.catch(() => reads.delete(deviceId));
			return await read;
		},
	};
}
