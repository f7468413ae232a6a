import type { IExecuteFunctions } from 'n8n-workflow';

import { createDeviceReader } from '../shared/api/deviceReader';
import { listDevices } from '../shared/api/devices';
import type { Device } from '../shared/schema/device';
import { readDeviceReference } from '../shared/ui/deviceReference';
import { onlyMatch, readMetadataWish } from './metadataMatch';

/** Finds the device that an item's parameters name, asking Seam once for each however many items name it. */
export function createDeviceFinder(context: IExecuteFunctions) {
	const reader = createDeviceReader(context);
	const searches = new Map<string, Device[]>();

	async function byMetadata(itemIndex: number): Promise<Device> {
		const wish = readMetadataWish(
			context.getNodeParameter('metadataKey', itemIndex),
			context.getNodeParameter('metadataValue', itemIndex),
		);
		const search = JSON.stringify(wish);
		const known = searches.get(search);
		const devices =
			known ??
			(await listDevices(context, { custom_metadata_has: { [wish.key]: wish.value } }, itemIndex));
		searches.set(search, devices);
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
