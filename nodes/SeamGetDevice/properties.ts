import type { INodeProperties } from 'n8n-workflow';

import { showPinsField, toolDescriptionField } from '../shared/agent/toolFields';
import { deviceField } from '../shared/ui/deviceField';
import { simplifyField } from '../shared/ui/simplifyField';
import {
	choice,
	choiceField,
	collectionField,
	flagField,
	requiredTextField,
} from '../shared/ui/fieldKinds';

/** The fields of the node. */
export const properties: INodeProperties[] = [
	toolDescriptionField(
		'Read a lock, or all locks of a listing: what it is, what is wrong with it, and which kinds of access code it can take. Changes nothing.',
	),
	choiceField('Find By', 'findBy', 'device', [
		choice('Device', 'device', 'A device from the list, or one given by its name or ID'),
		choice(
			'Custom Metadata',
			'customMetadata',
			'The devices that carry a value of yours, such as the ID of a listing',
		),
	]),
	{ ...deviceField, displayOptions: { show: { findBy: ['device'] } } },
	{
		...requiredTextField(
			'Metadata Key',
			'metadataKey',
			"The key, exactly as in the device's custom metadata in Seam",
			'e.g. listing_id',
		),
		hint: 'Not stored yet? Add it with Seam → Device → Update: its Listing ID is the key listing_id, its Custom Metadata any other',
		displayOptions: { show: { findBy: ['customMetadata'] } },
	},
	{
		...requiredTextField('Metadata Value', 'metadataValue', 'The value to search for', 'e.g. 4711'),
		displayOptions: { show: { findBy: ['customMetadata'] } },
	},
	{
		...choiceField(
			'When Several Match',
			'severalMatches',
			'error',
			[
				choice(
					'Return All',
					'all',
					'One item for each device, such as the street door and the flat of one listing',
				),
				choice('Stop With an Error', 'error', 'The error names the devices'),
			],
			'What to do if more than one device has the value',
		),
		displayOptions: { show: { findBy: ['customMetadata'] } },
	},
	simplifyField,
	collectionField('Options', 'options', [
		flagField(
			'Support Bundle',
			'supportBundle',
			true,
			'Whether to return what a maintainer needs to help, for a bug report: the device, what it can do, what is wrong with it, and versions. Names, places, PINs and keys are left out, and IDs are shortened.',
		),
	]),
	showPinsField,
];
