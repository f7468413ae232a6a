import { getActionAttempt } from '../shared/api/actionAttempts';
import { requiredTextField } from '../shared/ui/fieldKinds';
import { outcomes, type Resource } from './operation';

export const actionAttempt: Resource = {
	name: 'Action Attempt',
	operations: {
		get: {
			name: 'Get',
			description: 'Check whether a lock or unlock worked',
			action: 'Get action attempt',
			effect: 'read',
			fields: [
				requiredTextField(
					'Action Attempt ID',
					'actionAttemptId',
					'e.g. {{ $json.action_attempt_id }}',
					'The ID of the attempt, as Lock and Unlock put it out',
				),
			],
			execute: async (run, item) => {
				const id = item.text('actionAttemptId');
				return outcomes(await getActionAttempt(run, id));
			},
		},
	},
	default: 'get',
};
