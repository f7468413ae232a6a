// Further nodes of n8n, for the examples that look by themselves instead of being told by a booking system.
import { readFileSync } from 'node:fs';

import type { Node } from './nodes.mts';

type At = Node['at'];
type Settings = Record<string, unknown>;

/** Starts the workflow by n8n’s clock: `{ field: 'hours' }` is every hour. */
export const schedule = (name: string, at: At, interval: object): Node => ({
	...{ name, type: 'n8n-nodes-base.scheduleTrigger', typeVersion: 1.4, at },
	parameters: { rule: { interval: [interval] } },
});

/**
 * A Code node, run once for all items: the function of a file, which tests call as it is, and then `call`.
 *
 * @param file in this folder; what stands after its line of `module.exports` stays out.
 */
export function code(
	name: string,
	at: At,
	{ file, call }: { file: string; call: string },
	settings: Settings = {},
): Node {
	const source = readFileSync(new URL(file, import.meta.url), 'utf8');
	const [program] = source.split('\nmodule.exports =');
	return {
		...{ name, type: 'n8n-nodes-base.code', typeVersion: 2, at },
		parameters: { jsCode: `${program.trimEnd()}\n\n${call}` },
		...settings,
	};
}

/** What a workflow hands to an execution of its own; every value is an expression or a constant. */
export type Inputs = Record<string, 'string' | 'array'>;

/** The trigger of such an execution. */
export const calledWith = (name: string, at: At, inputs: Inputs): Node => ({
	...{ name, type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.2, at },
	parameters: {
		workflowInputs: {
			values: Object.entries(inputs).map(([input, type]) =>
				type === 'string' ? { name: input } : { name: input, type },
			),
		},
	},
});

/** Starts an execution of the same workflow for each item, and goes on without waiting for any of them. */
export const callItself = (
	name: string,
	at: At,
	inputs: Inputs,
	value: Record<string, unknown>,
	settings: Settings = {},
): Node => ({
	...{ name, type: 'n8n-nodes-base.executeWorkflow', typeVersion: 1.4, at },
	parameters: {
		workflowId: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
		workflowInputs: {
			...{ mappingMode: 'defineBelow', value, matchingColumns: [] },
			schema: Object.entries(inputs).map(([id, type]) => ({
				...{ id, displayName: id, required: false, defaultMatch: false, display: true },
				...{ type, canBeUsedToMatch: true },
			})),
			attemptToConvertTypes: false,
		},
		mode: 'each',
		options: { waitForSubWorkflow: false },
	},
	...settings,
});

/** All of these must hold for a row: a column equals a value, or compares with it. */
type Where = Record<string, string | { is: 'lt' | 'neq' | 'gt'; value: string }>;

/** A data table of which several rows are read and written at once, item by item. */
export function rows(title: string, columns: Record<string, 'string' | 'number'>) {
	const dataTable = (name: string, at: At, parameters: object, settings: Settings): Node => ({
		...{ name, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, at },
		parameters: { ...parameters },
		...settings,
	});
	const onRows = (operation: string, where: Where) => ({
		...{ resource: 'row', operation },
		dataTableId: { __rl: true, mode: 'name', value: title },
		matchType: 'allConditions',
		filters: {
			conditions: Object.entries(where).map(([keyName, wanted]) =>
				typeof wanted === 'string'
					? { keyName, condition: 'eq', keyValue: wanted }
					: { keyName, condition: wanted.is, keyValue: wanted.value },
			),
		},
	});
	const written = (value: Record<string, string>) => ({
		columns: {
			...{ mappingMode: 'defineBelow', value, matchingColumns: [] },
			schema: Object.keys(value).map((id) => ({
				...{ id, displayName: id, required: false, defaultMatch: false, display: true },
				...{ type: columns[id], canBeUsedToMatch: true },
			})),
		},
		options: {},
	});
	return {
		/** Makes the table unless it is there. Two at once may collide, so it tries again. */
		make: (name: string, at: At): Node =>
			dataTable(
				name,
				at,
				{
					...{ resource: 'table', operation: 'create', tableName: title },
					columns: {
						column: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
					},
					options: { createIfNotExists: true },
				},
				{ retryOnFail: true, maxTries: 3, waitBetweenTries: 1000 },
			),
		/** The rows for each item, at most `limit` of them. */
		get: (
			name: string,
			at: At,
			where: Where,
			{ limit, ...settings }: { limit?: number; [setting: string]: unknown } = {},
		): Node =>
			dataTable(
				name,
				at,
				{ ...onRows('get', where), ...(limit ? { limit } : { returnAll: true }) },
				settings,
			),
		/** Lets on the items for which there is no such row. */
		absent: (name: string, at: At, where: Record<string, string>): Node =>
			dataTable(name, at, onRows('rowNotExists', where), {}),
		/** Changes the row, or adds it; `where` is written too. */
		upsert: (name: string, at: At, where: Record<string, string>, values: Record<string, string>) =>
			dataTable(name, at, { ...onRows('upsert', where), ...written({ ...where, ...values }) }, {}),
		/** Changes rows that are there. */
		update: (
			name: string,
			at: At,
			where: Where,
			values: Record<string, string>,
			settings: Settings = {},
		): Node => dataTable(name, at, { ...onRows('update', where), ...written(values) }, settings),
		/** Deletes rows, and goes on with an empty item if there was none. */
		forget: (name: string, at: At, where: Where): Node =>
			dataTable(
				name,
				at,
				{ ...onRows('deleteRows', where), options: {} },
				{ alwaysOutputData: true, executeOnce: true },
			),
	};
}
