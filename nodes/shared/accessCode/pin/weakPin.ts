/** PINs that people try first: never generated, derived or taken from a phone number. */
export function isWeakPin(pin: string): boolean {
	return isYear(pin) || isRepetition(pin) || isWholeSequence(pin);
}

function isYear(pin: string): boolean {
	return /^(19|20)\d\d$/.test(pin);
}

/** 0000, 1212, 123123. */
function isRepetition(pin: string): boolean {
	return /^(\d+?)\1+$/.test(pin);
}

/** Each digit one more, or one less, than the one before, also over the end of the keypad: 1234, 7890, 3210. */
function isWholeSequence(pin: string): boolean {
	return stepsOf(pin, 1) === pin.length || stepsOf(pin, 9) === pin.length;
}

function stepsOf(pin: string, step: number): number {
	let length = 1;
	while (length < pin.length && (Number(pin[length - 1]) + step) % 10 === Number(pin[length]))
		length++;
	return length;
}
