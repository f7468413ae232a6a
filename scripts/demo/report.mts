import type { Tried } from './keypad.mts';
import type { Outcome } from './outcome.mts';
import { COLUMNS, wrapped } from './text.mts';
import { kindInWords } from './words.mts';

const LABEL_WIDTH = 13;
const INDENT = 2;

/**
 * What became of every booking, in lines that fit a terminal.
 *
 * @param isBrief leaves out why each code was chosen, and the message.
 */
export function reportOf(
	outcomes: Outcome[],
	tried: Tried[],
	{ isBrief = false }: { isBrief?: boolean } = {},
): { lines: string[]; isAllRight: boolean } {
	const lines: string[] = [];
	let failures = 0;
	for (const outcome of outcomes) {
		const mine = tried.filter((attempt) => attempt.outcome === outcome);
		if (outcome.pinInMessage === null || mine.length === 0) failures++;
		failures += mine.filter(({ opened, shouldOpen }) => opened !== shouldOpen).length;
		lines.push('', ...wrapped(outcome.booking.title, COLUMNS));
		lines.push(...(isBrief ? briefBlock(outcome, mine) : block(outcome, mine)));
	}
	const isAllRight = failures === 0 && outcomes.length > 0;
	const sum = isAllRight
		? `All ${outcomes.length} guests got a PIN that opens their door while it should, and not after.`
		: `${failures} things went wrong.`;
	return { lines: [...lines, '', ...wrapped(sum, COLUMNS)], isAllRight };
}

function block(outcome: Outcome, tried: Tried[]): string[] {
	const [firstReason = '', ...otherReasons] = outcome.reasons;
	return [
		...labelled('lock', outcome.lockName),
		...labelled('kind of code', kindInWords(outcome.kind)),
		...labelled('why', firstReason),
		...otherReasons.flatMap((reason) => labelled('', reason)),
		...labelled('asked', outcome.asked),
		...labelled('granted', outcome.granted.text),
		...labelled('PIN', outcome.pinInMessage ?? 'none in the message'),
		...labelled('confirmed', `${outcome.confirmedAt}, ${outcome.confirmedBy}`),
		...labelled('message', `“${outcome.message}”`),
		...tried.flatMap((attempt, index) =>
			labelled(index === 0 ? 'keypad' : '', `${verdict(attempt)} (${attempt.because})`),
		),
	];
}

function briefBlock(outcome: Outcome, tried: Tried[]): string[] {
	return [
		...labelled('lock', outcome.lockName),
		...labelled('kind of code', kindInWords(outcome.kind)),
		...labelled('PIN', `${outcome.pinInMessage ?? 'none in the message'}, ${outcome.granted.text}`),
		...labelled('keypad', tried.map(verdict).join(', ')),
	];
}

function verdict({ when, opened, shouldOpen }: Tried): string {
	const sign = opened === shouldOpen ? '✓' : '✗ WRONG:';
	return `${sign} ${opened ? 'opens' : 'stays shut'} ${when}`;
}

function labelled(label: string, text: string): string[] {
	const start = ' '.repeat(INDENT);
	return wrapped(text, COLUMNS - INDENT - LABEL_WIDTH - 1).map(
		(line, index) => `${start}${(index === 0 ? label : '').padEnd(LABEL_WIDTH)} ${line}`,
	);
}
