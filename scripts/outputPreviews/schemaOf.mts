// What n8n's editor takes for a preview: JSON Schema with types alone.

/** JSON Schema, as far as n8n's editor reads it. The first type is the one that it shows. */
export interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	/** Of the preview, at its top: n8n's own are counted from 1. */
	version?: number;
}

/** Their fields are named by the user. */
const OPEN = /(^|_)custom_metadata$/;

/** The schema that all of these records have in common; a field that is null in one of them may be null. */
export function schemaOf(records: readonly object[]): Schema {
	if (records.length === 0) throw new Error('Nothing came out, so nothing is known of it.');
	const asStored: unknown[] = records.map((record) => JSON.parse(JSON.stringify(record)));
	return { ...schemaOfValues(asStored), version: 1 };
}

/** The schema, where a field that was always null has also the type that it has in one of the others. */
export function withTypesOfOthers(schema: Schema, others: readonly Schema[]): Schema {
	const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
		if (property.type !== 'null') return [name, property] as const;
		const known = others
			.map((other) => other.properties?.[name])
			.find((found) => found !== undefined && found.type !== 'null');
		const types = [known?.type ?? []].flat().filter((type) => type !== 'null');
		return [name, known ? { ...known, type: [...types, 'null'] } : property] as const;
	});
	return { ...schema, properties: Object.fromEntries(properties) };
}

function schemaOfValues(values: readonly unknown[]): Schema {
	const schema: Schema = { type: typesOf(values) };
	const objects = values.filter(isObject);
	if (objects.length > 0) schema.properties = propertiesOf(objects);
	const members = values.filter(Array.isArray).flat() as unknown[];
	if (members.length > 0) schema.items = schemaOfValues(members);
	return schema;
}

function propertiesOf(objects: ReadonlyArray<Record<string, unknown>>): Record<string, Schema> {
	const names = new Set(objects.flatMap((object) => Object.keys(object)));
	return Object.fromEntries(
		[...names].map((name) => {
			const values = objects.filter((object) => name in object).map((object) => object[name]);
			return [name, OPEN.test(name) ? { type: typesOf(values) } : schemaOfValues(values)];
		}),
	);
}

/** In alphabetical order, so that the order of the records does not matter; null is last. */
function typesOf(values: readonly unknown[]): string | string[] {
	const types = [...new Set(values.map(typeOf))].sort();
	const known = types.filter((type) => type !== 'null');
	const all = [...known, ...types.filter((type) => type === 'null')];
	return all.length === 1 ? all[0] : all;
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
