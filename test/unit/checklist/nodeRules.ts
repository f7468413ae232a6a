import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { SeamTrigger } from '../../../nodes/SeamTrigger/SeamTrigger.node';
import { Seam } from '../../../nodes/Seam/Seam.node';
import { notTitleCase, unless, type Rule } from './rule';
import { fieldsOf } from './subjects';

const changed = (node: INodeType, description: Partial<INodeTypeDescription>): INodeType => ({
	...node,
	methods: node.methods,
	description: { ...node.description, ...description },
});
const seam = (description: Partial<INodeTypeDescription>) => changed(new Seam(), description);
const trigger = new SeamTrigger();
const isTrigger = ({ description }: INodeType): boolean => description.group.includes('trigger');
const resourcesAndOperations = ({ description }: INodeType) =>
	description.properties.filter(({ name }) => ['resource', 'operation'].includes(name));

/** IDs that are typed or come from another item, with the reason: for all else there is a list. */
const TYPED_IDS: Readonly<Record<string, string>> = {
	accessCodeId: 'the wait takes it from the item that Seam Create Access Code puts out',
	acsAccessGroupId: 'the node does nothing else with access systems',
	acsCredentialId: 'the node does nothing else with access systems',
	acsEncoderId: 'the node does nothing else with access systems',
	acsUserId: 'the node does nothing else with access systems',
	actionAttemptId: 'Seam has no list of all attempts',
	customizationProfileId: 'Seam’s API has no list of profiles',
	eventId: 'comes with an event',
	listingId: 'belongs to the booking system, and is only stored',
	systemId: 'the node does nothing else with access systems',
	userIdentityId: 'the node does nothing else with user identities',
};

/** The texts that a subtitle's expression writes itself, not those that it compares. */
const ownTextsOf = (subtitle: string): string[] =>
	[...subtitle.replaceAll(/\[("\w+")\]|[=!]== "\w+"/g, '').matchAll(/"([^"]*)"/g)]
		.map(([, text]) => text.trim())
		.filter((text) => /[A-Z]| [a-z]/.test(text));

/** Of a node as a whole. */
export const nodeRules: ReadonlyArray<Rule<INodeType>> = [
	{
		says: 'the name is in Title Case, without Node; only a trigger’s ends with Trigger',
		complaints: ({ description: { displayName, group } }) => [
			...notTitleCase(displayName),
			...unless(!/\bnode\b/i.test(displayName), displayName),
			...unless(displayName.endsWith(' Trigger') === group.includes('trigger'), displayName),
		],
		broken: [
			seam({ displayName: 'Seam node' }),
			seam({ displayName: 'Seam Node' }),
			seam({ displayName: 'Seam Trigger' }),
			changed(trigger, { displayName: 'Seam Events' }),
		],
	},
	{
		says: 'the description is one sentence without a full stop',
		complaints: ({ description: { description } }) =>
			unless(/^[A-Z].*[^.]$/.test(description), description),
		broken: [seam({ description: 'Works.' }), seam({ description: 'works' })],
	},
	{
		says: 'the subtitle tells what the node does, in Title Case',
		complaints: ({ description: { subtitle } }) => [
			...unless(Boolean(subtitle), 'no subtitle'),
			...ownTextsOf(subtitle ?? '').flatMap(notTitleCase),
		],
		broken: [
			seam({ subtitle: undefined }),
			seam({ subtitle: '={{ $parameter["on"] === "x" ? "Until set" : "" }}' }),
		],
	},
	{
		says: 'icons are pictures of the package, one for light and one for dark',
		complaints: ({ description }) => {
			const { light, dark } = description.icon as { light: string; dark: string };
			return [
				...unless(/^file:.+\.svg$/.test(light), light),
				...unless(/^file:.+\.dark\.svg$/.test(dark), dark),
			];
		},
		broken: [
			seam({ icon: { light: 'file:../seam.png', dark: 'file:../seam.dark.svg' } }),
			seam({ icon: { light: 'file:../seam.svg', dark: 'file:../seam.svg' } }),
		],
	},
	{
		says: 'the resource is asked for first, then the operation, neither by expression',
		applies: (node) => resourcesAndOperations(node).length > 0,
		complaints: (node) => {
			const [resource, ...operations] = resourcesAndOperations(node);
			return [
				...unless(node.description.properties[0] === resource, 'resource is not first'),
				...unless(resource.displayName === 'Resource', resource.displayName),
				...unless(operations.length === resource.options?.length, 'a resource cannot do anything'),
				...operations.flatMap(({ displayName }) =>
					unless(displayName === 'Operation', displayName),
				),
				...[resource, ...operations].flatMap(({ name, type, noDataExpression }) =>
					unless(type === 'options' && noDataExpression === true, `${name} takes an expression`),
				),
			];
		},
		broken: [
			seam({ properties: [...new Seam().description.properties].reverse() }),
			...(['displayName', 'noDataExpression'] as const).flatMap((lost) =>
				['resource', 'operation'].map((of) =>
					seam({
						properties: new Seam().description.properties.map((field) =>
							field.name === of ? { ...field, [lost]: '' } : field,
						),
					}),
				),
			),
		],
	},
	{
		says: 'a trigger’s events are Trigger On, without a tooltip',
		applies: isTrigger,
		complaints: ({ description: { properties } }) => {
			const events = properties.find(({ name }) => name === 'events');
			return [
				...unless(events?.displayName === 'Trigger On', `${events?.displayName}`),
				...unless(events?.required === true, 'is not required'),
				...unless(events?.description === undefined, 'has a tooltip'),
			];
		},
		broken: [{ displayName: 'Events' }, { required: false }, { description: 'The events' }].map(
			(other) =>
				changed(trigger, {
					properties: trigger.description.properties.map((field) =>
						field.name === 'events' ? { ...field, ...other } : field,
					),
				}),
		),
	},
	{
		says: 'a node has the searches and lists that its fields name, and no others',
		complaints: (node) => {
			const fields = fieldsOf(node);
			const { listSearch = {}, loadOptions = {} } = node.methods ?? {};
			const named = [
				...fields.flatMap(({ modes = [] }) =>
					modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
				),
				...fields.flatMap(({ typeOptions }) => typeOptions?.loadOptionsMethod ?? []),
			];
			const has = [...Object.keys(listSearch), ...Object.keys(loadOptions)];
			return [
				...named.filter((name) => !has.includes(name)).map((name) => `${name} is missing`),
				...has.filter((name) => !named.includes(name)).map((name) => `nothing uses ${name}`),
			];
		},
		broken: [
			{ ...seam({}), methods: {} },
			{
				...seam({}),
				methods: {
					...new Seam().methods,
					loadOptions: { ...new Seam().methods.loadOptions, loadLocks: async () => [] },
				},
			},
		],
	},
	{
		says: 'one thing that exists is picked, not typed, unless there is no list of it',
		complaints: (node) =>
			fieldsOf(node)
				.filter(({ name, type }) => type === 'string' && /Id$/.test(name))
				.flatMap(({ name }) => unless(name in TYPED_IDS, `${name} is typed`)),
		broken: [
			seam({
				properties: [{ displayName: 'Lock ID', name: 'lockId', type: 'string', default: '' }],
			}),
		],
	},
	{
		says: 'what has one name inside has one name outside',
		complaints: (node) => {
			const fields = fieldsOf(node).filter(
				({ name }) => !['operation', 'toolDescription', 'notice'].includes(name),
			);
			return fields.flatMap(({ name, displayName }, index) => {
				const first = fields.findIndex((other) => other.name === name);
				return unless(
					first === index || fields[first].displayName === displayName,
					`${name}: ${fields[first].displayName}, ${displayName}`,
				);
			});
		},
		broken: [
			seam({
				properties: ['Name', 'Guest'].map((displayName) => ({
					displayName,
					name: 'name',
					type: 'string',
					default: '',
				})),
			}),
		],
	},
	{
		says: 'a field depends on fields that are there',
		complaints: ({ description: { properties } }) => {
			const names = new Set(properties.map(({ name }) => name));
			return properties.flatMap(({ name, displayOptions: { show, hide } = {} }) =>
				Object.keys({ ...show, ...hide })
					.filter((key) => !key.startsWith('@'))
					.flatMap((key) => unless(names.has(key.replace(/^\//, '')), `${name}: no ${key}`)),
			);
		},
		broken: [
			seam({
				properties: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						displayOptions: { show: { resource: ['lock'] } },
					},
				],
			}),
		],
	},
];
