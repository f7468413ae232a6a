import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { Refusal } from '../refusal';
import { SeamError } from './seamError';
import { asTitle } from './shortTitle';

/**
 * Turns whatever a node's work threw into the error that n8n shows: what happened and for which item in the
 * message, which is one short sentence; what else there is to say and the way out in the description. Takes `Refusal`
 * (bad input), `SeamError` (Seam said no or did not answer), n8n's own errors, and anything unforeseen. A trigger has no
 * items and gives no index.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	const text = error instanceof Error && error.message !== '' ? error.message : String(error);
	const isOurs = error instanceof SeamError || error instanceof Refusal;
	const { title, details } = isOurs ? asTitle(text) : { title: text, details: [] };
	const message = itemIndex === undefined ? title : `${title} [item ${itemIndex}]`;
	const described = [...details, isOurs ? error.fix : undefined].filter(Boolean).join(' ');
	const description = described === '' ? undefined : described;

	if (error instanceof SeamError) {
		// Only these fields: an error of the HTTP client would carry the request, and with it the key.
		const answer = {
			message,
			kind: error.kind,
			...(error.seamType ? { type: error.seamType } : {}),
			...(error.requestId ? { request_id: error.requestId } : {}),
		};
		const nodeError = new NodeApiError(node, answer, {
			message,
			description,
			itemIndex,
			...(error.httpStatus === undefined ? {} : { httpCode: String(error.httpStatus) }),
		});
		// n8n replaces texts in which it recognises an error code; ours are already written for people.
		nodeError.message = message;
		nodeError.description = description;
		nodeError.context.facts = error.facts as IDataObject;
		return nodeError;
	}

	const nodeError = new NodeOperationError(node, message, {
		itemIndex,
		description,
	});
	nodeError.message = message;
	if (error instanceof Refusal) {
		nodeError.context.facts = error.facts as IDataObject;
		if (error.parameter !== undefined) nodeError.context.parameter = error.parameter;
	}
	return nodeError;
}

/**
 * The output item of an input item that failed while the others go on: its own fields and files, the sentence and the
 * way out as `error`, and what is known about the failure as `details` (`fix`, `nearest`, `device`, …).
 *
 * It carries no `error` of n8n's: n8n would leave nothing but the message. n8n sorts an item to the error output if it
 * has no fields but `error`, `message` and `details`, and adds the input's fields there by itself.
 *
 * @param isSorted Whether the node's error output is on
 */
export function failedItem(
	error: NodeApiError | NodeOperationError,
	input: Pick<INodeExecutionData, 'json' | 'binary'>,
	itemIndex: number,
	isSorted = error.node.onError === 'continueErrorOutput',
): INodeExecutionData {
	const failure = {
		error: error.description ? `${error.message} ${error.description}` : error.message,
		...detailsOf(error, input.json.details),
	};
	return {
		json: isSorted ? failure : { ...input.json, ...failure },
		...(input.binary === undefined ? {} : { binary: input.binary }),
		pairedItem: { item: itemIndex },
	};
}

/** Beside what the input has under that name; if that is not an object, it stays, and the sentence must do. */
function detailsOf(
	{ description, context }: NodeApiError | NodeOperationError,
	ofInput: unknown = {},
): { details?: IDataObject } {
	if (typeof ofInput !== 'object' || ofInput === null || Array.isArray(ofInput)) return {};
	const fix = description ? { fix: description } : {};
	return { details: { ...ofInput, ...fix, ...(context.facts as IDataObject | undefined) } };
}
