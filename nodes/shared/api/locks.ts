import type { ActionAttempt } from '../schema/actionAttempt';
import { actionAttemptAnswer } from './actionAttempts';
import type { SeamContext } from './context';
import { seamRequest } from './request';

/** Tells a lock to lock or unlock now; the action has only begun when this returns. */
export async function moveLock(
	context: SeamContext,
	device_id: string,
	operation: 'lock' | 'unlock',
	itemIndex: number,
): Promise<ActionAttempt> {
	return await seamRequest(context, {
		path: `/locks/${operation}_door`,
		body: { device_id },
		schema: actionAttemptAnswer,
		itemIndex,
		isRepeatable: false,
		pace: { operation, deviceIds: [device_id] },
	});
}
