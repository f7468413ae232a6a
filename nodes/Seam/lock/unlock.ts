import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { moveFields, moveOperation } from './move';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['lock'], operation: ['unlock'] } },
	moveFields,
);

export const execute = moveOperation('unlock');
