import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { answerAgent } from '../shared/agent/answerAgent';
import { isToolCall } from '../shared/agent/toolCall';
import { isOver, mustStop } from '../shared/accessCode/waiting/waitRecord';
import { toNodeError } from '../shared/api/nodeError';
import { answerOf } from './answer';
import { handOver } from './handOver';
import type { Stage } from './innerWorkflows';
import { park, stages } from './parking';
import { pollUntilSettled } from './pollUntilSettled';
import { readWait, rejectedWait } from './readWait';

/** How long the node polls by itself before it parks: most locks take a code within seconds. */
const POLL_FOR = 60_000;

const FOR_AGENTS = [
	'access_code_id',
	'device_id',
	'is_ready',
	'outcome',
	'code_to_give',
	'why',
	'starts_at_local',
	'ends_at_local',
	'starts_at_text',
	'ends_at_text',
	'time_zone',
	'guest_instructions',
];

/** Polls the codes of all items for a minute, then parks; or does its part as a node of the inner workflows. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const stage = context.getNodeParameter('parkedWait', 0, false) as Stage | false;
	if (stage !== false) return await stages[stage](context);
	return await answerAgent(
		context,
		async () => await pollOrPark(context),
		() => FOR_AGENTS,
	);
}

async function pollOrPark(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const began = Date.now();
	const waits = context.getInputData().map((_item, itemIndex) => {
		try {
			return readWait(context, itemIndex, began);
		} catch (error) {
			const failure = toNodeError(context.getNode(), error, itemIndex);
			if (!context.continueOnFail()) throw failure;
			return rejectedWait(context, failure, itemIndex, began);
		}
	});
	// An AI agent is answered with what one poll tells: it asks again when it wants to know more.
	const mayPark = !isToolCall(context);
	const polled = await pollUntilSettled(context, waits, { pollFor: mayPark ? POLL_FOR : 0 });
	const records = polled.map(({ record }) => record);

	const stopping = records.findIndex(mustStop);
	if (stopping >= 0) answerOf(context.getNode(), polled[stopping], stopping);
	if (mayPark && !records.every(isOver)) return await park(context, records);
	const answers = await handOver(context, polled);
	return [answers.map((one, itemIndex) => answerOf(context.getNode(), one, itemIndex))];
}
