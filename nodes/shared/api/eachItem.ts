import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { attemptAsync } from '../attempt';
import type { ItemContext } from './context';
import { failedItem, toNodeError } from './nodeError';

/** One output item; or why there is none, if an input item has several and the others were carried out. */
export type Outcome = { json: object } | { failure: unknown };

/**
 * The output of a node that works on its items one after the other. A failure stops the node, or becomes an item that
 * says why if the node is to continue.
 */
export async function eachItem(
	context: IExecuteFunctions,
	work: (item: ItemContext<IExecuteFunctions>) => Promise<Outcome[]>,
): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	for (const [itemIndex, input] of context.getInputData().entries()) {
		const { value, error } = await attemptAsync(async () => await work({ context, itemIndex }));
		for (const outcome of value ?? [{ failure: error }]) {
			if ('json' in outcome) {
				output.push({ json: outcome.json as IDataObject, pairedItem: { item: itemIndex } });
				continue;
			}
			const nodeError = toNodeError(context.getNode(), outcome.failure, itemIndex);
			if (!context.continueOnFail()) throw nodeError;
			output.push(failedItem(nodeError, input, itemIndex));
		}
	}
	return [output];
}
