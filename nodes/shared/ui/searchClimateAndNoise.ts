import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { deviceName } from '../deviceName';
import type { Device } from '../schema/device';
import { noiseThresholdSchema } from '../schema/noiseThreshold';
import { thermostatScheduleSchema } from '../schema/thermostat';
import { byName, daysOf } from './labels';
import { DEVICES } from './searchDevices';
import { searchInside } from './searchInside';
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
				.map((device) => ({ name: deviceName(device), value: device.device_id }))
				.sort(byName),
		);
	};

/** What can heat or cool says so with its modes. */
const isThermostat = ({ device_type, properties }: Device): boolean =>
	'available_hvac_mode_settings' in properties || /thermostat/.test(device_type ?? '');

/** What hears says so with what it hears. */
const isNoiseSensor = ({ device_type, properties }: Device): boolean =>
	'noise_level_decibels' in properties || /^(minut|noiseaware)_/.test(device_type ?? '');

export const searchThermostats = search(isThermostat);

export const searchNoiseSensors = search(isNoiseSensor);

export const searchThermostatSchedules = searchInside({
	outer: DEVICES,
	mayHold: isThermostat,
	inner: {
		path: '/thermostats/schedules/list',
		field: 'thermostat_schedules',
		record: thermostatScheduleSchema,
		isSearchedHere: true,
	},
	bodyFor: ({ device_id }) => ({ device_id }),
	idOf: ({ thermostat_schedule_id }) => thermostat_schedule_id,
	labelOf: ({ name, climate_preset_key, starts_at, ends_at }, device) =>
		`${name ?? climate_preset_key ?? 'Schedule'} – ${deviceName(device)}${daysOf(starts_at, ends_at)}`,
});

export const searchNoiseThresholds = searchInside({
	outer: DEVICES,
	mayHold: isNoiseSensor,
	inner: {
		path: '/noise_sensors/noise_thresholds/list',
		field: 'noise_thresholds',
		record: noiseThresholdSchema,
		isSearchedHere: true,
	},
	bodyFor: ({ device_id }) => ({ device_id }),
	idOf: ({ noise_threshold_id }) => noise_threshold_id,
	labelOf: ({ name, starts_daily_at, ends_daily_at }, device) => {
		const hours = [starts_daily_at, ends_daily_at].map((time) => time?.slice(0, 5) ?? '…');
		return `${name ?? 'Threshold'} – ${deviceName(device)}, ${hours.join(' to ')}`;
	},
});
