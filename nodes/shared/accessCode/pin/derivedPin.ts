import { createHmac } from 'node:crypto';

/** What a PIN is made to where the locks take it: long enough to resist guessing, short enough to keep in mind. */
const USUAL = 6;

/** So many candidates are looked at before a lock's rules count as leaving no PIN at all. */
const MOST_CANDIDATES = 2_000;

/**
 * The PINs of a booking, in the order in which they are tried. Every run that asks for the same booking gets the
 * same sequence, so that two runs at the same moment ask the lock for the same PIN and Seam refuses one of them.
 * The lock is no part of it: one booking has one PIN on all its locks.
 *
 * @param booking.secret What makes the PINs unguessable for whoever knows the booking's key: Seam's API key.
 * @param booking.isAllowed Whether the rules of all locks of the booking leave this PIN.
 * @param booking.after PINs that the booking has had: the sequence goes on behind the last of them.
 */
export function* derivedPins(booking: {
	identity: string;
	secret: string;
	length: number;
	isAllowed: (pin: string) => boolean;
	after?: readonly string[];
}): Generator<string, void, void> {
	const { identity, secret, length, isAllowed, after = [] } = booking;
	const pinOf = (attempt: number) => derivePin(identity, attempt, length, secret);
	let attempt = 0;
	const spent = new Set(after.filter((pin) => pin.length === length));
	for (let tried = 0; spent.size > 0 && tried < MOST_CANDIDATES; tried++) {
		if (spent.delete(pinOf(tried))) attempt = tried + 1;
	}
	for (const end = attempt + MOST_CANDIDATES; attempt < end; attempt++) {
		const pin = pinOf(attempt);
		if (isAllowed(pin)) yield pin;
	}
}

/**
 * The length that a derived PIN gets: the preferred one where the locks take it, else six digits, else the nearest
 * longer, else the longest they take.
 */
export function pinLength(allowed: readonly number[], preferred?: number): number {
	if (preferred !== undefined && allowed.includes(preferred)) return preferred;
	const longEnough = allowed.filter((length) => length >= USUAL);
	return longEnough.length > 0 ? Math.min(...longEnough) : Math.max(...allowed);
}

function derivePin(identity: string, attempt: number, length: number, secret: string): string {
	const digest = createHmac('sha256', secret)
		.update(`${identity}\n${attempt}`, 'utf8')
		.digest('hex');
	return (BigInt(`0x${digest}`) % 10n ** BigInt(length)).toString().padStart(length, '0');
}
