import type { INodeProperties, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';

import { EMOJI, notTitleCase, unless, wrongStops, type Rule } from './rule';
import { fieldsInside } from './subjects';

const text = (field: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Ada Lovelace',
	description: 'Whose code it is',
	...field,
});
const choice = (options: INodePropertyOptions[], usual: unknown = 'a'): INodeProperties =>
	text({ type: 'options', options, default: usual as string });
const picked = (field: Partial<INodeProperties>): INodeProperties =>
	text({
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchDevices', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 9c1f7c1e-2f6b-4d7a-8a4e-5b0d3e6f7a81',
				validation: [{ type: 'regex', properties: { regex: '.+', errorMessage: 'Not an ID' } }],
			},
		],
		...field,
	});

const choicesOf = ({ type, options = [] }: INodeProperties): INodePropertyOptions[] =>
	type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];
const isSorted = (names: string[]): boolean =>
	names.every((name, index) => index === 0 || names[index - 1].localeCompare(name) <= 0);
const isChecked = (mode: INodePropertyMode | undefined): boolean =>
	mode?.validation?.some((check) => 'type' in check && check.type === 'regex') === true;
const isNotice = ({ type }: INodeProperties): boolean => type === 'notice';

/**
 * In characters. A name in a collection has 180 px beside n8n's buttons, and the 30 characters of “Additional Device Names or
 * IDs” take 179 of them; `npm run docs:panels` measures every name in the editor.
 */
const LONGEST_NAME = 30;

/** Of one field, wherever it stands. */
export const fieldRules: ReadonlyArray<Rule<INodeProperties>> = [
	{
		says: 'names are in Title Case, without spaces around',
		applies: (field) => !isNotice(field),
		complaints: ({ displayName }) => [
			...notTitleCase(displayName),
			...unless(displayName.trim() === displayName, `spaces around '${displayName}'`),
		],
		broken: [text({ displayName: 'Guest name' }), text({ displayName: 'Name ' })],
	},
	{
		says: 'names are short enough to be seen whole in a window of 1440 px',
		applies: (field) => !isNotice(field),
		complaints: ({ displayName: { length } }) =>
			unless(length <= LONGEST_NAME, `${length} characters`),
		broken: [text({ displayName: 'Store the Code on the Lock Days Ahead' })],
	},
	{
		says: 'descriptions are sentences: one without a full stop, several with one each',
		applies: ({ description }) => description !== undefined,
		complaints: ({ description }) => wrongStops(description!),
		broken: [
			text({ description: 'whose code it is' }),
			text({ description: 'Whose code it is.' }),
			text({ description: 'Whose code it is. The guest sees it' }),
		],
	},
	{
		says: 'a text has a placeholder and a description',
		applies: ({ type, name, default: usual }) =>
			type === 'string' && usual === '' && name !== 'apiKey',
		complaints: ({ placeholder, description }) => [
			...unless(Boolean(placeholder), 'no placeholder'),
			...unless(Boolean(description), 'no description'),
		],
		broken: [text({ placeholder: undefined }), text({ description: undefined })],
	},
	{
		says: 'placeholders are examples, or say what is added',
		applies: ({ placeholder }) => placeholder !== undefined,
		complaints: ({ placeholder, type }) =>
			unless(
				(/collection/i.test(type) ? /^Add / : /^e\.g\. \S|^name@email\.com$/).test(placeholder!),
				`placeholder: ${placeholder}`,
			),
		broken: [
			text({ placeholder: 'Ada Lovelace' }),
			text({ type: 'collection', placeholder: 'e.g. Ada' }),
		],
	},
	{
		says: 'examples are what may be typed as it is: braces work only in a field that is on Expression',
		applies: ({ placeholder }) => placeholder !== undefined,
		complaints: ({ placeholder }) =>
			unless(!placeholder!.includes('{{'), `placeholder: ${placeholder}`),
		broken: [text({ placeholder: 'e.g. {{ $json.reservation_id }}' })],
	},
	{
		says: 'hints take at most 120 characters',
		applies: ({ hint, type }) => hint !== undefined && type !== 'resourceLocator',
		complaints: ({ hint }) => unless(hint!.length <= 120, `${hint!.length} characters: ${hint}`),
		broken: [text({ hint: 'x'.repeat(121) })],
	},
	{
		says: 'a switch begins with Whether and is on or off',
		applies: ({ type }) => type === 'boolean',
		complaints: ({ description, default: usual }) => [
			...unless(description?.startsWith('Whether ') === true, `description: ${description}`),
			...unless(typeof usual === 'boolean', `default: ${String(usual)}`),
		],
		broken: [
			text({ type: 'boolean', default: false, description: 'If it is on' }),
			text({ type: 'boolean', default: '', description: 'Whether it is on' }),
		],
	},
	{
		says: 'a number begins with a number',
		applies: ({ type }) => type === 'number',
		complaints: ({ default: usual }) => unless(typeof usual === 'number', String(usual)),
		broken: [text({ type: 'number', default: '5' })],
	},
	{
		says: 'times are picked from a calendar',
		applies: ({ name }) => /(startsAt|endsAt|since|until)$/i.test(name),
		complaints: ({ type }) => unless(type === 'dateTime', `type: ${type}`),
		broken: [text({ name: 'startsAt' })],
	},
	{
		says: 'secrets are hidden',
		applies: ({ name, type }) =>
			type === 'string' && /^(code|methodCode|preferredCode|pin|apiKey)$/.test(name),
		complaints: ({ typeOptions }) => unless(typeOptions?.password === true, 'is shown'),
		broken: [text({ name: 'code' })],
	},
	{
		says: 'no emoji',
		complaints: (field) => unless(!EMOJI.test(JSON.stringify(field)), 'has an emoji'),
		broken: [text({ description: 'Whose code it is 🔑' })],
	},
	{
		says: 'choices differ, are described in other words than their name, and the default is one of them',
		applies: (field) => choicesOf(field).length > 0,
		complaints: (field) => {
			const choices = choicesOf(field);
			const values = choices.map(({ value }) => value);
			return [
				...unless(new Set(values).size === values.length, 'two choices with one value'),
				...choices.flatMap(({ name, description }) => [
					...unless(name.trim() === name, `spaces around '${name}'`),
					...(description ? wrongStops(description) : []),
					...unless(description !== name, `'${name}' is described by its name`),
				]),
				...[field.default]
					.flat()
					.filter((usual) => !values.includes(usual as string))
					.map((usual) => `default ${String(usual)} is no choice`),
			];
		},
		broken: [
			choice([
				{ name: 'A', value: 'a' },
				{ name: 'B', value: 'a' },
			]),
			choice([{ name: 'A ', value: 'a' }]),
			choice([{ name: 'A', value: 'a', description: 'the first' }]),
			choice([{ name: 'First', value: 'a', description: 'First' }]),
			choice([{ name: 'A', value: 'a' }], 'b'),
		],
	},
	{
		says: 'five choices or more are in alphabetical order',
		// Trigger On begins with what hosts use: its own test holds its order.
		applies: (field) => choicesOf(field).length > 4 && field.displayName !== 'Trigger On',
		complaints: (field) => {
			const names = choicesOf(field).map(({ name }) => name);
			return unless(isSorted(names), names.join());
		},
		broken: [choice([...'abdce'].map((value) => ({ name: value.toUpperCase(), value })))],
	},
	{
		says: 'optional fields are in alphabetical order, and none of them is required',
		applies: ({ type }) => type === 'collection',
		complaints: (field) => {
			const inside = fieldsInside(field);
			const names = inside.map(({ displayName }) => displayName);
			return [
				...unless(names.length > 0, 'is empty'),
				...unless(isSorted(names), names.join()),
				...inside.flatMap(({ displayName, required }) =>
					unless(required !== true, `${displayName} is required`),
				),
			];
		},
		broken: [
			text({ type: 'collection', options: [] }),
			text({
				type: 'collection',
				options: [text({ displayName: 'B' }), text({ displayName: 'A' })],
			}),
			text({ type: 'collection', options: [text({ required: true })] }),
		],
	},
	{
		says: 'one thing is picked from a list with search first, then by ID, which is checked',
		applies: ({ type }) => type === 'resourceLocator',
		complaints: ({ default: usual, modes = [] }) => {
			const [list, ...others] = modes;
			const { mode } = usual as { mode: string };
			const byId = others.find(({ name }) => name === 'id');
			return [
				...unless(mode === 'list', `begins with ${mode}`),
				...unless(list?.type === 'list' && list.typeOptions?.searchable === true, 'no search'),
				...unless(isChecked(byId), 'the ID is not checked'),
				...others.flatMap(({ placeholder }) =>
					unless(placeholder?.startsWith('e.g. ') === true, `placeholder: ${placeholder}`),
				),
			];
		},
		broken: [
			picked({ default: { mode: 'id', value: '' } }),
			picked({ modes: picked({}).modes!.slice(1) }),
			picked({ modes: picked({}).modes!.slice(0, 1) }),
			picked({ modes: picked({}).modes!.map((mode) => ({ ...mode, placeholder: 'ID' })) }),
		],
	},
	{
		says: 'a list without search says that it takes names or IDs',
		// What the lock takes is a list to read, without IDs.
		applies: ({ name, typeOptions }) =>
			typeOptions?.loadOptionsMethod !== undefined && name !== 'lockRules',
		complaints: ({ displayName, description }) => [
			...unless(/ Names? or IDs?$/.test(displayName), displayName),
			...unless(
				/Choose from the list, or specify (IDs|an ID) using an <a href="https:\/\/docs\.n8n\.io\/code\/expressions\/">expression<\/a>/.test(
					description ?? '',
				),
				`description: ${description}`,
			),
		],
		broken: [
			text({ typeOptions: { loadOptionsMethod: 'loadDevices' }, displayName: 'Device IDs' }),
			text({
				typeOptions: { loadOptionsMethod: 'loadDevices' },
				displayName: 'Device Names or IDs',
			}),
		],
	},
];
