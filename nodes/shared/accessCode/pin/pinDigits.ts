import { Refusal } from '../../refusal';

/** What Seam takes as a PIN at all; most locks are narrower (Seam: create an access code). */
const PIN = /^\d{4,12}$/;

/** @throws Refusal if no lock could have this PIN; the digits are not repeated */
export function checkPinDigits(pin: string, field: { parameter: string; label: string }): void {
	if (PIN.test(pin)) return;
	throw new Refusal(
		pin === '' ? `'${field.label}' is empty` : `'${field.label}' is not made of 4 to 12 digits`,
		{ parameter: field.parameter, fix: 'Give digits only, or let Seam choose the PIN.' },
	);
}

/**
 * The custom PIN as digits; numbers are taken as typed, so that 1234 from a sheet works.
 *
 * @throws Refusal if no lock could have this PIN
 */
export function readCustomPin(code: unknown): string {
	const pin = typeof code === 'string' || typeof code === 'number' ? String(code).trim() : '';
	checkPinDigits(pin, { parameter: 'customPin', label: 'Custom PIN' });
	return pin;
}
