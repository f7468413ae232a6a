import type { Device } from '../schema/device';
import type { SeamContext } from './context';
import { getDevice, listDevices, type DeviceFilters, type DeviceReference } from './devices';
import { readOnce } from './readOnce';

/** Reads a device at most once per run and key, however many items name it. */
export interface DeviceReader {
	get(device: DeviceReference | string, itemIndex: number): Promise<Device>;
	/** All devices that match, as `listDevices` reads them. */
	search(filters: DeviceFilters, itemIndex: number): Promise<Device[]>;
}

/** Make one per run of a node. A device that was found by its name is known by its ID as well. */
export function createDeviceReader(context: SeamContext): DeviceReader {
	const devices = readOnce(context, getDevice);
	const searches = readOnce(context, listDevices);
	return {
		async get(device, itemIndex) {
			const reference = typeof device === 'string' ? { device_id: device } : device;
			const read = await devices.get(reference, itemIndex);
			if ('name' in reference) await devices.put({ device_id: read.device_id }, itemIndex, read);
			return read;
		},
		search: async (filters, itemIndex) => await searches.get(filters, itemIndex),
	};
}
