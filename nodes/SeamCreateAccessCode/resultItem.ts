import type { IDataObject, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { opensUntil } from '../shared/accessCode/codeFacts';
import { readInstant } from '../shared/time/instant';
import type { PlanWarning } from '../shared/accessCode/planning/planTypes';
import type { AccessCode } from '../shared/schema/accessCode';
import { formatInZone } from '../shared/time/format';
import type { LeftCode } from './previousLocks';
import type { Booking } from './readBooking';
import { pinned, type LockOfBooking, type WrittenLock } from '../shared/booking/writeLocks';

/** One output item: the code of one lock, or why there is none. */
export interface LockOutcome {
	json: IDataObject;
	failure?: NodeApiError | NodeOperationError;
}

/** What a run would do, without a code: `plan_only` tells the nodes after it that there is nothing to wait for. */
export function planItem(lock: LockOfBooking, booking: Booking): LockOutcome {
	const plan = pinned(lock);
	return {
		json: {
			plan_only: true,
			action: lock.decision.action,
			device_id: lock.device.device_id,
			booking_key: booking.bookingKey,
			starts_at_local: plan.window.granted.starts_at,
			ends_at_local: plan.window.granted.ends_at,
			time_zone: plan.window.time_zone,
			guest_instructions: plan.guest_instructions,
			plan: plan as unknown as IDataObject,
		},
	};
}

/** One outcome per lock; what became of the previous locks stands on each of them. */
export function resultItems(
	written: WrittenLock[],
	booking: Booking,
	left: LeftCode[],
): LockOutcome[] {
	return written.map((result) =>
		result.failure === undefined
			? { json: resultItem(result, booking, left) }
			: { json: {}, failure: toldPerLock(result.failure, result.lock, written) },
	);
}

function resultItem(
	{ lock, plan, code, wasCreated, surplus }: Exclude<WrittenLock, { failure: Error }>,
	booking: Booking,
	left: LeftCode[],
): IDataObject {
	const zone = plan.window.time_zone;
	const { decision } = lock;
	const local = (end: number | null) => (end === null ? null : formatInZone(end, zone));
	const told = (other: AccessCode) => ({
		access_code_id: other.access_code_id,
		code: other.code ?? null,
		starts_at_local: local(readInstant(other.starts_at)),
		ends_at_local: local(opensUntil(other)),
	});
	return {
		...code,
		booking_key: booking.bookingKey,
		starts_at_local: local(readInstant(code.starts_at)),
		ends_at_local: local(readInstant(code.ends_at)),
		time_zone: zone,
		was_created: wasCreated,
		changes: decision.action === 'update' ? decision.changes : [],
		guest_instructions: plan.guest_instructions,
		codes_of_stay: [...decision.inUse, code].map(told),
		cannot_be_revoked: [...decision.notRevocable, ...surplus].map(told),
		surplus_access_code_ids: surplus.map(({ access_code_id }) => access_code_id),
		previous_locks: left.map((entry) => ({
			device_id: entry.code.device_id,
			access_code_id: entry.code.access_code_id,
			result: entry.result,
			until: local(entry.until),
			...(entry.because === undefined ? {} : { because: entry.because }),
		})),
		plan: { ...plan, warnings: withLevelTaken(plan.warnings, code) } as unknown as IDataObject,
	} as unknown as IDataObject;
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

/** Says which lock it is, and that the others have theirs, where a booking has several. */
function toldPerLock(
	failure: NodeApiError | NodeOperationError,
	lock: LockOfBooking,
	written: WrittenLock[],
): NodeApiError | NodeOperationError {
	if (written.length === 1) return failure;
	const served = written.filter((other) => other.failure === undefined).length;
	const name = lock.device.display_name ?? lock.device.device_id;
	failure.message = `${name}: ${failure.message}`;
	failure.description = [
		failure.description,
		`${served} of the ${written.length} locks of this booking have their code; running again with the same Booking Key completes it.`,
	]
		.filter(Boolean)
		.join(' ');
	return failure;
}
