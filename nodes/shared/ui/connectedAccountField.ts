import type { INodeProperties } from 'n8n-workflow';

import { PASTED_CONNECTED_ACCOUNT_ID } from './seamId';

/**
 * One connected account, chosen from a list with search or by ID. Read its value with
 * `readConnectedAccountId`; the node that uses it lists `searchConnectedAccounts` among its `methods.listSearch`.
 */
export const connectedAccountField: INodeProperties = {
	displayName: 'Connected Account',
	name: 'connectedAccount',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: "The account with the locks' manufacturer that Seam works through",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an account...',
			typeOptions: { searchListMethod: 'searchConnectedAccounts', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24',
			hint: 'The ID, or the address of the account in Seam Console',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: PASTED_CONNECTED_ACCOUNT_ID,
						errorMessage:
							'Not the ID of a connected account, nor the address of one in Seam Console',
					},
				},
			],
			extractValue: { type: 'regex', regex: `^${PASTED_CONNECTED_ACCOUNT_ID}$` },
		},
	],
};
