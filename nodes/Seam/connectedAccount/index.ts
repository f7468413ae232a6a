import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as get from './get';
import * as getMany from './getMany';
import * as sync from './sync';

export const operations: Operations = {
	get: get.execute,
	getMany: getMany.execute,
	sync: sync.execute,
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['connectedAccount'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve one account and what is wrong with it',
				action: 'Get connected account',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Retrieve the accounts that Seam works through',
				action: 'Get many connected accounts',
			},
			{
				name: 'Sync',
				value: 'sync',
				description: "Ask Seam to read the account's devices again now",
				action: 'Sync connected account',
			},
		],
		default: 'get',
	},
	...get.properties,
	...getMany.properties,
	...sync.properties,
];
