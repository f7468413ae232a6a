import { emit, emitForCode, emitForDevice } from '../events.mts';
import { ApiError, notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { forget } from '../life/record.mts';
import { brandOf } from '../maker.mts';
import { accountIdOf } from '../portfolio.mts';
import { codesOf, type DeviceRecord, type PlainRecord, type World } from '../world.mts';
import { type Call, type Routes, hasMetadata, isValue, matchesSearch, urlOf } from './call.mts';

export const accountRoutes: Routes = {
	'/workspaces/get': ({ workspace }) => ({ workspace: presentWorkspace(workspace) }),
	'/workspaces/list': ({ reachable }) => ({ workspaces: reachable.map(presentWorkspace) }),
	'/connected_accounts/get': (call) => ({ connected_account: accountOf(call) }),
	'/connected_accounts/list': listAccounts,
	'/connected_accounts/sync': (call) => {
		accountOf(call);
	},
	'/connected_accounts/update': updateAccount,
	'/connected_accounts/delete': deleteAccount,
};

const presentWorkspace = ({
	workspace_id,
	name,
	is_suspended,
}: Call['workspace']): Record<string, unknown> => ({
	workspace_id,
	name,
	company_name: name,
	connect_partner_name: name,
	connect_webview_customization: {},
	is_publishable_key_auth_enabled: false,
	is_sandbox: true,
	is_suspended,
	organization_id: null,
});

/** One account for each provider of the workspace's devices, with what was changed on it. */
export function accountsOf(world: World, workspaceId: string): PlainRecord[] {
	const providers = new Set(
		[...world.devices.values()]
			.filter(({ device }) => device.workspace_id === workspaceId)
			.map(({ provider }) => provider),
	);
	return [...providers].map((provider) => accountFor(world, workspaceId, provider));
}

function accountFor(world: World, workspaceId: string, provider: string): PlainRecord {
	const id = accountIdOf(provider, workspaceId);
	return {
		workspace_id: workspaceId,
		connected_account_id: id,
		account_type: provider,
		account_type_display_name: brandOf(provider),
		display_name: `${provider} of jane@example.com`,
		user_identifier: { email: 'jane@example.com' },
		accepted_capabilities: ['lock'],
		automatically_manage_new_devices: true,
		created_at: '2024-01-01T00:00:00.000Z',
		custom_metadata: {},
		errors: [],
		warnings: [],
		...world.accountChanges.get(id),
	};
}

function shown({ workspace_id: _workspace, ...account }: PlainRecord): Record<string, unknown> {
	return account;
}

function accountOf({ world, workspace, parameters }: Call): Record<string, unknown> {
	const { connected_account_id: id, email } = parameters;
	const found = accountsOf(world, workspace.workspace_id).find((account) =>
		id === undefined
			? (account.user_identifier as { email: string }).email === email
			: account.connected_account_id === id,
	);
	if (!found) throw notFound('connected_account');
	return shown(found);
}

function listAccounts(call: Call) {
	const { world, workspace, parameters } = call;
	const accounts = accountsOf(world, workspace.workspace_id).filter(
		(account) =>
			hasMetadata(parameters.custom_metadata_has, account.custom_metadata as object as never) &&
			matchesSearch(parameters.search, [account.connected_account_id, account.display_name]) &&
			isValue(parameters.customer_key, account.customer_key) &&
			(parameters.space_id === undefined ||
				devicesOf(world, account.connected_account_id).some(({ device }) =>
					device.space_ids.includes(parameters.space_id as string),
				)),
	);
	const { items, pagination } = paginate(
		accounts,
		(account) => account.connected_account_id as string,
		parameters,
		urlOf(call),
	);
	return { connected_accounts: items.map(shown), pagination };
}

const devicesOf = (world: World, accountId: unknown): DeviceRecord[] =>
	[...world.devices.values()].filter(({ device }) => device.connected_account_id === accountId);

/** Metadata is replaced as a whole; a customer is given once (OpenAPI: connected_accounts/update). */
function updateAccount(call: Call) {
	const { world, parameters } = call;
	const { connected_account_id: id, custom_metadata: metadata, ...change } = parameters;
	const before = accountOf({ ...call, parameters: { connected_account_id: id } });
	const { customer_key: customer } = change;
	if (customer !== undefined && before.customer_key !== undefined) {
		throw new ApiError(400, 'invalid_input', 'The account already belongs to a customer');
	}
	const kept = Object.entries((metadata ?? {}) as object).filter(([, value]) => value !== null);
	world.accountChanges.set(id as string, {
		...world.accountChanges.get(id as string),
		...change,
		...(metadata !== undefined && { custom_metadata: Object.fromEntries(kept) }),
	});
	return { connected_account: accountOf({ ...call, parameters: { connected_account_id: id } }) };
}

/** The account goes from Seam with its devices and codes; the locks keep what is on them. */
function deleteAccount(call: Call): void {
	const { world, workspace } = call;
	const { connected_account_id: id, account_type: type } = accountOf(call);
	for (const record of devicesOf(world, id)) {
		for (const code of codesOf(world, record.device.device_id)) {
			const { is_managed: isManaged, code: pin } = code.code;
			if (isManaged) emitForCode(world, code, 'access_code.deleted', { code: pin });
			forget(world, code);
		}
		emitForDevice(world, record, 'device.deleted');
		world.devices.delete(record.device.device_id);
	}
	world.accountChanges.delete(id as string);
	emit(world, workspace.workspace_id, 'connected_account.deleted', {
		connected_account_id: id,
		connected_account_type: type,
	});
}
