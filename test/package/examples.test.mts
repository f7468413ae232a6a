import { readdirSync, readFileSync } from 'node:fs';

import { builtExamples } from '../../examples/src/index.mts';

const folder = new URL('../../examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

test.each(Object.keys(builtExamples))(
	'%s.json is what examples/src puts together; if not, run `node scripts/run.mjs scripts/examples.mts`',
	(name) => {
		expect(JSON.parse(read(`${name}.json`))).toEqual(builtExamples[name]);
	},
);

const systems = readdirSync(new URL('src/systems', folder));

test.each(systems)('an adapter that a person maintains stays below 150 lines: %s', (file) => {
	expect(read(`src/systems/${file}`).split('\n').length).toBeLessThan(150);
});

test('every adapter is the example of a booking system', () => {
	const ofSystems = Object.values(builtExamples).filter((example) =>
		(example as Example).nodes.some(({ name }) => name === 'Table of Bookings'),
	);
	expect(ofSystems).toHaveLength(systems.length);
	expect(systems.length).toBeGreaterThanOrEqual(13);
});

interface Example {
	nodes: Array<{
		name: string;
		type: string;
		webhookId?: string;
		parameters: Record<string, unknown>;
	}>;
	pinData: Record<string, object[]>;
}

describe.each(Object.entries(builtExamples as Record<string, Example>))(
	'%s.json',
	(_name, { nodes, pinData }) => {
		const ofType = (type: string) => nodes.filter((node) => node.type === `n8n-nodes-base.${type}`);

		test('whoever can read the file does not know the address of its webhook', () => {
			// Without a path and an ID, n8n makes up both when it takes the workflow in.
			for (const node of [...ofType('webhook'), ...ofType('formTrigger')]) {
				expect([node.parameters.path || null, node.webhookId || null]).toEqual([null, null]);
			}
		});

		test('a sample is pinned only to nodes that it has', () => {
			expect(nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(pinData)));
		});

		if (nodes.some(({ name }) => name === 'Table of Bookings')) {
			test('what reads from a booking system asks for its credential at the import', () => {
				// One that signs its requests has it in the node that signs.
				if (ofType('crypto').length > 0) return;
				for (const { parameters } of ofType('httpRequest').filter(({ name }) =>
					/^Read /.test(name),
				)) {
					expect([parameters.genericAuthType ?? parameters.nodeCredentialType]).toEqual([
						expect.any(String),
					]);
				}
			});

			test('it can be tried at once: with a sample that starts it', () => {
				const starts = nodes.filter(({ type }) => /([tT]rigger|webhook)$/.test(type));
				expect(starts.map(({ name }) => name).some((name) => name in pinData)).toBe(true);
			});
		}
	},
);

test('no example remembers with Remove Duplicates, which fails at 10,000 items', () => {
	for (const file of Object.keys(builtExamples)) {
		expect(read(`${file}.json`)).not.toContain('removeDuplicates');
	}
});
