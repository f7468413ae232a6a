import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { answerAgent } from '../shared/agent/answerAgent';
import { failedItem } from '../shared/api/nodeError';
import { errorOf, throwFirstFailure } from './failures';
import { serveItems } from './serveItems';

const FOR_AGENTS = [
	'summary',
	'plan_only',
	'action',
	'access_code_id',
	'device_id',
	'name',
	'booking_key',
	'code',
	'status',
	'starts_at_local',
	'ends_at_local',
	'starts_at_text',
	'ends_at_text',
	'time_zone',
	'was_created',
	'stay_is_over',
	'changes',
	'pending_changes',
	'guest_instructions',
	'deleted_codes',
	'cannot_be_revoked',
	'previous_locks',
	'errors',
];

/** The plan of a code that exists is left out: its reasons fill pages. */
const forAgents = ({ plan_only }: IDataObject) =>
	plan_only ? [...FOR_AGENTS, 'plan'] : FOR_AGENTS;

/** Serves the booking of each item; one output item for each of its locks, in the order of the input. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await answerAgent(context, async () => await serve(context), forAgents);
}

async function serve(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const inputs = context.getInputData();
	const mayContinue = context.continueOnFail();
	const items = await serveItems(context, !mayContinue);
	if (!mayContinue) throwFirstFailure(context, items);
	return [
		items.flatMap((outcomes = [], itemIndex) =>
			outcomes.map((outcome) =>
				'json' in outcome
					? { json: outcome.json, pairedItem: { item: itemIndex } }
					: failedItem(errorOf(context, outcome, itemIndex), inputs[itemIndex], itemIndex),
			),
		),
	];
}
