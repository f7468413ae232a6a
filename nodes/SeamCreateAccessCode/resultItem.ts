import type { IDataObject } from 'n8n-workflow';

import { opensUntil } from '../shared/accessCode/codeFacts';
import type { LockDecision } from '../shared/accessCode/deciding/decide';
import type { Change } from '../shared/accessCode/deciding/editOnlineCode';
import type { PlanWarning } from '../shared/accessCode/planning/planTypes';
import type { LeftCode } from '../shared/booking/leaveCodes';
import type { LeftLock, ServedBooking } from '../shared/booking/serveBookings';
import { planOf, type LockOfBooking, type ServedLock } from '../shared/booking/writeLock';
import type { AccessCode } from '../shared/schema/accessCode';
import { formatInZone } from '../shared/time/format';
import { readInstant } from '../shared/time/instant';

/** One output item: the code of one lock, or why there is none. */
export type LockOutcome = { json: IDataObject } | { failure: unknown; lock?: LockOfBooking };

/** One outcome per lock; what became of the previous locks stands on each of them. */
export function outcomesOf(served: ServedBooking, bookingKey: string | null): LockOutcome[] {
	if ('failure' in served) return [served];
	if ('planned' in served)
		return served.planned.map((lock) => ({ json: planItem(lock, bookingKey) }));
	const { written, previous } = served;
	return written.map((result) =>
		result.failure === undefined
			? { json: resultItem(result, bookingKey, previous) }
			: { failure: result.failure, lock: result.lock },
	);
}

/** What a run would do, without a code: `plan_only` shows the nodes after it that there is nothing to wait for. */
function planItem(lock: LockOfBooking, bookingKey: string | null): IDataObject {
	const plan = planOf(lock);
	return {
		plan_only: true,
		action: lock.decision.action,
		device_id: lock.device.device_id,
		booking_key: bookingKey,
		starts_at_local: plan.window.granted.starts_at,
		ends_at_local: plan.window.granted.ends_at,
		time_zone: plan.window.time_zone,
		guest_instructions: plan.guest_instructions,
		plan: plan as unknown as IDataObject,
	};
}

function resultItem(
	{ lock, plan, code, wasCreated, pending, left, surplus }: ServedLock,
	bookingKey: string | null,
	previous: LeftLock[],
): IDataObject {
	const { decision } = lock;
	const isEnded = decision.action === 'end';
	const local = (at: number | null) =>
		at === null ? null : formatInZone(at, plan.window.time_zone);
	const told = (other: AccessCode) => ({
		access_code_id: other.access_code_id,
		code: other.code ?? null,
		starts_at_local: local(readInstant(other.starts_at)),
		ends_at_local: local(opensUntil(other)),
	});
	const toldOfLeft = ({ code: { access_code_id }, result, until, because }: LeftCode) => ({
		access_code_id,
		result,
		until: local(until),
		because,
	});
	return {
		...(isEnded ? { ...code, code: undefined } : code),
		booking_key: bookingKey,
		starts_at_local: local(readInstant(code.starts_at)),
		ends_at_local: local(readInstant(code.ends_at)),
		time_zone: plan.window.time_zone,
		was_created: wasCreated,
		...(isEnded ? { stay_is_over: true } : {}),
		changes: changesOf(decision, code),
		pending_changes: pending,
		guest_instructions: isEnded ? [] : plan.guest_instructions,
		codes_of_stay: isEnded ? [] : [...decision.inUse, code].map(told),
		deleted_codes: left.map(toldOfLeft),
		cannot_be_revoked: [...decision.notRevocable, ...surplus].map(told),
		surplus_access_code_ids: surplus.map(({ access_code_id }) => access_code_id),
		previous_locks: previous.map(({ deviceId, ...entry }) => ({
			device_id: deviceId,
			...('code' in entry ? toldOfLeft(entry) : entry),
		})),
		plan: { ...plan, warnings: withLevelTaken(plan.warnings, code) } as unknown as IDataObject,
	} as unknown as IDataObject;
}

function changesOf(decision: LockDecision, { code: pin }: AccessCode): Change[] {
	if (decision.action !== 'update') return [];
	if (!decision.changesPin) return decision.changes;
	return [...decision.changes, { field: 'code', from: decision.code.code ?? null, to: pin }];
}

/** Which of the user levels with equal times Seam took stands in the code that it made. */
function withLevelTaken(warnings: PlanWarning[], code: AccessCode): PlanWarning[] {
	const level = code.dormakaba_oracode_metadata?.user_level_name;
	if (!level) return warnings;
	return warnings.map((warning) =>
		warning.code === 'user_levels_with_equal_times'
			? { ...warning, message: `${warning.message} It took “${level}”.` }
			: warning,
	);
}
