import { openapi } from '@seamapi/types/connect';

interface Schema {
	$ref?: string;
	oneOf?: Schema[];
	allOf?: Schema[];
	items?: Schema;
	enum?: string[];
	properties?: Record<string, Schema>;
}

interface Path {
	post: { responses: { '200': { content: { 'application/json': { schema: Schema } } } } };
}

const document = openapi as unknown as {
	paths: Record<string, Path>;
	components: { schemas: Record<string, Schema> };
};

const resolved = (schema: Schema): Schema =>
	schema.$ref === undefined
		? schema
		: document.components.schemas[schema.$ref.replace('#/components/schemas/', '')];

const fieldsOf = (schema: Schema): string[] => Object.keys(schema.properties ?? {});

/** Every type of event that Seam documents, with its fields. */
export const documentedEvents = (document.components.schemas.event.oneOf ?? []).map((schema) => ({
	type: schema.properties?.event_type.enum?.[0],
	fields: fieldsOf(schema),
}));

/** The fields of a record, or of each record of a list, in the answer of a path; those of the widest of several shapes. */
function documentedFields(path: string, key: string): string[] {
	const answer = document.paths[path].post.responses['200'].content['application/json'].schema;
	const named = resolved(answer.properties?.[key] ?? {});
	const record = named.items ? resolved(named.items) : named;
	const shapes = (record.oneOf ?? [record]).map(fieldsOf);
	return shapes.reduce((widest, fields) => (fields.length > widest.length ? fields : widest));
}

/** The answer with every field that Seam documents for its records; those that it does not give are null. */
export function completed(
	path: string,
	answer: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const completedAs = (key: string, record: unknown) => ({
		...Object.fromEntries(documentedFields(path, key).map((field) => [field, null])),
		...(record as object),
	});
	return Object.fromEntries(
		Object.entries(answer).map(([key, given]) => {
			if (given === null || typeof given !== 'object') return [key, given];
			const isList = Array.isArray(given);
			return [key, isList ? given.map((one) => completedAs(key, one)) : completedAs(key, given)];
		}),
	);
}

/** Whether Seam documents a field of this name anywhere. */
export const isDocumented = (name: string): boolean => NAMES.has(name);

function namesIn(schema: Schema, names = new Set<string>()): Set<string> {
	for (const [name, inner] of Object.entries(schema.properties ?? {})) {
		names.add(name);
		namesIn(inner, names);
	}
	const { oneOf = [], allOf = [], items } = schema;
	for (const inner of [...oneOf, ...allOf, ...(items ? [items] : [])]) namesIn(inner, names);
	return names;
}

const NAMES = new Set(
	Object.values(document.components.schemas).flatMap((schema) => [...namesIn(schema)]),
);
