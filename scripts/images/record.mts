// The record beside the pictures: of which sources each was taken, as a hash.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { REPOSITORY } from '../../test/e2e/harness/index.mts';
import { PICTURES, type Picture } from './pictures.mts';

export const FOLDER = join(REPOSITORY, 'docs', 'images');
const FILE = join(FOLDER, 'sources.json');

/** Files of docs/images, each with the hash of its sources when it was taken. */
export type Taken = Record<string, string>;

export const readRecord = (file = FILE): Taken =>
	existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

/** Writes down that the files were taken of what their sources are now. */
export async function recordTaken(files: string[], file = FILE): Promise<void> {
	const taken = { ...readRecord(file) };
	for (const one of files) taken[one] = hashOf(pictureOf(one));
	const sorted = Object.fromEntries(Object.entries(taken).sort(([a], [b]) => (a < b ? -1 : 1)));
	const config = await resolveConfig(file);
	writeFileSync(file, await format(JSON.stringify(sorted), { ...config, filepath: file }));
}

/** Recorded files whose sources have changed since, and those that no list has any more. */
export function outdatedPictures(taken: Taken, root = REPOSITORY): string[] {
	return Object.keys(taken).filter((file) => {
		const picture = PICTURES.find(isOf(file));
		return picture === undefined || hashOf(picture, root) !== taken[file];
	});
}

/** @throws Error if no picture has that file, or its sources are none: a pattern is wrong. */
export function hashOf({ name, sources }: Picture, root = REPOSITORY): string {
	const hash = createHash('sha256');
	const files = sources.flatMap((pattern) => {
		const found = globSync(pattern, { cwd: root }).filter((file) =>
			statSync(join(root, file)).isFile(),
		);
		if (found.length === 0) throw new Error(`${name}: nothing matches ${pattern}`);
		return found;
	});
	for (const file of [...new Set(files)].sort()) {
		hash.update(`${file}\n`).update(readFileSync(join(root, file)));
	}
	return hash.digest('hex').slice(0, 16);
}

const isOf =
	(file: string) =>
	({ name }: Picture): boolean =>
		file === `${name}.png` || file === `${name}-dark.png`;

function pictureOf(file: string): Picture {
	const picture = PICTURES.find(isOf(file));
	if (picture === undefined) throw new Error(`scripts/images/pictures.mts does not list ${file}`);
	return picture;
}
