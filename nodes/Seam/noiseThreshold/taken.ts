import type { ActionAttempt } from '../../shared/schema/actionAttempt';
import { settled } from '../deviceAction';
import type { Run } from '../operation';

/**
 * Waits until the sensor has taken what it was told, where Seam says that there is something to wait for.
 *
 * @throws Refusal if it has not
 */
export async function untilTaken(
	run: Run,
	begun: ActionAttempt | null | undefined,
	deviceId: string,
	seconds: number,
): Promise<void> {
	if (!begun) return;
	const verb = 'take the change of its noise threshold';
	const wording = { actor: 'sensor', verb, done: 'taken it', isConfirmed: false };
	await settled(run, begun, { deviceId, seconds, wording });
}
