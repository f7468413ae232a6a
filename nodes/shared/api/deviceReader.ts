import type { Device } from '../schema/device';
import { callerOf } from './caller';
import type { SeamContext } from './context';
import { getDevice, listDevices, type DeviceFilters, type DeviceReference } from './devices';

/** Reads a device at most once per run and key, however many items name it. */
export interface DeviceReader {
	get(device: DeviceReference | string, itemIndex: number): Promise<Device>;
	/** All devices that match, as `listDevices` reads them. */
	search(filters: DeviceFilters, itemIndex: number): Promise<Device[]>;
}

/**
 * Make one per run of a node. Items that ask at the same moment share the call. A read that failed is repeated by the
 * next item, because the reason may have passed.
 */
export function createDeviceReader(context: SeamContext): DeviceReader {
	const devices = new Map<string, Promise<Device>>();
	const searches = new Map<string, Promise<Device[]>>();
	return {
		async get(device, itemIndex) {
			const { id } = await callerOf(context, itemIndex);
			const reference = typeof device === 'string' ? { device_id: device } : device;
			const keyOf = (of: DeviceReference) => JSON.stringify([id, of]);
			return await once(devices, keyOf(reference), async () => {
				const read = await getDevice(context, reference, itemIndex);
				devices.set(keyOf({ device_id: read.device_id }), Promise.resolve(read));
				return read;
			});
		},
		async search(filters, itemIndex) {
			const { id } = await callerOf(context, itemIndex);
			return await once(
				searches,
				JSON.stringify([id, filters]),
				async () => await listDevices(context, filters, itemIndex),
			);
		},
	};
}

async function once<T>(
	reads: Map<string, Promise<T>>,
	key: string,
	read: () => Promise<T>,
): Promise<T> {
	const known = reads.get(key);
	if (known) return await known;
	const begun = read();
	reads.set(key, begun);
	begun.catch(() => reads.delete(key));
	return await begun;
}
