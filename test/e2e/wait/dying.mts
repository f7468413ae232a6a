// Ends n8n in the middle of a call to Seam.
import { waitFor } from '../harness/index.mts';
import { requestsTo, type Place } from './waits.mts';

/** Holds so many calls until they are released. */
export async function hold({ sandbox }: Place, path: string, times: number): Promise<void> {
	await sandbox.control('POST', '/faults', { path, kind: 'hold', times });
}

export async function untilHeld(place: Place, path: string, count: number): Promise<void> {
	const held = async () =>
		(await requestsTo(place, path)).filter(({ status }) => status === null).length;
	await waitFor(async () => (await held()) === count, {
		limit: 150,
		what: `${count} calls to ${path} under way`,
		every: 100,
	});
}

export async function dieAndComeBack(
	{ n8n, sandbox }: Place,
	signal: 'SIGKILL' | 'SIGTERM',
): Promise<void> {
	if (signal === 'SIGKILL') await n8n.kill();
	// Ends it as a deploy does: with SIGTERM, and for good when the calls under way have not ended in time.
	await n8n.restart();
	await sandbox.control('POST', '/faults/release');
}
