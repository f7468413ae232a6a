import { deviceDiagnosis, emitForDevice } from '../events.mts';
import { ApiError } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { brandOf } from '../maker.mts';
import type { SeamDevice } from '../portfolio.mts';
import type { DeviceRecord } from '../world.mts';
import {
	type Call,
	type Routes,
	deviceOf,
	hasMetadata,
	isIn,
	isValue,
	managedDeviceOf,
	matchesSearch,
	urlOf,
} from './call.mts';

export const deviceRoutes: Routes = {
	'/devices/get': (call) => ({ device: managedDeviceOf(requireName(call)).device }),
	'/devices/list': (call) => page(call, list(call, true)),
	'/devices/update': update,
	'/devices/list_device_providers': listProviders,
	'/devices/report_provider_metadata': reportProviderMetadata,
	'/devices/simulate/connect': (call) => simulateOnline(call, true),
	'/devices/simulate/disconnect': (call) => simulateOnline(call, false),
	'/devices/unmanaged/get': (call) => {
		const found = deviceOf(requireName(call));
		if (found.device.is_managed) throw new ApiError(404, 'device_not_found', 'Device not found');
		return { device: unmanaged(found.device) };
	},
	'/devices/unmanaged/list': (call) => {
		const { items, pagination } = paginated(call, list(call, false));
		return { devices: items.map(({ device }) => unmanaged(device)), pagination };
	},
	'/devices/unmanaged/update': manage,
};

/** Seam documents: `device_id` or `name` is required. */
export function requireName(call: Call): Call {
	const { device_id: id, name } = call.parameters;
	if (id === undefined && name === undefined) {
		throw new ApiError(400, 'invalid_input', 'Either device_id or name is required');
	}
	return call;
}

/** The workspace's devices that meet every filter of the call. */
export function list({ world, workspace, parameters }: Call, isManaged: boolean): DeviceRecord[] {
	const wanted = parameters;
	return [...world.devices.values()].filter(({ device, provider }) => {
		const { manufacturer } = device.properties;
		return (
			device.workspace_id === workspace.workspace_id &&
			device.is_managed === isManaged &&
			isIn(wanted.device_ids, device.device_id) &&
			isValue(wanted.device_type, device.device_type) &&
			isIn(wanted.device_types, device.device_type) &&
			isValue(wanted.manufacturer, manufacturer) &&
			isValue(wanted.connected_account_id, device.connected_account_id) &&
			isIn(wanted.connected_account_ids, device.connected_account_id) &&
			hasMetadata(wanted.custom_metadata_has, device.custom_metadata) &&
			(wanted.created_before === undefined ||
				device.created_at < (wanted.created_before as string)) &&
			(wanted.space_id === undefined || device.space_ids.includes(wanted.space_id as string)) &&
			isValue(
				wanted.customer_key,
				world.accountChanges.get(device.connected_account_id)?.customer_key,
			) &&
			// No device here came through a Connect Webview.
			wanted.connect_webview_id === undefined &&
			matchesSearch(wanted.search, [
				device.device_id,
				device.connected_account_id,
				device.display_name,
				device.location?.location_name,
				provider,
				...Object.values(device.custom_metadata),
			])
		);
	});
}

const paginated = (call: Call, all: DeviceRecord[]) =>
	paginate(all, ({ device }) => device.device_id, call.parameters, urlOf(call));

function page(call: Call, all: DeviceRecord[]) {
	const { items, pagination } = paginated(call, all);
	return { devices: items.map(({ device }) => device), pagination };
}

/** The shorter form in which Seam shows devices that it does not manage. */
function unmanaged(device: SeamDevice): Record<string, unknown> {
	const { properties, ...rest } = device;
	const short = UNMANAGED_PROPERTIES.map((name) => [name, properties[name]]);
	return {
		...Object.fromEntries(Object.entries(rest).filter(([name]) => !MANAGED_ONLY.has(name))),
		properties: Object.fromEntries(short.filter(([, value]) => value !== undefined)),
	};
}

const MANAGED_ONLY = new Set(['nickname', 'space_ids', 'display_name']);
const UNMANAGED_PROPERTIES = [
	'online',
	'name',
	'manufacturer',
	'battery',
	'battery_level',
	'accessory_keypad',
	'model',
];

type Metadata = Record<string, string | boolean | null>;

/** A key whose new value is `null` goes: the OpenAPI allows `null` in the request, but not in a device. */
function mergedMetadata(before: SeamDevice['custom_metadata'], change: Metadata) {
	const values = Object.entries({ ...before, ...change }).filter(
		(entry): entry is [string, string | boolean] => entry[1] !== null,
	);
	if (values.length > 50) {
		throw new ApiError(400, 'invalid_input', 'custom_metadata holds at most 50 keys');
	}
	return Object.fromEntries(values);
}

function update(call: Call): void {
	const { world, parameters } = call;
	const record = deviceOf(call);
	const { device } = record;
	const { name, properties, custom_metadata: metadata, is_managed: isManaged } = parameters;
	if (metadata) {
		device.custom_metadata = mergedMetadata(device.custom_metadata, metadata as Metadata);
	}
	const newName = name ?? (properties as { name?: string } | undefined)?.name;
	if (typeof newName === 'string') {
		device.nickname = device.display_name = device.properties.name = newName;
		emitForDevice(world, record, 'device.name_changed', { device_name: newName });
	}
	if (parameters.backup_access_code_pool_enabled !== undefined) {
		device.properties.backup_access_code_pool_enabled =
			parameters.backup_access_code_pool_enabled as boolean;
	}
	if (isManaged === false && device.is_managed) {
		device.is_managed = false;
		emitForDevice(world, record, 'device.converted_to_unmanaged');
	} else device.is_managed = isManaged !== false;
}

/** `is_managed` can only be true there; a device that Seam manages is not found. */
function manage(call: Call): void {
	const { world, parameters } = call;
	const record = deviceOf(call);
	const { device } = record;
	if (device.is_managed) throw new ApiError(404, 'device_not_found', 'Device not found');
	const { custom_metadata: metadata } = parameters;
	if (metadata) {
		device.custom_metadata = mergedMetadata(device.custom_metadata, metadata as Metadata);
	}
	if (parameters.is_managed !== true) return;
	device.is_managed = true;
	emitForDevice(world, record, 'device.unmanaged.converted_to_managed');
}

function listProviders({ world, workspace }: Call) {
	const providers = new Map<string, Record<string, unknown>>();
	for (const { device, provider } of world.devices.values()) {
		if (device.workspace_id !== workspace.workspace_id) continue;
		providers.set(provider, {
			device_provider_name: provider,
			display_name: brandOf(provider),
			image_url: `https://connect.getseam.com/assets/images/devices/${provider}.png`,
			provider_categories: ['stable'],
		});
	}
	return { device_providers: [...providers.values()] };
}

function reportProviderMetadata(call: Call): void {
	const reports = call.parameters.devices as Array<Record<string, unknown>>;
	for (const report of reports) {
		const { device } = deviceOf({ ...call, parameters: { device_id: report.device_id } });
		for (const key of ['ultraloq_metadata', 'omnitec_metadata', 'schlage_metadata'] as const) {
			const reported = report[key] as { time_zone: string } | undefined;
			if (!reported) continue;
			if (!device.properties[key]) {
				throw new ApiError(400, 'invalid_input', `${key} does not belong to this device`);
			}
			Object.assign(device.properties[key] as object, { time_zone: reported.time_zone });
			device.location = { ...device.location, time_zone: reported.time_zone };
			device.warnings = device.warnings.filter(
				({ warning_code: warning }) => warning !== 'ultraloq_time_zone_unknown',
			);
		}
	}
}

function simulateOnline(call: Call, isOnline: boolean): void {
	setOnline(call.world, managedDeviceOf(call), isOnline);
}

/** Takes a lock off the network or brings it back, with Seam's error and event. Its keypad goes on working. */
export function setOnline(world: Call['world'], record: DeviceRecord, isOnline: boolean): void {
	const { device } = record;
	if (device.properties.online === isOnline) return;
	device.properties.online = isOnline;
	device.errors = device.errors.filter(({ error_code: error }) => error !== 'device_disconnected');
	if (isOnline) {
		emitForDevice(world, record, 'device.connected');
		return;
	}
	device.errors.push({
		error_code: 'device_disconnected',
		message: 'The lock has lost its connection.',
		created_at: world.clock.read().now,
		...{ is_device_error: true },
	});
	emitForDevice(world, record, 'device.disconnected', {
		error_code: 'device_disconnected',
		...deviceDiagnosis(record),
	});
}
