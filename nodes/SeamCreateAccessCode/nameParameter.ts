import type { INodeProperties } from 'n8n-workflow';

import { Refusal } from '../shared/refusal';
import { properties } from './properties';

/** What the planning rooms call a field of the wish whose parameter has another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = { code: 'customPin' };

/** A refusal that says which parameter it is about by the name that the user sees; other errors unchanged. */
export function withParameterNamed(error: unknown): unknown {
	if (!(error instanceof Refusal) || error.parameter === undefined) return error;
	const displayName = displayNameOf(error.parameter);
	if (displayName === undefined || error.message.includes(displayName)) return error;
	return new Refusal(`'${displayName}': ${error.message}`, {
		parameter: error.parameter,
		fix: error.fix,
	});
}

function displayNameOf(parameter: string): string | undefined {
	const name = OTHER_NAMES[parameter] ?? parameter;
	const fields = properties.flatMap((field) => [field, ...optionsOf(field)]);
	return fields.find((field) => field.name === name || field.displayName === name)?.displayName;
}

function optionsOf(field: INodeProperties): INodeProperties[] {
	return field.type === 'collection' ? ((field.options ?? []) as INodeProperties[]) : [];
}
