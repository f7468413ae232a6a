import type { IExecuteFunctions } from 'n8n-workflow';

import { Refusal } from '../refusal';
import { isToolCall } from './toolCall';
import type { Action } from './toolFields';

/**
 * Lets an AI agent do what its owner allowed by name. The setting is read as it stands in the node: an expression in it,
 * which a model might fill in, allows nothing.
 *
 * @throws Refusal with a sentence that a model can act on
 */
export function refuseUnlessAllowed(
	context: IExecuteFunctions,
	{ value, name }: Pick<Action, 'value' | 'name'>,
): void {
	if (!isToolCall(context)) return;
	const { allowedActions } = context.getNode().parameters;
	if (Array.isArray(allowedActions) && (allowedActions as unknown[]).includes(value)) return;
	throw new Refusal(`'${name}' is not allowed to AI agents with this tool, so nothing was done`, {
		parameter: 'allowedActions',
		fix: `Do not try it again, and do not try another way. Tell the user that only the owner of this workflow can allow it: in the node '${context.getNode().name}', under 'Allowed Actions'.`,
	});
}
