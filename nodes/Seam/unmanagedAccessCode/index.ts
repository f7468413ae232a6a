import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as convert from './convert';
import * as remove from './delete';
import * as getMany from './getMany';

export const operations: Operations = {
	convert: convert.execute,
	delete: remove.execute,
	getMany: getMany.execute,
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['unmanagedAccessCode'] } },
		options: [
			{
				name: 'Convert',
				value: 'convert',
				description: 'Let Seam manage a code that was made outside it; an event tells when it does',
				action: 'Convert unmanaged access code',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Take a code that was made outside Seam off its lock',
				action: 'Delete unmanaged access code',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Retrieve the codes on a lock that were made outside Seam',
				action: 'Get many unmanaged access codes',
			},
		],
		default: 'getMany',
	},
	...convert.properties,
	...remove.properties,
	...getMany.properties,
];
