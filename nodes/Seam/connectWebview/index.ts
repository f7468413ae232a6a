import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as create from './create';
import * as get from './get';

export const operations: Operations = { create: create.execute, get: get.execute };

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['connectWebview'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: "Make a page on which a person connects their locks' account",
				action: 'Create connect webview',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Check whether the account has been connected',
				action: 'Get connect webview',
			},
		],
		default: 'create',
	},
	...create.properties,
	...get.properties,
];
