import { setTimeout as pause } from 'node:timers/promises';
import type { N8n, Sandbox } from '../../test/e2e/harness/index.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As far before its start as Seam gives a code to the lock: by the lock's own schedule, else just in time. */
const NEWS_BEFORE_START = [72 * HOUR, 1 * HOUR];
/** Programming takes a few minutes of the sandbox's time. */
const MARGIN = 15 * MINUTE;
const PATIENCE = 120_000;

interface Code {
	starts_at: string | null;
	is_offline_access_code: boolean;
}

/**
 * Brings all executions to their end, fast: days that the waits would sit out are skipped by moving the
 * sandbox's clock to the moments when Seam has news about a code, and waits that have gone to sleep are woken
 * by their resume URL, as a Seam Trigger workflow would.
 *
 * @param say is told every move of the clock.
 * @throws Error when some have not ended after two minutes.
 */
export async function passTimeUntilSettled(
	executionIds: string[],
	deviceIds: string[],
	{ n8n, sandbox, say }: { n8n: N8n; sandbox: Sandbox; say: (line: string) => void },
): Promise<void> {
	const end = Date.now() + PATIENCE;
	const visited = new Set<number>();
	while (Date.now() < end) {
		const executions = await Promise.all(
			executionIds.map(async (id) => await n8n.client.execution(id)),
		);
		const open = executions.filter(({ status }) => ['new', 'running', 'waiting'].includes(status));
		if (open.length === 0) return;
		const next = (await haveCodes(deviceIds, sandbox))
			? (await newsMoments(deviceIds, sandbox)).find((moment) => !visited.has(moment))
			: undefined;
		if (next === undefined) {
			for (const { id, status } of open) if (status === 'waiting') await n8n.client.wake(id);
			await pause(1_000);
		} else {
			visited.add(next);
			if (next > (await sandbox.now()).getTime()) {
				await sandbox.setClock({ now: new Date(next).toISOString() });
				say(`the sandbox’s clock moved to ${new Date(next).toISOString().slice(0, 16)}Z`);
			}
		}
	}
	throw new Error(`After ${PATIENCE / 1000} s some executions had not ended.`);
}

async function haveCodes(deviceIds: string[], sandbox: Sandbox): Promise<boolean> {
	const lists = await Promise.all(deviceIds.map(async (id) => await codesOf(id, sandbox)));
	return lists.every((codes) => codes.length > 0);
}

async function newsMoments(deviceIds: string[], sandbox: Sandbox): Promise<number[]> {
	const lists = await Promise.all(deviceIds.map(async (id) => await codesOf(id, sandbox)));
	return lists
		.flat()
		.filter((code) => !code.is_offline_access_code && code.starts_at !== null)
		.flatMap(({ starts_at }) =>
			NEWS_BEFORE_START.map((before) => Date.parse(starts_at!) - before + MARGIN),
		)
		.sort((one, other) => one - other);
}

async function codesOf(deviceId: string, sandbox: Sandbox): Promise<Code[]> {
	const { access_codes } = await sandbox.seam<{ access_codes: Code[] }>('/access_codes/list', {
		device_id: deviceId,
	});
	return access_codes;
}
