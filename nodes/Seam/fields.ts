import type { INodeProperties } from 'n8n-workflow';

import { accessCodeField, unmanagedAccessCodeField } from '../shared/ui/recordFields';
import { numberField, requiredTextField, textField } from '../shared/ui/fieldKinds';

/** Fields that operations of several resources share: one name for one thing. */

export const accessCodeIdField: INodeProperties = { ...accessCodeField, required: true };

export const unmanagedCodeIdField: INodeProperties = {
	...unmanagedAccessCodeField,
	required: true,
};

export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
	...numberField(
		'Limit',
		'limit',
		50,
		{ minValue: 1, numberPrecision: 0 },
		'Max number of results to return',
	),
	displayOptions: { show: { returnAll: [false] } },
};

export const pinField = (description: string): INodeProperties => ({
	...textField('PIN', 'code', description),
	typeOptions: { password: true },
});

/** A value that one may store with a record of this kind. */
interface MetadataExample {
	key: string;
	value: string;
}

/** What is stored with an account, or with the page that connects one. */
export const OF_AN_ACCOUNT: MetadataExample = { key: 'owner', value: 'Ada Lovelace' };

/** Seam's custom metadata: as rows of key and value, and as an object, which an expression can give. */
export const metadataFields = (
	description: string,
	example: MetadataExample,
): INodeProperties[] => [
	{
		displayName: 'Custom Metadata',
		name: 'customMetadata',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Value',
		default: {},
		description,
		options: [
			{
				displayName: 'Value',
				name: 'values',
				values: [
					textField('Key', 'key', 'What the value is called', `e.g. ${example.key}`),
					textField('Value', 'value', 'What is stored under the key', `e.g. ${example.value}`),
				],
			},
		],
	},
	{
		displayName: 'Custom Metadata (JSON)',
		name: 'customMetadataJson',
		type: 'json',
		default: '{}',
		placeholder: `e.g. { "${example.key}": "${example.value}", "has_sauna": true }`,
		description:
			'The same as an object, for an expression, or for true and false. Numbers count as text.',
	},
];

/** What is stored with a record. */
export const STORED_METADATA = 'Your own values that Seam stores with it, at most 50';

export const climatePresetKeyField = requiredTextField(
	'Climate Preset Key',
	'climatePresetKey',
	"The key of one of the thermostat's climate presets, as Thermostat: Get lists them",
	'e.g. away',
);
