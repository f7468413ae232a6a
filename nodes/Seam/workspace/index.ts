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
		displayOptions: { show: { resource: ['workspace'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve the workspace that the key belongs to',
				action: 'Get workspace',
			},
		],
		default: 'get',
	},
];
