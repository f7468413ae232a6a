/** What n8n shows as the title of an error fits one line of its panel up to about this. */
export const LONGEST_TITLE = 100;
const SHORTEST_HALF = 20;

/**
 * What an error says, as n8n shows it: one short sentence without its full stop, and the sentences that lead the way
 * out. A sentence that is too long ends where its second half begins.
 */
export function asTitle(message: string): { title: string; details: string[] } {
	const [first, ...others] = sentencesOf(message);
	const [title, ...rest] = cut(first);
	return { title, details: [...rest, ...others].map((sentence) => `${sentence}.`) };
}

const STOP = /(?<=[\w)”’'])\. (?=[A-Z“'\d])/g;
/** Names of locks and values that were given may hold full stops. */
const QUOTED = /“[^”]*”|\([^()]*\)|(?<!\w)'[^']*'(?!\w)/g;

/** Sentences without their full stops; what stands in brackets or quotes is not split. */
function sentencesOf(message: string): string[] {
	const quoted = [...message.matchAll(QUOTED)];
	const isQuoted = (at: number) =>
		quoted.some(({ index, 0: { length } }) => index < at && at < index + length);
	const stops = [...message.matchAll(STOP)].filter(({ index }) => !isQuoted(index));
	const starts = [0, ...stops.map(({ index }) => index + '. '.length)];
	return starts.map((from, nth) => message.slice(from, stops[nth]?.index).replace(/\.$/, ''));
}

/** The name of the field in front is no half. */
function cut(sentence: string): string[] {
	if (sentence.length <= LONGEST_TITLE) return [sentence];
	const [label] = /^'.*?': |^/.exec(sentence) ?? [''];
	const from = label.length + SHORTEST_HALF;
	const at = [...sentence.matchAll(/; |: |, and /g)].find(({ index }) => index >= from);
	if (at === undefined || at.index > LONGEST_TITLE) return [sentence];
	const rest = sentence.slice(at.index + at[0].length);
	return [sentence.slice(0, at.index), isUrl(rest) ? rest : capitalized(rest)];
}

const isUrl = (text: string) => /^\w+:\/\//.test(text);
const capitalized = (text: string) => `${text[0].toUpperCase()}${text.slice(1)}`;
