// Access Grants: what the API takes and shows of them. What becomes of them is in `life/grants`.
import { ApiError, notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { changeGrant, createGrant, deleteGrant, requestMethods } from '../life/grants/grants.mts';
import { methodsOf } from '../life/grants/methods.mts';
import type { GrantRecord, RequestedMethod } from '../life/grants/records.mts';
import { addUserIdentity, findPerson, type Person } from '../life/userIdentities.mts';
import { type Call, type Routes, isIn, isValue, managedDeviceOf, urlOf } from './call.mts';
import { entranceOf } from './entrances.mts';
import { relatedTo } from './relatedToGrant.mts';
import { devicesIn, spaceOf } from './spaces.mts';

export const accessGrantRoutes: Routes = {
	'/access_grants/create': create,
	'/access_grants/get': (call) => ({ access_grant: grantOf(call).grant }),
	'/access_grants/list': list,
	'/access_grants/update': update,
	'/access_grants/request_access_methods': (call) => {
		const record = grantOf(call);
		const wanted = call.parameters.requested_access_methods as RequestedMethod[];
		requestMethods(call.world, record, wanted);
		return { access_grant: record.grant };
	},
	'/access_grants/get_related': (call) => ({ batch: relatedTo(call, namedGrants(call)) }),
	'/access_grants/delete': (call) => deleteGrant(call.world, grantOf(call)),
};

const listed = ({ parameters }: Call, name: string): string[] =>
	(parameters[name] as string[] | undefined) ?? [];

function create(call: Call) {
	const { world, workspace, parameters } = call;
	const { access_grant_key: key, starts_at, ends_at } = parameters as Record<string, string>;
	const places = readPlaces(call);
	refuseHotelWithoutReservation(call, places.entranceIds);
	if (key !== undefined && ownGrants(call).some(({ grant }) => grant.access_grant_key === key)) {
		throw new ApiError(409, 'duplicate_access_grant_key', 'The access_grant_key is already in use');
	}
	refuseWindow(call, starts_at, ends_at);
	const record = createGrant(world, {
		...places,
		workspaceId: workspace.workspace_id,
		userIdentityId: readPerson(call),
		methods: parameters.requested_access_methods as RequestedMethod[],
		name: parameters.name as string | null | undefined,
		startsAt: starts_at,
		endsAt: ends_at,
		key,
		reservationKey: parameters.reservation_key as string | undefined,
		customizationProfileId: parameters.customization_profile_id as string | undefined,
	});
	return { access_grant: record.grant };
}

/** "Must be a time in the future and after `starts_at`." */
function refuseWindow({ world }: Call, starts: string | undefined, ends: string | null): void {
	if (ends === null || ends === undefined) return;
	const begins = starts === undefined ? world.clock.now() : Date.parse(starts);
	if (Date.parse(ends) > Math.max(begins, world.clock.now())) return;
	throw new ApiError(400, 'invalid_input', 'ends_at must be in the future and after starts_at');
}

type Places = Pick<GrantRecord, 'deviceIds' | 'entranceIds'> & { spaceIds: string[] };

function readPlaces(call: Call): Places {
	const spaces = [
		...listed(call, 'space_ids').map((space_id) => ({ space_id })),
		...listed(call, 'space_keys').map((space_key) => ({ space_key })),
	].map((parameters) => spaceOf({ ...call, parameters }));
	const devices = listed(call, 'device_ids').map(
		(id) => managedDeviceOf({ ...call, parameters: { device_id: id } }).device.device_id,
	);
	const entrances = listed(call, 'acs_entrance_ids').map(
		(id) => entranceOf(call, id).acs_entrance_id,
	);
	const isOld = listed(call, 'location_ids').length > 0 || call.parameters.location !== undefined;
	if (devices.length + entrances.length + spaces.length === 0 && !isOld) {
		throw new ApiError(400, 'invalid_input', 'Specify at least one device, entrance or space');
	}
	return {
		deviceIds: [
			...new Set([...devices, ...spaces.flatMap((space) => devicesIn(call.world, space))]),
		],
		entranceIds: [
			...new Set([...entrances, ...spaces.flatMap(({ acs_entrance_ids: ids }) => ids)]),
		],
		spaceIds: spaces.map(({ space_id: id }) => id),
	};
}

/** Seam's page on granting access: guest grants on these systems need the key of a reservation. */
const HOTEL_SYSTEMS = new Set([
	'assa_abloy_vostio',
	'dormakaba_ambiance_site',
	'dormakaba_community_site',
	'salto_space_system',
	'visionline_system',
]);

function refuseHotelWithoutReservation({ world, parameters }: Call, entranceIds: string[]): void {
	if (parameters.reservation_key !== undefined) return;
	const isHotel = entranceIds.some((id) => {
		const system = world.accessSystems.get(world.entrances.get(id)?.acs_system_id ?? '');
		return system !== undefined && HOTEL_SYSTEMS.has(system.external_type);
	});
	if (isHotel) throw new ApiError(400, 'invalid_input', 'reservation_key is required');
}

/** The person of an ID, or a new one; an address that is known already means the person who has it. */
function readPerson(call: Call): string {
	const { world, workspace, parameters } = call;
	const { user_identity_id: id, user_identity: given } = parameters;
	if (id !== undefined) return id as string;
	const person = given as Person;
	const isSame = (known: Person) =>
		(['user_identity_key', 'email_address'] as const).some(
			(field) => person[field] && known[field] === person[field],
		);
	const found = findPerson(world, workspace.workspace_id, isSame);
	return (found ?? addUserIdentity(world, workspace.workspace_id, person)).user_identity_id;
}

const ownGrants = ({ world, workspace }: Call): GrantRecord[] =>
	[...world.accessGrants.values()].filter(
		({ grant }) => grant.workspace_id === workspace.workspace_id,
	);

function grantOf(call: Call): GrantRecord {
	const { access_grant_id: id, access_grant_key: key } = call.parameters;
	const found = ownGrants(call).find(({ grant }) =>
		id === undefined
			? key !== undefined && grant.access_grant_key === key
			: grant.access_grant_id === id,
	);
	if (!found) throw notFound('access_grant');
	return found;
}

function namedGrants(call: Call): GrantRecord[] {
	return [
		...listed(call, 'access_grant_ids').map((access_grant_id) => ({ access_grant_id })),
		...listed(call, 'access_grant_keys').map((access_grant_key) => ({ access_grant_key })),
	].map((parameters) => grantOf({ ...call, parameters }));
}

function list(call: Call) {
	const { world, parameters } = call;
	const grants = ownGrants(call).filter((record) => {
		const { grant, customerKey, deviceIds, entranceIds } = record;
		const holds = (name: string, ids: readonly unknown[]) =>
			parameters[name] === undefined || ids.includes(parameters[name]);
		return (
			isIn(parameters.access_grant_ids, grant.access_grant_id) &&
			['access_grant_key', 'reservation_key', 'user_identity_id'].every((name) =>
				isValue(parameters[name], grant[name]),
			) &&
			isValue(parameters.customer_key, customerKey) &&
			holds('device_id', deviceIds) &&
			holds('acs_entrance_id', entranceIds) &&
			holds(
				'acs_system_id',
				entranceIds.map((id) => world.entrances.get(id)?.acs_system_id),
			) &&
			holds('space_id', grant.space_ids) &&
			holds(
				'access_code_id',
				methodsOf(world, record).flatMap(({ codes }) =>
					codes.map(({ code }) => code.access_code_id),
				),
			)
		);
	});
	const { items, pagination } = paginate(
		grants,
		({ grant }) => grant.access_grant_id,
		parameters,
		urlOf(call),
	);
	return { access_grants: items.map(({ grant }) => grant), pagination };
}

function update(call: Call): void {
	const { parameters } = call;
	const record = grantOf(call);
	const { name, starts_at: startsAt, ends_at: endsAt } = parameters;
	const starts = (startsAt as string | undefined) ?? record.grant.starts_at;
	if (endsAt !== undefined) refuseWindow(call, starts, endsAt as string | null);
	changeGrant(call.world, record, { name, startsAt, endsAt } as object);
}
