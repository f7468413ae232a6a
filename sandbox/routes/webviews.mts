// Connect Webviews: the pages on which people connect their accounts.
import { emit } from '../events.mts';
import { notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { newId } from '../ids.mts';
import type { PlainRecord } from '../world.mts';
import { accountsOf } from './accounts.mts';
import { type Call, type Routes, hasMetadata, isValue, matchesSearch, urlOf } from './call.mts';

export const webviewRoutes: Routes = {
	'/connect_webviews/create': create,
	'/connect_webviews/get': (call) => ({ connect_webview: webviewOf(call) }),
	'/connect_webviews/list': list,
	'/connect_webviews/delete': (call) => {
		call.world.connectWebviews.delete(webviewOf(call).connect_webview_id as string);
	},
};

/** Nobody signs in here: a webview stays pending for a minute, then its account is connected. */
function create({ world, workspace, parameters }: Call) {
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
		...(parameters.customer_key !== undefined && { customer_key: parameters.customer_key }),
		custom_redirect_url: parameters.custom_redirect_url ?? null,
		custom_redirect_failure_url: parameters.custom_redirect_failure_url ?? null,
		device_selection_mode: parameters.device_selection_mode ?? 'none',
		selected_provider: null,
		wait_for_device_creation: parameters.wait_for_device_creation ?? false,
	};
	world.connectWebviews.set(id, webview);
	world.clock.schedule(world.clock.now() + 60_000, () => {
		const account = accountsOf(world, workspace.workspace_id)[0]?.connected_account_id;
		if (!account || !world.connectWebviews.has(id)) return;
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

function list(call: Call) {
	const { world, workspace, parameters } = call;
	const webviews = [...world.connectWebviews.values()].filter(
		(webview) =>
			isValue(workspace.workspace_id, webview.workspace_id) &&
			isValue(parameters.customer_key, webview.customer_key) &&
			// Nothing here belongs to a user of the caller's.
			parameters.user_identifier_key === undefined &&
			hasMetadata(parameters.custom_metadata_has, webview.custom_metadata as object as never) &&
			matchesSearch(parameters.search, [
				webview.connect_webview_id,
				...(webview.accepted_providers as string[]),
				...Object.values(webview.custom_metadata as object),
				webview.customer_key,
			]),
	);
	const { items, pagination } = paginate(
		webviews,
		(webview) => webview.connect_webview_id as string,
		parameters,
		urlOf(call),
	);
	return { connect_webviews: items, pagination };
}
