import {
	NodeApiError,
	NodeOperationError,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { Refusal } from '../refusal';
import { SeamError } from './seamError';

/**
 * Turns whatever a node's work threw into the error that n8n shows: what happened and for which item in the
 * message, the way out in the description. Takes `Refusal` (bad input), `SeamError` (Seam said no or did not
 * answer), n8n's own errors, and anything unforeseen. A trigger has no items and gives no index.
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
	const message = itemIndex === undefined ? text : `${text} [item ${itemIndex}]`;

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
			description: error.fix,
			itemIndex,
			...(error.httpStatus === undefined ? {} : { httpCode: String(error.httpStatus) }),
		});
		// n8n replaces texts in which it recognises an error code; ours are already written for people.
		nodeError.message = message;
		nodeError.description = error.fix;
		return nodeError;
	}

	const parameter = error instanceof Refusal ? error.parameter : undefined;
	const nodeError = new NodeOperationError(node, message, {
		itemIndex,
		description: error instanceof Refusal ? error.fix : undefined,
	});
	nodeError.message = message;
	if (parameter !== undefined) nodeError.context.parameter = parameter;
	return nodeError;
}

/**
 * The output item of an input item that failed while the others go on: `error` in the JSON, as n8n's own nodes
 * give it, with the way out in the same sentence; n8n sorts it to the error output where that is on.
 */
export function failedItem(
	error: NodeApiError | NodeOperationError,
	itemIndex: number,
): INodeExecutionData {
	const fix = error.description ? ` ${error.description}` : '';
	return {
		json: { error: `${error.message}${fix}` },
		error,
		pairedItem: { item: itemIndex },
	};
}
