import { actionAttemptSchema, type ActionAttempt } from '../schema/actionAttempt';
import { cancelSignalOf, type ItemContext } from './context';
import { answerWith, endpoint } from './endpoint';
import { wait } from './wait';

export const actionAttemptAnswer = answerWith('action_attempt', actionAttemptSchema);

export const getActionAttempt = endpoint((action_attempt_id: string) => ({
	path: '/action_attempts/get',
	body: { action_attempt_id },
	schema: actionAttemptAnswer,
	isRepeatable: true,
}));

/** Seam's own client polls once a second (Seam: Action Attempts). */
const POLL_MS = 1_000;

/** Polls until the action has ended or `limitMs` is over, and returns it as it is then. */
export async function waitForActionAttempt(
	item: ItemContext,
	begun: ActionAttempt,
	limitMs: number,
): Promise<ActionAttempt> {
	const deadline = Date.now() + limitMs;
	let attempt = begun;
	while (attempt.status === 'pending' && Date.now() < deadline) {
		await wait(Math.min(POLL_MS, deadline - Date.now()), cancelSignalOf(item.context));
		attempt = await getActionAttempt(item, attempt.action_attempt_id);
	}
	return attempt;
}
