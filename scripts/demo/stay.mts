import { setTimeout as pause } from 'node:timers/promises';
import type { N8n, Sandbox } from '../../test/e2e/harness/index.mts';
import type { Booking, Lock } from './bookings.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As far before its start as Seam gives a code to the lock: by the lock's own schedule, else just in time. */
const NEWS_BEFORE_START = [72 * HOUR, 1 * HOUR];
/** Programming a lock takes a moment of the sandbox's time, too. */
const MARGIN = 10 * MINUTE;
const PATIENCE = 150_000;

/** A booking on its way: the execution that the webhook started. */
export interface Arrived {
	booking: Booking;
	executionId: string;
}

/**
 * Brings all executions to their end, fast. The days that the waits would sit out are skipped: the sandbox's clock
 * moves to the next moment when Seam can have news about a code, and waits that have gone to sleep are woken by
 * their resume URL, as a Seam Trigger workflow would do it. No clock moves past the stay of a guest who has not
 * been told yet.
 *
 * @param say is told every move of the clock.
 * @throws Error when some have not ended after two and a half minutes.
 */
export async function passTimeUntilSettled(
	arrived: Arrived[],
	locks: Lock[],
	{ n8n, sandbox, say }: { n8n: N8n; sandbox: Sandbox; say: (line: string) => void },
): Promise<void> {
	const end = Date.now() + PATIENCE;
	const moments = [...(await newsMoments(arrived, locks, sandbox))];
	while (Date.now() < end) {
		const open = await openOnes(arrived, n8n);
		if (open.length === 0) return;
		const earliestStart = Math.min(...open.map(({ booking }) => booking.checkIn.toMillis()));
		if (moments.length > 0 && moments[0] < earliestStart) {
			const next = new Date(moments.shift()!);
			if (next > (await sandbox.now())) {
				await sandbox.setClock({ now: next.toISOString() });
				say(`the sandbox’s clock moved to ${next.toISOString().slice(0, 16)}Z`);
			}
		} else {
			for (const { executionId, status } of open) {
				if (status === 'waiting') await n8n.client.wake(executionId);
			}
			await pause(1_000);
		}
	}
	throw new Error(`After ${PATIENCE / 1000} s some guests had not been told.`);
}

async function openOnes(
	arrived: Arrived[],
	n8n: N8n,
): Promise<Array<Arrived & { status: string }>> {
	const all = await Promise.all(
		arrived.map(async (one) => {
			const { status } = await n8n.client.execution(one.executionId);
			return { ...one, status };
		}),
	);
	return all.filter(({ status }) => ['new', 'running', 'waiting'].includes(status));
}

/** When Seam can have news: soon about a code that needs no lock, else so and so long before the stay. */
async function newsMoments(arrived: Arrived[], locks: Lock[], sandbox: Sandbox): Promise<number[]> {
	const online = new Set(locks.filter(({ isOnline }) => isOnline).map(({ alias }) => alias));
	const soon = (await sandbox.now()).getTime() + MARGIN;
	const beforeStays = arrived
		.filter(({ booking }) => online.has(booking.lock))
		.flatMap(({ booking }) =>
			NEWS_BEFORE_START.map((before) => booking.checkIn.toMillis() - before + MARGIN),
		);
	return [soon, ...beforeStays].sort((one, other) => one - other);
}
