import type { ItemContext } from '../shared/api/context';
import { createDeviceReader } from '../shared/api/deviceReader';
import type { ItemParameters } from '../shared/parameters/itemParameters';
import type { Device } from '../shared/schema/device';
import { checkMatches, readMetadataWish } from './metadataMatch';

/**
 * Finds the devices that an item's parameters name, in Seam's order. More than one come only from custom metadata, if
 * the user wants all. Seam is asked once for each search or device, however many items name it.
 */
export function createDeviceFinder() {
	const reader = createDeviceReader();

	return async (run: ItemContext, item: ItemParameters): Promise<Device[]> => {
		if (item.choice('findBy') === 'device') return [await reader.get(run, item.device())];
		const wish = readMetadataWish(item);
		const filters = { custom_metadata_has: { [wish.key]: wish.value } };
		const devices = await reader.search(run, filters);
		checkMatches(devices, wish);
		return devices;
	};
}
