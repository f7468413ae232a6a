import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as create from './create';
import * as remove from './delete';
import * as get from './get';
import * as getMany from './getMany';
import * as update from './update';

export const operations: Operations = {
	create: create.execute,
	delete: remove.execute,
	get: get.execute,
	getMany: getMany.execute,
	update: update.execute,
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['accessGrant'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Let a person through a set of doors for a time',
				action: 'Create access grant',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'End access and everything that was issued for it',
				action: 'Delete access grant',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve one grant by its ID or your key',
				action: 'Get access grant',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Retrieve the grants of a lock, booking or person',
				action: 'Get many access grants',
			},
			{
				name: 'Update',
				value: 'update',
				description: 'Change the name or the time of a grant',
				action: 'Update access grant',
			},
		],
		default: 'get',
	},
	...create.properties,
	...remove.properties,
	...get.properties,
	...getMany.properties,
	...update.properties,
];
