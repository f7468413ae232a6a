import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getActionAttempt } from '../../shared/api/actionAttempts';
import { outcomes, type Operation } from '../operation';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['actionAttempt'], operation: ['get'] } },
	[
		{
			displayName: 'Action Attempt ID',
			name: 'actionAttemptId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.action_attempt_id }}',
		},
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('actionAttemptId');
	return outcomes(await getActionAttempt(run.context, id, itemIndex));
};
