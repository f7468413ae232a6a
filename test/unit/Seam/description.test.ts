import type { INodeProperties } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';

const { properties } = new Seam().description;

const optionsOf = ({ options = [] }: INodeProperties) =>
	options as Array<{ name: string; displayName?: string; description?: string; action?: string }>;

it('gives each operation a description and an action that names more than the operation', () => {
	const operations = properties.filter(({ name }) => name === 'operation').flatMap(optionsOf);
	expect(operations.length).toBeGreaterThan(20);
	for (const { name, description, action } of operations) {
		expect(description).toMatch(/^[A-Z].*[^.]$/);
		expect(description).not.toBe(name);
		expect(action).toMatch(/^[A-Z][A-Za-z ]+$/);
	}
});

it('starts each resource with an operation that it has', () => {
	const fields = properties.filter(({ name }) => name === 'operation');
	expect(fields.length).toBe(optionsOf(properties[0]).length);
	for (const field of fields) {
		expect(field.options?.map((option) => 'value' in option && option.value)).toContain(
			field.default,
		);
	}
});

it('says which nodes create a code and wait for it: in the node panel and where codes are worked with', () => {
	const NODES = /Seam Create Access Code.+Seam Wait for Code Set/;
	expect(new Seam().description.description).toMatch(NODES);
	const notice = properties.find(({ name }) => name === 'otherNodesNotice');
	expect(notice).toMatchObject({
		type: 'notice',
		displayName: expect.stringMatching(NODES) as string,
		displayOptions: { show: { resource: ['accessCode'] } },
	});
});
