import { spanOf } from '../../locks/facts/codeSpan';
import type { AccessCode } from '../../schema/accessCode';
import { type Instant, readInstant } from '../../time/instant';
import { windowOf } from './bookingCodes';
import type { Plan } from '../planning/planTypes';

/** Codes that follow one another without a gap, beginning with the one that opens the door now. */
export interface HeldWindow {
	codes: AccessCode[];
	endsAt: Instant;
}

/**
 * Whether a code was made for the plan's window. A start that has passed is planned from now on, and so differs
 * from run to run: a code that began in between serves as well.
 */
export function hasWindowOf(code: AccessCode, plan: Plan): boolean {
	const window = windowOf(code);
	const start = readInstant(plan.request.starts_at);
	if (!window || start === null) return false;
	const isOneTime = plan.kind === 'offline_one_time_use';
	if (isOneTime !== (code.is_one_time_use === true)) return false;
	if (!isOneTime && window.endsAt !== readInstant(plan.request.ends_at)) return false;
	return isStartOfPlan(window.startsAt, plan);
}

/** Whether `startsAt` is the start that was planned, or lies between the one asked for and the one planned. */
export function isStartOfPlan(startsAt: Instant, plan: Plan): boolean {
	const planned = readInstant(plan.request.starts_at);
	const asked = readInstant(plan.window.asked.starts_at) ?? planned;
	if (planned === null || asked === null) return false;
	return startsAt === planned || (asked <= startsAt && startsAt <= planned);
}

/** The offline codes of the booking that are in force or follow the one in force; null before the stay begins. */
export function heldWindow(offlineCodes: readonly AccessCode[], now: Instant): HeldWindow | null {
	const byStart = offlineCodes
		.filter((code) => code.is_one_time_use !== true && spanOf(code).start > -Infinity)
		.sort((a, b) => spanOf(a).start - spanOf(b).start);
	const held: HeldWindow = { codes: [], endsAt: now };
	for (const code of byStart) {
		const { start, end } = spanOf(code);
		if (start > held.endsAt || end <= held.endsAt) continue;
		held.codes.push(code);
		held.endsAt = end;
	}
	return held.codes.length > 0 ? held : null;
}
