import { actionAttemptAnswer } from './actionAttempts';
import { endpoint } from './endpoint';

/** Tells a lock to lock or unlock now; the action has only begun when this returns. */
export const moveLock = endpoint((device_id: string, operation: 'lock' | 'unlock') => ({
	path: `/locks/${operation}_door`,
	body: { device_id },
	schema: actionAttemptAnswer,
	isRepeatable: false,
	pace: { operation, deviceIds: [device_id] },
}));
