import type { INodeProperties } from 'n8n-workflow';

import { limitField, returnAllField } from '../../../nodes/Seam/fields';
import { notTitleCase, unless, type Rule } from './rule';
import type { NamedOperation } from './subjects';

const operation = (of: Partial<NamedOperation>): NamedOperation => ({
	resource: 'Space',
	name: 'Delete',
	description: 'Removes the group; its devices stay',
	action: 'Delete space',
	effect: 'delete',
	fields: [],
	execute: async () => [],
	...of,
});
const isGetMany = ({ name }: NamedOperation): boolean => name === 'Get Many';
const fieldOf = ({ fields }: NamedOperation, name: string): INodeProperties | undefined =>
	fields.find((field) => field.name === name);

/** Of one operation of the node Seam. */
export const operationRules: ReadonlyArray<Rule<NamedOperation>> = [
	{
		says: 'the name is in Title Case, without the resource',
		complaints: ({ name, resource }) => [
			...notTitleCase(name),
			// The operation Lock is the verb.
			...unless(resource === 'Lock' || !name.includes(resource), `${name} of ${resource}`),
		],
		broken: [operation({ name: 'Get many' }), operation({ name: 'Delete Space' })],
	},
	{
		says: 'the action is in sentence case, without articles',
		complaints: ({ action }) => [
			...unless(/^[A-Z]/.test(action), action),
			...unless(!/[A-Z]/.test(action.slice(1).replaceAll(/PIN|HVAC/g, '')), action),
			...unless(!/\b(a|an|the)\b/i.test(action), action),
		],
		broken: [
			operation({ action: 'delete space' }),
			operation({ action: 'Delete Space' }),
			operation({ action: 'Delete a space' }),
		],
	},
	{
		says: 'the description has other words than name and action',
		complaints: ({ name, action, description }) => [
			...unless(description.toLowerCase() !== name.toLowerCase(), description),
			...unless(description.toLowerCase() !== action.toLowerCase(), description),
		],
		broken: [operation({ description: 'Delete' }), operation({ description: 'Delete space' })],
	},
	{
		says: 'Get Many has Return All and a limit of 50',
		applies: isGetMany,
		complaints: (of) => [
			...unless(fieldOf(of, 'returnAll')?.default === false, 'no Return All'),
			...unless(fieldOf(of, 'limit')?.default === 50, 'no limit of 50'),
			...unless(fieldOf(of, 'limit')?.typeOptions?.minValue === 1, 'a limit below one'),
			...unless(
				fieldOf(of, 'limit')?.displayOptions?.show?.returnAll?.[0] === false,
				'a limit beside Return All',
			),
		],
		broken: [
			operation({ name: 'Get Many' }),
			...(['default', 'typeOptions', 'displayOptions'] as const).map((lost) =>
				operation({
					name: 'Get Many',
					fields: [returnAllField, limitField].map((field) => ({ ...field, [lost]: undefined })),
				}),
			),
		],
	},
	{
		says: 'filters stand in a collection',
		applies: (of) =>
			isGetMany(of) && of.fields.some(({ displayName }) => /Filter/.test(displayName)),
		complaints: ({ fields }) =>
			fields
				.filter(({ displayName }) => /Filter/.test(displayName))
				.flatMap(({ displayName, name, type }) =>
					unless(
						displayName === 'Filters' && name === 'filters' && type === 'collection',
						`${displayName} (${name}) is a ${type}`,
					),
				),
		broken: [
			operation({
				name: 'Get Many',
				fields: [{ displayName: 'Filter', name: 'filters', type: 'string', default: '' }],
			}),
		],
	},
	{
		says: 'a deletion says so by its effect',
		applies: ({ name }) => name === 'Delete',
		complaints: ({ effect }) => unless(effect === 'delete', effect),
		broken: [operation({ effect: 'change' })],
	},
];
