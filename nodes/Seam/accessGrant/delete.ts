import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { deleteAccessGrant } from '../../shared/api/accessGrants';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessGrant'], operation: ['delete'] } },
	[
		{
			displayName: 'Access Grant ID',
			name: 'accessGrantId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.access_grant_id }}',
		},
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('accessGrantId');
	return await deletedOrGone(deleteAccessGrant(run.context, id, itemIndex));
};
