import type { IExecuteFunctions } from 'n8n-workflow';

import { createDeviceReader } from '../shared/api/deviceReader';
import type { Device } from '../shared/schema/device';
import { readDeviceReference } from '../shared/ui/deviceReference';
import { onlyMatch, readMetadataWish } from './metadataMatch';

/** Finds the device that an item's parameters name, asking Seam once for each however many items name it. */
export function createDeviceFinder(context: IExecuteFunctions) {
	const reader = createDeviceReader(context);

	async function byMetadata(itemIndex: number): Promise<Device> {
		const wish = readMetadataWish(
			context.getNodeParameter('metadataKey', itemIndex),
			context.getNodeParameter('metadataValue', itemIndex),
		);
		const devices = await reader.search(
			{ custom_metadata_has: { [wish.key]: wish.value } },
			itemIndex,
		);
		return onlyMatch(devices, wish);
	}

	return async (itemIndex: number): Promise<Device> =>
		context.getNodeParameter('findBy', itemIndex) === 'customMetadata'
			? await byMetadata(itemIndex)
			: await reader.get(
					readDeviceReference(context.getNodeParameter('device', itemIndex)),
					itemIndex,
				);
}
