import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listDevices } from '../../shared/api/devices';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, metadataField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalMetadata, readLimit } from '../parameters';
import { DEVICE_FIELDS, simplified } from '../simplify';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['device'], operation: ['getMany'] } },
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
					displayName: 'Connected Account ID',
					name: 'connectedAccountId',
					type: 'string',
					default: '',
					description: 'Only devices of this account',
				},
				{ ...metadataField, description: 'Only devices that carry all of these values' },
				{
					displayName: 'Customer Key',
					name: 'customerKey',
					type: 'string',
					default: '',
					description: 'Only devices of this customer of yours',
				},
				{
					displayName: 'Device Type',
					name: 'deviceType',
					type: 'string',
					default: '',
					placeholder: 'e.g. igloohome_lock',
					description: "One of Seam's device types, such as igloohome_lock",
				},
				{
					displayName: 'Manufacturer',
					name: 'manufacturer',
					type: 'string',
					default: '',
					placeholder: 'e.g. igloohome',
					description:
						"Seam's key of the manufacturer, such as august, igloohome, nuki, schlage, ttlock or yale",
				},
				{
					displayName: 'Search',
					name: 'search',
					type: 'string',
					default: '',
					description: 'Part of the name, the ID, the location or a metadata value',
				},
			],
		},
		simplifyField,
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const filters = item.collection('filters');
	const devices = await listDevices(
		run.context,
		given({
			connected_account_id: filters.account('connectedAccountId') ?? undefined,
			custom_metadata_has: optionalMetadata(filters),
			customer_key: filters.textIfAny('customerKey'),
			device_type: filters.textIfAny('deviceType'),
			manufacturer: filters.textIfAny('manufacturer'),
			search: filters.textIfAny('search'),
		}),
		itemIndex,
		readLimit(item),
	);
	return outcomes(devices.map((device) => simplified(item, device, DEVICE_FIELDS)));
};
