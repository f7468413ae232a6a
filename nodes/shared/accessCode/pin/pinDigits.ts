import { Refusal } from '../../refusal';

/** What Seam takes as a PIN at all; most locks are narrower (Seam: create an access code). */
const PIN = /^\d{4,12}$/;

/** @throws Refusal where no lock could have this PIN; the digits are not repeated */
export function checkPinDigits(pin: string, field: { parameter: string; label: string }): void {
	if (PIN.test(pin)) return;
	throw new Refusal(`'${field.label}' is not made of 4 to 12 digits`, {
		parameter: field.parameter,
		fix: 'Give digits only, or let Seam choose the PIN.',
	});
}
