import { deviceSchema } from '../schema/device';
import type { DeviceReference } from './devices';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** Reads one device that Seam knows and does not manage. */
export const getUnmanagedDevice = endpoint((device: DeviceReference) => ({
	path: '/devices/unmanaged/get',
	body: device,
	schema: answerWith('device', deviceSchema),
	subject:
		'name' in device
			? `the unmanaged device with the name '${device.name}'`
			: `unmanaged device ${device.device_id}`,
	isRepeatable: true,
}));

/** Reads all devices that Seam knows and does not manage. */
export const listUnmanagedDevices = listEndpoint((filters: { search?: string }) => ({
	path: '/devices/unmanaged/list',
	body: filters,
	field: 'devices',
	record: deviceSchema,
	subject: 'the list of unmanaged devices',
}));

/** Has Seam manage a device that it knows. */
export const manageDevice = endpoint((device_id: string) => ({
	path: '/devices/unmanaged/update',
	body: { device_id, is_managed: true },
	schema: NO_ANSWER,
	subject: `unmanaged device ${device_id}`,
	isRepeatable: false,
}));
