// Parameters with which a node's panel shows all that it has: every option added, and every field that a choice brings up.
import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';

/** They decide which panel it is. */
const FIXED = ['resource', 'operation'];

/**
 * Several parameters where two fields need different values of one choice; none where the panel shows all of it as it
 * opens.
 *
 * @param asItOpens the defaults of what it then shows.
 */
export function fullParameters(
	properties: INodeProperties[],
	asItOpens: INodeParameters,
	node: Pick<INode, 'typeVersion'>,
	description: INodeTypeDescription,
): INodeParameters[] {
	const isShown = (values: INodeParameters) => (field: INodeProperties) =>
		NodeHelpers.displayParameter(values, field, node, description);
	const needed = new Map<string, NodeParameterValueType[]>();
	for (const [choice, value] of properties.flatMap((field) => choicesFor(field, asItOpens))) {
		const other = { ...asItOpens, [choice]: value };
		if (!properties.some((field) => isShown(other)(field) && !isShown(asItOpens)(field))) continue;
		const values = needed.get(choice) ?? [];
		needed.set(choice, [...new Set([...values, value])]);
	}
	const variants = Math.max(1, ...[...needed.values()].map((values) => values.length));
	const full = Array.from({ length: variants }, (_, index) => {
		const chosen = [...needed].map(([choice, values]) => [choice, values.at(index) ?? values[0]]);
		const values = { ...asItOpens, ...(Object.fromEntries(chosen) as INodeParameters) };
		const added = properties
			.filter(isShown(values))
			.map((field) => [field.name, withAllAdded(field, isShown(values))] as const)
			.filter(([, value]) => value !== undefined);
		return { ...values, ...(Object.fromEntries(added) as INodeParameters) };
	});
	const before = JSON.stringify(asItOpens);
	return full.filter((values) => JSON.stringify(values) !== before);
}

/** The values of other fields that bring this one up. */
function choicesFor(
	{ displayOptions }: INodeProperties,
	asItOpens: INodeParameters,
): Array<[string, NodeParameterValueType]> {
	return Object.entries(displayOptions?.show ?? {})
		.filter(([choice]) => choice in asItOpens && !FIXED.includes(choice))
		.map(([choice, values]) => [choice, values?.[0] as NodeParameterValueType]);
}

/** The value of a collection that has each of its parts once; undefined for any other field. */
function withAllAdded(
	{ type, typeOptions, options = [] }: INodeProperties,
	isShown: (field: INodeProperties) => boolean,
): NodeParameterValueType | undefined {
	const defaults = (fields: INodeProperties[]) =>
		Object.fromEntries(
			fields
				.filter(isShown)
				.map((field) => [field.name, withAllAdded(field, isShown) ?? field.default]),
		) as INodeParameters;
	if (type === 'collection') return defaults(options as INodeProperties[]);
	if (type !== 'fixedCollection') return undefined;
	return Object.fromEntries(
		(options as INodePropertyCollection[]).map(({ name, values }) => {
			const one = defaults(values);
			return [name, typeOptions?.multipleValues === true ? [one] : one];
		}),
	) as INodeParameters;
}
