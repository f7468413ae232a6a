import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listConnectedAccounts } from '../../shared/api/connections';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalText, readCollection, readLimit } from '../parameters';
import { CONNECTED_ACCOUNT_FIELDS, simplified } from '../simplify';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['connectedAccount'], operation: ['getMany'] } },
	[
		returnAllField,
		limitField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Customer Key',
					name: 'customerKey',
					type: 'string',
					default: '',
					description: 'Only accounts of this customer of yours',
				},
				{
					displayName: 'Search',
					name: 'search',
					type: 'string',
					default: '',
					description: 'Part of the name or the ID',
				},
			],
		},
		simplifyField,
	],
);

export const execute: Operation = async (run, itemIndex) => {
	const filters = readCollection(run, 'filters', itemIndex);
	const accounts = await listConnectedAccounts(
		run.context,
		given({
			customer_key: optionalText(filters.customerKey),
			search: optionalText(filters.search),
		}),
		itemIndex,
		readLimit(run, itemIndex),
	);
	return outcomes(
		accounts.map((account) => simplified(run, account, CONNECTED_ACCOUNT_FIELDS, itemIndex)),
	);
};
