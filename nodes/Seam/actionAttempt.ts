import { getActionAttempt } from '../shared/api/actionAttempts';
import type { ActionAttempt } from '../shared/schema/actionAttempt';
import { requiredTextField } from '../shared/ui/fieldKinds';
import { moving, outcomeOf } from './deviceAction';
import { outcomes, type Resource } from './operation';

/** Seam: Action Attempts, `action_type`. What other actions mean is left to Seam's own fields. */
const DIRECTIONS = new Map<string, 'lock' | 'unlock'>([
	['LOCK_DOOR', 'lock'],
	['UNLOCK_DOOR', 'unlock'],
]);

const inWords = (attempt: ActionAttempt) => {
	const direction = DIRECTIONS.get(attempt.action_type ?? '');
	return direction === undefined ? {} : outcomeOf(attempt, moving(direction));
};

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
					'The ID of the attempt, as Lock and Unlock put it out',
					'e.g. 21da8978-206f-4c66-b1e0-c07e9e115e4b',
				),
			],
			execute: async (run, item) => {
				const id = item.text('actionAttemptId');
				const attempt = await getActionAttempt(run, id);
				return outcomes({ ...inWords(attempt), ...attempt });
			},
		},
	},
	default: 'get',
};
