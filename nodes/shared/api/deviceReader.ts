import type { Device } from '../schema/device';
import type { ItemContext } from './context';
import { deviceByName } from './deviceByName';
import { getDevice, listDevices, type DeviceFilters, type DeviceReference } from './devices';
import { readOnce } from './readOnce';

/** Reads a device at most once per run and key, however many items name it. */
export interface DeviceReader {
	get(item: ItemContext, device: DeviceReference | string): Promise<Device>;
	/** All devices that match, as `listDevices` reads them. */
	search(item: ItemContext, filters: DeviceFilters): Promise<Device[]>;
}

/** Make one per run of a node. A device that was found by its name is known by its ID as well. */
export function createDeviceReader(): DeviceReader {
	const search = readOnce(listDevices).get;
	const devices = readOnce<DeviceReference, Device>(async (item, reference) =>
		'name' in reference
			? await deviceByName(reference.name, {
					get: async () => await getDevice(item, reference),
					list: async () => await search(item, {}),
				})
			: await getDevice(item, reference),
	);
	return {
		async get(item, device) {
			const reference = typeof device === 'string' ? { device_id: device } : device;
			const read = await devices.get(item, reference);
			if ('name' in reference) await devices.put(item, { device_id: read.device_id }, read);
			return read;
		},
		search,
	};
}
