import { Refusal } from '../../refusal';
import type { AccessCode } from '../../schema/accessCode';
import { MINUTE, type Instant, readInstant } from '../../time/instant';
import { ExactTime } from '../../time/timeInput';
import { codesOfBooking, windowOf } from './bookingCodes';
import { isOffline, opensUntil } from '../codeFacts';
import { nameWithoutTag } from './bookingIdentity';
import { isOfflineKind, planBooking, type BookingOnLock } from './bookingOnLock';
import { completeWish } from './completeWish';
import { editOnlineCode, type Change } from './editOnlineCode';
import { hasWindowOf, heldWindow, type HeldWindow } from './offlineWindows';
import { readWindow } from '../planning/readWindow';
import type { Plan } from '../planning/planTypes';
import type { UpdateAccessCodeRequest } from '../../schema/accessCodeRequests';
import type { Wish } from '../wish';

/** What is to be done on one lock so that it holds what the booking asks for. */
export type LockDecision = {
	plan: Plan;
	/** Codes of the booking that are deleted once the right one stands. */
	toDelete: AccessCode[];
	/** Offline codes of the booking that the stay needs beside this one: before an extension, the one in force. */
	inUse: AccessCode[];
	/** Offline codes of the booking for windows that it no longer asks for: nobody can revoke them. */
	notRevocable: AccessCode[];
} & (
	| { action: 'create' }
	| { action: 'update'; code: AccessCode; edit: UpdateAccessCodeRequest; changes: Change[] }
	| { action: 'keep'; code: AccessCode }
);

/**
 * Decides what one lock needs: a new code, the smallest edit of the code that the booking already has there, or
 * nothing. Nothing is sent here.
 *
 * @throws Refusal for bad input and where the booking has a code and must not, PlanRefusal where no code suits
 */
export function decideChange(booking: BookingOnLock): LockDecision {
	const own = codesOfBooking(booking.managedCodes, booking.identity, booking.now);
	if (own.length > 0 && booking.whenBookingHasCode === 'refuse') throw alreadyHasCode();

	const wish = completeWish(booking, own);
	const asked = readWindow(wish, booking.device, booking.now);
	if (own.length > 0 && booking.whenBookingHasCode === 'return') {
		return keepAsItIs(booking, wish, own);
	}
	const held = stayUnderWay(booking, wish, own);
	if (held !== null && asked.start !== null && asked.end !== null && asked.start <= held.endsAt) {
		return goOn(booking, wish, own, held, asked.end);
	}
	const plan = planBooking(booking, wish, own, beginningOf(own, booking.now));
	return isOfflineKind(plan)
		? decideOffline(booking, wish, plan, own)
		: decideOnline(booking, wish, plan, own);
}

/** Whether a code on the lock is the one that a create of this plan wants: the same booking and, offline, window. */
export function isCodeOfPlan(
	code: AccessCode,
	plan: Plan,
	identity: string,
	now: Instant,
): boolean {
	const [found] = codesOfBooking([code], identity, now);
	if (!found) return false;
	return isOfflineKind(plan) ? isOffline(found) && hasWindowOf(found, plan) : !isOffline(found);
}

function decideOnline(
	booking: BookingOnLock,
	wish: Wish,
	plan: Plan,
	own: AccessCode[],
): LockDecision {
	const notRevocable = own.filter(isOffline);
	const [code, ...surplus] = own.filter((candidate) => !isOffline(candidate));
	if (!code) {
		const fresh = own.length > 0 ? planBeside(booking, wish, own) : plan;
		return { action: 'create', plan: fresh, toDelete: [], inUse: [], notRevocable };
	}

	const { edit, changes, warnings } = editOnlineCode(code, plan, wish, booking.now);
	const told = { ...plan, warnings: [...plan.warnings, ...warnings] };
	const rest = { toDelete: surplus, inUse: [], notRevocable };
	return changes.length === 0
		? { action: 'keep', plan: told, code, ...rest }
		: { action: 'update', plan: { ...told, edit }, code, edit, changes, ...rest };
}

function decideOffline(
	booking: BookingOnLock,
	wish: Wish,
	plan: Plan,
	own: AccessCode[],
): LockDecision {
	const offline = own.filter(isOffline);
	const toDelete = own.filter((code) => !isOffline(code));
	const code = offline.find((candidate) => hasWindowOf(candidate, plan));
	const notRevocable = offline.filter((other) => other !== code);
	if (code) return { action: 'keep', plan, code, toDelete, inUse: [], notRevocable };
	return {
		action: 'create',
		plan: planBeside(booking, wish, own),
		toDelete,
		inUse: [],
		notRevocable,
	};
}

/**
 * A stay with an offline code in force: the guest keeps that code. A stay that became longer gets a second code
 * from the end of the first; one that became shorter keeps the longer code, which nobody can take back.
 */
function goOn(
	booking: BookingOnLock,
	wish: Wish,
	own: AccessCode[],
	held: HeldWindow,
	askedEnd: Instant,
): LockDecision {
	const neededUntil = askedEnd - wish.acceptInside * MINUTE;
	const code = held.codes.find((candidate) => lastsUntil(candidate) >= neededUntil);
	const inUse = code ? held.codes.slice(0, held.codes.indexOf(code)) : held.codes;
	const notRevocable = own.filter((other) => other !== code && !inUse.includes(other));
	if (code) {
		const plan = planOfCode(booking, wish, own, code);
		return { action: 'keep', plan, code, toDelete: [], inUse, notRevocable };
	}
	const extension = { ...wish, startsAt: exactly(held.endsAt), minutesBefore: 0 };
	const plan = planBeside(booking, extension, own);
	return { action: 'create', plan, toDelete: [], inUse, notRevocable };
}

function keepAsItIs(booking: BookingOnLock, wish: Wish, own: AccessCode[]): LockDecision {
	const [code] = [...own].sort((a, b) => lastsUntil(b) - lastsUntil(a));
	const plan = planOfCode(booking, wish, own, code);
	const inUse = own.filter((other) => other !== code);
	return { action: 'keep', plan, code, toDelete: [], inUse, notRevocable: [] };
}

/** The offline codes in force, where the booking has no others and the wish can be met with more of their kind. */
function stayUnderWay(booking: BookingOnLock, wish: Wish, own: AccessCode[]): HeldWindow | null {
	const canGoOn =
		own.length > 0 &&
		own.every(isOffline) &&
		wish.kind === 'offline' &&
		wish.access === 'time_bound';
	return canGoOn ? heldWindow(own, booking.now) : null;
}

/** Plans a new code: it needs room beside the booking's old ones, and a name where the payload has none. */
function planBeside(booking: BookingOnLock, wish: Wish, own: AccessCode[]): Plan {
	return planBooking(booking, { ...wish, name: wish.name || nameWithoutTag(own[0]?.name) });
}

/** The plan that a code came from, as far as it can be told from the code. */
function planOfCode(booking: BookingOnLock, wish: Wish, own: AccessCode[], code: AccessCode): Plan {
	const window = windowOf(code);
	const began = Math.min(booking.now, window?.startsAt ?? booking.now);
	const asItIs: Wish = {
		...wish,
		access:
			window === null ? 'ongoing' : code.is_one_time_use === true ? 'one_time_use' : 'time_bound',
		kind: isOffline(code) ? 'offline' : 'online',
		pin: wish.pin.source === 'custom' ? { source: 'generated' } : wish.pin,
		startsAt: window === null ? undefined : exactly(window.startsAt),
		endsAt: window?.endsAt ? exactly(window.endsAt) : undefined,
		minutesBefore: 0,
		minutesAfter: 0,
	};
	return planBooking(booking, asItIs, own, began);
}

/** When the stay began: planned from then on, a window that has not changed is planned as it was. */
function beginningOf(own: AccessCode[], now: Instant): Instant {
	const starts = own.flatMap((code) => readInstant(code.starts_at) ?? []);
	return Math.min(now, ...starts);
}

function lastsUntil(code: AccessCode): Instant {
	return opensUntil(code) ?? Number.MAX_SAFE_INTEGER;
}

function exactly(instant: Instant): ExactTime {
	return new ExactTime(new Date(instant).toISOString());
}

function alreadyHasCode(): Refusal {
	return new Refusal('The booking already has a code on this lock', {
		parameter: 'ifBookingHasCode',
		fix: "Choose 'Update It' to change that code, or 'Return It' to hand it out as it is.",
	});
}
