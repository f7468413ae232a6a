import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from './packPackage.mts';
import type { Workflow } from './n8nClient.mts';

/** An example workflow as it stands in `examples/`, by its file name without `.json`. */
export async function readExample(name: string): Promise<Workflow> {
	return JSON.parse(await readFile(join(REPOSITORY, 'examples', `${name}.json`), 'utf8'));
}

/** The parameters of an Edit Fields node with some of its values changed, as a user would in the editor. */
export function withValues(
	workflow: Workflow,
	nodeName: string,
	values: Record<string, string>,
): Record<string, unknown> {
	const parameters = structuredClone(
		workflow.nodes.find(({ name }) => name === nodeName)?.parameters,
	);
	const { assignments } = parameters?.assignments as {
		assignments: Array<{ name: string; value: string }>;
	};
	for (const [field, value] of Object.entries(values)) {
		const assignment = assignments.find(({ name }) => name === field);
		if (!assignment) throw new Error(`"${nodeName}" has no field "${field}".`);
		assignment.value = value;
	}
	return parameters!;
}

/** Type and parameters of the node that hands a wait to *Wake parked waits*, as the note of that example says. */
export const rememberingWaits = (wakeWaits: string | undefined) => ({
	type: 'n8n-nodes-base.executeWorkflow',
	typeVersion: 1.2,
	parameters: {
		workflowId: { __rl: true, mode: 'id', value: wakeWaits },
		workflowInputs: {
			mappingMode: 'defineBelow',
			value: {
				access_code_id: '={{ $json.access_code_id }}',
				resume_url: '={{ $execution.resumeUrl }}',
			},
		},
		options: { waitForSubWorkflow: true },
	},
});
