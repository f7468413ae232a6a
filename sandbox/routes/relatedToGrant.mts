// `/access_grants/get_related`: all that belongs to grants, by kind.
import type { GrantRecord } from '../life/grants/records.mts';
import { methodsOf } from '../life/grants/methods.mts';
import { accountsOf } from './accounts.mts';
import { presentEntrance } from './entrances.mts';
import { type Call, isIn } from './call.mts';
import { presentSpace } from './spaces.mts';

export function relatedTo(call: Call, grants: readonly GrantRecord[]): Record<string, unknown[]> {
	const { world, workspace, parameters } = call;
	const devices = unique(grants.flatMap(({ deviceIds }) => deviceIds)).flatMap(
		(id) => world.devices.get(id)?.device ?? [],
	);
	const entrances = unique(grants.flatMap(({ entranceIds }) => entranceIds)).flatMap(
		(id) => world.entrances.get(id) ?? [],
	);
	const accounts = new Set<unknown>(
		[...devices, ...entrances].map(({ connected_account_id: id }) => id),
	);
	const batch: Record<string, unknown[]> = {
		access_methods: grants.flatMap((grant) => methodsOf(world, grant).map(({ method }) => method)),
		acs_access_groups: [],
		acs_entrances: entrances.map((entrance) => presentEntrance(world, entrance)),
		acs_systems: unique(entrances.map(({ acs_system_id: id }) => id)).map((id) =>
			world.accessSystems.get(id),
		),
		connected_accounts: accountsOf(world, workspace.workspace_id).filter((account) =>
			accounts.has(account.connected_account_id),
		),
		devices,
		spaces: unique(grants.flatMap(({ grant }) => grant.space_ids)).flatMap((id) => {
			const space = world.spaces.get(id);
			return space ? [presentSpace(world, space)] : [];
		}),
		user_identities: unique(grants.map(({ grant }) => grant.user_identity_id)).flatMap(
			(id) => world.userIdentities.get(id) ?? [],
		),
	};
	const excluded = (parameters.exclude as string[] | undefined) ?? [];
	return Object.fromEntries(
		Object.entries(batch).filter(
			([kind]) => isIn(parameters.include, kind) && !excluded.includes(kind),
		),
	);
}

const unique = <T,>(values: readonly T[]): T[] => [...new Set(values)];
