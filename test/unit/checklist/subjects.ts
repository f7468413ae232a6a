import type { INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import type { Operation } from '../../../nodes/Seam/operation';
import { resources } from '../../../nodes/Seam/resources';
import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamGetDevice } from '../../../nodes/SeamGetDevice/SeamGetDevice.node';
import { SeamTrigger } from '../../../nodes/SeamTrigger/SeamTrigger.node';
import { SeamWaitForCodeSet } from '../../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';

export const NODES: Readonly<Record<string, INodeType>> = {
	Seam: new Seam(),
	'Seam Create Access Code': new SeamCreateAccessCode(),
	'Seam Get Device': new SeamGetDevice(),
	'Seam Trigger': new SeamTrigger(),
	'Seam Wait for Code Set': new SeamWaitForCodeSet(),
};

/** The fields inside a collection, of all its groups. */
export function fieldsInside({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
}

const withInside = (field: INodeProperties): INodeProperties[] => [
	field,
	...fieldsInside(field).flatMap(withInside),
];

/** All fields of a node, also those inside collections. */
export const fieldsOf = ({ description }: INodeType): INodeProperties[] =>
	description.properties.flatMap(withInside);

/** All that the node Seam can do, with the name of its resource. */
export type NamedOperation = Operation & { resource: string };

export const OPERATIONS: ReadonlyArray<readonly [string, NamedOperation]> = Object.entries(
	resources,
).flatMap(([resource, { name, operations }]) =>
	Object.entries(operations).map(
		([operation, of]) => [`${resource}: ${operation}`, { ...of, resource: name }] as const,
	),
);

export const FIELDS: ReadonlyArray<readonly [string, INodeProperties]> = Object.entries(
	NODES,
).flatMap(([node, type]) =>
	fieldsOf(type).map((field) => [`${node}: ${field.displayName || field.name}`, field] as const),
);
