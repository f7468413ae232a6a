// n8n's UX guidelines and its review's checklist, over all that the five nodes' descriptions show (see also
// `descriptions.test.ts` for the rules of n8n's lint, and `Seam/simplifiedOutputs.ts` for Simplify).
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { SeamApi } from '../../credentials/SeamApi.credentials';
import { Seam } from '../../nodes/Seam/Seam.node';
import { resources } from '../../nodes/Seam/resources';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamGetDevice } from '../../nodes/SeamGetDevice/SeamGetDevice.node';
import { SeamTrigger } from '../../nodes/SeamTrigger/SeamTrigger.node';
import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';

const NODES = [Seam, SeamCreateAccessCode, SeamGetDevice, SeamTrigger, SeamWaitForCodeSet].map(
	(NodeType) => new NodeType(),
);

/** A field with those inside it. */
const withInside = (field: INodeProperties): INodeProperties[] => [
	field,
	...(field.type === 'collection' ? (field.options as INodeProperties[]).flatMap(withInside) : []),
	...(field.type === 'fixedCollection'
		? (field.options as INodePropertyCollection[]).flatMap(({ values }) => values)
		: []),
];
const FIELDS = NODES.flatMap(({ description: { displayName, properties } }) =>
	(properties as INodeProperties[])
		.flatMap(withInside)
		.map((field) => [`${displayName}: ${field.displayName || field.name}`, field] as const),
);
const OPERATIONS = Object.entries(resources).flatMap(([resource, { name, operations }]) =>
	Object.entries(operations).map(
		([operation, of]) => [`${resource}: ${operation}`, { ...of, resource: name }] as const,
	),
);

/** Small words, and words with a spelling of their own. */
const LOWER = /^(a|an|and|as|at|by|for|from|if|in|is|it|its|no|of|on|or|the|to|with|be)$/;
const OWN_SPELLING = /^(igloohome|dormakaba|ecobee|iCal|iOS)$/;

function expectTitleCase(text: string): void {
	const words = text.replaceAll(/[()"–:,/°]/g, ' ').split(/[\s-]+/);
	for (const [index, word] of words.filter((part) => part !== '').entries()) {
		if (OWN_SPELLING.test(word) || (index > 0 && LOWER.test(word))) continue;
		expect(`${text}: ${word}`).toMatch(/: [\dA-Z“]/);
	}
}

/** An emoji takes two units; a dash or a quote does not. */
const EMOJI = /\p{Extended_Pictographic}/u;

/** IDs that are typed or come from another item, with the reason: for all else there is a list. */
const TYPED_IDS: Readonly<Record<string, string>> = {
	accessCodeId: 'the wait takes it from the item that Seam Create Access Code puts out',
	accessMethodId: 'Seam lists methods of one grant only',
	acsAccessGroupId: 'the node does nothing else with access systems',
	acsCredentialId: 'the node does nothing else with access systems',
	acsEncoderId: 'the node does nothing else with access systems',
	acsUserId: 'the node does nothing else with access systems',
	actionAttemptId: 'Seam has no list of all attempts',
	customizationProfileId: 'Seam’s API has no list of profiles',
	eventId: 'comes with an event',
	noiseThresholdId: 'Seam lists thresholds of one sensor only',
	systemId: 'the node does nothing else with access systems',
	thermostatScheduleId: 'Seam lists schedules of one thermostat only',
	userIdentityId: 'the node does nothing else with user identities',
};

describe('nodes', () => {
	it.each(NODES.map(({ description }) => [description.displayName, description] as const))(
		'%s: has a name, a subtitle, a description and icons as n8n wants them',
		(name, { description, subtitle, icon, group, properties }) => {
			expectTitleCase(name);
			expect(name).not.toMatch(/\bnode\b/i);
			expect(name.endsWith(' Trigger')).toBe(group.includes('trigger'));
			expect(subtitle).toBeTruthy();
			expect(description).toMatch(/^[A-Z].*[^.]$/);
			const { light, dark } = icon as { light: string; dark: string };
			expect(light).toMatch(/^file:.+\.svg$/);
			expect(dark).toMatch(/^file:.+\.dark\.svg$/);
			expect(EMOJI.test(JSON.stringify(properties))).toBe(false);
		},
	);

	it('Seam asks for the resource first, then for the operation, neither by expression', () => {
		const [resource, ...others] = new Seam().description.properties;
		const operations = others.filter(({ name }) => name === 'operation');
		expect(resource).toMatchObject({ displayName: 'Resource', name: 'resource' });
		expect(operations).toHaveLength(Object.keys(resources).length);
		for (const field of [resource, ...operations]) {
			expect(field).toMatchObject({ type: 'options', noDataExpression: true });
		}
		expect(operations.map(({ displayName }) => new Set([displayName]))).toEqual(
			operations.map(() => new Set(['Operation'])),
		);
	});

	it('the trigger’s events are Trigger On, without a tooltip', () => {
		const events = new SeamTrigger().description.properties[0];
		expect(events).toMatchObject({ displayName: 'Trigger On', required: true });
		expect(events.description).toBeUndefined();
	});

	it('secrets are hidden', () => {
		const secrets = [
			...new SeamApi().properties.filter(({ name }) => /key|secret/i.test(name)),
			...FIELDS.map(([, field]) => field).filter(
				({ name, type }) => type === 'string' && /^(code|methodCode|preferredCode|pin)$/.test(name),
			),
		];
		expect(secrets.length).toBeGreaterThan(3);
		for (const { name, typeOptions } of secrets) {
			expect([name, typeOptions?.password]).toEqual([name, true]);
		}
	});
});

describe('operations', () => {
	it.each(OPERATIONS)('%s: is named as n8n names them', (_, operation) => {
		const { name, action, description, resource } = operation;
		expectTitleCase(name);
		// The operation Lock is the verb.
		if (resource !== 'Lock') expect(name).not.toContain(resource);
		// Sentence case, the resource, no articles.
		expect(action).toMatch(/^[A-Z]/);
		expect(action.slice(1).replaceAll('PIN', '').replaceAll('HVAC', '')).not.toMatch(/[A-Z]/);
		expect(action).not.toMatch(/\b(a|an|the)\b/i);
		expect(description).not.toBe(name);
		expect(description.toLowerCase()).not.toBe(action.toLowerCase());
	});

	it.each(OPERATIONS.filter(([, { name }]) => name === 'Get Many'))(
		'%s: Return All and Limit, filters in a collection',
		(_, { fields }) => {
			const named = (name: string) => fields.find((field) => field.name === name);
			expect(named('returnAll')).toMatchObject({ type: 'boolean', default: false });
			expect(named('limit')).toMatchObject({
				default: 50,
				typeOptions: { minValue: 1 },
				displayOptions: { show: { returnAll: [false] } },
			});
			const filters = fields.find(({ displayName }) => displayName === 'Filters');
			if (filters) expect(filters).toMatchObject({ type: 'collection', name: 'filters' });
		},
	);

	it('a deletion says so in its name and its effect', () => {
		const deletions = OPERATIONS.filter(([, { name }]) => name === 'Delete');
		expect(deletions.length).toBeGreaterThan(5);
		for (const [name, { effect }] of deletions) expect([name, effect]).toEqual([name, 'delete']);
	});
});

describe('fields', () => {
	it.each(FIELDS.filter(([, { type }]) => type !== 'notice'))(
		'%s: name, hint and placeholder',
		(_, { displayName, hint, placeholder, type }) => {
			expectTitleCase(displayName);
			if (hint !== undefined && type !== 'resourceLocator') {
				expect(hint.length).toBeLessThanOrEqual(120);
			}
			if (placeholder !== undefined) {
				expect(placeholder).toMatch(
					/collection/i.test(type) ? /^Add / : /^e\.g\. \S|^name@email\.com$/,
				);
			}
		},
	);

	it.each(FIELDS.filter(([, { type, default: usual }]) => type === 'string' && usual === ''))(
		'%s: a text has a placeholder and a description',
		(_, { placeholder, description }) => {
			expect(placeholder).toBeTruthy();
			expect(description).toBeTruthy();
		},
	);

	it.each(FIELDS.filter(([, { type }]) => type === 'resourceLocator'))(
		'%s: from a list with search first, then by ID, which is checked',
		(_, { default: usual, modes = [] }) => {
			expect(usual).toMatchObject({ mode: 'list', value: '' });
			const [list, ...others] = modes;
			expect(list).toMatchObject({ type: 'list', typeOptions: { searchable: true } });
			const byId = others.find(({ name }) => name === 'id');
			expect(byId?.validation?.[0]).toMatchObject({ type: 'regex' });
			for (const mode of others) expect(mode.placeholder).toMatch(/^e\.g\. /);
		},
	);

	it.each(NODES.map((node) => [node.description.displayName, node] as const))(
		'%s: has the searches that its fields name',
		(_, node) => {
			const { listSearch = {}, loadOptions = {} } = (node as Partial<Seam>).methods ?? {};
			const fields = (node.description.properties as INodeProperties[]).flatMap(withInside);
			const searches = fields.flatMap(({ modes = [] }) =>
				modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
			);
			const loads = fields.flatMap(({ typeOptions }) => typeOptions?.loadOptionsMethod ?? []);
			expect(new Set(searches)).toEqual(new Set(Object.keys(listSearch)));
			expect(new Set(loads)).toEqual(new Set(Object.keys(loadOptions)));
		},
	);

	it('one thing that exists is picked, not typed, unless there is no list of it', () => {
		const typed = FIELDS.map(([, field]) => field).filter(
			({ name, type }) => type === 'string' && /Id$/.test(name),
		);
		expect(new Set(typed.map(({ name }) => name))).toEqual(new Set(Object.keys(TYPED_IDS)));
	});

	it.each(FIELDS.filter(([, { typeOptions }]) => typeOptions?.loadOptionsMethod !== undefined))(
		'%s: says that it takes names or IDs',
		(_, { displayName, description }) => {
			expect(displayName).toMatch(/ Names or IDs$/);
			expect(description).toContain(
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			);
		},
	);

	it('what has one name inside has one name outside', () => {
		const shown = new Map<string, Set<string>>();
		for (const { name, displayName } of new Seam().description.properties.flatMap(withInside)) {
			if (['operation', 'toolDescription', 'notice'].includes(name)) continue;
			shown.set(name, (shown.get(name) ?? new Set()).add(displayName));
		}
		const several = [...shown].filter(([, names]) => names.size > 1);
		expect(several.map(([name, names]) => `${name}: ${[...names].join(', ')}`)).toEqual([]);
	});

	it('times are picked from a calendar', () => {
		const times = FIELDS.filter(([, { name }]) => /(startsAt|endsAt|since|until)$/i.test(name));
		expect(times.length).toBeGreaterThan(5);
		for (const [name, { type }] of times) expect([name, type]).toEqual([name, 'dateTime']);
	});
});
