import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listAccessGrants } from '../../shared/api/accessGrants';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalText, readCollection, readLimit } from '../parameters';
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

export const execute: Operation = async (run, itemIndex) => {
	const filters = readCollection(run, 'filters', itemIndex);
	const grants = await listAccessGrants(
		run.context,
		given({
			customer_key: optionalText(filters.customerKey),
			device_id: optionalText(filters.deviceId),
			reservation_key: optionalText(filters.reservationKey),
			user_identity_id: optionalText(filters.userIdentityId),
		}),
		itemIndex,
		readLimit(run, itemIndex),
	);
	return outcomes(grants.map((grant) => simplified(run, grant, ACCESS_GRANT_FIELDS, itemIndex)));
};
