import { notFound } from '../http/apiError.mts';
import type { CodeRecord } from '../life/record.mts';
import type { DeviceRecord, WorkspaceRecord, World } from '../world.mts';

type Parameters = Record<string, unknown>;

/** One call of the API: checked parameters, and the workspace that the key belongs to. */
export interface Call {
	world: World;
	path: string;
	workspace: WorkspaceRecord;
	reachable: WorkspaceRecord[];
	/** Shape checked against the OpenAPI. */
	parameters: Parameters;
}

/** Answers a call; `ok: true` is added. Throws ApiError to refuse. */
export type Handler = (call: Call) => Parameters | void;

export type Routes = Record<string, Handler>;

/** The caller's own managed device, or 404. */
export function deviceOf({ world, workspace, parameters }: Call): DeviceRecord {
	const { device_id: id, name } = parameters;
	const found =
		id === undefined
			? [...world.devices.values()].find(
					({ device }) =>
						device.workspace_id === workspace.workspace_id && device.properties.name === name,
				)
			: world.devices.get(id as string);
	if (found?.device.workspace_id !== workspace.workspace_id) throw notFound('device');
	return found;
}

export function managedDeviceOf(call: Call): DeviceRecord {
	const found = deviceOf(call);
	if (!found.device.is_managed) throw notFound('device');
	return found;
}

/** The caller's own access code, managed or not as asked, or 404. */
export function codeOf({ world, workspace, parameters }: Call, isManaged = true): CodeRecord {
	const { access_code_id: id, device_id: deviceId, code: pin } = parameters;
	const found =
		id === undefined
			? [...(world.codesByDevice.get(deviceId as string) ?? [])].find(
					({ code }) => code.code === pin,
				)
			: world.codes.get(id as string);
	if (found?.code.workspace_id !== workspace.workspace_id) throw notFound('access_code');
	if (found.code.is_managed !== isManaged) throw notFound('access_code');
	return found;
}

export const urlOf = ({ world, path }: Call): string => `${world.baseUrl}${path}`;

const text = (value: unknown): string => String(value ?? '').toLowerCase();

/** Whether one of the values contains the search text, ignoring case. */
export const matchesSearch = (search: unknown, values: unknown[]): boolean =>
	search === undefined || values.some((value) => text(value).includes(text(search)));

export const hasMetadata = (wanted: unknown, metadata: Record<string, unknown>): boolean =>
	Object.entries((wanted ?? {}) as Record<string, unknown>).every(
		([key, value]) => metadata[key] === value,
	);

/** Whether a value is in the list, or there is no list. */
export const isIn = (list: unknown, value: unknown): boolean =>
	!Array.isArray(list) || list.includes(value);

/** Whether a value is the wanted one, or none is wanted. */
export const isValue = (wanted: unknown, value: unknown): boolean =>
	wanted === undefined || wanted === null || wanted === value;
