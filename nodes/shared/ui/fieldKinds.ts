import type { INodeProperties, INodePropertyOptions, INodePropertyTypeOptions } from 'n8n-workflow';

import { EXAMPLES } from './examples';

/** The kinds of field that the nodes use often, which differ only in label, name and description. */

/** A text that may stay empty; its placeholder is the usual one for its name, if it has none of its own. */
export function textField(
	displayName: string,
	name: string,
	description: string,
	placeholder = EXAMPLES[name],
): INodeProperties {
	const field: INodeProperties = { displayName, name, type: 'string', default: '', description };
	return placeholder === undefined ? field : { ...field, placeholder };
}

/** A text that must be given. */
export function requiredTextField(
	displayName: string,
	name: string,
	description: string,
	placeholder = EXAMPLES[name],
): INodeProperties {
	return { ...textField(displayName, name, description, placeholder), required: true };
}

/** A date and time that may stay empty. */
export function timeField(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'dateTime', default: '', description };
}

/** Yes or no. */
export function flagField(
	displayName: string,
	name: string,
	isOn: boolean,
	description: string,
): INodeProperties {
	const field: INodeProperties = {
		displayName,
		name,
		type: 'boolean',
		default: false,
		description,
	};
	return isOn ? { ...field, default: true } : field;
}

/** A number within limits; `numberPrecision: 0` allows whole numbers only. */
export function numberField(
	displayName: string,
	name: string,
	usual: number,
	typeOptions: Pick<INodePropertyTypeOptions, 'minValue' | 'maxValue' | 'numberPrecision'>,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'number', typeOptions, default: usual, description };
}

/** One of several choices. */
export function choiceField(
	displayName: string,
	name: string,
	usual: string,
	options: INodePropertyOptions[],
	description?: string,
): INodeProperties {
	const field: INodeProperties = { displayName, name, type: 'options', options, default: usual };
	return description === undefined ? field : { ...field, description };
}

export function choice(name: string, value: string, description?: string): INodePropertyOptions {
	return description === undefined ? { name, value } : { name, value, description };
}

/** A collection: the user adds only the fields that are needed. */
export function collectionField(
	displayName: 'Additional Fields' | 'Filters' | 'Options' | 'Update Fields',
	name: string,
	options: INodeProperties[],
): INodeProperties {
	const part = displayName.split(' ').at(-1)?.slice(0, -1);
	return {
		displayName,
		name,
		type: 'collection',
		placeholder: `Add ${part}`,
		default: {},
		options,
	};
}
