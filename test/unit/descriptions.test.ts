import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { Seam } from '../../nodes/Seam/Seam.node';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamGetDevice } from '../../nodes/SeamGetDevice/SeamGetDevice.node';
import { SeamTrigger } from '../../nodes/SeamTrigger/SeamTrigger.node';
import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';

/** n8n's lint reads only literals, and most fields are made by helpers: its rules for them are checked here. */
const NODES = [
	new Seam(),
	new SeamCreateAccessCode(),
	new SeamGetDevice(),
	new SeamTrigger(),
	new SeamWaitForCodeSet(),
];

const insideOf = (field: INodeProperties): INodeProperties[] =>
	field.type === 'collection' ? (field.options as INodeProperties[]) : [];
const FIELDS = NODES.flatMap(({ description: { displayName, properties } }) =>
	(properties as INodeProperties[])
		.flatMap((field) => [field, ...insideOf(field)])
		.map((field) => [`${displayName}: ${field.displayName || field.name}`, field] as const),
);
const choicesOf = (field: INodeProperties) =>
	['options', 'multiOptions'].includes(field.type)
		? ((field.options ?? []) as INodePropertyOptions[])
		: [];

/** One sentence has no full stop, several have one each. */
function expectStops(text: string): void {
	expect(text).toMatch(/^[\dA-Z"']/);
	if (/[.?!] [A-Z]/.test(text)) expect(text).toMatch(/\.$/);
	else expect(text).not.toMatch(/\.$/);
}

it('finds the fields of all five nodes', () => {
	expect(FIELDS.length).toBeGreaterThan(150);
});

it.each(FIELDS.filter(([, { type }]) => type !== 'notice'))(
	'%s: is labelled and described as n8n wants it',
	(_label, { displayName, description, type, default: usual }) => {
		expect(displayName.trim()).toBe(displayName);
		if (description !== undefined) expectStops(description);
		if (type === 'boolean') {
			expect(description).toMatch(/^Whether /);
			expect(typeof usual).toBe('boolean');
		}
		if (type === 'number') expect(typeof usual).toBe('number');
	},
);

it.each(FIELDS.filter(([, field]) => choicesOf(field).length > 0))(
	'%s: has choices as n8n wants them',
	(_label, field) => {
		const choices = choicesOf(field);
		const values = choices.map(({ value }) => value);
		expect(new Set(values).size).toBe(values.length);
		for (const { name, description } of choices) {
			expect(name.trim()).toBe(name);
			if (description === undefined || description === '') continue;
			expectStops(description);
			expect(description).not.toBe(name);
		}
		for (const chosen of [field.default].flat()) expect(values).toContain(chosen);
	},
);

it.each(FIELDS.filter(([, field]) => choicesOf(field).length > 4))(
	'%s: lists its choices in alphabetical order',
	(_label, field) => {
		const names = choicesOf(field).map(({ name }) => name);
		const listed = names[0] === 'All Events' ? names.slice(1) : names;
		expect(listed).toEqual([...listed].sort((a, b) => a.localeCompare(b)));
	},
);

it.each(FIELDS.filter(([, { type }]) => type === 'collection'))(
	'%s: lists its fields in alphabetical order',
	(_label, field) => {
		const labels = insideOf(field).map(({ displayName }) => displayName);
		expect(labels.length).toBeGreaterThan(0);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
	},
);
