import { emit } from '../events.mts';
import { notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { newId } from '../ids.mts';
import { accountIdOf } from '../portfolio.mts';
import type { PlainRecord, World } from '../world.mts';
import { type Call, type Routes, hasMetadata, isValue, matchesSearch, urlOf } from './call.mts';

export const accountRoutes: Routes = {
	'/workspaces/get': ({ workspace }) => ({ workspace: presentWorkspace(workspace) }),
	'/workspaces/list': ({ reachable }) => ({ workspaces: reachable.map(presentWorkspace) }),
	'/connected_accounts/get': (call) => ({ connected_account: accountOf(call) }),
	'/connected_accounts/list': listAccounts,
	'/connected_accounts/sync': (call) => {
		accountOf(call);
	},
	'/connect_webviews/create': createWebview,
	'/connect_webviews/get': (call) => ({ connect_webview: webviewOf(call) }),
	'/connect_webviews/list': listWebviews,
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

function accountsOf(world: World, workspaceId: string): PlainRecord[] {
	const providers = new Set(
		[...world.devices.values()]
			.filter(({ device }) => device.workspace_id === workspaceId)
			.map(({ provider }) => provider),
	);
	return [...providers].map((provider) => ({
		workspace_id: workspaceId,
		connected_account_id: accountIdOf(provider, workspaceId),
		account_type: provider,
		account_type_display_name: provider,
		display_name: `${provider} of jane@example.com`,
		user_identifier: { email: 'jane@example.com' },
		accepted_capabilities: ['lock'],
		automatically_manage_new_devices: true,
		created_at: '2024-01-01T00:00:00.000Z',
		custom_metadata: {},
		errors: [],
		warnings: [],
	}));
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
			parameters.customer_key === undefined &&
			parameters.space_id === undefined,
	);
	const { items, pagination } = paginate(
		accounts,
		(account) => account.connected_account_id as string,
		parameters,
		urlOf(call),
	);
	return { connected_accounts: items.map(shown), pagination };
}

/** Nobody signs in here: a webview stays pending for a minute, then its account is connected. */
function createWebview({ world, workspace, parameters }: Call) {
	const id = newId();
	const webview: PlainRecord = {
		connect_webview_id: id,
		workspace_id: workspace.workspace_id,
		url: `${world.baseUrl}/sandbox/connect_webviews/${id}`,
		status: 'pending',
		login_successful: false,
		connected_account_id: null,
		created_at: world.clock.read().now,
		authorized_at: null,
		accepted_capabilities: parameters.accepted_capabilities ?? [],
		accepted_devices: [],
		accepted_providers: parameters.accepted_providers ?? [],
		any_device_allowed: true,
		any_provider_allowed: parameters.accepted_providers === undefined,
		automatically_manage_new_devices: parameters.automatically_manage_new_devices ?? true,
		custom_metadata: parameters.custom_metadata ?? {},
		custom_redirect_url: parameters.custom_redirect_url ?? null,
		custom_redirect_failure_url: parameters.custom_redirect_failure_url ?? null,
		device_selection_mode: parameters.device_selection_mode ?? 'none',
		selected_provider: null,
		wait_for_device_creation: parameters.wait_for_device_creation ?? false,
	};
	world.connectWebviews.set(id, webview);
	world.clock.schedule(world.clock.now() + 60_000, () => {
		const account = accountsOf(world, workspace.workspace_id)[0]?.connected_account_id;
		if (!account) return;
		Object.assign(webview, {
			status: 'authorized',
			login_successful: true,
			connected_account_id: account,
			authorized_at: world.clock.read().now,
		});
		emit(world, workspace.workspace_id, 'connect_webview.login_succeeded', {
			connect_webview_id: id,
			connected_account_id: account,
		});
	});
	return { connect_webview: { ...webview } };
}

function webviewOf({ world, workspace, parameters }: Call): PlainRecord {
	const found = world.connectWebviews.get(parameters.connect_webview_id as string);
	if (found?.workspace_id !== workspace.workspace_id) throw notFound('connect_webview');
	return found;
}

function listWebviews(call: Call) {
	const { world, workspace, parameters } = call;
	const webviews = [...world.connectWebviews.values()].filter(
		(webview) =>
			isValue(workspace.workspace_id, webview.workspace_id) &&
			hasMetadata(parameters.custom_metadata_has, webview.custom_metadata as object as never),
	);
	const { items, pagination } = paginate(
		webviews,
		(webview) => webview.connect_webview_id as string,
		parameters,
		urlOf(call),
	);
	return { connect_webviews: items, pagination };
}
