import type { INodeProperties } from 'n8n-workflow';

import { deviceField } from '../shared/ui/deviceField';
import { simplifyField } from '../shared/ui/simplifyField';

/** The fields of the node. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		default: 'device',
		options: [
			{
				name: 'Device',
				value: 'device',
				description: 'A device from the list, or one given by its name or ID',
			},
			{
				name: 'Custom Metadata',
				value: 'customMetadata',
				description: 'The device that carries a value of yours, such as the ID of a listing',
			},
		],
	},
	{ ...deviceField, displayOptions: { show: { findBy: ['device'] } } },
	{
		displayName: 'Metadata Key',
		name: 'metadataKey',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. listing_id',
		description: "The key, exactly as in the device's custom metadata in Seam",
		displayOptions: { show: { findBy: ['customMetadata'] } },
	},
	{
		displayName: 'Metadata Value',
		name: 'metadataValue',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.listing_id }}',
		description: 'The value to search for; exactly one device must have it',
		displayOptions: { show: { findBy: ['customMetadata'] } },
	},
	simplifyField,
];
