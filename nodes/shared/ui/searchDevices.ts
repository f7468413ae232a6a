import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { deviceSchema, type Device } from '../schema/device';
import { searchPage } from './searchPage';

const MAY_TAKE_CODES = 0;
const NOT_NOW = 1;
const NEVER = 2;

/**
 * The list of `deviceField`: devices that match the search, those first that can take access codes, and the rest
 * marked. Each page is sorted by itself, because Seam gives them in its own order.
 */
export async function searchDevices(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const list = { path: '/devices/list', field: 'devices', record: deviceSchema };
	return await searchPage(this, list, { filter, paginationToken }, choicesOf);
}

function choicesOf(devices: Device[]): INodeListSearchResult['results'] {
	return devices
		.map((device) => ({ rank: rankOf(device), name: labelOf(device), value: device.device_id }))
		.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
		.map(({ name, value }) => ({ name, value }));
}

/** By the capability flags: true can be used now, false not now, absent never (Seam: device capabilities). */
function rankOf(device: Device): number {
	const flags = [device.can_program_online_access_codes, device.can_program_offline_access_codes];
	if (flags.includes(true)) return MAY_TAKE_CODES;
	return flags.includes(false) ? NOT_NOW : NEVER;
}

function labelOf(device: Device): string {
	const maker =
		device.properties.model?.manufacturer_display_name ?? device.properties.manufacturer ?? null;
	const name = device.nickname ?? device.display_name ?? device.device_id;
	const mark = ['', ' – takes no access code now', ' – not for access codes'][rankOf(device)];
	return `${name}${maker === null ? '' : ` (${maker})`}${mark}`;
}
