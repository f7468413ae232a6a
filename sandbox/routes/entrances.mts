// Access systems and their doors.
import { notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import type { EntranceRecord, SystemRecord } from '../life/grants/records.mts';
import type { World } from '../world.mts';
import { type Call, type Routes, isIn, isValue, matchesSearch, urlOf } from './call.mts';

export const entranceRoutes: Routes = {
	'/acs/entrances/get': (call) => ({
		acs_entrance: presentEntrance(call.world, entranceOf(call, call.parameters.acs_entrance_id)),
	}),
	'/acs/entrances/list': listEntrances,
	'/acs/systems/get': (call) => ({ acs_system: systemOf(call) }),
	'/acs/systems/list': listSystems,
};

/** The caller's own entrance, or 404. */
export function entranceOf({ world, workspace }: Call, id: unknown): EntranceRecord {
	const found = world.entrances.get(id as string);
	if (found?.workspace_id !== workspace.workspace_id) throw notFound('acs_entrance');
	return found;
}

export function presentEntrance(
	world: World,
	{ workspace_id: _workspace, ...entrance }: EntranceRecord,
): Record<string, unknown> {
	const spaces = [...world.spaces.values()].filter(({ acs_entrance_ids: ids }) =>
		ids.includes(entrance.acs_entrance_id as string),
	);
	return { ...entrance, space_ids: spaces.map(({ space_id: id }) => id) };
}

function listEntrances(call: Call) {
	const { world, workspace, parameters } = call;
	// The sandbox's entrances have no credentials and belong to no customer.
	const isNobodys = ['acs_credential_id', 'customer_key'].some(
		(name) => parameters[name] !== undefined,
	);
	const space = world.spaces.get(parameters.space_id as string);
	const entrances = [...world.entrances.values()].filter(
		(entrance) =>
			!isNobodys &&
			entrance.workspace_id === workspace.workspace_id &&
			isIn(parameters.acs_entrance_ids, entrance.acs_entrance_id) &&
			isValue(parameters.acs_system_id, entrance.acs_system_id) &&
			isValue(parameters.connected_account_id, entrance.connected_account_id) &&
			matchesSearch(parameters.search, [entrance.display_name]) &&
			(parameters.space_id === undefined ||
				space?.acs_entrance_ids.includes(entrance.acs_entrance_id) === true),
	);
	const { items, pagination } = paginate(
		entrances,
		(entrance) => entrance.acs_entrance_id,
		parameters,
		urlOf(call),
	);
	return { acs_entrances: items.map((item) => presentEntrance(world, item)), pagination };
}

function systemOf({ world, workspace, parameters }: Call): SystemRecord {
	const found = world.accessSystems.get(parameters.acs_system_id as string);
	if (found?.workspace_id !== workspace.workspace_id) throw notFound('acs_system');
	return found;
}

function listSystems({ world, workspace, parameters }: Call) {
	const systems = [...world.accessSystems.values()].filter(
		(system) =>
			parameters.customer_key === undefined &&
			system.workspace_id === workspace.workspace_id &&
			isValue(parameters.connected_account_id, system.connected_account_id) &&
			matchesSearch(parameters.search, [system.name]),
	);
	return { acs_systems: systems };
}
