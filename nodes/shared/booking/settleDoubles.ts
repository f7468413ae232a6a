import { isOffline } from '../accessCode/codeFacts';
import { oldestFirst } from '../accessCode/deciding/bookingCodes';
import type { PlanWarning } from '../accessCode/planning/planTypes';
import type { ItemContext } from '../api/context';
import { SeamError } from '../api/seamError';
import type { AccessCode } from '../schema/accessCode';
import { leaveCodes } from './leaveCodes';
import { lockCallsOf, type LockCalls } from './lockCalls';
import { orFailure, type RunLocks } from './runLocks';
import { isWantedBy, type ServedLock, type WrittenLock } from './writeLock';

/**
 * Two processes may have made the same code where no PIN of ours made Seam refuse one of them: an offline code, a PIN
 * that Seam chose, an answer that was lost. Each lock with such a code is read once more. The oldest code stays. If
 * codes can be deleted, each run deletes the one that it made itself; if they can't (offline), the others are reported
 * as surplus.
 */
export async function settleDoubles(
	locks: RunLocks,
	written: ReadonlyArray<{ item: ItemContext; lock: WrittenLock }>,
): Promise<void> {
	const byDevice = new Map<string, Array<{ item: ItemContext; made: ServedLock }>>();
	for (const { item, lock: made } of written) {
		if (made.failure !== undefined || !made.isUnguarded) continue;
		const { device_id } = made.lock.device;
		byDevice.set(device_id, [...(byDevice.get(device_id) ?? []), { item, made }]);
	}
	await Promise.all(
		[...byDevice].map(async ([deviceId, entries]) => {
			const codes = await orFailure(locks.relist(entries[0].item, deviceId));
			for (const { item, made } of entries) {
				if (codes instanceof SeamError) made.plan = withWarning(made.plan, NOT_CHECKED);
				else await keepOldest(lockCallsOf(item, locks), made, codes);
			}
		}),
	);
}

async function keepOldest(calls: LockCalls, made: ServedLock, codes: AccessCode[]): Promise<void> {
	const isWanted = isWantedBy(made.lock);
	const others = codes.filter(
		(code) => code.access_code_id !== made.code.access_code_id && isWanted(code),
	);
	if (others.length === 0) return;
	const [oldest, ...rest] = oldestFirst([made.code, ...others]);
	const own = made.code;
	const isOwnSurplus = made.wasCreated && oldest !== own;
	made.code = oldest;
	made.wasCreated &&= oldest === own;
	if (isOffline(oldest)) {
		made.surplus = rest;
	} else if (isOwnSurplus) {
		const because = 'another run made the same code at the same moment';
		made.left = [...made.left, ...(await leaveCodes(calls, [{ code: own, because }]))];
	}
}

function withWarning(plan: ServedLock['plan'], warning: PlanWarning): ServedLock['plan'] {
	return { ...plan, warnings: [...plan.warnings, warning] };
}

const NOT_CHECKED: PlanWarning = {
	code: 'doubles_not_checked',
	message:
		'The lock could not be read again afterwards: another run may have made the same code at the same moment.',
};
