// Sees to it that the project's own dependencies are installed. Plain Node 20, no dependencies.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './cache.mjs';
import { runNpmInstall } from './command.mjs';

/**
 * Installs what package-lock.json names, unless it is all there already.
 *
 * @param {string} repository
 * @param {{ env: NodeJS.ProcessEnv, say: (line: string) => void }} options
 */
export async function ensureDependencies(repository, { env, say }) {
	if (await areInstalled(repository)) return;
	await withLock(`dependencies-${repository}`, async () => {
		if (await areInstalled(repository)) return;
		say('Installing the project’s dependencies (about 2 min the first time) …');
		await runNpmInstall([], { cwd: repository, env, verb: 'ci' });
	});
}

/**
 * npm writes down what it installed, as the last thing it does: that list against the wanted one tells at once
 * whether an install is due. What is optional may be missing (it is for other platforms).
 *
 * @param {string} repository
 */
async function areInstalled(repository) {
	const wanted = await readLock(join(repository, 'package-lock.json'));
	const installed = await readLock(join(repository, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || (installed[path] ? installed[path].version === version : optional),
	);
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }>>}
 */
async function readLock(file) {
	try {
		return JSON.parse(await readFile(file, 'utf8')).packages;
	} catch {
		return {};
	}
}
