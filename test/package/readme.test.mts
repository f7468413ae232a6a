// What the README gives to copy into n8n's fields names things that are there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { REPOSITORY } from '../e2e/harness/index.mts';
import { readFirstCode } from '../e2e/harness/firstCode.mts';

const { form, expressions, message } = readFirstCode();
const formElements = form.elements.map(({ label }) => label);

const fieldsOfItem = (text: string): string[] =>
	[...text.matchAll(/\$json\.(\w+)/g)].map(([, name]) => name);

test('the fields of the first code are elements of its form', () => {
	expect(formElements).toEqual(['Guest', 'Arrival', 'Departure']);
	expect(Object.values(expressions).flatMap(fieldsOfItem).sort()).toEqual(formElements.toSorted());
});

test('the message of the first code says what the simplified output of Seam Wait for Code Set has', () => {
	const file = join(REPOSITORY, 'nodes/SeamWaitForCodeSet/__schema__/v1.1.0.json');
	const schema = JSON.parse(readFileSync(file, 'utf8'));
	const fields = fieldsOfItem(message);
	expect(fields).toContain('code_to_give');
	expect(fields).toHaveLength(4);
	expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(fields));
	expect(schema.properties.guest_instructions.type).toBe('array');
});

test('the guest’s name in the message comes from the form', () => {
	const [, trigger, element] = /\$\('(.+?)'\)\.item\.json\.(\w+)/.exec(message)!;
	expect(trigger).toBe(form.name);
	expect(formElements).toContain(element);
});
