// Puts the sentences of the sources and what is written about them together: the page, and what does not match.
import type { Entry } from './entry.mts';
import { groups, namesOnly } from './entries/index.mts';
import { sentencesOfPackage, type Sentence } from './sentences.mts';

const HEAD = `# Troubleshooting

Every sentence that the package can say, with its cause and the way out. Search this page for a part of what n8n shows;
\`…\` stands for what differs from case to case. Where n8n itself shows a way out under the message, it is here too.

A sentence that is not here is not this package's: what stands behind a colon is often Seam's own. This page is made by \`node scripts/run.mjs scripts/troubleshooting.mts\`; a test compares it with the sources.
`;

const entries = groups.flatMap((group) => group.entries);

/** Whether the text is one of the entry's sentences, or a part of one. */
const covers = ({ says }: Entry, { text }: Sentence): boolean =>
	says.some((sentence) => sentence === text || sentence.includes(text.trim()));

const isName = ({ text }: Sentence): boolean => namesOnly.includes(text);

/** Sentences of the code that no entry has. */
export function unexplained(sentences: Sentence[] = sentencesOfPackage()): Sentence[] {
	return sentences.filter(
		(sentence) => !isName(sentence) && !entries.some((entry) => covers(entry, sentence)),
	);
}

/** Sentences of entries, and names, that no code says any more. */
export function outdated(sentences: Sentence[] = sentencesOfPackage()): string[] {
	const texts = sentences.map(({ text }) => text.trim());
	return [
		...entries
			.flatMap(({ says }) => says)
			.filter((said) => !texts.some((text) => said.includes(text) && isTelling(text, said))),
		...namesOnly.filter((name) => !texts.includes(name.trim())),
	];
}

/** A part that says nothing of its own, as `… has …`, is no proof that the whole sentence is still said. */
const isTelling = (part: string, whole: string): boolean =>
	part === whole || (part.match(/[A-Za-z’']{2,}/g) ?? []).length >= 3;

/** Entries without a way out, of their own or of the code. */
export const withoutWayOut = (): string[][] =>
	entries.filter((entry) => wayOutOf(entry) === '').map(({ says }) => says);

/** Sentences that stand in two entries, or twice in one. */
export function doubles(): string[] {
	const all = entries.flatMap(({ says }) => says);
	return all.filter((sentence, index) => all.indexOf(sentence) !== index);
}

let known: Sentence[] | undefined;

/** What the code tells as the way out with the sentences of an entry, each once. */
function fixesOf({ says }: Entry): string[] {
	known ??= sentencesOfPackage();
	const fixes = known
		.filter(({ text }) => says.includes(text))
		.flatMap((sentence) => sentence.fixes);
	return [...new Set(fixes)];
}

/** The entry's own, then what n8n shows with the sentence. */
function wayOutOf(entry: Entry): string {
	const told = fixesOf(entry).map((fix) => escaped(/[.…]$/.test(fix) ? fix : `${fix}.`));
	if (entry.wayOut === undefined) return told.join(' ');
	return [entry.wayOut, ...(told.length > 0 ? [`n8n shows: “${told.join('” “')}”`] : [])].join(' ');
}

/** As text of Markdown, whatever stands in it. */
const escaped = (text: string): string => text.replace(/[\\*_[\]<>|#`{}]/g, '\\$&');

export function troubleshootingPage(): string {
	return [
		HEAD,
		...groups.map(({ title, intro, entries: ofGroup }) =>
			[`## ${title}\n`, ...(intro ? [`${intro}\n`] : []), ...ofGroup.map(sectionOf)].join('\n'),
		),
	].join('\n');
}

function sectionOf(entry: Entry): string {
	return [
		entry.says.map((sentence) => `> ${escaped(sentence)}`).join('\n>\n'),
		'',
		`**Cause:** ${entry.cause}`,
		'',
		`**Way out:** ${wayOutOf(entry)}`,
		'',
		'---',
		'',
	].join('\n');
}
