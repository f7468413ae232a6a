import { byId, type OperationCall } from './operationCall.mts';

/** The workspace, its connected accounts, and the pages on which they are connected. */
export const accounts: OperationCall[] = [
	{
		resource: 'workspace',
		operation: 'get',
		expected: () => [{ name: 'Sandbox', is_suspended: false }],
	},
	{
		resource: 'workspace',
		operation: 'getMany',
		expected: () => [{ name: 'Sandbox' }],
	},
	{
		resource: 'connectWebview',
		operation: 'create',
		parameters: () => ({
			acceptedProviders: 'igloohome',
			additionalFields: { customMetadataJson: '{ "host": "7" }', customerKey: 'host-7' },
		}),
		expected: () => [{ status: 'pending', custom_metadata: { host: '7' } }],
		remember: { connectWebviewId: 'connect_webview_id' },
	},
	{
		resource: 'connectWebview',
		operation: 'get',
		parameters: ({ connectWebviewId }) => ({ connectWebviewId }),
		expected: ({ connectWebviewId }) => [{ connect_webview_id: connectWebviewId }],
	},
	{
		resource: 'connectWebview',
		operation: 'getMany',
		parameters: () => ({ filters: { customMetadataJson: '{ "host": "7" }' } }),
		expected: ({ connectWebviewId }) => [{ connect_webview_id: connectWebviewId }],
	},
	{
		resource: 'connectWebview',
		operation: 'delete',
		parameters: ({ connectWebviewId }) => ({ connectWebviewId }),
		expected: () => [{ deleted: true }],
	},
	{
		resource: 'connectedAccount',
		operation: 'getMany',
		parameters: () => ({ filters: { search: 'igloohome' } }),
		expected: () => [{ display_name: 'igloohome of jane@example.com' }],
		remember: { connectedAccountId: 'connected_account_id' },
	},
	{
		resource: 'connectedAccount',
		operation: 'get',
		parameters: ({ connectedAccountId }) => ({ connectedAccount: byId(connectedAccountId) }),
		expected: () => [{ account_type: 'igloohome' }],
	},
	{
		resource: 'connectedAccount',
		operation: 'sync',
		parameters: ({ connectedAccountId }) => ({ connectedAccount: byId(connectedAccountId) }),
		expected: () => [{ success: true }],
	},
	{
		resource: 'connectedAccount',
		operation: 'update',
		parameters: ({ connectedAccountId }) => ({
			connectedAccount: byId(connectedAccountId),
			updateFields: {
				displayName: 'igloohome of Ada',
				customMetadataJson: '{ "contract": "C-17" }',
			},
		}),
		expected: () => [{ display_name: 'igloohome of Ada' }],
	},
	{
		resource: 'connectedAccount',
		operation: 'delete',
		parameters: ({ connectedAccountId }) => ({ connectedAccount: byId(connectedAccountId) }),
		expected: () => [{ deleted: true }],
	},
];
