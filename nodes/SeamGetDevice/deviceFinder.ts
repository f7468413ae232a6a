import type { ItemContext } from '../shared/api/context';
import { createDeviceReader } from '../shared/api/deviceReader';
import type { ItemParameters } from '../shared/parameters/itemParameters';
import type { Device } from '../shared/schema/device';
import { onlyMatch, readMetadataWish } from './metadataMatch';

/** Finds the device that an item's parameters name, asking Seam once for each however many items name it. */
export function createDeviceFinder() {
	const reader = createDeviceReader();

	return async (run: ItemContext, item: ItemParameters): Promise<Device> => {
		if (item.choice('findBy') === 'device') return await reader.get(run, item.device());
		const wish = readMetadataWish(item);
		const filters = { custom_metadata_has: { [wish.key]: wish.value } };
		return onlyMatch(await reader.search(run, filters), wish);
	};
}
