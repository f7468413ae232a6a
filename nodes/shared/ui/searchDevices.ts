import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isDisconnected } from '../locks/facts/connection';
import { lockZone } from '../locks/facts/zone';
import { codeFamiliesOf, missingForAllStays } from '../locks/codeFamilies';
import { takesCodesNow } from '../locks/support';
import { deviceName } from '../deviceName';
import { deviceSchema, type Device } from '../schema/device';
import { byName } from './labels';
import { makerOf } from './makers';
import { searchPage } from './searchPage';

export const DEVICES = { path: '/devices/list', field: 'devices', record: deviceSchema };

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
	return await searchPage(this, DEVICES, { filter, paginationToken }, choicesOf);
}

/** The list of `unmanagedDeviceField`, in the same order. */
export async function searchUnmanagedDevices(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const list = { ...DEVICES, path: '/devices/unmanaged/list' };
	return await searchPage(this, list, { filter, paginationToken }, choicesOf);
}

function choicesOf(devices: Device[]): INodeListSearchResult['results'] {
	return devices
		.map((device) => ({ rank: rankOf(device), name: deviceLabel(device), value: device.device_id }))
		.sort((a, b) => a.rank - b.rank || byName(a, b))
		.map(({ name, value }) => ({ name, value }));
}

/** By the capability flags: false can't be used now, absent never (Seam: device capabilities); and by what the lock lacks. */
function rankOf(device: Device): number {
	if (takesCodesNow(device)) return MAY_TAKE_CODES;
	return codeFamiliesOf(device).length > 0 ? NOT_NOW : NEVER;
}

/** Between the parts of a label: what stands before the first one is the device's name. */
export const LABEL_SEPARATOR = ' · ';

/**
 * Its name, its maker, whether it takes access codes at all or only some, its time zone, its connection and battery. The
 * list cuts off what is too long.
 */
export function deviceLabel(device: Device): string {
	const mark = [limitOf(device), 'takes no codes now', 'not for access codes'][rankOf(device)];
	return [
		deviceName(device),
		makerOf(device),
		mark,
		lockZone(device)?.zone ?? '',
		connectionOf(device),
		batteryOf(device),
	]
		.filter((part) => part !== '')
		.join(LABEL_SEPARATOR);
}

/** Which codes a lock takes that takes some; empty if it takes all. */
function limitOf(device: Device): string {
	if (missingForAllStays(device) !== null) return 'no time-bound codes now';
	return codeFamiliesOf(device).join() === 'offline' ? 'offline codes only' : '';
}

/** Empty if its maker does not tell. */
export function connectionOf(device: Device): string {
	if (isDisconnected(device)) return 'disconnected';
	return device.properties.online === true ? 'connected' : '';
}

/** Empty if it has none, or its maker does not tell. */
export function batteryOf({ properties: { battery } }: Device): string {
	if (battery?.level != null) return `battery ${Math.round(battery.level * 100)}%`;
	return battery?.status == null ? '' : `battery ${battery.status}`;
}
