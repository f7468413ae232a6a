// The nodes of n8n and of this package that the examples are made of, with the few parameters that differ.
import type { Part } from './adapter.mts';

/** A node as a workflow file has it, without its ID. Its position is a column and a row of the canvas. */
export interface Node {
	name: string;
	type: string;
	typeVersion: number;
	at: [column: number, row: number];
	parameters: Record<string, unknown>;
	[setting: string]: unknown;
}

/** A connection: output number `output` of `from` leads to `to`. */
export type Wire = [from: string, to: string, output?: number];

type At = Node['at'];
type Settings = Record<string, unknown>;

/** Tries that a moment's outage costs nothing. */
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 };
/** What goes wrong is an item at the second output. */
export const ERRORS_OUT = { onError: 'continueErrorOutput' };

export const note = (text: string, at: At): Node => ({
	...{ name: 'Read Me', type: 'n8n-nodes-base.stickyNote', typeVersion: 1, at },
	parameters: { content: text, height: 300, width: 620 },
});

export const webhook = (slug: string): Node => ({
	...{ name: 'Booking Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, at: [0, 0] },
	parameters: { httpMethod: 'POST', path: slug, options: {} },
	webhookId: `seam-${slug}`,
});

/** Edit Fields: fields of text, and objects for those named. */
export function fields(
	name: string,
	at: At,
	values: Record<string, string>,
	{ objects = [], keepsOthers = false }: { objects?: string[]; keepsOthers?: boolean } = {},
	settings: Settings = {},
): Node {
	const assignments = Object.entries(values).map(([field, value]) => ({
		...{ id: field, name: field, value, type: objects.includes(field) ? 'object' : 'string' },
	}));
	return {
		...{ name, type: 'n8n-nodes-base.set', typeVersion: 3.4, at },
		parameters: {
			assignments: { assignments },
			...(keepsOthers ? { includeOtherFields: true } : {}),
			options: {},
		},
		...settings,
	};
}

/** Reads one address; the notes say that this is the state as it is now. */
export const read = (name: string, at: At, url: string): Node => ({
	...{ name, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, at },
	parameters: { url, options: {} },
	...RETRY,
	...{ notes: 'As it is now.', notesInFlow: true },
});

/** Sends a message; one that can't be sent goes to the second output. */
export const message = (name: string, at: At, body: Record<string, string>): Node => ({
	...{ name, type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, at },
	parameters: {
		method: 'POST',
		url: "={{ $('Settings').first().json.message_address }}",
		sendBody: true,
		bodyParameters: {
			parameters: Object.entries(body).map(([field, value]) => ({ name: field, value })),
		},
		options: {},
	},
	...RETRY,
	...ERRORS_OUT,
});

/** What Seam Wait for Code Set put out. */
const CODE = "$('Seam Wait for Code Set').first().json";
const moment = (field: string) =>
	`DateTime.fromISO(${CODE}.${field}, { setZone: true }).toFormat('d LLLL yyyy, HH:mm')`;

/** What the guest is told; `booking` is an expression that gives the booking. */
export const greeting = (booking: string): string =>
	`=Hello{{ ${booking}.guest_name ? ' ' + ${booking}.guest_name : '' }}, your door code is {{ ${CODE}.code_to_give }}. It works from {{ ${moment('starts_at_local')} }}{{ ${CODE}.ends_at_local ? ' to ' + ${moment('ends_at_local')} : '' }}.{{ ${CODE}.guest_instructions.map((line) => ' ' + line).join('') }}`;

/** Lock, PIN and window of a message, as an expression. A hash, so that the table shows no PIN. */
export const toldHash = `[${CODE}.device_id, ${CODE}.code_to_give, ${CODE}.starts_at, ${CODE}.ends_at].join(' ').hash('sha256')`;

function conditional(type: 'if' | 'filter') {
	return (name: string, at: At, condition: string, settings: Settings = {}): Node => ({
		...{ name, type: `n8n-nodes-base.${type}`, typeVersion: 2.2, at },
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [
					{
						...{ id: 'holds', leftValue: `={{ ${condition} }}`, rightValue: '' },
						operator: { type: 'boolean', operation: 'true', singleValue: true },
					},
				],
				combinator: 'and',
			},
			options: {},
		},
		...settings,
	});
}
/** Two outputs: the condition holds, or not. */
export const either = conditional('if');
/** Lets on only what the condition holds for. */
export const only = conditional('filter');

/** One of several outputs, by an expression that gives its number. */
export const choice = (name: string, at: At, outputs: number, expression: string): Node => ({
	...{ name, type: 'n8n-nodes-base.switch', typeVersion: 3.2, at },
	parameters: { mode: 'expression', numberOutputs: outputs, output: `={{ ${expression} }}` },
	executeOnce: true,
});

export const fail = (name: string, at: At, text: string): Node => ({
	...{ name, type: 'n8n-nodes-base.stopAndError', typeVersion: 1, at },
	parameters: { errorMessage: text },
});

export const seam = (
	name: string,
	type: 'seam' | 'seamGetDevice' | 'seamCreateAccessCode' | 'seamWaitForCodeSet',
	at: At,
	parameters: Node['parameters'],
): Node => ({
	...{ name, type: `n8n-nodes-seam.${type}`, typeVersion: 1, at, parameters },
	...ERRORS_OUT,
});

export const device = (expression: string) => ({
	device: { __rl: true, mode: 'id', value: `={{ ${expression} }}` },
});

/** A data table with one row for each value of the first column, all columns text. */
export function table(
	title: string,
	columns: [key: string, ...others: string[]],
	keyValue: string,
) {
	const [key] = columns;
	const dataTable = (name: string, at: At, parameters: object, settings: Settings): Node => ({
		...{ name, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, at },
		parameters: { ...parameters },
		...settings,
	});
	const row = {
		dataTableId: { __rl: true, mode: 'name', value: title },
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: key, condition: 'eq', keyValue }] },
	};
	return {
		/** Makes the table unless it is there. Two at once may collide, so it tries again. */
		make: (name: string, at: At): Node =>
			dataTable(
				name,
				at,
				{
					...{ resource: 'table', operation: 'create', tableName: title },
					columns: { column: columns.map((column) => ({ name: column, type: 'string' })) },
					options: { createIfNotExists: true },
				},
				{ ...RETRY, waitBetweenTries: 1000 },
			),
		/** The row, or an empty item if there is none. */
		get: (name: string, at: At): Node =>
			dataTable(
				name,
				at,
				{ resource: 'row', operation: 'get', ...row, limit: 1 },
				{ executeOnce: true, alwaysOutputData: true },
			),
		/** Writes these columns, leaves the others alone, and gives the whole row. */
		write: (name: string, at: At, values: Record<string, string>): Node => {
			const value = { [key]: keyValue, ...values };
			const schema = Object.keys(value).map((id) => ({
				...{ id, displayName: id, required: false, defaultMatch: false, display: true },
				...{ type: 'string', canBeUsedToMatch: true },
			}));
			return dataTable(
				name,
				at,
				{
					...{ resource: 'row', operation: 'upsert', ...row },
					columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema },
					options: {},
				},
				{ executeOnce: true },
			);
		},
	};
}

/** Hands each item to a run of its own, which the same workflow serves from One Booking on. */
export const eachInARun = (from: string, at: At): Part => ({
	nodes: [
		{
			...{ name: 'Each Booking', type: 'n8n-nodes-base.executeWorkflow', typeVersion: 1.4, at },
			parameters: {
				workflowId: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
				mode: 'each',
				options: { waitForSubWorkflow: false },
			},
			...{ notes: 'In a run of its own.', notesInFlow: true },
		},
		{
			...{ name: 'One Booking', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.2 },
			at: [at[0], at[1] + 1],
			parameters: { inputSource: 'passthrough' },
		},
	],
	wires: [
		[from, 'Each Booking'],
		['One Booking', 'Settings'],
	],
});

/** Puts nodes and wires together as n8n imports them. */
export function workflow(slug: string, name: string, nodes: Node[], wires: Wire[]): object {
	const connections: Record<string, { main: object[][] }> = {};
	for (const [from, to, output = 0] of wires) {
		for (const end of [from, to]) {
			if (!nodes.some((node) => node.name === end)) throw new Error(`${slug} has no "${end}".`);
		}
		const { main } = (connections[from] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output].push({ node: to, type: 'main', index: 0 });
	}
	return {
		name,
		nodes: nodes.map(
			({ name: title, type, typeVersion, at: [column, row], parameters, ...more }, index) => ({
				...{ parameters, id: `${slug}-${index + 1}`, name: title, type, typeVersion },
				position: [column * 220, row * 180],
				...more,
			}),
		),
		connections,
		settings: { executionOrder: 'v1' },
	};
}
