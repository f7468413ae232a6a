import type { AccessCode } from '../../schema/accessCode';
import { hasBegun } from '../codeFacts';
import type { PlanWarning } from '../planning/planTypes';
import { readCustomPin } from '../pin/pinDigits';
import { isPinRefusedByLock } from '../waiting/codeErrors';
import type { Wish } from '../wish';
import type { BookingOnLock } from './bookingOnLock';

/** Whether an online code that exists gets another PIN. */
export interface PinChange {
	isChanged: boolean;
	/** Its PIN must not come back: it leaked, or the lock refused it for good. */
	isSpent: boolean;
	warnings: PlanWarning[];
}

/**
 * The PIN of a code stays, except: the host asks for a new one; the lock refused it for good, so that no guest has
 * it; another custom PIN is given before the stay begins.
 */
export function pinChangeOf(
	code: AccessCode,
	{ pin }: Wish,
	{ whenBookingHasCode, now }: Pick<BookingOnLock, 'whenBookingHasCode' | 'now'>,
): PinChange {
	const isAsked = whenBookingHasCode === 'new_pin';
	const isRefused = isPinRefusedByLock(code);
	const isSpent = isAsked || isRefused;
	if (pin.source !== 'custom') return { isChanged: isSpent, isSpent, warnings: [] };

	const isOther = readCustomPin(pin.code) !== code.code;
	const isChanged = isOther && (isSpent || !hasBegun(code, now));
	const warnings = isChanged ? [] : isOther ? [PIN_KEPT] : isRefused ? [PIN_REFUSED] : [];
	return { isChanged, isSpent, warnings };
}

const PIN_KEPT: PlanWarning = {
	code: 'pin_kept',
	message:
		"The code is in use, so its PIN stays. To change it all the same, set 'If the Booking Has a Code' to 'Give It a New PIN'.",
};

const PIN_REFUSED: PlanWarning = {
	code: 'pin_refused_by_lock',
	message: "The lock refused this custom PIN. Give another one, or set 'PIN' to Generated.",
};
