// What the editor shows of an output before the first run is what comes out of the nodes, run against the sandbox.
import { resources } from '../../nodes/Seam/resources';
import {
	freshPreviews,
	keptPreviews,
	type Previews,
} from '../../scripts/outputPreviews/previews.mts';
import {
	schemaOf,
	withTypesOfOthers,
	type Schema,
} from '../../scripts/outputPreviews/schemaOf.mts';

const kept = keptPreviews();
let fresh: Previews;

beforeAll(async () => {
	fresh = await freshPreviews();
}, 120_000);

const operations = Object.entries(resources).flatMap(([resource, { operations }]) =>
	Object.keys(operations).map(
		(operation) => `nodes/Seam/__schema__/v1.0.0/${resource}/${operation}.json`,
	),
);
const named = [
	'nodes/SeamCreateAccessCode/__schema__/v1.1.0.json',
	'nodes/SeamGetDevice/__schema__/v1.0.0.json',
	'nodes/SeamTrigger/__schema__/v1.1.0.json',
	'nodes/SeamWaitForCodeSet/__schema__/v1.1.0.json',
];

test('every operation and every named node has a preview, and every preview is of one', () => {
	expect(Object.keys(kept).sort()).toEqual([...operations, ...named].sort());
});

test.each(Object.keys(kept))(
	'%s is what comes out; if not, run `node scripts/run.mjs scripts/outputPreviews.mts`',
	(file) => {
		expect(kept[file]).toEqual(fresh[file]);
		expect(orderOf(kept[file])).toEqual(orderOf(fresh[file]));
	},
);

test.each(Object.entries(kept))('%s tells types and no values', (_file, schema) => {
	const { version, ...rest } = schema;
	expect(version).toBe(1);
	expect(rest.type).toBe('object');
	// n8n takes no preview without fields.
	expect(Object.keys(rest.properties ?? {}).length).toBeGreaterThan(0);
	expectTypesAlone(rest);
});

test.each(operations.filter((file) => kept[file]?.properties?.code))(
	'%s has the PIN first',
	(file) => expect(orderOf(kept[file])[0]).toBe('code'),
);

const orderOf = ({ properties = {} }: Schema) => Object.keys(properties);

const TYPES = ['string', 'number', 'boolean', 'object', 'array', 'null'];

function expectTypesAlone({ type, properties = {}, items, ...more }: Schema): void {
	expect(more).toEqual({});
	expect(TYPES).toEqual(expect.arrayContaining([type ?? []].flat()));
	for (const [name, property] of Object.entries(properties)) {
		expect(name).toMatch(/^[a-z_]+$/);
		expectTypesAlone(property);
	}
	if (items) expectTypesAlone(items);
}

describe('the schema of several records', () => {
	test('has every field that one of them has, and null last where one has no value', () => {
		const records = [
			{ code: null, list: [{ a: 1 }] },
			{ code: '4711', list: [{ b: true }] },
		];
		const list = { a: { type: 'number' }, b: { type: 'boolean' } };
		expect(schemaOf(records)).toEqual({
			type: 'object',
			properties: {
				code: { type: ['string', 'null'] },
				list: { type: 'array', items: { type: 'object', properties: list } },
			},
			version: 1,
		});
	});

	test('does not name the fields of custom metadata, which are the user’s own', () => {
		const { properties } = schemaOf([{ custom_metadata: { listing_id: '4711' } }]);
		expect(properties).toEqual({ custom_metadata: { type: 'object' } });
	});

	test('takes the type of what was always null from the other operations of the resource', () => {
		const others = [schemaOf([{ name: null }]), schemaOf([{ name: 'Stay' }])];
		expect(withTypesOfOthers(others[0], others).properties).toEqual({
			name: { type: ['string', 'null'] },
		});
	});
});
