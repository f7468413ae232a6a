import { PlanRefusal } from '../shared/accessCode/planning/planRefusal';
import { Refusal } from '../shared/refusal';

/** What n8n shows as the title of an error fits one line of its panel up to about this. */
const LONGEST_TITLE = 100;
const SHORTEST_HALF = 20;

/** Ahead of a sentence that says more, this one is not what a person must know. */
const SAYS_LITTLE = /^This device can hold \w+ access codes, but not now \(\w+ is false\)$/;

/** The one setting with which a lock can hold an ordinary stay that it can only nearly hold. */
const NEARLY = /^Set May Be Shorter By \(Minutes\): (\d+)(?=[,.])/;

/**
 * A refusal whose message is one short sentence; the rest of what it says leads its way out. Other errors unchanged.
 */
export function withShortTitle(error: unknown): unknown {
	if (!(error instanceof Refusal)) return error;
	const nearly = NEARLY.exec(error.fix ?? '');
	if (error instanceof PlanRefusal && nearly) return asNearlyHeld(error, nearly[1]);

	const [first, ...others] = sentencesOf(error.message);
	const sentences =
		others.length > 0 && SAYS_LITTLE.test(first) ? [...others, first] : [first, ...others];
	const [title, ...rest] = cut(sentences[0]);
	return told(error, title, [...rest, ...sentences.slice(1)]);
}

/** “This lock holds codes from 15:30 to 10:30; set 'May Be Shorter By (Minutes)' to 30”, and the window that comes of it. */
function asNearlyHeld(error: PlanRefusal, minutes: string): Refusal {
	const [holds] = error.message.split('; ');
	const isLong = holds.length > LONGEST_TITLE;
	const why = isLong ? 'The lock can only nearly hold this stay' : holds;
	const nearest = sentencesOf(error.message).find((sentence) => sentence.startsWith('Nearest: '));
	const window = nearest?.slice('Nearest: '.length).split(' (')[0];
	const title = `${why}; set 'May Be Shorter By (Minutes)' to ${minutes}`;
	error.message = title;
	const wayOut = `Add the option May Be Shorter By (Minutes): ${minutes}. The code then works ${window?.replace(/^end /, 'until ') ?? 'within the stay'}.`;
	error.fix = isLong ? `${wayOut} Why: ${holds.replace(/\.$/, '')}.` : wayOut;
	return error;
}

function told(error: Refusal, title: string, rest: string[]): Refusal {
	const details = rest.map((sentence) => `${sentence.replace(/\.$/, '')}.`);
	error.message = title;
	error.fix = [...details, error.fix].filter(Boolean).join(' ') || undefined;
	return error;
}

/** Sentences without their full stops; what stands in brackets or quotes is not split. */
const sentencesOf = (message: string): string[] =>
	message.split(/(?<=[\w)”’'])\. (?=[A-Z“'\d])/).map((sentence) => sentence.replace(/\.$/, ''));

/** A long sentence ends where its second half begins; the name of the field in front is no half. */
function cut(sentence: string): string[] {
	if (sentence.length <= LONGEST_TITLE) return [sentence];
	const [label] = /^'.*?': |^/.exec(sentence) ?? [''];
	const from = label.length + SHORTEST_HALF;
	const at = [...sentence.matchAll(/; |: |, and /g)].find(({ index }) => index >= from);
	if (at === undefined || at.index > LONGEST_TITLE) return [sentence];
	const rest = sentence.slice(at.index + at[0].length);
	return [sentence.slice(0, at.index), `${rest[0].toUpperCase()}${rest.slice(1)}`];
}
