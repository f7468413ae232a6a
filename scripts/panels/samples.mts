// What comes out of each node and operation: as the previews of outputs are made, from a sandbox of its own.
import { outputsOfNamedNodes } from '../outputPreviews/namedNodes.mts';
import { outputsOfOperations } from '../outputPreviews/operations.mts';
import { onStage } from '../outputPreviews/stage.mts';
import type { ItemsOf } from './workflow.mts';

/** Enough to see how columns fill. */
const MOST = 8;

/** @throws Error of the subject that nothing has come out of. */
export async function readSamples(): Promise<ItemsOf> {
	const operations = await onStage(outputsOfOperations);
	const named = await onStage(outputsOfNamedNodes);
	return ({ name, node, operation }) => {
		const items = operation ? operations.get(operation) : named.get(node);
		if (!items) throw new Error(`Nothing is known of what comes out of ${name}.`);
		return items.slice(0, MOST);
	};
}
