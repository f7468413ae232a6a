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
import { createDeviceReader, type DeviceReader } from '../shared/api/deviceReader';
import { isNotFound, isPassing, SeamError } from '../shared/api/seamError';
import { wait } from '../shared/api/wait';
import { schedulingOf } from '../shared/locks/facts/scheduling';
import { lockZone } from '../shared/locks/facts/zone';
import type { AccessCode } from '../shared/schema/accessCode';
import type { Instant } from '../shared/time/instant';
import { takeFallback, withoutFallback } from './fallback';
import { takePollingPlace } from './pollingPlaces';
import type { Watched } from './watched';

export interface WatchOptions {
	/**
	 * How long to go on looking in this process, in milliseconds; then the caller parks or answers. Less long where
	 * too many do so already.
	 */
	pollFor: number;
	/** Don't only look where a look is due: somebody said that there are news. */
	lookAtAll?: boolean;
}

/**
 * n8n reads once a minute which parked executions are due soon, and resumes those to the second. A shorter sleep
 * may be found late: one of 50 seconds lasts 50 to 60, so that a code is told within a minute of being set.
 */
export const PARK_AT_LEAST = 50_000;

/** However often somebody says that there are news: Seam is asked about a code at most this often. */
const LOOK_AT_MOST_EVERY = 5_000;

/**
 * Looks at the codes until every wait is settled, one of them must stop the node, or the time to poll is over.
 *
 * What was settled in an earlier run of the node is read again before the end, so that nothing is ever handed out
 * that Seam has not confirmed in this run.
 */
export async function watch(
	context: IExecuteFunctions,
	records: readonly WaitRecord[],
	{ pollFor, lookAtAll = false }: WatchOptions,
): Promise<Watched[]> {
	const began = Date.now();
	const devices = createDeviceReader(context);
	const watched: Watched[] = records.map((record) => ({ record }));
	const look = async (indexes: number[]) => {
		const looks = indexes.map(async (itemIndex) => {
			watched[itemIndex] = await lookAt(context, watched[itemIndex].record, itemIndex, {
				devices,
				isPolling: pollFor > 0,
			});
		});
		await Promise.all(looks);
	};
	const indexesOf = (isWanted: (one: Watched) => boolean) =>
		[...watched.keys()].filter((index) => isWanted(watched[index]));

	if (lookAtAll) await wait(untilLookAllowed(records), cancelSignalOf(context));
	let leavePlace: (() => void) | null = null;
	try {
		for (let isFirst = true; ; isFirst = false) {
			await look(indexesOf((one) => isDue(one.record, lookAtAll && isFirst)));
			if (watched.every(({ record }) => isOver(record))) {
				await look(indexesOf((one) => one.record.failure === null && one.accessCode === undefined));
			}
			const next = nextLookOf(watched.map(({ record }) => record));
			if (next === null || next > began + pollFor || watched.some(({ record }) => mustStop(record)))
				return watched;
			leavePlace ??= takePollingPlace();
			if (leavePlace === null) return watched;
			await wait(Math.max(0, next - Date.now()), cancelSignalOf(context));
		}
	} finally {
		leavePlace?.();
	}
}

/** The earliest look that any of them still waits for; null where all are over. */
export function nextLookOf(records: readonly WaitRecord[]): Instant | null {
	const open = records.filter((record) => !isOver(record));
	return open.length === 0 ? null : Math.min(...open.map(({ nextPollAt }) => nextPollAt));
}

/** Milliseconds until each of the open waits may be polled again; the news that came must not be missed. */
function untilLookAllowed(records: readonly WaitRecord[]): number {
	const lastLooks = records.map((record) => (isOver(record) ? 0 : (record.lastPollAt ?? 0)));
	return Math.max(0, Math.max(...lastLooks) + LOOK_AT_MOST_EVERY - Date.now());
}

function isDue(record: WaitRecord, lookAtAll: boolean): boolean {
	return !isOver(record) && (lookAtAll || record.nextPollAt <= Date.now() + NEARLY_DUE);
}

async function lookAt(
	context: IExecuteFunctions,
	record: WaitRecord,
	itemIndex: number,
	{ devices, isPolling }: { devices: DeviceReader; isPolling: boolean },
): Promise<Watched> {
	const time = () => {
		const now = Date.now();
		return { now, earliestNext: now + (isPolling ? NEARLY_DUE : PARK_AT_LEAST) };
	};
	const read = await readAccessCode(context, record.accessCodeId, itemIndex);
	if ('error' in read) {
		const { error } = read;
		if (!mayPass(error, record, isPolling)) {
			return { record: withFailure(record, error), accessCode: null, error };
		}
		const looked = afterFailedPoll(record, error.message, time());
		return { record: withoutFallback(looked), accessCode: null, error };
	}
	const { accessCode } = read;
	const informed = await withLockFacts(record, accessCode, devices, itemIndex);
	const looked: Watched = { record: afterPoll(informed, accessCode, time()), accessCode };
	return await takeFallback(context, looked, devices, itemIndex);
}

/** Whether to go on after an error: at the first look only where Seam is busy or away, later after any. */
function mayPass(error: unknown, { polls }: WaitRecord, isPolling: boolean): error is SeamError {
	if (!(error instanceof SeamError) || error.kind === 'cancelled') return false;
	return polls > 0 || (isPolling && isPassing(error));
}

/** The code, null where Seam knows no such code, or what kept it from being read. */
async function readAccessCode(
	context: IExecuteFunctions,
	accessCodeId: string,
	itemIndex: number,
): Promise<{ accessCode: AccessCode | null } | { error: unknown }> {
	try {
		return { accessCode: await getAccessCode(context, accessCodeId, itemIndex) };
	} catch (error) {
		if (isNotFound(error)) return { accessCode: null };
		return { error };
	}
}

/** Asks for the device where that helps; a device that can't be read now is asked for at the next look. */
async function withLockFacts(
	record: WaitRecord,
	accessCode: AccessCode | null,
	devices: DeviceReader,
	itemIndex: number,
): Promise<WaitRecord> {
	if (accessCode === null || !needsDevice(record, accessCode, Date.now())) return record;
	try {
		const device = await devices.get(accessCode.device_id, itemIndex);
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
