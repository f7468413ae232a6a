import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	IWorkflowBase,
	IWorkflowSettings,
} from 'n8n-workflow';

import { isOver, mustStop, type WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import { answerOf, parkedItem } from './answer';
import { handOver } from './handOver';
import { nextLookOf, PARK_AT_LEAST, watch } from './watch';

/**
 * n8n's own mark of an execution that is parked until its sub-execution ends. Newer versions set it by themselves;
 * for older ones any far date will do.
 */
const UNTIL_THE_SUB_EXECUTION_ENDS = new Date('2999-12-31T00:00:00.000Z');

/**
 * Parks the waits: they go on in a sub-execution that sleeps in n8n's Wait node and runs this node's look whenever one
 * is due. Neither holds a worker, both survive the end of n8n's process. When the sub-execution ends, its items or its
 * error become this node's.
 *
 * (A node that only parks itself is not run again when its time comes: n8n passes its input through.)
 */
export async function park(
	context: IExecuteFunctions,
	records: readonly WaitRecord[],
): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const items = records.map((record, itemIndex) => parkedItem(node, record, itemIndex));
	const workflowId = context.getWorkflow().id ?? '';
	const started = await context.executeWorkflow(
		{ code: waitingWorkflow(context) },
		records.map((record) => ({
			json: { ...notReady(record), wait: record as unknown as IDataObject },
		})),
		undefined,
		{
			parentExecution: { executionId: context.getExecutionId(), workflowId, shouldResume: true },
		},
	);
	const [first] = started.data[0] ?? [];
	memoryOf(context).wakeUrl = first?.json.wake_url;

	const executeData = context.getExecuteData();
	executeData.data = { ...executeData.data, main: [items] };
	context.setMetadata({ subExecution: { executionId: started.executionId, workflowId } });
	await context.putExecutionToWait(UNTIL_THE_SUB_EXECUTION_ENDS);
	// Without the errors of the items: n8n would see a failure of this run in them, and with Retry On Fail run it again.
	return [
		records.map((record, itemIndex) => ({
			json: notReady(record),
			pairedItem: { item: itemIndex },
		})),
	];
}

/**
 * One round of the parked waits, in the sub-execution. The first output ends it; the second leads to the next sleep.
 * What the waits remember is kept by n8n beside the items, because a sleep that ends early brings other items.
 */
export async function continueParked(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const memory = memoryOf(context);
	if (memory.waits === undefined) {
		memory.waits = context.getInputData().map(({ json }) => json.wait as unknown as WaitRecord);
		// Not by an expression: n8n would set up its engine for them, here and for every wait.
		const { resumeUrl } = context.getWorkflowDataProxy(0).$execution as { resumeUrl: string };
		return [[], sleepers(memory.waits, { wake_url: resumeUrl })];
	}
	// A sleep that was ended by a call brings that call; one that is over brings what it began with.
	const wasWoken = !context.getInputData().every(({ json }) => 'next_look_at' in json);
	const watched = await watch(context, memory.waits, { pollFor: 0, lookAtAll: wasWoken });
	memory.waits = watched.map(({ record }) => record);

	const stopping = memory.waits.findIndex(mustStop);
	if (stopping >= 0) answerOf(node, watched[stopping], stopping);
	if (!memory.waits.every(isOver)) return [[], sleepers(memory.waits)];
	const answers = await handOver(context, watched);
	return [answers.map((one, itemIndex) => answerOf(node, one, itemIndex)), []];
}

function sleepers(records: readonly WaitRecord[], more: IDataObject = {}): INodeExecutionData[] {
	const next = Math.max(nextLookOf(records) ?? 0, Date.now() + PARK_AT_LEAST);
	const next_look_at = new Date(next).toISOString();
	return records.map((record, itemIndex) => ({
		json: { ...notReady(record), next_look_at, ...more },
		pairedItem: { item: itemIndex },
	}));
}

/** The least that an item in the sub-execution must tell, should an engine ever pass it on. */
const notReady = ({ accessCodeId }: WaitRecord): IDataObject => ({
	access_code_id: accessCodeId,
	is_ready: false,
	outcome: 'waiting',
});

/** What n8n keeps for the node between its runs within one execution. */
interface Memory {
	waits?: WaitRecord[];
	/** Where the sub-execution can be woken, in the execution that it belongs to. */
	wakeUrl?: unknown;
}

function memoryOf(context: IExecuteFunctions): Memory {
	return context.getContext('node') as Memory;
}

/** Look → sleep until the next one → look … ; the first output of the look leads nowhere and ends it. */
function waitingWorkflow(context: IExecuteFunctions): IWorkflowBase {
	const node = context.getNode();
	const { id = '', name = node.name } = context.getWorkflow();
	const to = (target: string) => [{ node: target, type: 'main' as const, index: 0 }];
	const nodes: INode[] = [
		{
			id: 'begin',
			name: 'Begin',
			type: 'n8n-nodes-base.executeWorkflowTrigger',
			typeVersion: 1.1,
			position: [0, 0],
			parameters: { inputSource: 'passthrough' },
		},
		{
			id: 'look',
			name: 'Look at Codes',
			type: node.type,
			typeVersion: node.typeVersion,
			position: [220, 0],
			parameters: { parkedWait: true },
			credentials: node.credentials,
		},
		{
			id: 'sleep',
			name: 'Sleep Until Next Look',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			position: [440, 0],
			webhookId: 'sleep',
			parameters: {
				resume: 'webhook',
				httpMethod: 'POST',
				limitWaitTime: true,
				limitType: 'atSpecifiedTime',
				maxDateAndTime: '={{ $json.next_look_at }}',
				options: {},
			},
		},
	];
	return {
		id,
		name,
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes,
		connections: {
			Begin: { main: [to('Look at Codes')] },
			'Look at Codes': { main: [[], to('Sleep Until Next Look')] },
			'Sleep Until Next Look': { main: [to('Look at Codes')] },
		},
		settings: settingsOf(context),
	};
}

/**
 * The workflow's own settings, except that it may be called by itself, that its time limit is not for sleeping, and
 * that its error workflow is not told of one failure twice.
 */
function settingsOf(context: IExecuteFunctions): IWorkflowSettings {
	const settings = { ...context.getWorkflowSettings?.() };
	delete settings.errorWorkflow;
	delete settings.executionTimeout;
	delete settings.callerIds;
	return { ...settings, executionOrder: 'v1', callerPolicy: 'workflowsFromSameOwner' };
}
