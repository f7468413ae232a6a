import type { IExecuteFunctions } from 'n8n-workflow';

import { NEARLY_DUE } from '../shared/accessCode/waiting/polls';
import {
	afterFailedPoll,
	afterPoll,
	isOver,
	mustStop,
	needsDevice,
	type WaitRecord,
} from '../shared/accessCode/waiting/waitRecord';
import { getAccessCode } from '../shared/api/accessCodes';
import { cancelSignalOf } from '../shared/api/context';
import { createDeviceReader } from '../shared/api/deviceReader';
import { isNotFound, isPassing, SeamError } from '../shared/api/seamError';
import { wait } from '../shared/api/wait';
import { schedulingOf } from '../shared/locks/facts/scheduling';
import { lockZone } from '../shared/locks/facts/zone';
import type { AccessCode } from '../shared/schema/accessCode';
import type { Instant } from '../shared/time/instant';
import { takeFallback, withoutFallback } from './fallback';
import type { PolledWait, WaitRun } from './polledWait';
import { takePollingSlot } from './pollingSlots';

export interface PollOptions {
	/**
	 * How long to go on polling in this process, in milliseconds; then the caller parks or answers. Less long if too
	 * many do so already.
	 */
	pollFor: number;
	/** Poll every code at once, not only those that are due: somebody said that there is news. */
	pollAll?: boolean;
}

/**
 * n8n reads once a minute which parked executions are due soon, and resumes those to the second. A shorter sleep
 * may be found late: one of 50 seconds lasts 50 to 60, so that a code is told within a minute of being set.
 */
export const PARK_AT_LEAST = 50_000;

/** However often somebody says that there is news: Seam is asked about a code at most this often. */
const POLL_AT_MOST_EVERY = 5_000;

/**
 * Polls the codes until every wait is settled, one of them must stop the node, or the time to poll is over.
 *
 * What was settled in an earlier run of the node is read again before the end, so that nothing is ever handed out
 * that Seam has not confirmed in this run.
 */
export async function pollUntilSettled(
	context: IExecuteFunctions,
	records: readonly WaitRecord[],
	{ pollFor, pollAll = false }: PollOptions,
): Promise<PolledWait[]> {
	const began = Date.now();
	const devices = createDeviceReader();
	const polled: PolledWait[] = records.map((record) => ({ record }));
	const pollThose = async (isWanted: (one: PolledWait) => boolean) => {
		const polls = polled.map(async (one, itemIndex) => {
			if (isWanted(one)) polled[itemIndex] = await poll(one.record, itemIndex);
		});
		await Promise.all(polls);
	};
	const poll = async (record: WaitRecord, itemIndex: number) =>
		await pollOnce({ context, itemIndex, devices }, record, pollFor > 0);

	if (pollAll) await wait(untilPollAllowed(records), cancelSignalOf(context));
	let leaveSlot: (() => void) | null = null;
	try {
		for (let isFirst = true; ; isFirst = false) {
			await pollThose(({ record }) => isDue(record, pollAll && isFirst));
			if (polled.every(({ record }) => isOver(record))) await pollThose(isUnread);
			const next = nextPollOf(polled.map(({ record }) => record));
			if (next === null || next > began + pollFor || polled.some(({ record }) => mustStop(record)))
				return polled;
			leaveSlot ??= takePollingSlot();
			if (leaveSlot === null) return polled;
			await wait(Math.max(0, next - Date.now()), cancelSignalOf(context));
		}
	} finally {
		leaveSlot?.();
	}
}

/** The earliest poll that any of them still waits for; null if all are over. */
export function nextPollOf(records: readonly WaitRecord[]): Instant | null {
	const open = records.filter((record) => !isOver(record));
	return open.length === 0 ? null : Math.min(...open.map(({ nextPollAt }) => nextPollAt));
}

/** Milliseconds until each of the open waits may be polled again; the news that came must not be missed. */
function untilPollAllowed(records: readonly WaitRecord[]): number {
	const lastPolls = records.map((record) => (isOver(record) ? 0 : (record.lastPollAt ?? 0)));
	return Math.max(0, Math.max(...lastPolls) + POLL_AT_MOST_EVERY - Date.now());
}

function isDue(record: WaitRecord, pollAll: boolean): boolean {
	return !isOver(record) && (pollAll || record.nextPollAt <= Date.now() + NEARLY_DUE);
}

const isUnread = ({ record, accessCode }: PolledWait) =>
	record.failure === null && accessCode === undefined;

async function pollOnce(run: WaitRun, record: WaitRecord, isPolling: boolean): Promise<PolledWait> {
	const time = () => {
		const now = Date.now();
		return { now, earliestNext: now + (isPolling ? NEARLY_DUE : PARK_AT_LEAST) };
	};
	let accessCode: AccessCode | null = null;
	try {
		accessCode = await getAccessCode(run, record.accessCodeId);
	} catch (error) {
		if (!isNotFound(error)) {
			const failed = mayPass(error, record, isPolling)
				? withoutFallback(afterFailedPoll(record, error.message, time()))
				: withFailure(record, error);
			return { record: failed, accessCode, error };
		}
	}
	const informed = await withLockFacts(run, record, accessCode);
	const polled: PolledWait = { record: afterPoll(informed, accessCode, time()), accessCode };
	return await takeFallback(run, polled);
}

/** Whether to go on after an error: at the first poll only if Seam is busy or away, later after any. */
function mayPass(error: unknown, { polls }: WaitRecord, isPolling: boolean): error is SeamError {
	if (!(error instanceof SeamError) || error.kind === 'cancelled') return false;
	return polls > 0 || (isPolling && isPassing(error));
}

/** Asks for the device if that helps; a device that can't be read now is asked for at the next poll. */
async function withLockFacts(
	run: WaitRun,
	record: WaitRecord,
	accessCode: AccessCode | null,
): Promise<WaitRecord> {
	if (accessCode === null || !needsDevice(record, accessCode, Date.now())) return record;
	try {
		const device = await run.devices.get(run, accessCode.device_id);
		const facts = { timeZone: lockZone(device)?.zone ?? null, scheduling: schedulingOf(device) };
		return { ...record, facts };
	} catch (error) {
		if (error instanceof SeamError && error.kind !== 'cancelled') return record;
		return withFailure(record, error);
	}
}

function withFailure(record: WaitRecord, error: unknown): WaitRecord {
	const message = error instanceof Error ? error.message : String(error);
	const fix = error instanceof SeamError ? error.fix : undefined;
	return { ...record, failure: { message, ...(fix ? { description: fix } : {}) } };
}
