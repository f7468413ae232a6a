import type { INodeProperties } from 'n8n-workflow';

import type { AccessGrantReference } from '../../shared/api/accessGrants';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { requiredTextField, textField } from '../../shared/ui/fieldKinds';

export const grantIdField = requiredTextField(
	'Access Grant ID',
	'accessGrantId',
	'e.g. {{ $json.access_grant_id }}',
);

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
	{ ...grantIdField, displayOptions: { show: { findBy: ['id'] } } },
	{
		...requiredTextField('Access Grant Key', 'accessGrantKey', 'e.g. {{ $json.reservation_id }}'),
		displayOptions: { show: { findBy: ['key'] } },
	},
];

export const grantNameField = textField('Name', 'name', 'What the grant is called in Seam');

export function readGrant(item: ItemParameters): AccessGrantReference {
	return item.choice('findBy') === 'key'
		? { access_grant_key: item.text('accessGrantKey') }
		: { access_grant_id: item.text('accessGrantId') };
}
