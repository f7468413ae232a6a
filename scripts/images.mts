// `npm run docs:images [name …]`: takes the pictures of docs/images anew, or those named (`npm run docs:images console
// node-panel examples/mews`), in light and dark, and writes down of which sources (docs/images/sources.json).
// With `--into <folder>`, they go there and nothing is written down.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startN8n, startSandbox } from '../test/e2e/harness/index.mts';
import { takeConsole } from './images/console.mts';
import { takeEditor } from './images/editor.mts';
import { takeGallery } from './images/gallery.mts';
import {
	CONSOLE_PICTURES,
	EDITOR_PICTURES,
	fileOf,
	GALLERY_PICTURES,
	PICTURES,
	SCHEMES,
	type Picture,
	type Scheme,
} from './images/pictures.mts';
import { FOLDER, recordTaken } from './images/record.mts';

/** Takes one picture, unless it is not wanted. */
export type Shoot = (
	page: Page,
	name: string,
	options?: { clip: { x: number; y: number; width: number; height: number } },
) => Promise<void>;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { into: { type: 'string' } },
});
const unknown = positionals.filter((name) => !PICTURES.some((picture) => picture.name === name));
if (unknown.length > 0) {
	console.error(`No such picture: ${unknown.join(', ')}`);
	process.exit(1);
}

const isWanted = ({ name }: Pick<Picture, 'name'>) =>
	positionals.length === 0 || positionals.includes(name);
const areWanted = (...names: string[]) => names.some((name) => isWanted({ name }));
const folder = values.into ?? FOLDER;
const taken: string[] = [];

const shootIn =
	(scheme: Scheme): Shoot =>
	async (page, name, options) => {
		if (!isWanted({ name })) return;
		const file = fileOf(name, scheme);
		const path = join(folder, file);
		await mkdir(dirname(path), { recursive: true });
		await page.screenshot({ path, ...options });
		taken.push(file);
		console.log(file);
	};

for (const scheme of SCHEMES) {
	const shoot = shootIn(scheme);
	if (CONSOLE_PICTURES.some(isWanted)) await takeConsole(scheme, shoot);
	const slugs = GALLERY_PICTURES.filter(isWanted).map(({ name }) => name.replace('examples/', ''));
	const isEditorWanted = EDITOR_PICTURES.some(isWanted);
	if (slugs.length === 0 && !isEditorWanted) continue;
	// Each time anew, so that both show the same.
	const [sandbox, n8n] = await Promise.all([startSandbox(), startN8n({ say: console.log })]);
	try {
		if (isEditorWanted) await takeEditor({ sandbox, n8n, scheme, shoot, areWanted });
		if (slugs.length > 0) await takeGallery({ n8n, scheme, shoot, slugs });
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
}
if (values.into === undefined) await recordTaken(taken);
