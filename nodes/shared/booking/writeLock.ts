import { isOfflineKind } from '../accessCode/deciding/bookingOnLock';
import { isCodeOfPlan, type LockDecision } from '../accessCode/deciding/decide';
import { pinIsTaken, withPin, type BookingPins } from '../accessCode/pin/bookingPins';
import type { Plan } from '../accessCode/planning/planTypes';
import { aboutLock } from '../api/aboutLock';
import { attemptAsync } from '../attempt';
import type { AccessCode } from '../schema/accessCode';
import type { UpdateAccessCodeRequest } from '../schema/accessCodeRequests';
import type { Device } from '../schema/device';
import { readInstant, type Instant } from '../time/instant';
import { createOnce } from './createOnce';
import { leaveCodes, type LeftCode } from './leaveCodes';
import type { LockCalls } from './lockCalls';

/** One lock of a booking with all that was decided before the first write. */
export interface LockOfBooking {
	device: Device;
	identity: string;
	now: Instant;
	decision: LockDecision;
	pins: BookingPins;
	/** The codes of the booking that were on the lock before. */
	own: readonly AccessCode[];
	/** Whether the booking has other locks, too. */
	isOneOfSeveral: boolean;
}

/** What became of one lock. */
export type WrittenLock = ServedLock | { lock: LockOfBooking; plan: Plan; failure: Error };

/** A lock that holds what the booking asks for. */
export interface ServedLock {
	lock: LockOfBooking;
	plan: Plan;
	failure?: undefined;
	code: AccessCode;
	wasCreated: boolean;
	/** Fields of the edit that Seam has accepted and not yet applied. */
	pending: string[];
	/** Codes of the booking on this lock that it no longer needs. */
	left: LeftCode[];
	/** Further codes for the same window that other runs made and nobody can delete. */
	surplus: AccessCode[];
	/** Whether another run may have made the same code unseen: nothing would have refused it. */
	isUnguarded: boolean;
}

/**
 * Carries one lock's decision out, and deletes what it replaces.
 *
 * @param written The locks of the booking that were served before it
 */
export async function writeLock(
	calls: LockCalls,
	lock: LockOfBooking,
	written: WrittenLock[],
): Promise<WrittenLock> {
	const { value, error } = await attemptAsync(async () => {
		const served = await carryOut(calls, lock, written);
		const left = await leaveCodes(calls, lock.decision.toDelete);
		const stillOpen = left.find(({ result }) => result === 'not_deleted');
		// After a stay that is over the deletion is all there is to do.
		if (lock.decision.action === 'end' && stillOpen) throw stillOpen.failure;
		return { ...served, left };
	});
	if (value) return value;
	const failure = aboutLock(error, lock.device, lock.isOneOfSeveral);
	return { lock, plan: lock.decision.plan, failure };
}

/** The plan as it will be sent, or was. */
export function planOf({ device, decision, pins }: LockOfBooking): Plan {
	switch (decision.action) {
		case 'create':
			return withPin(decision.plan, pins.choiceFor(device.device_id));
		case 'update':
			return { ...decision.plan, edit: editOf({ device, decision, pins }) };
		default:
			return decision.plan;
	}
}

function editOf({
	device,
	decision,
	pins,
}: Pick<LockOfBooking, 'device' | 'pins'> & {
	decision: Extract<LockDecision, { action: 'update' }>;
}): UpdateAccessCodeRequest {
	if (!decision.changesPin) return decision.edit;
	return { ...decision.edit, code: pins.choiceFor(device.device_id).code };
}

async function carryOut(
	calls: LockCalls,
	lock: LockOfBooking,
	written: WrittenLock[],
): Promise<ServedLock> {
	const { decision } = lock;
	switch (decision.action) {
		case 'keep':
		case 'end':
			return served(lock, decision.code, decision.plan);
		case 'update':
			return await updateCode(calls, { ...lock, decision }, written);
		case 'create':
			return await createCode(calls, lock, written);
	}
}

function served(
	lock: LockOfBooking,
	code: AccessCode,
	plan: Plan,
	more: Partial<ServedLock> = {},
): ServedLock {
	const nothing = { wasCreated: false, pending: [], left: [], surplus: [], isUnguarded: false };
	return { lock, code, plan, ...nothing, ...more };
}

/** An edit that Seam refuses for its PIN goes on to the booking's next one. */
async function updateCode(
	calls: LockCalls,
	lock: LockOfBooking & { decision: Extract<LockDecision, { action: 'update' }> },
	written: WrittenLock[],
): Promise<ServedLock> {
	const { decision, device, pins } = lock;
	for (;;) {
		const edit = editOf(lock);
		const answer = await calls.update(decision.code, edit);
		if (answer.kind === 'changed') {
			const { code, pending } = asEdited(answer.code, edit);
			return served(lock, code, planOf(lock), { pending });
		}
		if (!decision.changesPin || !pins.next(device.device_id)) throw answer.failure;
		await changePinOfWritten(calls, lock, written);
	}
}

/** Seam shows an edit's old values until the lock has the new ones; what was asked for counts. */
function asEdited(
	read: AccessCode,
	edit: UpdateAccessCodeRequest,
): Pick<ServedLock, 'code' | 'pending'> {
	const wanted = Object.entries(edit).filter(([, value]) => value !== undefined);
	const pending = wanted.filter(
		([field, value]) => inUtc(read[field as keyof AccessCode]) !== inUtc(value),
	);
	const asked = Object.fromEntries(pending.map(([field, value]) => [field, inUtc(value)]));
	return { code: { ...read, ...asked }, pending: Object.keys(asked) };
}

/** Times as Seam writes them; anything else as it is. */
function inUtc(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return value;
	const instant = readInstant(value);
	return instant === null ? value : new Date(instant).toISOString();
}

/** Creates the code, and goes on to the booking's next PIN for all its locks if Seam reports a conflict. */
async function createCode(
	calls: LockCalls,
	lock: LockOfBooking,
	written: WrittenLock[],
): Promise<ServedLock> {
	const { device, pins } = lock;
	for (;;) {
		const plan = planOf(lock);
		const outcome = await createOnce(
			{
				relist: async () => await calls.relist(device.device_id),
				create: async () => await calls.create(plan.request),
				pause: calls.pause,
			},
			{ isWanted: isWantedBy(lock), pin: plan.request.code },
		);
		switch (outcome.kind) {
			case 'created': {
				const isUnguarded = !outcome.isGuarded;
				return served(lock, outcome.code, plan, { wasCreated: true, isUnguarded });
			}
			case 'found':
				pins.prefer(device.device_id, outcome.code.code);
				return served(lock, outcome.code, plan, { isUnguarded: isOfflineKind(plan) });
			case 'unanswered':
				throw outcome.failure;
			case 'conflict':
				if (plan.request.code === undefined || !pins.next(device.device_id)) {
					throw outcome.isPinOnLock ? pinIsTaken() : outcome.failure;
				}
				await changePinOfWritten(calls, lock, written);
		}
	}
}

/** Whether a code on the lock is the one that this lock's create wants, made by somebody else meanwhile. */
export function isWantedBy({ decision, identity, now, own }: LockOfBooking) {
	const known = new Set(own.map(({ access_code_id }) => access_code_id));
	return (code: AccessCode): boolean =>
		!known.has(code.access_code_id) && isCodeOfPlan(code, decision.plan, identity, now);
}

/** One booking has one PIN: the codes that this run has just made follow to the next one. Nobody knows them yet. */
async function changePinOfWritten(
	calls: LockCalls,
	{ device, pins }: LockOfBooking,
	written: WrittenLock[],
): Promise<void> {
	const pin = pins.choiceFor(device.device_id).code;
	for (const other of written) {
		if (other.failure !== undefined || !other.wasCreated) continue;
		const { code } = pins.choiceFor(other.lock.device.device_id);
		if (code !== pin || other.code.code === pin) continue;
		const edit = { access_code_id: other.code.access_code_id, code: pin };
		const answer = await calls.update(other.code, edit);
		if (answer.kind === 'conflict') throw answer.failure;
		other.code = asEdited(answer.code, edit).code;
		other.plan = planOf(other.lock);
	}
}
