import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Device } from '../schema/device';
import { DEVICES, deviceName } from './searchDevices';
import { searchPage } from './searchPage';

/**
 * Lists of devices that are no locks. Seam's own lists of thermostats and noise sensors can't be searched, so these are
 * the devices of its general list that are of the kind.
 */
const search = (isOfKind: (device: Device) => boolean) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await searchPage(this, DEVICES, { filter, paginationToken }, (devices) =>
			devices
				.filter(isOfKind)
				.map((device) => ({
					name: deviceName(device),
					value: device.device_id,
				}))
				.sort((a, b) => a.name.localeCompare(b.name)),
		);
	};

/** What can heat or cool says so with its modes. */
export const searchThermostats = search(
	({ device_type, properties }) =>
		'available_hvac_mode_settings' in properties || /thermostat/.test(device_type ?? ''),
);

/** What hears says so with what it hears. */
export const searchNoiseSensors = search(
	({ device_type, properties }) =>
		'noise_level_decibels' in properties || /^(minut|noiseaware)_/.test(device_type ?? ''),
);
