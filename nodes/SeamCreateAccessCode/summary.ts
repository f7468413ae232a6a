import { isOfflineKind } from '../shared/accessCode/deciding/bookingOnLock';
import { isOffline, isRevocable } from '../shared/accessCode/codeFacts';
import type { Plan } from '../shared/accessCode/planning/planTypes';
import type { LockOfBooking } from '../shared/booking/writeLock';
import { lockFamilyOf } from '../shared/locks/index';
import type { AccessCode } from '../shared/schema/accessCode';
import { DAY, readInstant, type Instant } from '../shared/time/instant';
import { shortDay, shortTime, shortTimeOfDay } from '../shared/time/shortTime';
import { deviceName } from '../shared/ui/searchDevices';

/** What a sentence about a code is made of; without `code` it is planned only. */
export interface Told {
	lock: LockOfBooking;
	plan: Plan;
	window: { start: Instant | null; end: Instant | null };
	code?: AccessCode;
}

const CHANGES = { create: '', update: ', changed', keep: ', unchanged', end: '' } as const;

/**
 * What became of the booking on one lock, or would, in a sentence for a host: “Online code for Front Door, 28 Nov 15:00
 * to 1 Dec 11:00, on the lock by 27 Nov”. Without any PIN.
 */
export function summaryOf(told: Told): string {
	const { lock, code } = told;
	const name = deviceName(lock.device);
	const { action } = lock.decision;
	if (action === 'end') {
		const stay = [
			...lock.decision.notRevocable,
			...lock.decision.toDelete.map((gone) => gone.code),
		];
		return stay.every(isRevocable)
			? `The stay is over: its code for ${name} ${code ? 'was' : 'would be'} deleted`
			: `The stay is over, but a code for ${name} can't be taken back`;
	}
	const parts = [`${kindOf(told)} for ${name}`, windowOf(told), whenOnLock(told)];
	return `${parts.join(', ')}${CHANGES[action]}`;
}

/** Where the PIN stands, in a few words. */
export function pinStateOf({ lock, plan, code }: Told): string {
	const isPlannedOffline = isOfflineKind(plan);
	if (code ? isOffline(code) : isPlannedOffline) {
		const maker = lockFamilyOf(lock.device).displayName;
		return code?.code == null || code.is_waiting_for_code_assignment === true
			? `will be assigned by ${maker}`
			: `assigned by ${maker}`;
	}
	if (code === undefined) {
		if (lock.decision.action === 'keep') return 'stays as it is';
		if (lock.decision.action === 'update' && !lock.decision.changesPin) return 'stays as it is';
		return plan.request.code === undefined ? 'will be chosen by Seam' : 'chosen, see plan.request';
	}
	if (code.code == null) return 'will be chosen by Seam';
	if (code.status === 'set') return 'on the lock';
	return code.is_scheduled_on_device === true ? 'stored on the lock' : 'not on the lock yet';
}

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

function whenOnLock({ lock, plan, window, code }: Told): string {
	if (code ? isOffline(code) : isOfflineKind(plan)) {
		return `PIN from ${lockFamilyOf(lock.device).displayName}`;
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
