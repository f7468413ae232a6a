import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listConnectedAccounts } from '../../shared/api/connections';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, readLimit } from '../parameters';
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

export const execute: Operation = async (run, itemIndex, item) => {
	const filters = item.collection('filters');
	const accounts = await listConnectedAccounts(
		run.context,
		given({
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
		}),
		itemIndex,
		readLimit(item),
	);
	return outcomes(accounts.map((account) => simplified(item, account, CONNECTED_ACCOUNT_FIELDS)));
};
