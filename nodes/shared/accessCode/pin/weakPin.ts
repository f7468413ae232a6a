/**
 * PINs that people try first: never generated, derived or taken from a phone number. The patterns and the list
 * follow the published studies of PIN frequency (DataGenetics 2012, Berry).
 */
export function isWeakPin(pin: string): boolean {
	return (
		COMMON.has(pin) ||
		isYear(pin) ||
		isRepetition(pin) ||
		isPairs(pin) ||
		isMirrored(pin) ||
		isWholeSequence(pin) ||
		isKeypadPattern(pin)
	);
}

/** Frequent PINs that no pattern below covers. */
const COMMON = new Set(['0007', '1004', '5683', '112358', '8675309']);

function isYear(pin: string): boolean {
	return /^(19|20)\d\d$/.test(pin);
}

/** 0000, 1212, 123123. */
function isRepetition(pin: string): boolean {
	return /^(\d+?)\1+$/.test(pin);
}

/** 1122, 112233, 111222: neighbours that come in equal groups, each group the same step from the one before. */
function isPairs(pin: string): boolean {
	return [2, 3].some((size) => {
		if (pin.length % size !== 0 || pin.length < 2 * size) return false;
		const groups = pin.match(new RegExp(`.{${size}}`, 'g')) ?? [];
		return groups.every((group) => new Set(group).size === 1) && isEvenlySpaced(groups);
	});
}

function isEvenlySpaced(groups: readonly string[]): boolean {
	const digits = groups.map((group) => Number(group[0]));
	const step = (digits[1] - digits[0] + 10) % 10;
	return digits.every((digit, index) => index === 0 || (digits[index - 1] + step) % 10 === digit);
}

/** 1221, 123321, 12321. */
function isMirrored(pin: string): boolean {
	return pin === [...pin].reverse().join('');
}

/** In steps of one or two, up or down, also past 9 and 0: 1234, 7890, 3210, 2468. */
function isWholeSequence(pin: string): boolean {
	const step = (Number(pin[1]) - Number(pin[0]) + 10) % 10;
	return [1, 2, 8, 9].includes(step) && isEvenlySpaced([...pin]);
}

/** Rows, columns and diagonals of a telephone keypad, in either direction: 2580, 147258, 159753, 7412. */
const LINES = ['123', '456', '789', '147', '258', '369', '159', '357', '2580'];

function isKeypadPattern(pin: string): boolean {
	const lines = [...LINES, ...LINES.map((line) => [...line].reverse().join(''))];
	const isMadeOfLines = (rest: string): boolean =>
		rest === '' ||
		lines.some((line) => rest.startsWith(line) && isMadeOfLines(rest.slice(line.length)));
	return isMadeOfLines(pin);
}
