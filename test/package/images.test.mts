import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PICTURES } from '../../scripts/images/pictures.mts';
import {
	FOLDER,
	hashOf,
	outdatedPictures,
	readRecord,
	recordTaken,
} from '../../scripts/images/record.mts';
import { REPOSITORY } from '../e2e/harness/index.mts';

test('no picture is older than what it shows; if one is, run `npm run docs:images`', () => {
	const record = readRecord();
	expect(Object.keys(record).length).toBeGreaterThan(20);
	expect(outdatedPictures(record)).toEqual([]);
});

test('every picture is recorded, and every recorded one exists', () => {
	const pictures = globSync('**/*.png', { cwd: FOLDER }).sort();
	expect(Object.keys(readRecord()).sort()).toEqual(pictures);
});

const outside = (folder: string) => ['node_modules', 'dist'].includes(folder);
/** What the pages show of this folder, by Markdown or HTML, light and dark, by page. */
const shown = globSync('**/*.md', { cwd: REPOSITORY, exclude: outside }).flatMap((page) =>
	[...readFileSync(join(REPOSITORY, page), 'utf8').matchAll(/docs\/images\/([\w/-]+)\.png/g)].map(
		([, name]) => ({ page, name }),
	),
);
const isDark = ({ name }: { name: string }) => name.endsWith('-dark');

test('every picture that a page shows is made by the command', () => {
	const made = PICTURES.map(({ name }) => name);
	const names = shown.map(({ name }) => name.replace(/-dark$/, ''));
	expect(names.length).toBeGreaterThan(20);
	expect(names.filter((name) => !made.includes(name))).toEqual([]);
});

test('every page that shows a picture in light shows it in dark, too', () => {
	const dark = shown.filter(isDark);
	const light = shown.filter((picture) => !isDark(picture));
	expect(dark).toEqual(light.map(({ page, name }) => ({ page, name: `${name}-dark` })));
});

test('every picture has sources', () => {
	for (const picture of PICTURES) expect(hashOf(picture)).toMatch(/^[\da-f]{16}$/);
});

describe('a picture is out of date', () => {
	let root: string;

	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'n8n-nodes-seam-images-'));
		for (const folder of ['nodes', 'examples', 'icons', 'credentials']) {
			await cp(join(REPOSITORY, folder), join(root, folder), { recursive: true });
		}
		await cp(join(REPOSITORY, 'sandbox'), join(root, 'sandbox'), { recursive: true });
	}, 60_000);

	afterEach(async () => await rm(root, { recursive: true, force: true }));

	test.each([
		['a description', 'nodes/SeamCreateAccessCode/properties.ts', ['create-access-code.png']],
		['a workflow', 'examples/mews.json', ['examples/mews.png']],
		['the credential', 'credentials/SeamApi.credentials.ts', ['credential.png']],
		['the console', 'sandbox/console/page/new.mjs', ['console.png']],
	])('once %s has changed', async (_, file, expected) => {
		const files = PICTURES.map(({ name }) => `${name}.png`);
		const record = Object.fromEntries(
			PICTURES.map((picture, index) => [files[index], hashOf(picture)]),
		);
		expect(outdatedPictures(record, root)).toEqual([]);
		await writeFile(join(root, file), '// changed\n');
		expect(outdatedPictures(record, root)).toEqual(expected);
	});

	test('once no list has it', () => {
		expect(outdatedPictures({ 'gone.png': '0' })).toEqual(['gone.png']);
	});
});

test('taking one picture leaves what is recorded of the others', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-seam-record-'));
	const file = join(folder, 'sources.json');
	await writeFile(file, '{ "console.png": "0" }');
	await recordTaken(['node-panel-dark.png'], file);
	const [console, panel] = Object.values(readRecord(file));
	expect([console, panel]).toEqual(['0', hashOf(PICTURES[0])]);
	await rm(folder, { recursive: true });
});
