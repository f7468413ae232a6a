import type { INodeProperties } from 'n8n-workflow';

import { numberField, requiredTextField, textField } from '../shared/ui/fieldKinds';

/** Fields that operations of several resources share: one name for one thing. */

export const accessCodeIdField = requiredTextField(
	'Access Code ID',
	'accessCodeId',
	'e.g. {{ $json.access_code_id }}',
	'The ID of the code, as Seam Create Access Code returns it',
);

export const unmanagedCodeIdField: INodeProperties = {
	...accessCodeIdField,
	description: 'The ID of a code that was made outside Seam',
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

export const metadataField: INodeProperties = {
	displayName: 'Custom Metadata (JSON)',
	name: 'customMetadata',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "listing_id": "4711" }',
	description:
		'Your own values that Seam stores with it: text, numbers (stored as text), or true and false; Seam takes at most 50',
};

export const climatePresetKeyField = requiredTextField(
	'Climate Preset Key',
	'climatePresetKey',
	'e.g. away',
	"The key of one of the thermostat's climate presets, as Thermostat: Get lists them",
);
