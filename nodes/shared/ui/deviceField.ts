import type { INodeProperties } from 'n8n-workflow';

import { PASTED_DEVICE_ID } from './seamId';

/**
 * One device, chosen from a list with search, by name or by ID. Read its value with `readDeviceReference`; the
 * node that uses it lists `searchListMethod` among its `methods.listSearch`.
 */
const deviceFieldOf = (description: string, searchListMethod: string): INodeProperties => ({
	displayName: 'Device',
	name: 'device',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a device...',
			typeOptions: { searchListMethod, searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. Beach House Front Door',
			hint: "The device's name in Seam, whatever its case",
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905',
			hint: 'The ID, or the address of the device in Seam Console',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: PASTED_DEVICE_ID,
						errorMessage: 'Not the ID of a Seam device, nor the address of one in Seam Console',
					},
				},
			],
			extractValue: { type: 'regex', regex: `^${PASTED_DEVICE_ID}$` },
		},
	],
});

/** A device that Seam manages. */
export const deviceField = deviceFieldOf('The lock to work with', 'searchDevices');

/** A device that Seam knows and does not manage. */
export const unmanagedDeviceField = deviceFieldOf(
	'The device that Seam is to manage',
	'searchUnmanagedDevices',
);
