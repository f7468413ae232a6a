import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type IWorkflowBase,
} from 'n8n-workflow';

import { isOver, mustStop, type WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import { toNodeError } from '../shared/api/nodeError';
import { DAY } from '../shared/time/instant';
import { answerOf, interruptedItem } from './answer';
import { handOver } from './handOver';
import { pollingWorkflow, supervisingWorkflow, type Stage } from './innerWorkflows';
import { nextPollOf, PARK_AT_LEAST, pollUntilSettled } from './pollUntilSettled';
import { waitingItem, waitingText } from './waitingText';
import { isAbandoned, resumeUrlOf, type ParkedExecution } from './wakeEarly';

/**
 * n8n's own mark of an execution that is parked until its sub-execution ends. Newer versions set it by themselves; for
 * older ones any far date will do.
 */
const UNTIL_THE_SUB_EXECUTION_ENDS = new Date('2999-12-31T00:00:00.000Z');

/** A wait whose polling died this often is ended: it may be what brings n8n down. */
const START_AT_MOST = 6;

/** However far away the next poll: whether anybody still waits is asked once a day, so that a stopped wait ends soon. */
const SLEEP_AT_MOST = DAY;

/** What travels between the nodes of the inner workflows: a wait that is not over. */
interface OpenWait {
	wait: WaitRecord;
	parkedBy: ParkedExecution;
}

interface PollingError {
	message: string;
	description?: string;
}

/** What n8n keeps for a node between its runs within one execution. */
interface Memory {
	open?: OpenWait[];
	starts?: number;
	/** Where the sub-execution that this one is parked for can be woken. */
	wakeUrl?: unknown;
}

/**
 * Parks the waits. This execution sleeps until a supervising one ends, which sleeps until a polling one ends, which
 * sleeps until a poll is due: so n8n holds nothing but rows in its database. Whatever ends n8n's process ends at most
 * the execution that polls, as n8n does not resume it; the supervising one then starts another.
 *
 * (A node that only parks itself is not run again when its time comes: n8n passes its input through.)
 */
export async function park(
	context: IExecuteFunctions,
	records: readonly WaitRecord[],
): Promise<INodeExecutionData[][]> {
	const parkedBy = { executionId: context.getExecutionId(), url: resumeUrlOf(context) };
	const open = asItems(records.map((wait) => ({ wait, parkedBy })));
	await parkUntilEndOf(context, supervisingWorkflow(context, tellNext(records)), open);
	const executeData = context.getExecuteData();
	executeData.data = { ...executeData.data, main: [interrupted(context, records)] };
	// Without the errors of the items: n8n would see a failure of this run in them, and with Retry On Fail run it again.
	const now = Date.now();
	return [asItems(records.map((record) => waitingItem(record, now)))];
}

/** What this node does as a node of the inner workflows. */
export const stages: Record<
	Stage,
	(context: IExecuteFunctions) => Promise<INodeExecutionData[][]>
> = { conclude, supervise, sleep, poll };

/**
 * Ends the supervision with the polling's answers or its error. Without them polling is started (again): for the waits
 * that come, back from a polling that died, or for those of the last time if n8n says only that it failed.
 */
async function conclude(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const items = context.getInputData();
	const failure = items[0]?.json.polling_error as PollingError | undefined;
	if (failure) throw new NodeOperationError(node, failure.message, failure);
	const answers = answersIn(items);
	if (answers.length > 0) return [answers, []];
	const memory = memoryOf(context);
	const open = openIn(items);
	if (open.length > 0) memory.open = open;
	const waits = memory.open ?? [];
	memory.starts = (memory.starts ?? 0) + 1;
	if (memory.starts <= START_AT_MOST) return [[], asItems(waits)];
	return [waits.map(({ wait }, itemIndex) => interruptedItem(node, wait, itemIndex)), []];
}

async function supervise(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const open = openIn(items);
	const waitingId = open[0]?.parkedBy.executionId ?? context.getExecutionId();
	const records = open.map(({ wait }) => wait);
	const polling = pollingWorkflow(context, { waiting: tellNext(records), waitingId });
	await parkUntilEndOf(context, polling, items);
	// n8n passes this on if it ends the supervising execution itself.
	return [interrupted(context, records), addressOf(context)];
}

/** Sleeps until the next poll. If the polling execution dies, the supervising one gets these items back. */
async function sleep(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const { sleeps_until } = items[0].json;
	if (typeof sleeps_until !== 'string') return [items];
	await context.putExecutionToWait(new Date(sleeps_until));
	return [items, addressOf(context)];
}

/**
 * One round of polls. The first output ends the polling; the second leads to the next sleep. An error of this node ends
 * it as an item, so that whoever supervises can tell it from a failure of n8n.
 */
async function poll(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		return await pollOnce(context);
	} catch (error) {
		const { message, description } = toNodeError(context.getNode(), error);
		const polling_error: PollingError = { message, description: description ?? undefined };
		return [asItems([{ polling_error }]), []];
	}
}

async function pollOnce(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const memory = memoryOf(context);
	const input = context.getInputData();
	if (memory.open === undefined) {
		memory.open = openIn(input);
		return [[], sleepers(memory.open)];
	}
	const [{ parkedBy }] = memory.open;
	if (await isAbandoned(context, parkedBy)) return [[], []];

	const before = memory.open.map(({ wait }) => wait);
	// A sleep that was ended by a call brings no waits; one that is over brings what it began with.
	const pollAll = openIn(input).length === 0;
	const polled = await pollUntilSettled(context, before, { pollFor: 0, pollAll });
	const records = polled.map(({ record }) => record);
	memory.open = records.map((wait) => ({ wait, parkedBy }));

	const stopping = records.findIndex(mustStop);
	if (stopping >= 0) answerOf(node, polled[stopping], stopping);
	// A substitute is stored before the first code is deleted: whoever goes on after a crash must know of it.
	const isStored = records.every(({ replaced }, index) => !replaced || before[index].replaced);
	if (!records.every(isOver) || !isStored) return [[], sleepers(memory.open)];
	const answers = await handOver(context, polled);
	return [answers.map((one, itemIndex) => asAnswer(answerOf(node, one, itemIndex))), []];
}

/**
 * An answer on its way to `conclude`. It is marked as one: an item for the error output, with nothing but `error`, looks
 * like what n8n passes on of a sub-execution that it could not run to its end.
 */
const asAnswer = (item: INodeExecutionData): INodeExecutionData => ({
	...item,
	json: { polling_answer: item.json },
});

const answersIn = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	items.flatMap((item) =>
		item.json.polling_answer ? [{ ...item, json: item.json.polling_answer as IDataObject }] : [],
	);

/** Starts a sub-execution and parks this one until it ends: its items or its error become this node's. */
async function parkUntilEndOf(
	context: IExecuteFunctions,
	code: IWorkflowBase,
	items: INodeExecutionData[],
): Promise<void> {
	const workflowId = context.getWorkflow().id ?? '';
	const { executionId, data } = await context.executeWorkflow({ code }, items, undefined, {
		parentExecution: { executionId: context.getExecutionId(), workflowId, shouldResume: true },
	});
	const address = data.flat().find((item) => item?.json.wake_url !== undefined);
	memoryOf(context).wakeUrl = address?.json.wake_url;
	context.setMetadata({ subExecution: { executionId, workflowId } });
	await context.putExecutionToWait(UNTIL_THE_SUB_EXECUTION_ENDS);
}

/** What the node puts out if n8n ends the wait by itself: nothing that could be taken for an answer. */
function interrupted(context: IExecuteFunctions, records: readonly WaitRecord[]) {
	if (records.some(({ settings }) => settings.whenUnready === 'throw')) return [];
	const node = context.getNode();
	return records.map((record, itemIndex) => interruptedItem(node, record, itemIndex));
}

/** What the wait that is polled next waits for. */
function tellNext(records: readonly WaitRecord[]): string {
	const open = records.filter((record) => !isOver(record));
	const [first] = [...open].sort((a, b) => a.nextPollAt - b.nextPollAt);
	const many = open.length > 1 ? ` (The next of ${open.length} codes.)` : '';
	return first === undefined ? '' : `${waitingText(first, Date.now())}${many}`;
}

const addressOf = (context: IExecuteFunctions) => asItems([{ wake_url: resumeUrlOf(context) }]);

function sleepers(open: readonly OpenWait[]): INodeExecutionData[] {
	const now = Date.now();
	const next = nextPollOf(open.map(({ wait }) => wait));
	const at = next === null ? now : Math.max(next, now + PARK_AT_LEAST);
	const latest = now + SLEEP_AT_MOST;
	const sleeps_until = new Date(Math.min(at, latest)).toISOString();
	const between = at > latest ? ' Once a day it looks whether anybody still waits.' : '';
	return asItems(
		open.map((one) => ({
			status: `${waitingText(one.wait, now)}${between}`,
			...one,
			sleeps_until,
		})),
	);
}

const openIn = (items: readonly INodeExecutionData[]): OpenWait[] =>
	items
		.map(({ json }) => json as unknown as OpenWait)
		.flatMap(({ wait, parkedBy }) => (wait ? [{ wait, parkedBy }] : []));

const asItems = (fields: readonly object[]): INodeExecutionData[] =>
	fields.map((json, item) => ({ json: json as IDataObject, pairedItem: { item } }));

function memoryOf(context: IExecuteFunctions): Memory {
	return context.getContext('node') as Memory;
}
