import type { IExecuteFunctions } from 'n8n-workflow';

import { ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import { properties } from './properties';

/** A refusal that says which parameter it is about by the name that the user sees; other errors unchanged. */
export function withParameterNamed(
	error: unknown,
	context: IExecuteFunctions,
	itemIndex: number,
): unknown {
	// What the planning rooms call the digits of a PIN.
	if (error instanceof Refusal && error.parameter === 'code') error.parameter = 'customPin';
	return new ItemParameters({ context, itemIndex }, properties).naming(error);
}
