import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../shared/agent/toolFields';
import type { Effect, Operation, Resource } from './operation';

/** The name under which an AI agent is given leave for an operation. */
export function actionOf(
	resources: Readonly<Record<string, Resource>>,
	resource: string,
	operation: string,
): Action {
	const { name, operations } = resources[resource];
	const { name: operationName, description } = operations[operation];
	return { value: `${resource}.${operation}`, name: `${name}: ${operationName}`, description };
}

const CARE: Readonly<Record<Effect, string>> = {
	read: 'Changes nothing.',
	change: 'Changes something real: use it only if the user has asked for exactly this.',
	delete:
		"What is deleted can't be brought back: use it only if the user has asked for exactly this and has said which one.",
	open: 'Opens a real door to whoever stands before it: use it only if the user has asked to open exactly this door now.',
};

const TIMES = 'Times are ISO 8601 with a UTC offset, such as 2026-12-01T15:00:00+01:00.';

const PINS =
	'Tell nobody a PIN before the tool Seam Wait for Code Set has answered is_ready: true for its access code.';

/** What a model is told of an operation, unless the node's owner writes something else. */
export function toolDescriptionOf({ action, description, effect, fields }: Operation): string {
	const sentences = [
		`${action}. ${description}${description.endsWith('.') ? '' : '.'}`,
		CARE[effect],
		...(asksForTime(fields) ? [TIMES] : []),
		...(/access code|access grant|access method|PIN/i.test(action) ? [PINS] : []),
	];
	return sentences.join(' ');
}

const asksForTime = (fields: readonly INodeProperties[]): boolean =>
	fields.some(
		({ type, options }) =>
			type === 'dateTime' ||
			(type === 'collection' && asksForTime((options ?? []) as INodeProperties[])),
	);
