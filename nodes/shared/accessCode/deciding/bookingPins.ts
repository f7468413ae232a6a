import type { AccessCode } from '../../schema/accessCode';
import type { Device } from '../../schema/device';
import { SET_AT_RUN } from './bookingIdentity';
import { inOrder } from './createRequest';
import { derivedPins, pinLength } from '../pin/derivedPin';
import {
	acceptsPin,
	combinePinRules,
	pinRulesOf,
	pinViolation,
	type PinRules,
} from '../pin/pinRules';
import type { Plan, PlanWarning } from '../planning/planTypes';
import type { Wish } from '../wish';

/** A lock that gets a new code, and the other codes on it, whose PINs are taken. */
export interface LockForPin {
	device: Device;
	plan: Plan;
	otherCodes: AccessCode[];
}

/** The PIN that several locks of a booking share, and what to do when Seam says that it is taken. */
export interface SharedPin {
	current: string;
	/** Where the PIN comes from, in words. */
	origin: () => string;
	/** Goes on to the next PIN of the booking; false where the rules leave no more. */
	next: () => boolean;
	/** Takes over the PIN that the booking already has on another lock, where the rules allow it here. */
	prefer: (pin: string | null | undefined) => void;
}

export interface PinChoice {
	/** By device ID; a lock without an entry leaves its PIN to Seam, or to the plan. */
	pins: Map<string, SharedPin>;
	warnings: PlanWarning[];
}

/**
 * Chooses one PIN for all locks of a booking that get a new online code: the one that the booking has already, else
 * the digits of the phone number, else one derived from the booking. Where the rules of the locks have no PIN in
 * common, each lock gets its own. Nothing is chosen for a custom PIN, for a Common Code Key (Seam then chooses) and
 * for locks whose PINs nobody may choose.
 */
export function chooseBookingPins(
	locks: readonly LockForPin[],
	booking: { identity: string; secret: string; wish: Wish; knownPins: readonly string[] },
): PinChoice {
	const { wish } = booking;
	const choosable = locks.filter((lock) => mayChoosePin(lock));
	if (wish.pin.source === 'custom' || wish.commonCodeKey || choosable.length === 0) {
		return { pins: new Map(), warnings: [] };
	}
	const shared = sharedPin(choosable, booking);
	if (shared) {
		const pins = new Map(choosable.map((lock) => [lock.device.device_id, shared]));
		return { pins, warnings: warningsOf(choosable, booking, shared) };
	}
	const single = choosable.map(
		(lock) => [lock.device.device_id, sharedPin([lock], booking)] as const,
	);
	return {
		pins: new Map(single.filter((entry): entry is [string, SharedPin] => entry[1] !== null)),
		warnings: [NO_COMMON_PIN],
	};
}

/** The plan with the PIN in its request, in the place where Seam's documents list it, and where it came from. */
export function withPin(plan: Plan, pin: SharedPin): Plan {
	const request = { ...plan.request, code: pin.current, preferred_code_length: undefined };
	const reason = { rule: 'pin', value: pin.origin(), source: 'the booking' };
	const reasons = plan.reasons.map((given) => (given.rule === 'pin' ? reason : given));
	return { ...plan, request: inOrder(request), reasons };
}

const NO_COMMON_PIN: PlanWarning = {
	code: 'pins_differ',
	message: 'The rules of these locks have no PIN in common: each lock gets its own.',
};

function mayChoosePin({ device, plan }: LockForPin): boolean {
	return plan.kind.startsWith('online_') && pinRulesOf(device).canBeChosen === 'freely';
}

function sharedPin(
	locks: readonly LockForPin[],
	booking: { identity: string; secret: string; wish: Wish; knownPins: readonly string[] },
): SharedPin | null {
	const rules = combinePinRules(locks.map(({ device }) => pinRulesOf(device)));
	const taken = new Set(locks.flatMap(({ otherCodes }) => otherCodes.map(({ code }) => code)));
	const isAllowed = (pin: string) => !taken.has(pin) && pinViolation(pin, rules) === null;
	if (rules.lengths.length === 0) return null;

	const candidates = pinCandidates(locks, booking, rules, isAllowed);
	const first = candidates.next();
	if (first.done) return null;
	const shared: SharedPin = {
		current: first.value,
		origin: () => originOf(shared.current, locks, booking),
		next() {
			const following = candidates.next();
			if (following.done) return false;
			shared.current = following.value;
			return true;
		},
		prefer(pin) {
			if (pin && isAllowed(pin)) shared.current = pin;
		},
	};
	return shared;
}

function* pinCandidates(
	locks: readonly LockForPin[],
	booking: { identity: string; secret: string; wish: Wish; knownPins: readonly string[] },
	rules: PinRules,
	isAllowed: (pin: string) => boolean,
): Generator<string, void, void> {
	yield* booking.knownPins.filter(isAllowed);
	const isGood = (pin: string) => isAllowed(pin) && acceptsPin(pin, rules);
	yield* phonePins(locks, booking.wish).filter(isGood);
	if (booking.identity.includes(SET_AT_RUN)) {
		yield SET_AT_RUN;
		return;
	}
	const { pin } = booking.wish;
	const preferred = pin.source === 'generated' ? pin.preferredLength : undefined;
	const length = pinLength(rules.lengths, preferred);
	yield* derivedPins({ ...booking, length, isAllowed: isGood });
}

function originOf(
	pin: string,
	locks: readonly LockForPin[],
	booking: { wish: Wish; knownPins: readonly string[] },
): string {
	if (booking.knownPins.includes(pin)) return 'the PIN that the booking has already';
	if (phonePins(locks, booking.wish).includes(pin)) return 'the last digits of the phone number';
	return 'derived from the booking: one PIN on all its locks';
}

/** The plan has already cut the number to what its lock takes. */
function phonePins(locks: readonly LockForPin[], wish: Wish): string[] {
	if (wish.pin.source !== 'phone') return [];
	return [...new Set(locks.flatMap(({ plan }) => plan.request.code ?? []))];
}

function warningsOf(
	locks: readonly LockForPin[],
	booking: { wish: Wish; knownPins: readonly string[] },
	{ current }: SharedPin,
): PlanWarning[] {
	const warnings: PlanWarning[] = [];
	if (booking.knownPins.length > 0 && !booking.knownPins.includes(current)) {
		warnings.push({
			code: 'pins_differ',
			message:
				"The booking's PIN on its other locks can't be had here: the guest needs one PIN for each.",
		});
	}
	const fromPhone = phonePins(locks, booking.wish);
	if (
		fromPhone.length > 0 &&
		!fromPhone.includes(current) &&
		!booking.knownPins.includes(current)
	) {
		warnings.push({
			code: 'phone_pin_not_used',
			message:
				'The last digits of the phone number are taken, or not allowed on all locks of the booking: a generated PIN is used.',
		});
	}
	return warnings;
}
