import type { IExecuteFunctions } from 'n8n-workflow';

import { createDeviceReader } from '../shared/api/deviceReader';
import type { ItemParameters } from '../shared/parameters/itemParameters';
import type { Device } from '../shared/schema/device';
import { onlyMatch, readMetadataWish } from './metadataMatch';

/** Finds the device that an item's parameters name, asking Seam once for each however many items name it. */
export function createDeviceFinder(context: IExecuteFunctions) {
	const reader = createDeviceReader(context);

	async function byMetadata(item: ItemParameters, itemIndex: number): Promise<Device> {
		const wish = readMetadataWish(item);
		const devices = await reader.search(
			{ custom_metadata_has: { [wish.key]: wish.value } },
			itemIndex,
		);
		return onlyMatch(devices, wish);
	}

	return async (item: ItemParameters, itemIndex: number): Promise<Device> =>
		item.choice('findBy') === 'customMetadata'
			? await byMetadata(item, itemIndex)
			: await reader.get(item.device(), itemIndex);
}
