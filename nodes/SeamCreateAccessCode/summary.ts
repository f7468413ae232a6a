import { isOfflineKind } from '../shared/accessCode/deciding/bookingOnLock';
import { isOffline, isRevocable } from '../shared/accessCode/codeFacts';
import { SET_AT_RUN, type Plan } from '../shared/accessCode/planning/planTypes';
import type { LockOfBooking } from '../shared/booking/writeLock';
import { deviceName } from '../shared/deviceName';
import { soonestStart } from '../shared/locks/facts/startLead';
import { lockFamilyOf } from '../shared/locks/index';
import type { AccessCode } from '../shared/schema/accessCode';
import { formatDuration } from '../shared/time/format';
import { DAY, MINUTE, readInstant, type Instant } from '../shared/time/instant';
import { shortDay, shortTime, shortTimeOfDay } from '../shared/time/shortTime';

/** What a sentence about a code is made of; without `code` it is planned only. */
export interface Told {
	lock: LockOfBooking;
	plan: Plan;
	window: { start: Instant | null; end: Instant | null };
	code?: AccessCode;
}

const CHANGES = { create: '', update: ', changed', keep: ', unchanged' } as const;
const PLANNED = { create: '', update: ', would be changed', keep: ', stays unchanged' } as const;

/**
 * What became of the booking on one lock in a sentence for a host: “Online code for Front Door, 28 Nov 15:00 to
 * 1 Dec 11:00, on the lock by 25 Nov”. A plan says first that it is one. Without any PIN.
 */
export function summaryOf(told: Told): string {
	const sentence = sentenceOf(told);
	if (told.code) return sentence;
	return `Plan, nothing created: ${sentence[0].toLowerCase()}${sentence.slice(1)}`;
}

function sentenceOf(told: Told): string {
	const { lock, code } = told;
	const name = deviceName(lock.device);
	const { action } = lock.decision;
	if (action === 'end') {
		const stay = [
			...lock.decision.notRevocable,
			...lock.decision.toDelete.map((gone) => gone.code),
		];
		return stay.every(isRevocable)
			? `The stay is over${code ? ': ' : ', so '}its code for ${name} ${code ? 'was' : 'would be'} deleted`
			: `The stay is over, but a code for ${name} can't be taken back`;
	}
	const parts = [
		`${kindOf(told)} for ${name}`,
		windowOf(told),
		...startsNow(told),
		...endsAtMidnight(told),
		...shorterBy(told),
		...longerBy(told),
	];
	return `${[...parts, whenOnLock(told)].join(', ')}${(code ? CHANGES : PLANNED)[action]}`;
}

/** Where the PIN stands, in a few words. */
export function pinStateOf({ lock, plan, code }: Told): string {
	const isPlannedOffline = isOfflineKind(plan);
	if (code ? isOffline(code) : isPlannedOffline) {
		const maker = lockFamilyOf(lock.device).displayName;
		return hasPin(code) ? `assigned by ${maker}` : `will be assigned by ${maker}`;
	}
	if (code === undefined) {
		if (lock.decision.action === 'keep') return 'stays as it is';
		if (lock.decision.action === 'update' && !lock.decision.changesPin) return 'stays as it is';
		const { code: planned } = plan.request;
		if (planned === undefined) return 'will be chosen by Seam';
		return planned === SET_AT_RUN ? 'will be chosen at the run' : 'chosen, see plan.request.code';
	}
	if (code.code == null) return 'will be chosen by Seam';
	if (code.status === 'set') return 'on the lock';
	return code.is_scheduled_on_device === true ? 'stored on the lock' : 'not on the lock yet';
}

const hasPin = (code: AccessCode | undefined): boolean =>
	code?.code != null && code.is_waiting_for_code_assignment !== true;

function kindOf({ plan, code }: Told): string {
	const isOneTime = code ? code.is_one_time_use === true : plan.kind === 'offline_one_time_use';
	const family = (code ? isOffline(code) : isOfflineKind(plan)) ? 'offline' : 'online';
	return isOneTime
		? `One-time ${family} code`
		: `${family[0].toUpperCase()}${family.slice(1)} code`;
}

function windowOf({ lock, plan, window: { start, end } }: Told): string {
	const zone = plan.window.time_zone;
	const utc = zone === null ? ' UTC' : '';
	const tell = (at: Instant) => shortTime(at, zone, lock.now);
	if (start === null) return end === null ? 'until it is deleted' : `until ${tell(end)}${utc}`;
	if (end !== null) return `${tell(start)} to ${tell(end)}${utc}`;
	const isOneTime = plan.kind === 'offline_one_time_use';
	return isOneTime ? `once within 24 hours from ${tell(start)}${utc}` : `from ${tell(start)}${utc}`;
}

/**
 * A new code for a stay under way mostly begins now, not when the stay did; by the lock's own steps, a little earlier. One
 * that begins later than now is `shorterBy`.
 */
function startsNow({ lock, plan, window }: Told): string[] {
	const asked = readInstant(plan.window.asked.starts_at);
	if (lock.decision.action !== 'create' || asked === null || window.start === null) return [];
	if (asked > lock.now || asked >= window.start || window.start > lock.now + MINUTE) return [];
	const passed = shortTime(asked, plan.window.time_zone, lock.now);
	return window.start < lock.now - MINUTE
		? [`starting later than ${passed}, which has passed`]
		: [`starting now because ${passed} has passed`];
}

/** A day picked for Ends At beside a time in Starts At ends as it begins. */
function endsAtMidnight({ lock, plan }: Told): string[] {
	const isTold = plan.warnings.some(({ code }) => code === 'ends_at_midnight');
	if (!isTold || lock.decision.action === 'keep') return [];
	return ['ending at midnight instead of the check-out time'];
}

/** How much of the stay asked for the code leaves out, as May Be Shorter By allows. A start that is past is none of it. */
function shorterBy({ lock, plan, window }: Told): string[] {
	const { asked, granted } = plan.window;
	const askedStart = readInstant(asked.starts_at);
	const soonest = soonestStart(lock.now, 0);
	const from = askedStart === null ? null : Math.max(askedStart, soonest);
	// A code that stays as it is has a window of its own.
	const isGranted = window.start === readInstant(granted.starts_at);
	const atStart = isGranted ? between(from, window.start) : 0;
	const atEnd = isGranted ? between(window.end, readInstant(asked.ends_at)) : 0;
	return byHowMuch('shorter', atStart, atEnd).map((told) => `${told} than the stay`);
}

/** How much longer than the stay the code works: for the lock's sake, or as Minutes Before and After ask. */
function longerBy({ plan, window }: Told): string[] {
	const { asked } = plan.window;
	const atStart = between(window.start, readInstant(asked.starts_at));
	const atEnd = between(readInstant(asked.ends_at), window.end);
	return byHowMuch('longer', atStart, atEnd).map((told) => `${told} than the stay`);
}

const between = (from: Instant | null, to: Instant | null) =>
	from === null || to === null ? 0 : Math.max(0, to - from);

function byHowMuch(how: 'shorter' | 'longer', atStart: number, atEnd: number): string[] {
	if (atStart === 0 && atEnd === 0) return [];
	if (atStart === atEnd) return [`${formatDuration(atStart)} ${how} at each end`];
	const ends = [
		...(atStart > 0 ? [`${formatDuration(atStart)} ${how} at the start`] : []),
		...(atEnd > 0 ? [`${formatDuration(atEnd)} ${how} at the end`] : []),
	];
	return [ends.join(' and ')];
}

function whenOnLock({ lock, plan, window, code }: Told): string {
	if (code ? isOffline(code) : isOfflineKind(plan)) {
		const maker = lockFamilyOf(lock.device).displayName;
		return hasPin(code) ? `PIN from ${maker}` : `PIN still to come from ${maker}`;
	}
	if (code?.status === 'set') return 'on the lock';
	if (code?.is_scheduled_on_device === true) return 'stored on the lock';
	const zone = plan.window.time_zone;
	const expected = readInstant(plan.expected_on_lock_at);
	if (expected === null) return code ? 'on its way to the lock' : 'on the lock within minutes';
	const day = shortDay(expected, zone, lock.now);
	const isNear = window.start !== null && window.start - expected < DAY;
	return `on the lock by ${day}${isNear ? ` ${shortTimeOfDay(expected, zone)}` : ''}`;
}
