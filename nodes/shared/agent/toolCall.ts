import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether an AI agent is asking, in any of the ways in which n8n runs a node as a tool. */
export function isToolCall(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool') || context.isToolExecution?.() === true;
}
