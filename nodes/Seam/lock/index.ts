import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as lock from './lock';
import * as unlock from './unlock';

export const operations: Operations = { lock: lock.execute, unlock: unlock.execute };

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['lock'] } },
		options: [
			{ name: 'Lock', value: 'lock', description: 'Lock the door now', action: 'Lock door' },
			{
				name: 'Unlock',
				value: 'unlock',
				description: 'Unlock the door now',
				action: 'Unlock door',
			},
		],
		default: 'lock',
	},
	...lock.properties,
	...unlock.properties,
];
