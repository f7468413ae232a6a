// An example reads of a Seam node only what that node puts out, by the node's output preview.
import { globSync, readFileSync } from 'node:fs';

import { builtExamples } from '../../examples/src/index.mts';

interface Node {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
}

interface Example {
	nodes: Node[];
	connections: Record<string, { main?: Array<Array<{ node: string }> | null> }>;
}

/** Fields that an item has only in some cases; a preview shows the usual ones. */
const SOMETIMES = ['stay_is_over'];

const nodesFolder = new URL('../../nodes/', import.meta.url);

/** Of the newest version of the node; undefined if it has no preview, as a tool has none. */
function fieldsOf({ type, parameters }: Node): string[] | undefined {
	const name = type.replace('n8n-nodes-seam.', '');
	const ofOperation =
		'operation' in parameters ? `/${parameters.resource}/${parameters.operation}` : '';
	const pattern = `${name[0].toUpperCase()}${name.slice(1)}/__schema__/v*${ofOperation}.json`;
	const file = globSync(pattern, { cwd: nodesFolder }).sort().at(-1);
	if (file === undefined) return undefined;
	const { properties } = JSON.parse(readFileSync(new URL(file, nodesFolder), 'utf8'));
	return [...Object.keys(properties), ...SOMETIMES];
}

const ITEM = /\$json\??\.(\w+)/g;
const ofNode = (name: string) =>
	new RegExp(`\\$\\('${name}'\\)(?:\\.\\w+(?:\\(\\))?)*?\\.json\\??\\.(\\w+)`, 'g');

/** What is read of a node's items: by the nodes behind its first output, and anywhere by its name. */
function readsOf(name: string, { nodes, connections }: Example): string[] {
	const next = (connections[name]?.main?.[0] ?? []).map(({ node }) => node);
	const behind = nodes.filter((node) => next.includes(node.name));
	const readIn = (some: Node[], pattern: RegExp) =>
		[...JSON.stringify(some.map(({ parameters }) => parameters)).matchAll(pattern)].map(
			([, field]) => field,
		);
	return [...readIn(behind, ITEM), ...readIn(nodes, ofNode(name))];
}

const seamNodes = Object.entries(builtExamples as Record<string, Example>).flatMap(
	([file, example]) =>
		example.nodes.flatMap((node) => {
			const fields = node.type.startsWith('n8n-nodes-seam.') ? fieldsOf(node) : undefined;
			return fields === undefined ? [] : [{ file, example, name: node.name, fields }];
		}),
);

test('the fields of most examples are known, and read', () => {
	expect(new Set(seamNodes.map(({ file }) => file)).size).toBeGreaterThanOrEqual(20);
	const reads = seamNodes.flatMap(({ name, example }) => readsOf(name, example));
	expect(reads.length).toBeGreaterThan(50);
});

test.each(seamNodes)('$file: of $name only what it gives is read', ({ name, example, fields }) => {
	expect(readsOf(name, example).filter((field) => !fields.includes(field))).toEqual([]);
});
