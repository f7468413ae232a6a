import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listAccessCodes } from '../../shared/api/accessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, readDeviceId, readLimit } from '../parameters';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['getMany'] } },
	[
		deviceField,
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
					description: 'Only codes of this customer of yours',
				},
				{
					displayName: 'Search',
					name: 'search',
					type: 'string',
					default: '',
					description: 'Part of the name, the PIN or the ID',
				},
			],
		},
		simplifyField,
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const filters = item.collection('filters');
	const codes = await listAccessCodes(
		run.context,
		given({
			device_id: await readDeviceId(run, itemIndex, item),
			customer_key: filters.textIfAny('customerKey'),
			search: filters.textIfAny('search'),
		}),
		itemIndex,
		readLimit(item),
	);
	return outcomes(codes.map((code) => simplified(item, code, ACCESS_CODE_FIELDS)));
};
