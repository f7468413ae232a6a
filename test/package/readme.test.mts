// What the README gives to copy into n8n's fields names things that are there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { REPOSITORY } from '../e2e/harness/index.mts';

const read = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');

const [section] = /^## Your first code$[^]*?(?=^## )/m.exec(read('README.md'))!;
const [message] = /(?<=^```\n)[^]*?(?=\n```$)/m.exec(section)!;
const [steps] = section.split('```');
const [, form] = /add the form elements(.*)/.exec(steps)!;
const formElements = [...form.matchAll(/`(\w+)`/g)].map(([, label]) => label);

const fieldsOfItem = (text: string): string[] =>
	[...text.matchAll(/\$json\.(\w+)/g)].map(([, name]) => name);

test('the fields of the first code are elements of its form', () => {
	expect(fieldsOfItem(steps)).toEqual(['Arrival', 'Departure', 'Guest']);
	expect(formElements).toEqual(expect.arrayContaining(fieldsOfItem(steps)));
});

test('the message of the first code says what the simplified output of Seam Wait for Code Set has', () => {
	const schema = JSON.parse(read('nodes/SeamWaitForCodeSet/__schema__/v1.1.0.json'));
	const fields = fieldsOfItem(message);
	expect(fields).toContain('code_to_give');
	expect(fields).toHaveLength(4);
	expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(fields));
	expect(schema.properties.guest_instructions.type).toBe('array');
});

test('the guest’s name in the message comes from the form', () => {
	const [, trigger, element] = /\$\('(.+?)'\)\.item\.json\.(\w+)/.exec(message)!;
	expect(steps).toContain(`**n8n Form Trigger** (_${trigger}_)`);
	expect(formElements).toContain(element);
});
