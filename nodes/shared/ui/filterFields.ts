import type { INodeProperties } from 'n8n-workflow';

import { connectedAccountField } from './connectedAccountField';
import { deviceField } from './deviceField';

/** A field that picks one record as a filter, which may stay empty. */
export const filterBy = (field: INodeProperties, description: string): INodeProperties => ({
	...field,
	required: false,
	description,
});

/** Only what belongs to one account. */
export const accountFilter = (description: string): INodeProperties =>
	filterBy({ ...connectedAccountField, name: 'connectedAccountId' }, description);

/** Only what concerns one device, by its ID: a filter looks nothing up. */
export const deviceFilter = (description: string): INodeProperties =>
	filterBy(
		{
			...deviceField,
			name: 'deviceId',
			modes: deviceField.modes?.filter(({ name }) => name !== 'name'),
		},
		description,
	);
