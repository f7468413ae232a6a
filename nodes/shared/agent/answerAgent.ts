import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../api/nodeError';
import { withoutSecrets } from '../masking';
import { isToolCall } from './toolCall';

/** How much of an answer a model gets: more would push the conversation out of its memory. */
const RECORDS = 50;
const CHARACTERS = 20_000;

const WITHHELD =
	"This tool does not show PINs or key links to AI agents. The workflow's owner can change that under 'Show PINs to the Agent'.";

/**
 * Runs the work of a node. If an AI agent asked for it, the answer is fit for one: no PINs unless the node shows them, no
 * more than a model can hold, and the way out as part of an error's sentence, as n8n hands on nothing else of it.
 *
 * @param fields What a model needs of an item that did not fail; everything by default
 */
export async function answerAgent(
	context: IExecuteFunctions,
	work: () => Promise<INodeExecutionData[][]>,
	fields?: (json: IDataObject) => readonly string[],
): Promise<INodeExecutionData[][]> {
	if (!isToolCall(context)) return await work();
	try {
		const [items] = await work();
		const needed = fields ? items.map((item) => only(fields(item.json), item)) : items;
		const showsPins = context.getNode().parameters.showPinsToAgent === true;
		return [bounded(showsPins ? needed : needed.map(withheld))];
	} catch (error) {
		const nodeError = toNodeError(context.getNode(), error);
		if (nodeError.description) nodeError.message = `${nodeError.message}. ${nodeError.description}`;
		throw nodeError;
	}
}

function only(fields: readonly string[], item: INodeExecutionData): INodeExecutionData {
	if ('error' in item.json) return item;
	const entries = Object.entries(item.json).filter(([name]) => fields.includes(name));
	return { ...item, json: Object.fromEntries(entries) };
}

function withheld(item: INodeExecutionData): INodeExecutionData {
	const { record, isChanged } = withoutSecrets(item.json);
	const json = (isChanged ? { ...record, withheld: WITHHELD } : record) as IDataObject;
	return { ...item, json };
}

/** The first items, and how many were left off; the first one comes whole, however long it is. */
function bounded(items: INodeExecutionData[]): INodeExecutionData[] {
	let characters = 0;
	const count = items.slice(0, RECORDS).findIndex(({ json }, index) => {
		characters += JSON.stringify(json).length;
		return characters > CHARACTERS && index > 0;
	});
	const kept = items.slice(0, count < 0 ? RECORDS : count);
	const leftOff = items.length - kept.length;
	if (leftOff === 0) return items;
	const note = `${leftOff} more were left off. Ask for less at a time: filter, or ask for one by its ID.`;
	return [...kept, { json: { left_off: leftOff, note } }];
}
