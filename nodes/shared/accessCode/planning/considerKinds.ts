import { capacityOf, fullestMoment } from '../../locks/facts/capacity';
import { requiredLead } from '../../locks/facts/startLead';
import { lockFamilyOf } from '../../locks/index';
import { ONLINE_FAMILY, answerOnline } from '../../locks/online';
import { ruleOut } from '../../locks/ruleOut';
import type { CodeFamily, CodeKind, FitQuestion, FittingKind, KindAnswer } from '../../locks/types';
import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import type { Instant } from '../../time/instant';
import { attemptsFor, type Attempt, type Limits } from './demands';
import { gateOf } from './gates';
import type { AskedWindow } from './readWindow';
import type { PlanWarning } from './planTypes';
import type { Wish } from '../wish';

/** Everything that the choice of a kind depends on. */
export interface Consideration {
	device: Device;
	wish: Wish;
	now: Instant;
	existingCodes: AccessCode[] | undefined;
	asked: AskedWindow;
	limits: Limits;
}

/** A kind with what was changed of the wish to get it. */
export interface ConsideredKind {
	codeFamily: CodeFamily;
	answer: KindAnswer;
	warnings: PlanWarning[];
}

/** What this lock makes of each kind of code that the access asked for could have: online kinds first. */
export function considerKinds(consideration: Consideration): ConsideredKind[] {
	return [...considerOnline(consideration), ...considerOffline(consideration)];
}

function considerOnline(consideration: Consideration): ConsideredKind[] {
	const { device, wish } = consideration;
	const kind: CodeKind = wish.access === 'ongoing' ? 'online_ongoing' : 'online_time_bound';
	const gate = gateOf('online', kind, device, wish);
	if (gate !== null) return [considered('online', ruleOut(ONLINE_FAMILY.name, kind, gate))];
	return considerAttempts(consideration, 'online', requiredLead(device), [kind], (question) =>
		answerOnline(question, prefersNative(wish)),
	);
}

function considerOffline(consideration: Consideration): ConsideredKind[] {
	const { device, wish } = consideration;
	if (wish.access === 'ongoing') return [];
	const family = lockFamilyOf(device);
	const kinds = family.offlineKinds[wish.access];
	const gate = gateOf('offline', kinds[0], device, wish);
	if (gate !== null) {
		return kinds.map((kind) => considered('offline', ruleOut(family.name, kind, gate)));
	}
	return considerAttempts(consideration, 'offline', 0, kinds, (question) =>
		family.answer(question),
	);
}

/** Tries the attempts in order until one kind fits; what does not fit is told of the stay as it was asked for. */
function considerAttempts(
	consideration: Consideration,
	codeFamily: CodeFamily,
	lead: number,
	kinds: readonly CodeKind[],
	ask: (question: FitQuestion) => KindAnswer[],
): ConsideredKind[] {
	const { device, wish, now, existingCodes, asked, limits } = consideration;
	const question = {
		...{ device, access: wish.access, now, zone: asked.clockZone, existingCodes },
		longestAddition: limits.longestAddition,
		refusesMisfit: wish.whenWindowDoesNotFit === 'refuse',
	};
	const answersTo = (attempt: Attempt | null): ConsideredKind[] =>
		ask({ ...question, demand: attempt?.demand ?? null }).map((answer) =>
			considered(codeFamily, unlessFull(answer, consideration), attempt?.warnings),
		);

	const found = attemptsFor(asked, limits, now, lead);
	if (found === null) return answersTo(null);
	for (const attempt of found.attempts) {
		const answers = answersTo(attempt);
		if (answers.some(({ answer }) => answer.fits)) return answers;
	}
	if (found.stay !== undefined) return answersTo(found.stay);
	const because = 'The stay is over before this lock could take the code.';
	const obstacle = { rule: 'ends_too_soon', because };
	return kinds.map((kind) => considered(codeFamily, ruleOut(codeFamily, kind, obstacle)));
}

/** A code for a full lock is refused before it is sent. */
function unlessFull(answer: KindAnswer, consideration: Consideration): KindAnswer {
	const because = answer.fits ? whyFull(answer, consideration) : null;
	if (because === null) return answer;
	return ruleOut(answer.family, answer.kind, { rule: 'lock_is_full', because });
}

function whyFull(
	answer: FittingKind,
	{ device, wish, existingCodes, now }: Consideration,
): string | null {
	const warnsOfFull = (device.warnings ?? []).some(
		({ warning_code }) => warning_code === 'max_access_codes_reached',
	);
	if (warnsOfFull && answer.expectedOnLockAt === null) {
		return 'Seam reports that this lock holds as many codes as it can (max_access_codes_reached). Delete codes that are no longer needed.';
	}
	const capacity = capacityOf(device);
	if (capacity === null || existingCodes === undefined) return null;
	const count = fullestMoment(device, existingCodes, capacity, answer, prefersNative(wish), now);
	if (count < capacity.most) return null;
	return `This lock holds at most ${capacity.most} codes, and ${count} will be on it then. Delete codes that are no longer needed.`;
}

function considered(
	codeFamily: CodeFamily,
	answer: KindAnswer,
	warnings: PlanWarning[] = [],
): ConsideredKind {
	return { codeFamily, answer, warnings };
}

function prefersNative({ preferNativeScheduling }: Wish): boolean {
	return preferNativeScheduling !== false;
}
