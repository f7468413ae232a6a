import type { INodeProperties } from 'n8n-workflow';

import type { AccessGrantReference } from '../../shared/api/accessGrants';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { choice, choiceField, requiredTextField, textField } from '../../shared/ui/fieldKinds';
import { accessGrantField } from '../../shared/ui/recordFields';

export const grantIdField: INodeProperties = { ...accessGrantField, required: true };

export const grantKeyField = requiredTextField(
	'Access Grant Key',
	'accessGrantKey',
	'The key that you gave the grant',
);

/** A grant is named by Seam's ID or by the key that its maker gave it. */
export const grantFields: INodeProperties[] = [
	choiceField('Find By', 'findBy', 'id', [
		choice('Access Grant', 'id', 'A grant from the list, or one given by its ID'),
		choice('Access Grant Key', 'key', 'The key that you gave the grant'),
	]),
	{ ...grantIdField, displayOptions: { show: { findBy: ['id'] } } },
	{ ...grantKeyField, displayOptions: { show: { findBy: ['key'] } } },
];

export const grantNameField = textField(
	'Name',
	'name',
	'What the grant is called in Seam',
	'e.g. Stay of Ada Lovelace',
);

export function readGrant(item: ItemParameters): AccessGrantReference {
	return item.choice('findBy') === 'key'
		? { access_grant_key: item.text('accessGrantKey') }
		: { access_grant_id: item.text('accessGrantId') };
}
