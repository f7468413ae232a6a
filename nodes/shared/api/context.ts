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

/** For what belongs to a node and to none of its items: n8n takes the first for it. */
export const NO_ITEM = 0;
