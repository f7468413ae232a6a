/** One point of n8n's UX guidelines or of its review's checklist. */
export interface Rule<T> {
	/** What it asks for. */
	says: string;
	/** What it is about; without it, all. */
	applies?: (subject: T) => boolean;
	/** What is wrong with the subject; empty if nothing is. */
	complaints: (subject: T) => string[];
	/** Subjects that break the rule, each in one way: a rule that can't be broken guards nothing. */
	broken: T[];
}

/** `complaint` if `isKept` is false. */
export const unless = (isKept: boolean, complaint: string): string[] => (isKept ? [] : [complaint]);

/** Small words, and words with a spelling of their own. */
const LOWER = /^(a|an|and|as|at|by|for|from|if|in|is|it|its|no|of|on|or|the|to|with|be)$/;
const OWN_SPELLING = /^(igloohome|dormakaba|ecobee|iCal|iOS)$/;

/** The words of a name that are not in Title Case. */
export function notTitleCase(text: string): string[] {
	const words = text.replaceAll(/[()"–:,/°]/g, ' ').split(/[\s-]+/);
	return words
		.filter((word) => word !== '')
		.filter((word, index) => !(OWN_SPELLING.test(word) || (index > 0 && LOWER.test(word))))
		.filter((word) => !/^[\dA-Z“]/.test(word))
		.map((word) => `'${word}' of '${text}' is not in Title Case`);
}

/** One sentence has no full stop, several have one each; both begin with a capital. */
export function wrongStops(text: string): string[] {
	const hasSeveral = /[.?!] [A-Z]/.test(text);
	return [
		...unless(/^[\dA-Z"']/.test(text), `does not begin with a capital: ${text}`),
		...unless(hasSeveral === text.endsWith('.'), `full stop: ${text}`),
	];
}

/** An emoji takes two units; a dash or a quote does not. */
export const EMOJI = /\p{Extended_Pictographic}/u;
