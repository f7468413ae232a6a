import { attemptAsync } from '../attempt';
import type { Device } from '../schema/device';
import type { ItemContext } from './context';
import {
	deviceFound,
	lookUpName,
	unknownIdIn,
	type DevicesField,
	type NameLookup,
} from './deviceByName';
import { getDevice, listDevices, type DeviceFilters, type DeviceReference } from './devices';
import { readOnce } from './readOnce';

/** What a field that takes several devices holds. */
export interface GivenDevices extends DevicesField {
	references: DeviceReference[];
}

/** Reads a device at most once per run and key, however many items name it. */
export interface DeviceReader {
	get(item: ItemContext, device: DeviceReference | string): Promise<Device>;
	/** The devices of a field that takes several, each once. */
	all(item: ItemContext, given: GivenDevices): Promise<Device[]>;
	/** Their IDs, each once: those given by ID are not read, so they may be gone from Seam. */
	idsOf(item: ItemContext, given: GivenDevices): Promise<string[]>;
	/** All devices that match, as `listDevices` reads them. */
	search(item: ItemContext, filters: DeviceFilters): Promise<Device[]>;
}

/** Make one per run of a node. A device that was found by its name is known by its ID as well. */
export function createDeviceReader(): DeviceReader {
	const search = readOnce(listDevices).get;
	const byId = readOnce<string, Device>(getDevice);
	const byName = readOnce<string, NameLookup>(
		async (item, name) =>
			await lookUpName(name, {
				get: async () => await getDevice(item, { name }),
				list: async () => await search(item, {}),
			}),
	);
	const read = async (item: ItemContext, reference: DeviceReference, field?: DevicesField) => {
		if ('name' in reference) {
			const { name } = reference;
			const device = deviceFound(name, await byName.get(item, name), field);
			await byId.put(item, device.device_id, device);
			return device;
		}
		const { value, error } = await attemptAsync(
			async () => await byId.get(item, reference.device_id),
		);
		if (value !== undefined) return value;
		throw field ? unknownIdIn(field, error) : error;
	};
	return {
		get: async (item, device) =>
			await read(item, typeof device === 'string' ? { device_id: device } : device),
		async all(item, { references, ...field }) {
			const devices = await Promise.all(
				references.map(async (reference) => await read(item, reference, field)),
			);
			return [...new Map(devices.map((device) => [device.device_id, device])).values()];
		},
		async idsOf(item, { references, ...field }) {
			const ids = await Promise.all(
				references.map(async (reference) =>
					'device_id' in reference
						? reference.device_id
						: (await read(item, reference, field)).device_id,
				),
			);
			return [...new Set(ids)];
		},
		search,
	};
}
