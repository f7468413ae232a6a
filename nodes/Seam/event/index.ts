import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as get from './get';
import * as getMany from './getMany';

export const operations: Operations = { get: get.execute, getMany: getMany.execute };

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['event'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve one event',
				action: 'Get event',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Retrieve what happened since a point in time',
				action: 'Get many events',
			},
		],
		default: 'getMany',
	},
	...get.properties,
	...getMany.properties,
];
