import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

import {
	doubles,
	outdated,
	troubleshootingPage,
	unexplained,
	withoutWayOut,
} from '../../scripts/troubleshooting/page.mts';
import { sentencesOf, sentencesOfPackage } from '../../scripts/troubleshooting/sentences.mts';

const file = fileURLToPath(new URL('../../docs/troubleshooting.md', import.meta.url));

test('every sentence that the package can say has an entry (scripts/troubleshooting/entries)', () => {
	expect(sentencesOfPackage().length).toBeGreaterThan(350);
	expect(unexplained().map(({ place, text }) => `${place} ${text}`)).toEqual([]);
});

test('every entry is about sentences that the package still says', () => {
	expect(outdated()).toEqual([]);
});

test('every entry has a way out, and no sentence has two entries', () => {
	expect(withoutWayOut()).toEqual([]);
	expect(doubles()).toEqual([]);
});

test('docs/troubleshooting.md is what the sources say; if not, run `node scripts/run.mjs scripts/troubleshooting.mts`', async () => {
	const config = await resolveConfig(file);
	const page = await format(troubleshootingPage(), { ...config, filepath: file });
	expect(readFileSync(file, 'utf8')).toBe(page);
});

/** Ways in which the nodes say something. */
const NEW_SENTENCES: Array<[how: string, source: string, text: string]> = [
	['a refusal', "throw new Refusal('The moon is full');", 'The moon is full'],
	['a short refusal', "throw new Refusal('Moon full');", 'Moon full'],
	['a failed call', "throw new SeamError('Seam saw the moon', { kind });", 'Seam saw the moon'],
	["an error of n8n's", "throw new NodeOperationError(node, 'Moon full');", 'Moon full'],
	['a problem', "const p = { code, severity, message: 'Moon full', fix: 'Wait.' };", 'Moon full'],
	['an outcome', "return told('waiting', 'The moon is full.');", 'The moon is full.'],
	[
		'a rejected kind',
		'const because = `The moon over ${lock} is full.`;',
		'The moon over … is full.',
	],
	[
		'a part of a sentence',
		'const m = isFull ? "while the moon is full" : "";',
		'while the moon is full',
	],
	['a warning in the log', 'context.logger.warn(`${name} saw the moon.`);', '… saw the moon.'],
];

test.each(NEW_SENTENCES)('a new sentence is missed: %s', (_, source, text) => {
	const found = sentencesOf('new.ts', `function f() { ${source} }`);
	expect(found.map((sentence) => sentence.text)).toEqual([text]);
	expect(unexplained(found)).toEqual(found);
});

test('a sentence that is no longer said is told', () => {
	const gone = 'The booking already has a code on this lock';
	const rest = sentencesOfPackage().filter(({ text }) => text !== gone);
	expect(outdated(rest)).toEqual([gone]);
});

test('the help of a field is no message', () => {
	const source = `const fields = [
		textField('Name', 'name', 'How people recognise the code'),
		{ displayName: 'How Far Seam May Move', description: 'How far Seam may round the ends' },
	];`;
	expect(sentencesOf('new.ts', source)).toEqual([]);
});

test.each([
	["throw new Refusal('The moon is full', { fix: 'Wait.' });", ['Wait.']],
	["const message = 'The moon is full'; throw new Refusal(message, { fix: 'Wait.' });", ['Wait.']],
	["throw new Refusal('The moon is full', { fix: isNew ? 'Wait.' : 'Go.' });", ['Wait.', 'Go.']],
	["const fix = 'Wait.'; throw new Refusal('The moon is full', { fix });", ['Wait.']],
])('the way out that the code tells is found: %s', (source, fixes) => {
	expect(sentencesOf('new.ts', `function f() { ${source} }`)).toEqual([
		expect.objectContaining({ text: 'The moon is full', fixes }),
	]);
});
