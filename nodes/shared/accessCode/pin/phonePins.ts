import { acceptsPin, type PinRules } from './pinRules';

export interface PhonePin {
	code: string;
	length: number;
	/** The length that would have come first and can't be had; null if this is it. */
	shorter: number | null;
}

/**
 * The PINs that a phone number gives, the shortest first: its last digits, as many as the locks take, that break no
 * rule, are not easy to guess and are free.
 */
export function phonePins(
	phone: unknown,
	rules: PinRules,
	isFree: (pin: string) => boolean,
): PhonePin[] {
	const digits = digitsOf(phone);
	const lengths = rules.lengths.filter((length) => length <= digits.length);
	return lengths
		.map((length, index) => ({
			code: digits.slice(-length),
			length,
			shorter: index === 0 ? null : lengths[0],
		}))
		.filter(({ code }) => acceptsPin(code, rules) && isFree(code));
}

/** A run of digits with what people write between them; letters, commas and the like end a number. */
const NUMBER = /\d[\d\s()./\u2010-\u2015-]*/g;

/** The digits of the longest number in a text, so without extension or note, in whatever script it is written. */
function digitsOf(phone: unknown): string {
	const text = typeof phone === 'number' ? String(phone) : phone;
	if (typeof text !== 'string') return '';
	const latin = text.normalize('NFKC').replace(/\p{Nd}/gu, toLatinDigit);
	const numbers = (latin.match(NUMBER) ?? []).map((number) => number.replace(/\D/g, ''));
	return numbers.reduce(
		(longest, digits) => (digits.length > longest.length ? digits : longest),
		'',
	);
}

/** The decimal digits of each script stand in a row of ten, zero first (Unicode, general category Nd). */
function toLatinDigit(digit: string): string {
	const point = digit.codePointAt(0) ?? 0;
	let zero = point;
	while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
	return String(point - zero);
}
