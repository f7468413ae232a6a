import type { IExecuteFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { isOfflineKind } from '../accessCode/deciding/bookingOnLock';
import { withPin, type SharedPin } from '../accessCode/deciding/bookingPins';
import { isCodeOfPlan, type LockDecision } from '../accessCode/deciding/change';
import { createOnce } from '../accessCode/deciding/createOnce';
import type { Plan, PlanWarning } from '../accessCode/planning/planTypes';
import { toNodeError } from '../api/nodeError';
import type { AccessCode } from '../schema/accessCode';
import type { Device } from '../schema/device';
import type { Instant } from '../time/instant';
import { pinTaken, type LockCalls } from './lockCalls';

/** One lock of a booking with all that was decided before the first write. */
export interface LockOfBooking {
	device: Device;
	identity: string;
	now: Instant;
	decision: LockDecision;
	/** Null where the PIN is not ours to choose. */
	pin: SharedPin | null;
	pinWarnings: PlanWarning[];
}

/** What became of one lock. */
export type WrittenLock = { lock: LockOfBooking; plan: Plan } & (
	| { failure: NodeApiError | NodeOperationError }
	| { failure?: undefined; code: AccessCode; wasCreated: boolean; surplus: AccessCode[] }
);

/** Carries the decisions out, lock by lock; a lock that fails does not keep the others from their code. */
export async function writeLocks(
	context: IExecuteFunctions,
	calls: LockCalls,
	locks: LockOfBooking[],
	itemIndex: number,
): Promise<WrittenLock[]> {
	const written: WrittenLock[] = [];
	for (const lock of locks) {
		try {
			const result = await writeLock(calls, lock, written);
			for (const code of lock.decision.toDelete) await calls.delete(code);
			written.push(result);
		} catch (error) {
			const failure = toNodeError(context.getNode(), error, itemIndex);
			written.push({ lock, plan: lock.decision.plan, failure });
		}
	}
	return written;
}

async function writeLock(
	calls: LockCalls,
	lock: LockOfBooking,
	written: WrittenLock[],
): Promise<WrittenLock> {
	const { decision } = lock;
	switch (decision.action) {
		case 'keep':
			return { lock, plan: decision.plan, code: decision.code, wasCreated: false, surplus: [] };
		case 'update': {
			const code = await calls.update(decision.code, decision.edit);
			return { lock, plan: decision.plan, code, wasCreated: false, surplus: [] };
		}
		case 'create':
			return await createCode(calls, lock, written);
	}
}

/** Creates the code, and goes on to the booking's next PIN for all its locks where another code has this one. */
async function createCode(
	calls: LockCalls,
	lock: LockOfBooking,
	written: WrittenLock[],
): Promise<WrittenLock> {
	const { device, decision, identity, now, pin } = lock;
	for (;;) {
		const plan = pinned(lock);
		const outcome = await createOnce(
			{
				list: async () => await calls.list(device.device_id),
				create: async () => await calls.create(plan.request),
				delete: calls.delete,
				pause: calls.pause,
			},
			{
				isWanted: (code) => isCodeOfPlan(code, decision.plan, identity, now),
				pin: plan.request.code,
				canBeDeleted: !isOfflineKind(plan),
			},
		);
		if (outcome.kind === 'unanswered') throw outcome.failure;
		if (outcome.kind === 'code') {
			if (!outcome.wasCreated) pin?.prefer(outcome.code.code);
			return { lock, plan, ...outcome };
		}
		if (!pin?.next()) throw pinTaken();
		await changePinOfWritten(calls, pin, written);
	}
}

/** One booking has one PIN: the codes that this run has just made follow to the next one. Nobody knows them yet. */
async function changePinOfWritten(
	calls: LockCalls,
	pin: SharedPin,
	written: WrittenLock[],
): Promise<void> {
	for (const other of written) {
		if (other.failure !== undefined || !other.wasCreated || other.lock.pin !== pin) continue;
		const edit = { access_code_id: other.code.access_code_id, code: pin.current };
		other.code = await calls.update(other.code, edit);
		other.plan = withPin(other.plan, pin);
	}
}

/** The plan as it will be sent now. */
export function pinned({ decision, pin, pinWarnings }: LockOfBooking): Plan {
	const plan = pin === null ? decision.plan : withPin(decision.plan, pin);
	return { ...plan, warnings: [...plan.warnings, ...pinWarnings] };
}
