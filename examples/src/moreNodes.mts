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
