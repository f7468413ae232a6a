import type { IDataObject } from 'n8n-workflow';

import type { DeviceProblem } from '../shared/locks/problems';
import { describeAccessCodeSupport } from '../shared/locks/support';
import { lockZone } from '../shared/locks/facts/zone';
import type { Device } from '../shared/schema/device';
import type { Instant } from '../shared/time/instant';

/**
 * What the node outputs for a device: Seam's fields, either the few that workflows use or all of them, and beside
 * them what the lock can do (`access_code_support`) and what is wrong with it (`problems`).
 */
export function deviceReport(
	device: Device,
	problems: DeviceProblem[],
	now: Instant,
	isSimple: boolean,
): IDataObject {
	return {
		...(isSimple ? simplified(device) : device),
		access_code_support: describeAccessCodeSupport(device, now),
		problems,
	} as unknown as IDataObject;
}

function simplified(device: Device) {
	const { properties, location } = device;
	return {
		device_id: device.device_id,
		name: device.nickname ?? device.display_name ?? properties.name ?? null,
		device_type: device.device_type ?? null,
		manufacturer: properties.model?.manufacturer_display_name ?? properties.manufacturer ?? null,
		online: properties.online ?? null,
		battery_level: properties.battery?.level ?? null,
		time_zone: lockZone(device)?.zone ?? null,
		location_name: location?.location_name ?? null,
		custom_metadata: device.custom_metadata ?? null,
	};
}
