import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listAccessGrants } from '../../shared/api/accessGrants';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessGrant'], operation: ['getMany'] } },
	[
		returnAllField,
		limitField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Customer Key',
					name: 'customerKey',
					type: 'string',
					default: '',
					description: 'Only grants of this customer of yours',
				},
				{
					displayName: 'Device ID',
					name: 'deviceId',
					type: 'string',
					default: '',
					description: 'Only grants that open this lock',
				},
				{
					displayName: 'Reservation Key',
					name: 'reservationKey',
					type: 'string',
					default: '',
					description: 'Only grants of this booking',
				},
				{
					displayName: 'User Identity ID',
					name: 'userIdentityId',
					type: 'string',
					default: '',
					description: 'Only grants of this person',
				},
			],
		},
		simplifyField,
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const filters = item.collection('filters');
	const grants = await listAccessGrants(
		run.context,
		given({
			customer_key: filters.textIfAny('customerKey'),
			device_id: filters.textIfAny('deviceId'),
			reservation_key: filters.textIfAny('reservationKey'),
			user_identity_id: filters.textIfAny('userIdentityId'),
		}),
		itemIndex,
		readLimit(item),
	);
	return outcomes(grants.map((grant) => simplified(item, grant, ACCESS_GRANT_FIELDS)));
};
