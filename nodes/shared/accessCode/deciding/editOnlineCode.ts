import type { AccessCode } from '../../schema/accessCode';
import { type Instant, readInstant } from '../../time/instant';
import { isStartOfPlan } from './offlineWindows';
import type { Plan, PlanWarning } from '../planning/planTypes';
import type { UpdateAccessCodeRequest } from '../../schema/accessCodeRequests';
import type { Wish } from '../wish';

/** One thing that an edit changes. */
export interface Change {
	field: Exclude<keyof UpdateAccessCodeRequest, 'access_code_id'>;
	from: unknown;
	to: unknown;
}

/**
 * The smallest edit that makes an online code what the plan asks for. The PIN stays, unless another custom PIN is
 * asked for before the stay begins; a stay that has begun keeps its start as well as its PIN.
 */
export function editOnlineCode(
	code: AccessCode,
	plan: Plan,
	wish: Wish,
	now: Instant,
): { edit: UpdateAccessCodeRequest; changes: Change[]; warnings: PlanWarning[] } {
	const asked = plan.request;
	const wanted: Partial<UpdateAccessCodeRequest> = {};
	const warnings: PlanWarning[] = [];

	if (wish.name && asked.name !== code.name) wanted.name = asked.name;
	if (asked.code !== undefined && wish.pin.source === 'custom' && asked.code !== code.code) {
		if (hasBegun(code, now)) warnings.push(PIN_KEPT);
		else wanted.code = asked.code;
	}
	const type = plan.kind === 'online_ongoing' ? 'ongoing' : 'time_bound';
	if (type !== code.type) wanted.type = type;
	if (type === 'time_bound') {
		if (!keepsStart(code, plan, now)) wanted.starts_at = asked.starts_at;
		if (readInstant(asked.ends_at) !== readInstant(code.ends_at)) wanted.ends_at = asked.ends_at;
	}
	const isExternal = wish.isExternalModificationAllowed;
	if (isExternal !== undefined && isExternal !== (code.is_external_modification_allowed ?? false)) {
		wanted.is_external_modification_allowed = isExternal;
	}
	const fields = Object.keys(wanted) as Array<Change['field']>;
	return {
		edit: { access_code_id: code.access_code_id, ...wanted },
		changes: fields.map((field) => ({ field, from: code[field] ?? null, to: wanted[field] })),
		warnings,
	};
}

const PIN_KEPT: PlanWarning = {
	code: 'pin_kept',
	message:
		'The code is in use, so that its PIN stays; to change it all the same, update the access code itself.',
};

function keepsStart(code: AccessCode, plan: Plan, now: Instant): boolean {
	const start = readInstant(code.starts_at);
	if (start === null) return false;
	if (isStartOfPlan(start, plan)) return true;
	return hasBegun(code, now) && isSameStay(code, plan);
}

/** Not the same stay: a window that begins only after the code in force ends. */
function isSameStay(code: AccessCode, plan: Plan): boolean {
	const end = readInstant(code.ends_at);
	const start = readInstant(plan.request.starts_at);
	return end === null || start === null || start <= end;
}

function hasBegun(code: AccessCode, now: Instant): boolean {
	const start = readInstant(code.starts_at);
	return start === null || start <= now;
}
