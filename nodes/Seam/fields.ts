import type { INodeProperties } from 'n8n-workflow';

/** Fields that operations of several resources share: one name for one thing. */

export const accessCodeIdField: INodeProperties = {
	displayName: 'Access Code ID',
	name: 'accessCodeId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.access_code_id }}',
	description: 'The ID of the code, as Seam Create Access Code hands it out',
};

export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

export const deviceListField: INodeProperties = {
	displayName: 'Devices',
	name: 'devices',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.lock_ids }}',
	description: 'Device IDs with commas between them, or an expression that gives a list',
};

export const metadataField: INodeProperties = {
	displayName: 'Custom Metadata (JSON)',
	name: 'customMetadata',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "listing_id": "4711" }',
	description:
		'Values of yours that Seam keeps with it: text, numbers (kept as text), or true and false; Seam takes at most 50',
};
