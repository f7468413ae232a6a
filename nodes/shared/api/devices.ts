import { deviceSchema } from '../schema/device';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** Filters of Seam's device list; all must match. */
export interface DeviceFilters {
	device_ids?: string[];
	device_type?: string;
	manufacturer?: string;
	connected_account_id?: string;
	customer_key?: string;
	custom_metadata_has?: Record<string, string | boolean>;
	/** Matches parts of the ID, name, custom metadata and location name. */
	search?: string;
}

/** How Seam wants a device named: by its ID or by the name that it has in Seam. */
export type DeviceReference = { device_id: string } | { name: string };

/** Reads one managed device, by its ID or by a reference. To read one device for many items, see `createDeviceReader`. */
export const getDevice = endpoint((device: DeviceReference | string) => {
	const reference = typeof device === 'string' ? { device_id: device } : device;
	return {
		path: '/devices/get',
		body: reference,
		schema: answerWith('device', deviceSchema),
		subject: 'name' in reference ? `the device with the name '${reference.name}'` : undefined,
		isRepeatable: true,
	};
});

/** Reads devices of all kinds. */
export const listDevices = listEndpoint((filters: DeviceFilters) => ({
	path: '/devices/list',
	body: filters,
	field: 'devices',
	record: deviceSchema,
	subject: 'the list of devices',
}));

export interface DeviceChanges {
	/** Null gives the device its maker's name again. */
	name?: string | null;
	custom_metadata?: Record<string, string | boolean>;
	backup_access_code_pool_enabled?: boolean;
}

/** Changes what Seam keeps about a device. */
export const updateDevice = endpoint((device_id: string, changes: DeviceChanges) => ({
	path: '/devices/update',
	body: { device_id, ...changes },
	schema: NO_ANSWER,
	isRepeatable: false,
}));

/** Where Seam keeps a time zone that was reported for a lock. */
export type TimeZoneKeeper = 'omnitec_metadata' | 'schlage_metadata' | 'ultraloq_metadata';

/** Tells Seam the time zone (IANA name) of a lock that does not tell it itself; telling it twice does no harm. */
export const reportTimeZone = endpoint(
	(device_id: string, keeper: TimeZoneKeeper, time_zone: string) => ({
		path: '/devices/report_provider_metadata',
		body: { devices: [{ device_id, [keeper]: { time_zone } }] },
		schema: NO_ANSWER,
		subject: `device ${device_id}`,
		isRepeatable: true,
	}),
);
