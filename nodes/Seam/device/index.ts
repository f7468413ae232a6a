import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as getMany from './getMany';
import * as update from './update';

export const operations: Operations = { getMany: getMany.execute, update: update.execute };

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['device'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Retrieve the devices of the workspace',
				action: 'Get many devices',
			},
			{
				name: 'Update',
				value: 'update',
				description: 'Change the name, the custom metadata or the backup pool',
				action: 'Update device',
			},
		],
		default: 'getMany',
	},
	...getMany.properties,
	...update.properties,
];
