import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as get from './get';

export const operations: Operations = { get: get.execute };

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['actionAttempt'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Check whether a lock or unlock worked',
				action: 'Get action attempt',
			},
		],
		default: 'get',
	},
	...get.properties,
];
