import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../parameters/itemParameters';
import { simplifyField } from './simplifyField';

/** The version of Seam Create Access Code and Seam Wait for Code Set from which on they simplify. */
export const SIMPLIFIES_SINCE = 1.1;

const sinceThen = { '@version': [{ _cnd: { gte: SIMPLIFIES_SINCE } }] };

/** A field that nodes in stored workflows of an older version do not have. */
export const sinceSimplify = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: {
		...field.displayOptions,
		show: { ...field.displayOptions?.show, ...sinceThen },
	},
});

/** A field that only nodes of an older version have. */
export const beforeSimplify = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { '@version': [{ _cnd: { lt: SIMPLIFIES_SINCE } }] } },
});

export const simplifySinceField = sinceSimplify(simplifyField);

/** Whether to leave out what only Seam's raw data have; nodes of an older version never do. */
export function readSimplify(context: IExecuteFunctions, item: ItemParameters): boolean {
	return context.getNode().typeVersion >= SIMPLIFIES_SINCE && item.flag('simplify');
}
