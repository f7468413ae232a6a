import type { INodeProperties } from 'n8n-workflow';

import type { AccessGrantReference } from '../../shared/api/accessGrants';
import type { ItemParameters } from '../../shared/parameters/itemParameters';

/** A grant is named by Seam's ID or by the key that its maker gave it. */
export const grantFields: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'ID', value: 'id', description: 'The ID that Seam gave the grant' },
			{ name: 'Key', value: 'key', description: 'The key that you gave the grant' },
		],
		default: 'id',
	},
	{
		displayName: 'Access Grant ID',
		name: 'accessGrantId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.access_grant_id }}',
		displayOptions: { show: { findBy: ['id'] } },
	},
	{
		displayName: 'Access Grant Key',
		name: 'accessGrantKey',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.reservation_id }}',
		displayOptions: { show: { findBy: ['key'] } },
	},
];

export function readGrant(item: ItemParameters): AccessGrantReference {
	return item.choice('findBy') === 'key'
		? { access_grant_key: item.text('accessGrantKey') }
		: { access_grant_id: item.text('accessGrantId') };
}
