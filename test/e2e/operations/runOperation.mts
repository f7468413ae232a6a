import type { Execution, N8n, Workflow } from '../harness/index.mts';

export const SEAM = 'Seam';

export interface OperationRun {
	resource: string;
	operation: string;
	parameters?: Record<string, unknown>;
	/** What comes in; by default one empty item. */
	items?: object[];
	onError?: 'continueRegularOutput';
}

export interface OutputItem {
	json: Record<string, unknown>;
	pairedItem?: unknown;
}

/** Runs one operation of the node in a workflow of its own, and gives the items that come out. */
export async function runOperation(
	{ client }: N8n,
	credential: { id: string; name: string },
	{ items = [{}], ...run }: OperationRun,
): Promise<OutputItem[]> {
	const path = `${run.resource}-${run.operation}-${run.onError ?? 'stop'}-${(runs += 1)}`;
	const workflowId = await client.importWorkflow(workflowOf(path, run), credential);
	await client.activate(workflowId);
	const executionId = await client.executionStartedBy(
		workflowId,
		async () => await client.postWebhook(path, { items }),
	);
	return itemsOf(await client.waitForExecution(executionId));
}

let runs = 0;

const itemsOf = ({ data }: Execution): OutputItem[] =>
	data?.resultData.runData[SEAM]?.at(-1)?.data?.main?.[0] ?? [];

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

function workflowOf(
	path: string,
	{ resource, operation, parameters, onError }: OperationRun,
): Workflow {
	const nodes = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: { path, httpMethod: 'POST', responseMode: 'lastNode', options: {} },
		},
		{
			name: 'Split Out',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		},
		{
			name: SEAM,
			type: 'n8n-nodes-seam.seam',
			typeVersion: 1,
			parameters: { resource, operation, ...parameters },
			...(onError && { onError }),
		},
	];
	return {
		name: path,
		nodes: nodes.map((node, index) => ({
			id: `node-${index}`,
			position: [220 * index, 0],
			...node,
		})),
		connections: { Webhook: to('Split Out'), 'Split Out': to(SEAM) },
	};
}
