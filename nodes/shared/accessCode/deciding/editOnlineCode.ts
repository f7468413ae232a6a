import type { AccessCode } from '../../schema/accessCode';
import { type Instant, readInstant } from '../../time/instant';
import { isStartOfPlan } from './offlineWindows';
import { hasBegun } from '../codeFacts';
import type { Plan } from '../planning/planTypes';
import type { UpdateAccessCodeRequest } from '../../schema/accessCodeRequests';
import type { Wish } from '../wish';

export interface Change {
	field: Exclude<keyof UpdateAccessCodeRequest, 'access_code_id'>;
	from: unknown;
	to: unknown;
}

/**
 * The smallest edit that makes an online code what the plan asks for, except its PIN; a stay that has begun keeps
 * its start.
 */
export function editOnlineCode(
	code: AccessCode,
	plan: Plan,
	wish: Wish,
	now: Instant,
): { edit: UpdateAccessCodeRequest; changes: Change[] } {
	const asked = plan.request;
	const wanted: Partial<UpdateAccessCodeRequest> = {};

	if (wish.name && asked.name !== code.name) wanted.name = asked.name;
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
	};
}

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
