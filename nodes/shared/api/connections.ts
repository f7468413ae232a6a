import { z } from 'zod';

import {
	connectedAccountSchema,
	connectWebviewSchema,
	type ConnectedAccount,
	type ConnectWebview,
} from '../schema/connection';
import type { SeamContext } from './context';
import { seamList, seamRequest } from './request';

export async function getConnectedAccount(
	context: SeamContext,
	connectedAccountId: string,
	itemIndex: number,
): Promise<ConnectedAccount> {
	return await seamRequest(context, {
		path: '/connected_accounts/get',
		body: { connected_account_id: connectedAccountId },
		schema: z
			.object({ connected_account: connectedAccountSchema })
			.transform((answer) => answer.connected_account),
		itemIndex,
		subject: `connected account ${connectedAccountId}`,
		isRepeatable: true,
	});
}

export interface ConnectedAccountFilters {
	customer_key?: string;
	search?: string;
}

export async function listConnectedAccounts(
	context: SeamContext,
	filters: ConnectedAccountFilters,
	itemIndex: number,
	limit?: number,
): Promise<ConnectedAccount[]> {
	return await seamList(context, {
		path: '/connected_accounts/list',
		body: filters,
		field: 'connected_accounts',
		record: connectedAccountSchema,
		itemIndex,
		subject: 'the list of connected accounts',
		limit,
	});
}

/** Asks Seam to read the account's devices again now; asking twice does no harm. */
export async function syncConnectedAccount(
	context: SeamContext,
	connectedAccountId: string,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/connected_accounts/sync',
		body: { connected_account_id: connectedAccountId },
		schema: z.object({}),
		itemIndex,
		subject: `connected account ${connectedAccountId}`,
		isRepeatable: true,
	});
}

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

const connectWebviewAnswer = z
	.object({ connect_webview: connectWebviewSchema })
	.transform((answer) => answer.connect_webview);

export async function createConnectWebview(
	context: SeamContext,
	request: ConnectWebviewRequest,
	itemIndex: number,
): Promise<ConnectWebview> {
	return await seamRequest(context, {
		path: '/connect_webviews/create',
		body: request,
		schema: connectWebviewAnswer,
		itemIndex,
		subject: 'a new Connect Webview',
		isRepeatable: false,
	});
}

export async function getConnectWebview(
	context: SeamContext,
	connectWebviewId: string,
	itemIndex: number,
): Promise<ConnectWebview> {
	return await seamRequest(context, {
		path: '/connect_webviews/get',
		body: { connect_webview_id: connectWebviewId },
		schema: connectWebviewAnswer,
		itemIndex,
		subject: `Connect Webview ${connectWebviewId}`,
		isRepeatable: true,
	});
}
