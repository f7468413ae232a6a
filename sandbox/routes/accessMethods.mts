// Access methods: the PINs, cards and keys of grants.
import { notFound } from '../http/apiError.mts';
import { endMethod } from '../life/grants/methods.mts';
import type { MethodRecord } from '../life/grants/records.mts';
import { type Call, type Routes, isValue } from './call.mts';

export const accessMethodRoutes: Routes = {
	'/access_methods/get': (call) => ({ access_method: methodOf(call).method }),
	'/access_methods/list': list,
	'/access_methods/delete': remove,
};

const ownMethods = ({ world, workspace }: Call): MethodRecord[] =>
	[...world.accessMethods.values()].filter(
		({ method }) => method.workspace_id === workspace.workspace_id,
	);

function methodOf(call: Call): MethodRecord {
	const { access_method_id: id } = call.parameters;
	const found = ownMethods(call).find(({ method }) => method.access_method_id === id);
	if (!found) throw notFound('access_method');
	return found;
}

function list(call: Call) {
	const { parameters } = call;
	const holds = (name: string, ids: readonly string[]) =>
		parameters[name] === undefined || ids.includes(parameters[name] as string);
	const methods = ownMethods(call).filter(
		({ grant: { grant }, codes, deviceIds, entranceIds }) =>
			isValue(parameters.access_grant_id, grant.access_grant_id) &&
			isValue(parameters.access_grant_key, grant.access_grant_key) &&
			holds('device_id', deviceIds) &&
			holds('acs_entrance_id', entranceIds) &&
			holds('space_id', grant.space_ids) &&
			holds(
				'access_code_id',
				codes.map(({ code }) => code.access_code_id),
			),
	);
	return { access_methods: methods.map(({ method }) => method) };
}

/** By its own ID, or all those of a grant or of a reservation's grants. */
function remove(call: Call): void {
	const { world, parameters } = call;
	const { access_method_id: id, access_grant_id: grantId, reservation_key: key } = parameters;
	const methods =
		id === undefined
			? ownMethods(call).filter(({ grant: { grant } }) =>
					grantId === undefined ? grant.reservation_key === key : grant.access_grant_id === grantId,
				)
			: [methodOf(call)];
	for (const method of methods) endMethod(world, method);
}
