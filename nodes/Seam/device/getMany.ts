import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { listDevices } from '../../shared/api/devices';
import { readConnectedAccountId } from '../../shared/ui/connectedAccountReference';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, metadataField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, optionalMetadata, optionalText, readCollection, readLimit } from '../parameters';
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
					description: "One of Seam's types of devices",
				},
				{
					displayName: 'Manufacturer',
					name: 'manufacturer',
					type: 'string',
					default: '',
					placeholder: 'e.g. igloohome',
					description: "One of Seam's keys of makers",
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

export const execute: Operation = async (run, itemIndex) => {
	const filters = readCollection(run, 'filters', itemIndex);
	const devices = await listDevices(
		run.context,
		given({
			connected_account_id:
				readConnectedAccountId(filters.connectedAccountId, 'Connected Account ID') ?? undefined,
			custom_metadata_has: optionalMetadata(filters.customMetadata),
			customer_key: optionalText(filters.customerKey),
			device_type: optionalText(filters.deviceType),
			manufacturer: optionalText(filters.manufacturer),
			search: optionalText(filters.search),
		}),
		itemIndex,
		readLimit(run, itemIndex),
	);
	return outcomes(devices.map((device) => simplified(run, device, DEVICE_FIELDS, itemIndex)));
};
