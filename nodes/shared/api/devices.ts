import { z } from 'zod';

import { deviceSchema, type Device } from '../schema/device';
import type { SeamContext } from './context';
import { seamList, seamRequest, type CallOptions } from './request';

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

const deviceAnswer = z.object({ device: deviceSchema }).transform((answer) => answer.device);

/** Reads one managed device, by its ID or by a reference. To read one device for many items, see `createDeviceReader`. */
export async function getDevice(
	context: SeamContext,
	device: DeviceReference | string,
	itemIndex: number,
	options: CallOptions = {},
): Promise<Device> {
	const reference = typeof device === 'string' ? { device_id: device } : device;
	return await seamRequest(context, {
		...options,
		path: '/devices/get',
		body: reference,
		schema: deviceAnswer,
		itemIndex,
		subject:
			'name' in reference
				? `the device with the name '${reference.name}'`
				: `device ${reference.device_id}`,
		isRepeatable: true,
	});
}

/** Reads devices of all kinds, all pages unless `limit` says how many are enough. */
export async function listDevices(
	context: SeamContext,
	filters: DeviceFilters,
	itemIndex: number,
	limit?: number,
): Promise<Device[]> {
	return await seamList(context, {
		path: '/devices/list',
		body: filters,
		field: 'devices',
		record: deviceSchema,
		itemIndex,
		subject: 'the list of devices',
		limit,
	});
}

export interface DeviceChanges {
	/** Null gives the device its maker's name again. */
	name?: string | null;
	custom_metadata?: Record<string, string | boolean>;
	backup_access_code_pool_enabled?: boolean;
}

/** Changes what Seam keeps about a device. */
export async function updateDevice(
	context: SeamContext,
	deviceId: string,
	changes: DeviceChanges,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/devices/update',
		body: { device_id: deviceId, ...changes },
		schema: z.object({}),
		itemIndex,
		subject: `device ${deviceId}`,
		isRepeatable: false,
	});
}
