import { attempt } from '../../attempt';
import { pinRulesOf } from '../../locks/facts/codeRules';
import { Refusal } from '../../refusal';
import type { AccessCode } from '../../schema/accessCode';
import type { UpdateAccessCodeRequest } from '../../schema/accessCodeRequests';
import { MINUTE, type Instant, readInstant } from '../../time/instant';
import { ExactTime } from '../../time/timeInput';
import { isOffline, isRevocable, lastsUntil } from '../codeFacts';
import { describeWindow } from '../planning/describeWindow';
import { PlanRefusal } from '../planning/planRefusal';
import type { Plan } from '../planning/planTypes';
import { readWindow, type AskedWindow } from '../planning/readWindow';
import type { Wish } from '../wish';
import { codesOfBooking, windowOf } from './bookingCodes';
import { nameWithoutTag } from './bookingIdentity';
import { isOfflineKind, planBooking, type BookingOnLock } from './bookingOnLock';
import { completeWish, keepKind } from './completeWish';
import { planFromCode } from './describeCode';
import { editOnlineCode, type Change } from './editOnlineCode';
import { canBeUsedFrom, stillServes } from './keptCode';
import { hasWindowOf, heldWindow, type HeldWindow } from './offlineWindows';
import { pinChangeOf } from './pinChange';

/** A code of the booking that goes once the right one stands. */
export interface Replaced {
	code: AccessCode;
	/** Half a sentence for people. */
	because: string;
}

/** What is to be done on one lock so that it holds what the booking asks for; its PIN is chosen later. */
export type LockDecision = {
	plan: Plan;
	toDelete: Replaced[];
	/** Offline codes of the booking that the stay needs beside this one: before an extension, the one in force. */
	inUse: AccessCode[];
	/** Offline codes of the booking for windows that it no longer asks for: nobody can revoke them. */
	notRevocable: AccessCode[];
	/** PINs that the booking must not get again: leaked, or refused by the lock. */
	spentPins: string[];
} & (
	| { action: 'create' }
	| {
			action: 'update';
			code: AccessCode;
			edit: UpdateAccessCodeRequest;
			changes: Change[];
			/** The edit gets the booking's next PIN, or the custom one. */
			changesPin: boolean;
	  }
	| { action: 'keep'; code: AccessCode }
	/** The stay is over: its codes are deleted and none is made. */
	| { action: 'end'; code: AccessCode }
);

/** A booking whose wish has been completed, with the codes that it has on the lock. */
interface KnownBooking extends BookingOnLock {
	own: AccessCode[];
}

/**
 * Decides what one lock needs: a new code, the smallest edit of the code that the booking already has there, or
 * nothing. Nothing is sent here. A code that still does what is asked is kept, also if the lock can take none now.
 *
 * @throws Refusal for bad input and if the booking has a code and must not, PlanRefusal if no code suits
 */
export function decide(booking: BookingOnLock): LockDecision {
	const { device, now, whenBookingHasCode } = booking;
	const own = codesOfBooking(booking.managedCodes, booking.identity, now);
	const isNew = own.length === 0;
	if (!isNew && whenBookingHasCode === 'refuse') throw alreadyHasCode();

	const wish = completeWish(booking.wish, isNew ? booking.codesElsewhere : own);
	const known: KnownBooking = { ...booking, wish, own };
	if (!isNew && whenBookingHasCode === 'return') return keepAsItIs(known);

	const asked = readWindow(wish, device, isNew ? now : -Infinity);
	if (!isNew && asked.end !== null && asked.end <= now) return endStay(known);

	const ofKind: KnownBooking = { ...known, wish: keepKind(wish, own) };
	const held = stayUnderWay(ofKind, asked);
	if (held !== null && asked.start !== null && asked.end !== null && asked.start <= held.endsAt) {
		return goOn(ofKind, held, asked, asked.end);
	}
	const { value, error } = attempt(() => decideByPlan(ofKind));
	if (value) return value;
	if (!(error instanceof PlanRefusal) || isNew || whenBookingHasCode === 'new_pin') throw error;
	const code = own.find((one) => stillServes(one, asked, ofKind.wish, booking));
	if (code) return keep(ofKind, code, asked);
	if (ofKind.wish.kind === wish.kind) throw error;
	return decideByPlan(known);
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

function decideByPlan(booking: KnownBooking): LockDecision {
	const { wish, own, now } = booking;
	const plan = planBooking(booking, wish, own, beginningOf(own, now));
	return isOfflineKind(plan) ? decideOffline(booking, plan) : decideOnline(booking, plan);
}

function decideOnline(booking: KnownBooking, plan: Plan): LockDecision {
	const { wish, own, now } = booking;
	const [code, ...surplus] = own.filter((candidate) => !isOffline(candidate));
	const others = partWith([
		...surplus.map((other) => replaced(other, 'it was a second code of this booking')),
		...own.filter(isOffline).map((other) => replaced(other, 'an online code takes its place')),
	]);
	const fresh = () => planNew(booking, plan);
	if (!code) return { action: 'create', plan: fresh(), ...NOTHING_ELSE, ...others };

	const { isChanged: changesPin, isSpent, warnings } = pinChangeOf(code, wish, booking);
	const rest = { ...NOTHING_ELSE, ...others, spentPins: isSpent && code.code ? [code.code] : [] };
	if (changesPin && !canPinBeEdited(booking)) {
		const old = replaced(code, 'the new code has another PIN');
		return { action: 'create', plan: fresh(), ...rest, toDelete: [old, ...others.toDelete] };
	}
	const { edit, changes } = editOnlineCode(code, plan, wish, now);
	const told = { ...plan, warnings: [...plan.warnings, ...warnings] };
	return changes.length === 0 && !changesPin
		? { action: 'keep', plan: told, code, ...rest }
		: { action: 'update', plan: { ...told, edit }, code, edit, changes, changesPin, ...rest };
}

/** Seam chooses the PIN of some locks, and of codes that share one: those get a new code instead. */
function canPinBeEdited({ device, wish: { pin, commonCodeKey } }: BookingOnLock): boolean {
	const { canBeChosen } = pinRulesOf(device);
	return pin.source === 'custom'
		? canBeChosen !== 'no'
		: canBeChosen === 'freely' && commonCodeKey === undefined;
}

function decideOffline(booking: KnownBooking, plan: Plan): LockDecision {
	const { own } = booking;
	const code = own.find((candidate) => isOffline(candidate) && hasWindowOf(candidate, plan));
	if (code && booking.whenBookingHasCode === 'new_pin') throw pinCannotChange();
	const because = (other: AccessCode) =>
		isOffline(other) ? 'the stay needs another window' : 'an offline code takes its place';
	const others = own.filter((other) => other !== code);
	const parted = partWith(others.map((other) => replaced(other, because(other))));
	const rest = { ...NOTHING_ELSE, ...parted };
	return code
		? { action: 'keep', plan, code, ...rest }
		: { action: 'create', plan: planNew(booking, plan), ...rest };
}

/**
 * A stay with an offline code in force: the guest keeps that code. A stay that became longer gets a second code
 * from the end of the first; one that became shorter keeps the longer code, which nobody can take back.
 */
function goOn(
	booking: KnownBooking,
	held: HeldWindow,
	asked: AskedWindow,
	askedEnd: Instant,
): LockDecision {
	const { wish, own } = booking;
	const neededUntil = askedEnd - wish.acceptInside * MINUTE;
	const code = held.codes.find((candidate) => lastsUntil(candidate) >= neededUntil);
	const inUse = code ? held.codes.slice(0, held.codes.indexOf(code)) : held.codes;
	const notRevocable = own.filter((other) => other !== code && !inUse.includes(other));
	if (code && booking.whenBookingHasCode === 'new_pin') throw pinCannotChange();
	if (code) return { ...keep(booking, code, asked), inUse, notRevocable };
	const extension = { ...wish, startsAt: ExactTime.at(held.endsAt), minutesBefore: 0 };
	const plan = planBooking(booking, withName(extension, own));
	return { action: 'create', plan, ...NOTHING_ELSE, inUse, notRevocable };
}

function keepAsItIs(booking: KnownBooking): LockDecision {
	const [code] = [...booking.own].sort((a, b) => lastsUntil(b) - lastsUntil(a));
	// The code is handed out whatever is asked: times that can't be read are not told.
	const asked = attempt(() => readWindow(booking.wish, booking.device, -Infinity)).value;
	const inUse = booking.own.filter((other) => other !== code);
	return { ...keep(booking, code, asked), inUse };
}

function keep(booking: KnownBooking, code: AccessCode, asked?: AskedWindow): LockDecision {
	const plan = planOfCode(booking, code);
	if (asked === undefined) return { action: 'keep', plan, code, ...NOTHING_ELSE };
	const { startsAt: start = null, endsAt: end = null } = windowOf(code) ?? {};
	const window = describeWindow(asked, { start, end }, booking.wish);
	return { action: 'keep', plan: { ...plan, window }, code, ...NOTHING_ELSE };
}

/** The guest has left: what can be deleted is, and what can't is named with the time until which it opens. */
function endStay(booking: KnownBooking): LockDecision {
	const { wish, own } = booking;
	return {
		action: 'end',
		code: own.find((code) => !isOffline(code)) ?? own[0],
		plan: planFromCode(booking, wish, own[0]),
		...NOTHING_ELSE,
		...partWith(own.map((code) => replaced(code, 'the stay is over'))),
	};
}

/** The offline codes in force, if the booking has no others and the wish can be met with more of their kind. */
function stayUnderWay(booking: KnownBooking, asked: AskedWindow): HeldWindow | null {
	const { device, wish, now, own } = booking;
	const canGoOn = own.every(isOffline) && wish.kind === 'offline' && wish.access === 'time_bound';
	const usable = own.filter((code) => canBeUsedFrom(code, asked.start ?? now, device));
	return canGoOn ? heldWindow(usable, now) : null;
}

/** A new code needs room beside the booking's old ones, and a name if the payload has none. */
function planNew(booking: KnownBooking, plan: Plan): Plan {
	const { wish, own } = booking;
	return own.length === 0 ? plan : planBooking(booking, withName(wish, own));
}

function withName(wish: Wish, own: AccessCode[]): Wish {
	return { ...wish, name: wish.name || nameWithoutTag(own[0]?.name) };
}

/** The plan that a code came from, as far as it can be told from the code and the lock as it is now. */
function planOfCode(booking: KnownBooking, code: AccessCode): Plan {
	const { wish, own, now } = booking;
	const window = windowOf(code);
	const began = Math.min(now, window?.startsAt ?? now);
	const asItIs: Wish = {
		...wish,
		access:
			window === null ? 'ongoing' : code.is_one_time_use === true ? 'one_time_use' : 'time_bound',
		kind: isOffline(code) ? 'offline' : 'online',
		pin: { source: 'generated' },
		startsAt: window === null ? undefined : ExactTime.at(window.startsAt),
		endsAt: window?.endsAt ? ExactTime.at(window.endsAt) : undefined,
		minutesBefore: 0,
		minutesAfter: 0,
	};
	const { value, error } = attempt(() => planBooking(booking, asItIs, own, began));
	if (value) return value;
	if (error instanceof Refusal) return planFromCode(booking, wish, code);
	throw error;
}

/** When the stay began: planned from then on, a window that has not changed is planned as it was. */
function beginningOf(own: AccessCode[], now: Instant): Instant {
	const starts = own.flatMap((code) => readInstant(code.starts_at) ?? []);
	return Math.min(now, ...starts);
}

const NOTHING_ELSE = { toDelete: [], inUse: [], notRevocable: [], spentPins: [] };

/** Codes that the booking no longer needs: those that can be deleted, and those that only run out. */
function partWith(codes: Replaced[]): Pick<LockDecision, 'toDelete' | 'notRevocable'> {
	return {
		toDelete: codes.filter(({ code }) => isRevocable(code)),
		notRevocable: codes.map(({ code }) => code).filter((code) => !isRevocable(code)),
	};
}

const replaced = (code: AccessCode, because: string): Replaced => ({ code, because });

function alreadyHasCode(): Refusal {
	return new Refusal('The booking already has a code on this lock', {
		parameter: 'ifBookingHasCode',
		fix: "Choose 'Update It' to change that code, or 'Return It' to hand it out as it is.",
	});
}

function pinCannotChange(): Refusal {
	return new Refusal("The PIN of an offline code can't be changed, and the code can't be deleted", {
		parameter: 'ifBookingHasCode',
		fix: "Remove the PIN at the lock with the maker's app, if it can, and give the guest a code under another Booking Key.",
	});
}
