import type { IDataObject } from 'n8n-workflow';

import { opensUntil } from '../shared/accessCode/codeFacts';
import type { LockDecision } from '../shared/accessCode/deciding/decide';
import type { Change } from '../shared/accessCode/deciding/editOnlineCode';
import type { Plan, PlanWarning } from '../shared/accessCode/planning/planTypes';
import type { LeftCode } from '../shared/booking/leaveCodes';
import type { LeftLock, ServedBooking } from '../shared/booking/serveBookings';
import { planOf, type LockOfBooking, type ServedLock } from '../shared/booking/writeLock';
import type { AccessCode } from '../shared/schema/accessCode';
import { formatInZoneOrNull } from '../shared/time/format';
import type { DateForm } from '../shared/time/guestTime';
import { readInstant } from '../shared/time/instant';
import { SIMPLE_CODE_FIELDS } from '../shared/ui/codeFields';
import { guestTexts, windowTexts } from '../shared/ui/guestTexts';
import { inWords } from './reasonsInWords';
import { pinStateOf, summaryOf, type Told } from './summary';

/** One output item: the code of one lock, or why there is none. */
export type LockOutcome = { json: IDataObject } | { failure: unknown; lock?: LockOfBooking };

/** How a booking's items are written. */
export interface Output {
	bookingKey: string | null;
	/** Leaves out what only Seam's raw data have. */
	isSimplified: boolean;
	dateForm: DateForm;
}

/** One outcome per lock; what became of the previous locks stands on each of them. */
export function outcomesOf(served: ServedBooking, output: Output): LockOutcome[] {
	if ('failure' in served) return [served];
	if ('planned' in served) return served.planned.map((lock) => ({ json: planItem(lock, output) }));
	const { written, previous } = served;
	return written.map((result) =>
		result.failure === undefined
			? { json: resultItem(result, output, previous) }
			: { failure: result.failure, lock: result.lock },
	);
}

/** What a run would do, without a code: `plan_only` shows the nodes after it that there is nothing to wait for. */
function planItem(lock: LockOfBooking, { bookingKey, dateForm }: Output): IDataObject {
	const plan = planOf(lock);
	const { granted, time_zone } = plan.window;
	const window = { start: readInstant(granted.starts_at), end: readInstant(granted.ends_at) };
	const told: Told = { lock, plan, window };
	return {
		summary: summaryOf(told),
		plan_only: true,
		action: lock.decision.action,
		pin_state: pinStateOf(told),
		starts_at_local: granted.starts_at,
		ends_at_local: granted.ends_at,
		...windowTexts(window, time_zone, dateForm),
		plan: planToShow(plan, dateForm),
		device_id: lock.device.device_id,
		booking_key: bookingKey,
		time_zone,
		guest_instructions: guestTexts(plan.guest_instructions, dateForm),
	};
}

/** What a person came for stands first: the sentence, the PIN, the window, the ID, and why it is so. */
function resultItem(
	{ lock, plan, code, wasCreated, pending, left, surplus }: ServedLock,
	{ bookingKey, isSimplified, dateForm }: Output,
	previous: LeftLock[],
): IDataObject {
	const { decision } = lock;
	const isEnded = decision.action === 'end';
	const { time_zone } = plan.window;
	const local = (at: number | null) => formatInZoneOrNull(at, time_zone);
	const tell = (other: AccessCode) => ({
		access_code_id: other.access_code_id,
		code: other.code ?? null,
		starts_at_local: local(readInstant(other.starts_at)),
		ends_at_local: local(opensUntil(other)),
	});
	const tellLeft = ({ code: { access_code_id }, result, until, because }: LeftCode) => ({
		access_code_id,
		result,
		until: local(until),
		because,
	});
	const window = { start: readInstant(code.starts_at), end: readInstant(code.ends_at) };
	const told: Told = { lock, plan, window, code };
	const warnings = withLevelTaken(plan.warnings, code);
	const item = {
		summary: summaryOf(told),
		...(isEnded ? { stay_is_over: true } : {}),
		...(isEnded ? {} : { code: code.code, pin_state: pinStateOf(told) }),
		starts_at_local: local(window.start),
		ends_at_local: local(window.end),
		access_code_id: code.access_code_id,
		...windowTexts(window, time_zone, dateForm),
		plan: planToShow({ ...plan, warnings }, dateForm),
		...(isSimplified ? simplifiedCode(code) : { ...code, code: isEnded ? undefined : code.code }),
		booking_key: bookingKey,
		time_zone,
		was_created: wasCreated,
		changes: changesOf(decision, code),
		pending_changes: pending,
		guest_instructions: isEnded ? [] : guestTexts(plan.guest_instructions, dateForm),
		codes_of_stay: isEnded ? [] : [...decision.inUse, code].map(tell),
		deleted_codes: left.map(tellLeft),
		cannot_be_revoked: [...decision.notRevocable, ...surplus].map(tell),
		surplus_access_code_ids: surplus.map(({ access_code_id }) => access_code_id),
		previous_locks: previous.map(({ deviceId, ...entry }) => ({
			device_id: deviceId,
			...('code' in entry ? tellLeft(entry) : entry),
		})),
	};
	return item as unknown as IDataObject;
}

/** The plan for people and for Seam Wait for Code Set, which writes its own dates in the same form. */
function planToShow(plan: Plan, dateForm: DateForm): IDataObject {
	const told = { ...plan, reasons: inWords(plan.reasons), date_form: { ...dateForm } };
	return told as unknown as IDataObject;
}

function simplifiedCode(code: AccessCode): Partial<AccessCode> {
	const names = SIMPLE_CODE_FIELDS.filter((name) => name in code);
	return Object.fromEntries(names.map((name) => [name, code[name]]));
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
