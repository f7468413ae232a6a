import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Something that a node does beyond reading, which an AI agent may do only if the node allows it. */
export interface Action {
	/** As the node's parameter has it. */
	value: string;
	/** As the editor shows it, and as the refusal names it. */
	name: string;
	description: string;
}

/** Fields that a node has only as a tool. They take no expression: a model could fill one in. */
const onTools = (show: IDisplayOptions['show'] = {}): Partial<INodeProperties> => ({
	noDataExpression: true,
	displayOptions: { show: { '@tool': [true], ...show } },
});

export const showPinsField: INodeProperties = {
	displayName: 'Show PINs to the Agent',
	name: 'showPinsToAgent',
	type: 'boolean',
	default: false,
	description:
		'Whether the AI agent sees PINs and the links of mobile keys. Whoever chats with an agent that sees them can ask it for them.',
	...onTools(),
};

/** The field that allows one action; `show`: for which values of other fields it matters. */
export function allowedActionsField(
	action: Action,
	show?: IDisplayOptions['show'],
): INodeProperties {
	return {
		displayName: 'Allowed Actions',
		name: 'allowedActions',
		type: 'multiOptions',
		options: [{ ...action }],
		default: [],
		description:
			'What the AI agent may do with this tool beyond reading. Empty: it is told that it may not.',
		...onTools(show),
	};
}

/** What the model is told about the tool; n8n makes a poorer text if there is none. */
export function toolDescriptionField(
	text: string,
	show?: IDisplayOptions['show'],
): INodeProperties {
	return {
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: text,
		description:
			'What the AI model is told about this tool: it decides by it when and how to use it',
		displayOptions: onTools(show).displayOptions,
	};
}
