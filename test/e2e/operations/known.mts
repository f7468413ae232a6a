import type { Sandbox } from '../harness/index.mts';
import type { Known } from './operationCall.mts';

const DAY = 24 * 60 * 60_000;

/** What a call can use before any other was made: the sandbox's devices by their aliases, and times. */
export async function firstKnown(sandbox: Sandbox): Promise<Known> {
	const { devices } = await sandbox.control<{ devices: Known }>('GET', '/devices');
	const now = (await sandbox.now()).getTime();
	const inDays = (days: number) => new Date(now + days * DAY).toISOString();
	return { ...devices, yesterday: inDays(-1), tomorrow: inDays(1), dayAfter: inDays(2) };
}
