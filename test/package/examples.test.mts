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

test('an adapter that a person maintains stays below 150 lines', () => {
	for (const name of readdirSync(new URL('src', folder)).filter((file) =>
		Object.keys(builtExamples).includes(file.replace('.mts', '')),
	)) {
		expect(read(`src/${name}`).split('\n').length).toBeLessThan(150);
	}
});

test('no example remembers with Remove Duplicates, which fails at 10,000 items', () => {
	for (const file of Object.keys(builtExamples)) {
		expect(read(`${file}.json`)).not.toContain('removeDuplicates');
	}
});
