// Seam's OpenAPI (3.0, from the pinned @seamapi/types, with what was added since) as JSON Schema that ajv understands.
import { openapi as seamOpenApi } from '@seamapi/types/connect';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { withAdditions } from './additions.mts';

type Schema = Record<string, unknown>;

interface Operation {
	requestBody?: { content: { 'application/json': { schema: Schema } } };
	responses: { '200'?: { content?: { 'application/json'?: { schema: Schema } } } };
}

const pinned = seamOpenApi as unknown as {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, Schema & { oneOf?: Schema[] }> };
};
const document = { ...pinned, components: { schemas: withAdditions(pinned.components.schemas) } };

/** ajv-formats is CommonJS: under Node the plugin is the module, under a bundler its default. */
const addFormats = ((formats as { default?: unknown }).default ?? formats) as (ajv: Ajv) => void;

const DOCUMENT_ID = 'seam';

function newAjv(coerceTypes: 'array' | false): Ajv {
	const ajv = new Ajv({ strict: false, allErrors: true, useDefaults: true, coerceTypes });
	addFormats(ajv);
	const schemas = { ...document.components.schemas, ...narrowed() };
	ajv.addSchema({ $id: DOCUMENT_ID, components: convert({ schemas }) as Schema });
	return ajv;
}

/** Actions that the sandbox takes; compiling the other shapes of an action attempt would take a second. */
const ACTIONS = /^(LOCK_DOOR|UNLOCK_DOOR|CONFIGURE_AUTO_LOCK|(CREATE|UPDATE|DELETE)_ACCESS_CODE)$/;

const ENVELOPE = ['event_id', 'event_type', 'workspace_id', 'created_at', 'occurred_at'];

/** Two large unions, cut down for answers. Each event is checked in full when it is made (`validateEvent`). */
function narrowed(): Record<string, Schema> {
	const { action_attempt: attempt } = document.components.schemas;
	return {
		action_attempt: {
			...attempt,
			oneOf: attempt.oneOf!.filter(({ properties }) => {
				const { action_type: type } = properties as { action_type: { enum: string[] } };
				return ACTIONS.test(type.enum[0]);
			}),
		},
		event: { type: 'object', required: ENVELOPE },
	};
}

/** OpenAPI 3.0 to JSON Schema: boolean exclusive limits, `nullable` beside `enum`, references into the document. */
function convert(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(convert);
	if (node === null || typeof node !== 'object') return node;
	const source = node as Schema;
	const target: Schema = {};
	for (const [key, value] of Object.entries(source)) {
		if (key === 'properties') {
			target[key] = Object.fromEntries(
				Object.entries(value as Schema).map(([name, schema]) => [name, convert(schema)]),
			);
		} else if (key === '$ref') target[key] = `${DOCUMENT_ID}${String(value)}`;
		else if (key === 'exclusiveMinimum' || key === 'exclusiveMaximum') continue;
		else if (!DROPPED.has(key)) target[key] = convert(value);
	}
	exclusive(source, target, 'exclusiveMinimum', 'minimum');
	exclusive(source, target, 'exclusiveMaximum', 'maximum');
	if (source.nullable === true && Array.isArray(source.enum)) target.enum = [...source.enum, null];
	if (source.nullable === true && source.type === undefined) return nullableWithoutType(target);
	return target;
}

/** ajv takes `nullable` beside a type only: alone it stands for null, beside a union for one alternative more. */
function nullableWithoutType({ nullable: _nullable, ...rest }: Schema): Schema {
	return Object.keys(rest).length === 0 ? { type: 'null' } : { anyOf: [{ type: 'null' }, rest] };
}

const DROPPED = new Set(['description', 'discriminator', 'deprecated', 'example']);

function exclusive(source: Schema, target: Schema, flag: string, limit: string): void {
	if (source[flag] !== true) return;
	target[flag] = source[limit];
	delete target[limit];
}

const bodies = newAjv(false);
const queries = newAjv('array');
const compiled = new Map<string, ValidateFunction | null>();

function compile(key: string, ajv: Ajv, schema: () => Schema | undefined): ValidateFunction | null {
	let validate = compiled.get(key);
	if (validate === undefined) {
		const found = schema();
		validate = found ? ajv.compile(convert(found) as Schema) : null;
		compiled.set(key, validate);
	}
	return validate;
}

/** The HTTP methods that Seam documents for a path, upper case; null where Seam has no such path. */
export function methodsOf(path: string): string[] | null {
	const operations = document.paths[path];
	return operations ? Object.keys(operations).map((method) => method.toUpperCase()) : null;
}

const operationOf = (path: string): Operation | undefined => {
	const operations = document.paths[path];
	return operations && (operations.post ?? Object.values(operations)[0]);
};

/**
 * Checks the parameters of a request and fills in documented defaults (in place). In a query every value is text,
 * so types are coerced there.
 */
export function validateParameters(
	path: string,
	parameters: Schema,
	isQuery: boolean,
): ErrorObject[] {
	const validate = compile(
		`${isQuery ? 'query' : 'body'} ${path}`,
		isQuery ? queries : bodies,
		() => {
			const schema = operationOf(path)?.requestBody?.content['application/json'].schema;
			return schema && (withOpenUnions(schema) as Schema);
		},
	);
	return validate === null || validate(parameters) ? [] : [...validate.errors!];
}

/** Seam's unions of parameters take whichever alternative fits, even if two do: a time is a text too. */
function withOpenUnions(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(withOpenUnions);
	if (node === null || typeof node !== 'object') return node;
	const entries = Object.entries(node).map(([key, value]) => [
		key === 'oneOf' ? 'anyOf' : key,
		withOpenUnions(value),
	]);
	return Object.fromEntries(entries);
}

/** What is wrong with an answer, as text; empty where it has the documented shape. */
export function validateAnswer(path: string, answer: unknown): string {
	const validate = compile(
		`answer ${path}`,
		bodies,
		() => operationOf(path)?.responses['200']?.content?.['application/json']?.schema,
	);
	return validate === null || validate(answer) ? '' : bodies.errorsText(validate.errors);
}

/** What is wrong with an event, as text; empty where it has the documented shape. */
export function validateEvent(event: { event_type: string }): string {
	const validate = compile(`event ${event.event_type}`, bodies, () =>
		eventSchemas.get(event.event_type),
	);
	if (validate === null) return `unknown event type ${event.event_type}`;
	return validate(event) ? '' : bodies.errorsText(validate.errors);
}

const eventSchemas = new Map(
	document.components.schemas.event.oneOf!.map((schema) => {
		const { event_type: type } = schema.properties as { event_type: { enum: string[] } };
		return [type.enum[0], schema];
	}),
);
