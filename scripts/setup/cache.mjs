// What is downloaded once and kept outside the repository. Plain Node 20, no dependencies.
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolderUntilExit } from './atExit.mjs';
import { cacheFolder } from './cacheFolder.mjs';
import { withLock } from './lock.mjs';

const COMPLETE_MARKER = '.complete';

/** Part of a cache entry's name: what is compiled for one platform is of no use on another. */
export const platform = `${process.platform}-${process.arch}`;

/**
 * The folder of a cache entry, installed first if it isn't there yet. It is installed beside its place and moved
 * there when complete, so that an interruption leaves nothing that looks finished; what a killed run left beside is
 * removed. Of two that install at once the second waits and takes the first one's. A folder that someone else laid
 * there counts if it passes `verify`.
 *
 * @param {string} name
 * @param {{
 *   announce: () => void,
 *   say?: (line: string) => void,
 *   install: (folder: string) => Promise<void>,
 *   verify: (folder: string) => Promise<void>,
 * }} recipe `verify` throws what is wrong with a folder; `say` is told that another process is waited for.
 * @returns {Promise<string>}
 */
export async function installOnce(name, { announce, say, install, verify }) {
	const folder = join(cacheFolder(), name);
	if (await exists(join(folder, COMPLETE_MARKER))) return folder;
	const ensure = async () => {
		if (await exists(join(folder, COMPLETE_MARKER))) return folder;
		await removeUnfinished(folder);
		if (await passes(verify, folder)) {
			await markComplete(folder);
			return folder;
		}
		announce();
		const { folder: unfinished, keep } = makeFolderUntilExit(unfinishedName(folder));
		try {
			await install(unfinished);
			await verify(unfinished);
			await markComplete(unfinished);
			await rm(folder, { recursive: true, force: true });
			await rename(unfinished, folder);
		} finally {
			await rm(unfinished, { recursive: true, force: true });
			keep();
		}
		return folder;
	};
	return await withLock(name, ensure, say);
}

/** @param {string} path */
export async function exists(path) {
	return await stat(path).then(
		() => true,
		() => false,
	);
}

/** @param {string} folder */
const unfinishedName = (folder) => `${folder}.unfinished-`;

/** @param {string} folder the caller holds its lock, so that nobody else is at work beside it. */
async function removeUnfinished(folder) {
	const parent = dirname(folder);
	const start = basename(unfinishedName(folder));
	for (const entry of await readdir(parent)) {
		if (entry.startsWith(start)) await rm(join(parent, entry), { recursive: true, force: true });
	}
}

/** @param {string} folder */
async function markComplete(folder) {
	await writeFile(join(folder, COMPLETE_MARKER), `${new Date().toISOString()}\n`);
}

/**
 * @param {(folder: string) => Promise<void>} verify
 * @param {string} folder
 */
async function passes(verify, folder) {
	if (!(await exists(folder))) return false;
	return await verify(folder).then(
		() => true,
		() => false,
	);
}
