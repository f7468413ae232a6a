import type {
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

/** Whatever n8n calls a node with: all of them can ask Seam. */
export type SeamContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IWebhookFunctions;

/** The signal that this execution was cancelled, if n8n offers one. */
export function cancelSignalOf(context: SeamContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** The item that Seam is asked for, whose credential and failure it is, in a run of a node. */
export interface ItemContext<C extends SeamContext = SeamContext> {
	context: C;
	itemIndex: number;
}

/** For what belongs to a node and to none of its items: n8n takes the first for it. */
export const ofNoItem = (context: SeamContext): ItemContext => ({ context, itemIndex: 0 });
