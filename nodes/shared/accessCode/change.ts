import { Refusal } from '../refusal';
import type { AccessCode } from '../schema/accessCode';
import type { Device } from '../schema/device';
import type { Instant } from '../time/instant';
import { codesOfBooking, isOffline, readInstant } from './bookingCodes';
import { composeName, nameWithoutTag, type NameLimits, type TagWindow } from './bookingIdentity';
import { inOrder } from './createRequest';
import { editOnlineCode, type Change } from './editOnlineCode';
import { findOfflineCode, hasWindowOf, heldWindow, type HeldWindow } from './offlineWindows';
import { planAccessCode } from './plan';
import type { Plan, UpdateAccessCodeRequest } from './types';
import type { Wish } from './wish';

/** What to do where the lock already holds a code of the booking. */
export type WhenBookingHasCode = 'update' | 'return' | 'refuse';

/** One lock of a booking, as it was read, and what is wanted of it. */
export interface BookingOnLock {
	device: Device;
	wish: Wish;
	now: Instant;
	identity: string;
	/** The managed codes on the lock; the booking's own are among them. */
	managedCodes: AccessCode[];
	/** Codes that Seam sees on the lock without having made them. */
	unmanagedCodes: AccessCode[];
	/** Codes of the booking on its other locks: they tell what an empty Starts At or Ends At means. */
	codesElsewhere: AccessCode[];
	whenBookingHasCode: WhenBookingHasCode;
}

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
 * @throws PlanRefusal where the lock can't hold what is asked, Refusal where the booking has a code and must not.
 */
export function decideChange(booking: BookingOnLock): LockDecision {
	const own = codesOfBooking(booking.managedCodes, booking.identity, booking.now);
	if (own.length > 0 && booking.whenBookingHasCode === 'refuse') throw alreadyHasCode();

	const wish = completeWish(booking, own);
	const plan = planBesides(booking, wish, own);
	if (own.length > 0 && booking.whenBookingHasCode === 'return') {
		const [code] = [...own].sort((a, b) => endOf(b) - endOf(a));
		const inUse = own.filter((other) => other !== code);
		return { action: 'keep', plan, code, toDelete: [], inUse, notRevocable: [] };
	}
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

export function isOfflineKind(plan: Plan): boolean {
	return plan.kind.startsWith('offline_');
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
		return {
			action: 'create',
			plan: planToCreate(booking, wish),
			toDelete: [],
			inUse: [],
			notRevocable,
		};
	}
	const named = withName(plan, booking, wish);
	const { edit, changes, warnings } = editOnlineCode(code, named, wish, booking.now);
	const told = { ...named, warnings: [...named.warnings, ...warnings] };
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
	const held = heldWindow(offline, booking.now);

	const code = findOfflineCode(offline, plan, booking.now);
	if (code) {
		const inUse = codesBefore(code, held);
		const notRevocable = offline.filter((other) => other !== code && !inUse.includes(other));
		return {
			action: 'keep',
			plan: withName(plan, booking, wish),
			code,
			toDelete,
			inUse,
			notRevocable,
		};
	}
	const next = { ...wish, name: wish.name || nameWithoutTag(offline[0]?.name) };
	const inUse = held !== null && extendsStay(plan, held) ? held.codes : [];
	if (held !== null && inUse.length > 0) {
		next.startsAt = new Date(held.endsAt).toISOString();
		next.minutesBefore = 0;
	}
	const notRevocable = offline.filter((other) => !inUse.includes(other));
	return { action: 'create', plan: planToCreate(booking, next), toDelete, inUse, notRevocable };
}

/** The codes in force that come before `code` in the same stay. */
function codesBefore(code: AccessCode, held: HeldWindow | null): AccessCode[] {
	return held?.codes.slice(0, Math.max(held.codes.indexOf(code), 0)) ?? [];
}

/** A stay that runs on: it is asked to begin before the code in force ends, and to end after it. */
function extendsStay(plan: Plan, held: { endsAt: Instant }): boolean {
	const asked = readInstant(plan.window.asked.starts_at);
	return asked !== null && asked <= held.endsAt;
}

/**
 * Fills what the payload left out from the code that the booking has, and stays with its family of codes: a lock
 * whose bridge comes and goes must not make a second PIN of one booking.
 */
function completeWish(booking: BookingOnLock, own: AccessCode[]): Wish {
	const { device, codesElsewhere } = booking;
	const wish = { ...booking.wish };
	const sources = own.length > 0 ? own : codesElsewhere;
	const [first] = [...sources].sort((a, b) => startOf(a) - startOf(b));
	const [last] = [...sources].sort((a, b) => endOf(b) - endOf(a));
	if (wish.access !== 'ongoing' && isEmpty(wish.startsAt) && first?.starts_at) {
		wish.startsAt = first.starts_at;
		wish.minutesBefore = 0;
	}
	if (wish.access === 'time_bound' && isEmpty(wish.endsAt) && last?.ends_at) {
		wish.endsAt = last.ends_at;
		wish.minutesAfter = 0;
	}
	if (wish.kind !== 'automatic' || own.length === 0) return wish;

	const hasOnline = own.some((code) => !isOffline(code));
	if (hasOnline && wish.access !== 'one_time_use' && device.can_program_online_access_codes) {
		wish.kind = 'online';
	} else if (
		!hasOnline &&
		wish.access !== 'ongoing' &&
		wish.pin.source !== 'custom' &&
		device.can_program_offline_access_codes
	) {
		wish.kind = 'offline';
	}
	return wish;
}

/** Plans as if the booking's own codes were not there: whether they can stay is decided after it. */
function planBesides(booking: BookingOnLock, wish: Wish, own: AccessCode[]): Plan {
	const strangers = booking.managedCodes.filter((code) => !own.includes(code));
	return planAccessCode({
		device: booking.device,
		wish,
		now: booking.now,
		existingCodes: [...strangers, ...booking.unmanagedCodes],
	});
}

/** Plans beside everything that is on the lock: a new code needs room next to the booking's old ones. */
function planToCreate(booking: BookingOnLock, wish: Wish): Plan {
	const plan = planAccessCode({
		device: booking.device,
		wish,
		now: booking.now,
		existingCodes: [...booking.managedCodes, ...booking.unmanagedCodes],
	});
	return withName(plan, booking, wish);
}

function withName(plan: Plan, booking: BookingOnLock, wish: Wish): Plan {
	const name = composeName({
		name: wish.name,
		identity: booking.identity,
		window: isOfflineKind(plan) ? windowOfPlan(plan) : null,
		limits: nameLimitsOf(booking.device),
	});
	return { ...plan, request: inOrder({ ...plan.request, name }) };
}

function windowOfPlan(plan: Plan): TagWindow | null {
	const startsAt = readInstant(plan.request.starts_at);
	return startsAt === null ? null : { startsAt, endsAt: readInstant(plan.request.ends_at) };
}

function nameLimitsOf(device: Device): NameLimits {
	const constraints = device.properties.code_constraints ?? [];
	const length = constraints.find((constraint) => constraint.constraint_type === 'name_length');
	return {
		maxLength: length?.max_length ?? undefined,
		mustBeUnique: constraints.some((c) => c.constraint_type === 'name_must_be_unique'),
	};
}

function startOf(code: AccessCode): Instant {
	return readInstant(code.starts_at) ?? -Infinity;
}

function endOf(code: AccessCode): Instant {
	return readInstant(code.ends_at) ?? Infinity;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function alreadyHasCode(): Refusal {
	return new Refusal('The booking already has a code on this lock', {
		parameter: 'If the Booking Already Has a Code',
		fix: "Choose 'Update It' to change that code, or 'Return It' to hand it out as it is.",
	});
}
