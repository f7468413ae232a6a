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
