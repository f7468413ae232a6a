import { nameRulesOf } from '../../locks/facts/codeRules';
import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import { type Instant, readInstant } from '../../time/instant';
import { nameShownOnLock } from '../nameOnLock';
import { composeName, type TagWindow } from './bookingIdentity';
import { inOrder } from '../planning/createRequest';
import { planAccessCode } from '../planning/plan';
import type { Plan } from '../planning/planTypes';
import type { Wish } from '../wish';

export type WhenBookingHasCode = 'update' | 'new_pin' | 'return' | 'refuse';

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

/**
 * Plans a code for a booking on one lock, under a name that carries the booking's tag.
 *
 * @param without Codes to ignore: those that the planned code would take the place of.
 * @param now The instant to plan as of; a stay that has begun is planned as of its beginning.
 * @throws Refusal, PlanRefusal as `planAccessCode` does
 */
export function planBooking(
	booking: BookingOnLock,
	wish: Wish,
	without: readonly AccessCode[] = [],
	now = booking.now,
): Plan {
	const { device, managedCodes, unmanagedCodes } = booking;
	const existingCodes = [...managedCodes, ...unmanagedCodes].filter(
		(code) => !without.includes(code),
	);
	const name = nameFor(booking, wish, null);
	const plan = planAccessCode({ device, wish: { ...wish, name }, now, existingCodes });
	const warnings = plan.warnings.filter(
		({ code }) => code !== 'name_shortened_on_lock' || !showsWholeName(booking, wish, name),
	);
	const request = isOfflineKind(plan)
		? inOrder({ ...plan.request, name: nameFor(booking, wish, windowOfPlan(plan)) })
		: plan.request;
	return { ...plan, request, warnings };
}

export function isOfflineKind(plan: Plan): boolean {
	return plan.kind.startsWith('offline_');
}

function nameFor(
	{ device, identity }: BookingOnLock,
	wish: Wish,
	window: TagWindow | null,
): string {
	return composeName({ name: wish.name, identity, window, limits: nameRulesOf(device) });
}

/** Only the tag is cut off, which nobody needs to read on the lock. */
function showsWholeName({ device }: BookingOnLock, wish: Wish, name: string): boolean {
	return nameShownOnLock(name, nameRulesOf(device).maxLength).startsWith(wish.name ?? '');
}

function windowOfPlan(plan: Plan): TagWindow | null {
	const startsAt = readInstant(plan.request.starts_at);
	return startsAt === null ? null : { startsAt, endsAt: readInstant(plan.request.ends_at) };
}
