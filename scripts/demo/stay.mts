import { hasEnded, waitFor, type N8n, type Sandbox } from '../../test/e2e/harness/index.mts';
import type { Booking, Lock } from './bookings.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As far before its start as Seam gives a code to the lock: by the lock's own schedule, else just in time. */
const NEWS_BEFORE_START = [72 * HOUR, 1 * HOUR];
/** Programming a lock, or having a PIN assigned, takes a moment of the sandbox's time, too. */
const MARGIN = 10 * MINUTE;

/** A booking on its way: the execution that the webhook started. */
export interface Arrived {
	booking: Booking;
	executionId: string;
}

interface Stage {
	n8n: N8n;
	sandbox: Sandbox;
	/** Told every move of the clock. */
	say: (line: string) => void;
	/** Told every execution that has ended, as soon as it has. */
	onSettled: (one: Arrived) => Promise<void>;
}

/**
 * Brings all executions to their end, fast. The days that the waits would sit out are skipped: the sandbox's clock
 * moves to the moments when Seam can have news about a code, and waits that have gone to sleep are woken by their
 * resume URL, as a Seam Trigger workflow would do it.
 *
 * @throws Error when an execution has not ended a minute after its news.
 */
export async function passTimeUntilSettled(
	arrived: Arrived[],
	locks: Lock[],
	stage: Stage,
): Promise<void> {
	await moveTo((await stage.sandbox.now()).getTime() + MARGIN, stage);
	for (const one of arrived) {
		const lock = locks.find(({ alias }) => alias === one.booking.lock);
		if (lock?.isOnline) await moveToNews(one.booking, lock, stage);
		await untilSettled(one, stage);
		await stage.onSettled(one);
	}
}

/** Moves the clock on until Seam has confirmed the code of a booking on an online lock. */
async function moveToNews(booking: Booking, lock: Lock, stage: Stage): Promise<void> {
	await waitFor(async () => (await codesOf(lock, stage.sandbox)).length > 0, {
		limit: 30,
		what: `a code for ${booking.title}`,
	});
	for (const before of NEWS_BEFORE_START) {
		await moveTo(booking.checkIn.toMillis() - before + MARGIN, stage);
		const codes = await codesOf(lock, stage.sandbox);
		if (codes.some((code) => code.is_scheduled_on_device || code.status === 'set')) return;
	}
}

async function moveTo(moment: number, { sandbox, say }: Stage): Promise<void> {
	if (moment <= (await sandbox.now()).getTime()) return;
	const now = new Date(moment).toISOString();
	await sandbox.setClock({ now });
	say(`the sandbox’s clock moved to ${now.slice(0, 16)}Z`);
}

/** Wakes an execution until it has ended. */
export async function untilSettled(
	{ booking, executionId }: Arrived,
	{ n8n }: Pick<Stage, 'n8n'>,
): Promise<void> {
	await waitFor(
		async () => {
			const execution = await n8n.client.execution(executionId);
			if (execution.status === 'waiting') await n8n.client.wake(executionId);
			return hasEnded(execution);
		},
		{ limit: 60, every: 500, what: `the end of the execution for ${booking.title}` },
	);
}

async function codesOf(lock: Lock, sandbox: Sandbox): Promise<Code[]> {
	const { access_codes } = await sandbox.seam<{ access_codes: Code[] }>('/access_codes/list', {
		device_id: lock.deviceId,
	});
	return access_codes;
}

interface Code {
	status: string;
	is_scheduled_on_device?: boolean;
}
