import type { INodeProperties } from 'n8n-workflow';

const HOW =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/**
 * Several records, picked from a list or given as IDs by an expression: a list, or a text with commas between them. The
 * node that uses it lists `loadOptionsMethod` among its `methods.loadOptions`.
 */
const severalField =
	(loadOptionsMethod: string) =>
	(displayName: string, name: string, description: string): INodeProperties => ({
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod },
		default: [],
		description: `${description}. ${HOW}.`,
	});

/** Devices are looked up by their names, too. */
export const severalDevicesField: ReturnType<typeof severalField> = (label, name, description) => {
	const field = severalField('loadDevices')(label, name, description);
	return { ...field, description: `${field.description} It may give names, too.` };
};

export const severalSpacesField = severalField('loadSpaces');
export const severalEntrancesField = severalField('loadEntrances');
