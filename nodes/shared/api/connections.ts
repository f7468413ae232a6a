import { connectedAccountSchema, connectWebviewSchema } from '../schema/connection';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

export const getConnectedAccount = endpoint((connected_account_id: string) => ({
	path: '/connected_accounts/get',
	body: { connected_account_id },
	schema: answerWith('connected_account', connectedAccountSchema),
	isRepeatable: true,
}));

export interface ConnectedAccountFilters {
	customer_key?: string;
	search?: string;
}

export const listConnectedAccounts = listEndpoint((filters: ConnectedAccountFilters) => ({
	path: '/connected_accounts/list',
	body: filters,
	field: 'connected_accounts',
	record: connectedAccountSchema,
	subject: 'the list of connected accounts',
}));

/** What may be changed on an account; absent fields stay as they are. */
export interface ConnectedAccountChanges {
	accepted_capabilities?: string[];
	automatically_manage_new_devices?: boolean;
	/** Replaces all values that the account has. */
	custom_metadata?: Record<string, string | boolean>;
	/** Only for an account that belongs to no customer yet. */
	customer_key?: string;
	display_name?: string;
}

/** Changes what Seam keeps about an account. */
export const updateConnectedAccount = endpoint(
	(connected_account_id: string, changes: ConnectedAccountChanges) => ({
		path: '/connected_accounts/update',
		body: { connected_account_id, ...changes },
		schema: NO_ANSWER,
		isRepeatable: false,
	}),
);

/** Removes an account with its devices and their codes from Seam; at the maker, all stays as it is. */
export const deleteConnectedAccount = endpoint((connected_account_id: string) => ({
	path: '/connected_accounts/delete',
	body: { connected_account_id },
	schema: NO_ANSWER,
	isRepeatable: true,
}));

/** Asks Seam to read the account's devices again now; asking twice does no harm. */
export const syncConnectedAccount = endpoint((connected_account_id: string) => ({
	path: '/connected_accounts/sync',
	body: { connected_account_id },
	schema: NO_ANSWER,
	isRepeatable: true,
}));

/** The body of `POST /connect_webviews/create`. */
export interface ConnectWebviewRequest {
	accepted_providers?: string[];
	custom_redirect_url?: string;
	custom_redirect_failure_url?: string;
	customer_key?: string;
	custom_metadata?: Record<string, string | boolean>;
	automatically_manage_new_devices?: boolean;
	wait_for_device_creation?: boolean;
}

const connectWebviewAnswer = answerWith('connect_webview', connectWebviewSchema);

export const createConnectWebview = endpoint((request: ConnectWebviewRequest) => ({
	path: '/connect_webviews/create',
	body: request,
	schema: connectWebviewAnswer,
	subject: 'a new Connect Webview',
	isRepeatable: false,
}));

export const getConnectWebview = endpoint((connect_webview_id: string) => ({
	path: '/connect_webviews/get',
	body: { connect_webview_id },
	schema: connectWebviewAnswer,
	isRepeatable: true,
}));

export interface ConnectWebviewFilters {
	custom_metadata_has?: Record<string, string | boolean>;
	customer_key?: string;
	/** Matches parts of the ID, the providers, the metadata or the customer's key. */
	search?: string;
}

export const listConnectWebviews = listEndpoint((filters: ConnectWebviewFilters) => ({
	path: '/connect_webviews/list',
	body: filters,
	field: 'connect_webviews',
	record: connectWebviewSchema,
	subject: 'the list of Connect Webviews',
}));

export const deleteConnectWebview = endpoint((connect_webview_id: string) => ({
	path: '/connect_webviews/delete',
	body: { connect_webview_id },
	schema: NO_ANSWER,
	isRepeatable: true,
}));
