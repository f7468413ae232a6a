// Spaces: devices and entrances that belong together, found by Seam's ID or by the caller's own key.
import { emit } from '../events.mts';
import { ApiError, notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { newId } from '../ids.mts';
import type { SpaceRecord, World } from '../world.mts';
import { type Call, type Routes, deviceOf, isValue, matchesSearch, urlOf } from './call.mts';

export const spaceRoutes: Routes = {
	'/spaces/create': create,
	'/spaces/get': (call) => ({ space: presentSpace(call.world, spaceOf(call)) }),
	'/spaces/list': list,
	'/spaces/update': update,
	'/spaces/delete': (call) => {
		const space = spaceOf(call);
		const event = membership(call.world, space);
		setDevices(call, space, []);
		call.world.spaces.delete(space.space_id);
		emit(call.world, space.workspace_id, 'space.deleted', event);
	},
	'/spaces/add_devices': (call) => {
		const space = spaceOf(call);
		setDevices(call, space, [...devicesIn(call.world, space), ...idsOf(call, 'device_ids')]);
		tellMembership(call.world, space);
	},
	'/spaces/remove_devices': (call) => {
		const space = spaceOf(call);
		const leaving = idsOf(call, 'device_ids');
		const left = devicesIn(call.world, space).filter((id) => !leaving.includes(id));
		setDevices(call, space, left);
		tellMembership(call.world, space);
	},
};

const idsOf = ({ parameters }: Call, name: string): string[] =>
	(parameters[name] as string[] | undefined) ?? [];

function create(call: Call) {
	const { world, workspace, parameters } = call;
	const { space_key: key, customer_key: customer } = parameters;
	const isTaken = [...world.spaces.values()].some(
		(space) =>
			key !== undefined && space.workspace_id === workspace.workspace_id && space.space_key === key,
	);
	// "Unique key for the space within the workspace"; how Seam refuses a second one is not documented.
	if (isTaken) throw new ApiError(409, 'duplicate_space_key', 'The space_key is already in use');
	const space: SpaceRecord = {
		space_id: newId(),
		workspace_id: workspace.workspace_id,
		name: parameters.name as string,
		created_at: world.clock.read().now,
		acs_entrance_ids: idsOf(call, 'acs_entrance_ids'),
		customer_data: { ...(parameters.customer_data as object) },
		...(key !== undefined && { space_key: key as string }),
		...(customer !== undefined && { customer_key: customer as string }),
	};
	refuseUnknownDevices(call);
	world.spaces.set(space.space_id, space);
	setDevices(call, space, idsOf(call, 'device_ids'));
	emit(world, workspace.workspace_id, 'space.created', membership(world, space));
	return { space: presentSpace(world, space) };
}

function update(call: Call) {
	const { world, parameters } = call;
	const { space_id: id, space_key: key, name } = parameters;
	if (id === undefined && key === undefined) {
		throw new ApiError(400, 'invalid_input', 'Specify space_id or space_key');
	}
	const space = spaceOf(call);
	refuseUnknownDevices(call);
	if (name !== undefined) space.name = name as string;
	Object.assign(space.customer_data, parameters.customer_data);
	if (parameters.acs_entrance_ids !== undefined) {
		space.acs_entrance_ids = idsOf(call, 'acs_entrance_ids');
	}
	if (parameters.device_ids !== undefined) setDevices(call, space, idsOf(call, 'device_ids'));
	if (parameters.device_ids !== undefined || parameters.acs_entrance_ids !== undefined) {
		tellMembership(world, space);
	}
	return { space: presentSpace(world, space) };
}

/** The caller's own space, or 404. */
export function spaceOf({ world, workspace, parameters }: Call): SpaceRecord {
	const { space_id: id, space_key: key } = parameters;
	const found = [...world.spaces.values()].find(
		(space) =>
			space.workspace_id === workspace.workspace_id &&
			(id === undefined ? space.space_key === key : space.space_id === id),
	);
	if (!found) throw notFound('space');
	return found;
}

function list(call: Call) {
	const { world, workspace, parameters } = call;
	const spaces = [...world.spaces.values()].filter(
		(space) =>
			space.workspace_id === workspace.workspace_id &&
			isValue(parameters.space_key, space.space_key) &&
			isValue(parameters.customer_key, space.customer_key) &&
			matchesSearch(parameters.search, [space.name, space.space_key, space.customer_key]),
	);
	const { items, pagination } = paginate(
		spaces,
		(space) => space.space_id,
		parameters,
		urlOf(call),
	);
	return { spaces: items.map((space) => presentSpace(world, space)), pagination };
}

export function presentSpace(world: World, space: SpaceRecord): Record<string, unknown> {
	const { acs_entrance_ids: entrances, ...shown } = space;
	return {
		...shown,
		display_name: space.name,
		device_count: devicesIn(world, space).length,
		acs_entrance_count: entrances.length,
	};
}

/** The devices say which spaces they are in. */
export function devicesIn(world: World, { space_id: id }: SpaceRecord): string[] {
	return [...world.devices.values()]
		.filter(({ device }) => device.space_ids.includes(id))
		.map(({ device }) => device.device_id);
}

function refuseUnknownDevices(call: Call): void {
	for (const id of idsOf(call, 'device_ids')) {
		deviceOf({ ...call, parameters: { device_id: id } });
	}
}

function setDevices(call: Call, { space_id: id }: SpaceRecord, wanted: string[]): void {
	refuseUnknownDevices(call);
	for (const { device } of call.world.devices.values()) {
		const others = device.space_ids.filter((other) => other !== id);
		device.space_ids = wanted.includes(device.device_id) ? [...others, id] : others;
	}
}

function membership(world: World, space: SpaceRecord): Record<string, unknown> {
	const { space_id, space_key, acs_entrance_ids } = space;
	return {
		space_id,
		...(space_key !== undefined && { space_key }),
		device_ids: devicesIn(world, space),
		acs_entrance_ids,
	};
}

const tellMembership = (world: World, space: SpaceRecord) =>
	emit(world, space.workspace_id, 'space.device_membership_changed', membership(world, space));
