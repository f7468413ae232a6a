import { z } from 'zod';

import { actionAttemptSchema, type ActionAttempt } from '../schema/actionAttempt';
import { cancelSignalOf, type SeamContext } from './context';
import { seamRequest } from './request';
import { wait } from './wait';

export const actionAttemptAnswer = z
	.object({ action_attempt: actionAttemptSchema })
	.transform((answer) => answer.action_attempt);

export async function getActionAttempt(
	context: SeamContext,
	actionAttemptId: string,
	itemIndex: number,
): Promise<ActionAttempt> {
	return await seamRequest(context, {
		path: '/action_attempts/get',
		body: { action_attempt_id: actionAttemptId },
		schema: actionAttemptAnswer,
		itemIndex,
		subject: `action attempt ${actionAttemptId}`,
		isRepeatable: true,
	});
}

/** Seam's own client looks once a second (Seam: Action Attempts). */
const POLL_MS = 1_000;

/** Looks until the action has ended or `limitMs` is over, and returns it as it is then. */
export async function waitForActionAttempt(
	context: SeamContext,
	begun: ActionAttempt,
	limitMs: number,
	itemIndex: number,
): Promise<ActionAttempt> {
	const deadline = Date.now() + limitMs;
	let attempt = begun;
	while (attempt.status === 'pending' && Date.now() < deadline) {
		await wait(Math.min(POLL_MS, deadline - Date.now()), cancelSignalOf(context));
		attempt = await getActionAttempt(context, attempt.action_attempt_id, itemIndex);
	}
	return attempt;
}
