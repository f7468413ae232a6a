import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { answerAgent } from '../shared/agent/answerAgent';
import { failedItem } from '../shared/api/nodeError';
import { errorOf, throwFirstFailure } from './failures';
import { serveItems } from './serveItems';

/** Serves the booking of each item; one output item for each of its locks, in the order of the input. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await answerAgent(context, async () => await serve(context));
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
