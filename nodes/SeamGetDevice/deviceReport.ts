import type { IDataObject } from 'n8n-workflow';

import { deviceName, namesOf } from '../shared/deviceName';
import type { DeviceProblem } from '../shared/locks/problems';
import { describeAccessCodeSupport } from '../shared/locks/support';
import { lockZone } from '../shared/locks/facts/zone';
import type { Device } from '../shared/schema/device';
import type { Instant } from '../shared/time/instant';
import { batteryOf, connectionOf } from '../shared/ui/searchDevices';

/**
 * What the node outputs for a device: what the lock can do (`access_code_support`), what is wrong with it (`problems`), and
 * Seam's fields: all of them, or the few that workflows use, after one sentence that says how it is.
 */
export function deviceReport(
	device: Device,
	problems: DeviceProblem[],
	now: Instant,
	isSimple: boolean,
): IDataObject {
	const access_code_support = describeAccessCodeSupport(device, now);
	const report = isSimple
		? { ...gist(device, access_code_support, problems), access_code_support }
		: { ...device, access_code_support, problems };
	return report as unknown as IDataObject;
}

type Support = ReturnType<typeof describeAccessCodeSupport>;

/** What a person came for first: can this lock take a code now, and what is wrong with it. */
function gist(device: Device, { online, offline }: Support, problems: DeviceProblem[]) {
	const kinds = [online.available ? 'online' : '', offline.available ? 'offline' : ''].filter(
		Boolean,
	);
	const state = [
		connectionOf(device),
		batteryOf(device),
		kinds.length > 0 ? `takes ${kinds.join(' and ')} codes` : 'takes no codes now',
	].filter(Boolean);
	return {
		summary: `${deviceName(device)}: ${state.join(', ')}. ${troubleOf(problems)}`,
		takes_codes: kinds.length > 0,
		name: namesOf(device).at(0) ?? null,
		device_id: device.device_id,
		problems,
		...restOf(device),
	};
}

function troubleOf(problems: DeviceProblem[]): string {
	const [first, ...others] = problems.filter(({ severity }) => severity !== 'info');
	if (first === undefined) {
		return problems.length > 0
			? 'Nothing is wrong with it; see problems for a hint.'
			: 'Nothing is wrong with it.';
	}
	const more = others.length > 0 ? ` Problems in all: ${others.length + 1}.` : '';
	return `${first.message.trim().replace(/\.$/, '')}.${more}`;
}

function restOf(device: Device) {
	const { properties, location } = device;
	return {
		device_type: device.device_type ?? null,
		manufacturer: properties.model?.manufacturer_display_name ?? properties.manufacturer ?? null,
		online: properties.online ?? null,
		battery_level: properties.battery?.level ?? null,
		time_zone: lockZone(device)?.zone ?? null,
		location_name: location?.location_name ?? null,
		custom_metadata: device.custom_metadata ?? null,
	};
}
