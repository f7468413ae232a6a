import type { INodeProperties } from 'n8n-workflow';

import { deviceField } from './deviceField';

/** `deviceField` for another kind of device, with a list of its own. */
const fieldFor = (what: string, searchListMethod: string, example: string): INodeProperties => ({
	...deviceField,
	description: `The ${what} to work with`,
	modes: deviceField.modes?.map((mode) => {
		if (mode.name === 'list') {
			return { ...mode, typeOptions: { ...mode.typeOptions, searchListMethod } };
		}
		return mode.name === 'name' ? { ...mode, placeholder: `e.g. ${example}` } : mode;
	}),
});

/** One thermostat; the node that uses it lists `searchThermostats` among its `methods.listSearch`. */
export const thermostatField = fieldFor(
	'thermostat',
	'searchThermostats',
	'Beach House Thermostat',
);

/** One noise sensor; the node that uses it lists `searchNoiseSensors` among its `methods.listSearch`. */
export const noiseSensorField = fieldFor(
	'noise sensor',
	'searchNoiseSensors',
	'Beach House Living Room',
);
