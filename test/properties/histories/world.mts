// The nodes' own `execute` over HTTP against the sandbox, a process of its own; its clock and this one's are moved together.
import { randomUUID } from 'node:crypto';
import type { INodeParameters, INodeType } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import { SeamCreateAccessCode } from '../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import type { Sandbox } from '../../e2e/harness/sandbox.mts';
import { runNode } from '../../unit/support/nodeHarness.mts';
import type { BookingWorkflow } from './live.mts';

const realNow = Date.now.bind(Date);
let offset = 0;

/** From now on this process lives at the sandbox's time, and short waits take no time at all. */
export function joinClocks(): () => void {
	const realSetTimeout = globalThis.setTimeout;
	Date.now = () => realNow() + offset;
	const impatient = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
		realSetTimeout(run, ms >= 100 && ms <= 10_000 ? 1 : ms, ...args);
	globalThis.setTimeout = impatient as unknown as typeof setTimeout;
	return () => {
		Date.now = realNow;
		globalThis.setTimeout = realSetTimeout;
	};
}

export async function setTime(sandbox: Sandbox, instant: number): Promise<void> {
	await sandbox.setClock({ now: new Date(instant).toISOString() });
	offset = instant - realNow();
}

/** A workflow that runs nothing but the nodes. */
export function nodesAlone(sandbox: Sandbox): BookingWorkflow {
	const run = async (node: new () => INodeType, parameters: INodeParameters) => {
		const [outputs] = await runNode(node, {
			seam: sandbox,
			credential: { apiKey: sandbox.apiKey },
			executionId: randomUUID(),
			parameters,
		});
		return outputs.map(({ json }) => json);
	};
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	return {
		deliver: async ({ key, name, room: [first, ...others], elsewhere, starts_at, ends_at }) =>
			await run(SeamCreateAccessCode, {
				device: byId(first),
				additionalDevices: others.join(','),
				bookingKey: key,
				name,
				startsAt: starts_at,
				endsAt: ends_at,
				options: { previousLocks: elsewhere.join(',') },
			}),
		cancel: async ({ key, room: [first, ...others], elsewhere }) =>
			await run(Seam, {
				resource: 'accessCode',
				operation: 'delete',
				deleteBy: 'bookingKey',
				bookingKey: key,
				device: byId(first),
				additionalDevices: [...others, ...elsewhere].join(','),
			}),
	};
}
