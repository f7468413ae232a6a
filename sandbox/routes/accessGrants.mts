// Access Grants, thin: kept, listed, changed and deleted, with one access method per requested one. They program no locks.
import { emit } from '../events.mts';
import { ApiError, notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { newId } from '../ids.mts';
import type { PlainRecord } from '../world.mts';
import { type Call, type Routes, isIn, isValue, managedDeviceOf, urlOf } from './call.mts';

export const accessGrantRoutes: Routes = {
	'/access_grants/create': create,
	'/access_grants/get': (call) => ({ access_grant: grantOf(call) }),
	'/access_grants/list': list,
	'/access_grants/update': update,
	'/access_grants/delete': (call) => {
		const grant = grantOf(call);
		call.world.accessGrants.delete(grant.access_grant_id as string);
		emit(call.world, grant.workspace_id, 'access_grant.deleted', {
			access_grant_id: grant.access_grant_id,
		});
	},
};

function create(call: Call) {
	const { world, workspace, parameters } = call;
	const devices = (parameters.device_ids as string[] | undefined) ?? [];
	const places = ['device_ids', 'acs_entrance_ids', 'space_ids', 'space_keys', 'location_ids'];
	const isNowhere = places.every((place) => !(parameters[place] as unknown[] | undefined)?.length);
	if (isNowhere && parameters.location === undefined) {
		throw new ApiError(400, 'invalid_input', 'Specify at least one device, entrance or space');
	}
	for (const id of devices) managedDeviceOf({ ...call, parameters: { device_id: id } });
	const { access_grant_key: key } = parameters;
	const sameKey = [...world.accessGrants.values()].some(
		(grant) =>
			key !== undefined &&
			grant.access_grant_key === key &&
			grant.workspace_id === workspace.workspace_id,
	);
	if (sameKey) {
		throw new ApiError(409, 'duplicate_access_grant_key', 'The access_grant_key is already in use');
	}
	const now = world.clock.read().now;
	const requested = parameters.requested_access_methods as Array<Record<string, unknown>>;
	const methods = requested.map((method) => ({
		...method,
		display_name: `${String(method.mode)} access`,
		created_at: now,
		created_access_method_ids: [newId()],
	}));
	const grant: PlainRecord = {
		access_grant_id: newId(),
		workspace_id: workspace.workspace_id,
		user_identity_id: parameters.user_identity_id ?? newId(),
		...(key !== undefined && { access_grant_key: key }),
		...(parameters.reservation_key !== undefined && {
			reservation_key: parameters.reservation_key,
		}),
		name: parameters.name ?? null,
		display_name: parameters.name ?? 'Access Grant',
		starts_at: parameters.starts_at ?? now,
		ends_at: parameters.ends_at ?? null,
		created_at: now,
		requested_access_methods: methods,
		access_method_ids: methods.flatMap((method) => method.created_access_method_ids),
		location_ids: [],
		space_ids: parameters.space_ids ?? [],
		errors: [],
		warnings: [],
		pending_mutations: [],
	};
	world.accessGrants.set(grant.access_grant_id as string, grant);
	world.grantedPlaces.set(grant.access_grant_id as string, [
		...devices,
		...((parameters.acs_entrance_ids as string[] | undefined) ?? []),
		...((parameters.space_ids as string[] | undefined) ?? []),
	]);
	emit(world, workspace.workspace_id, 'access_grant.created', {
		access_grant_id: grant.access_grant_id,
	});
	return { access_grant: grant };
}

function grantOf({ world, workspace, parameters }: Call): PlainRecord {
	const { access_grant_id: id, access_grant_key: key } = parameters;
	const found = [...world.accessGrants.values()].find(
		(grant) =>
			grant.workspace_id === workspace.workspace_id &&
			(id === undefined
				? key !== undefined && grant.access_grant_key === key
				: grant.access_grant_id === id),
	);
	if (!found) throw notFound('access_grant');
	return found;
}

function list(call: Call) {
	const { world, workspace, parameters } = call;
	const grants = [...world.accessGrants.values()].filter(
		(grant) =>
			grant.workspace_id === workspace.workspace_id &&
			isIn(parameters.access_grant_ids, grant.access_grant_id) &&
			['access_grant_key', 'reservation_key', 'user_identity_id', 'customer_key'].every((name) =>
				isValue(parameters[name], grant[name]),
			) &&
			['device_id', 'acs_entrance_id', 'space_id', 'access_code_id'].every(
				(name) =>
					parameters[name] === undefined ||
					world.grantedPlaces
						.get(grant.access_grant_id as string)
						?.includes(parameters[name] as string),
			),
	);
	const { items, pagination } = paginate(
		grants,
		(grant) => grant.access_grant_id as string,
		parameters,
		urlOf(call),
	);
	return { access_grants: items, pagination };
}

function update(call: Call): void {
	const grant = grantOf(call);
	for (const name of ['name', 'starts_at', 'ends_at']) {
		if (call.parameters[name] !== undefined) grant[name] = call.parameters[name];
	}
}
