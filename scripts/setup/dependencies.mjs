// Sees to it that the project's own dependencies are installed, whole. Plain Node 20, no dependencies.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withHeartbeat } from './heartbeat.mjs';
import { withLock } from './lock.mjs';
import { runNpmInstall } from './npm.mjs';

/** Packages read at the same time. */
const AT_ONCE = 64;

/**
 * Installs what package-lock.json names, unless it is all there already. A run that was interrupted, even by SIGKILL,
 * has not written the mark of a whole one: the next run begins anew with `npm ci`, which first removes what is there
 * (`npm install` takes a package whose files are half there for a whole one).
 *
 * @param {string} repository
 * @param {{ env: NodeJS.ProcessEnv, nodeVersion: string, say: (line: string) => void }} options
 */
export async function ensureDependencies(repository, { env, nodeVersion, say }) {
	const modules = join(repository, 'node_modules');
	const lockFile = join(repository, 'package-lock.json');
	const finished = join(modules, '.n8n-nodes-seam-finished');
	/** What npm itself wrote down in the end. */
	const npmsList = join(modules, '.package-lock.json');
	const wantedMark = async () => {
		const hash = createHash('sha256').update(await readFile(lockFile));
		return `${hash.digest('hex')} ${nodeVersion}\n`;
	};

	const areInstalled = async () =>
		(await readFile(finished, 'utf8').catch(() => '')) === (await wantedMark()) &&
		lists(await readLock(npmsList), await readLock(lockFile));

	if (await areInstalled()) return;
	const install = async () => {
		if (await areInstalled()) return;
		if (await areWhole(repository, await readLock(npmsList), await readLock(lockFile))) {
			// Installed with npm, by hand.
			await writeFile(finished, await wantedMark());
			return;
		}
		say('Installing the project’s dependencies (about 2 min the first time) …');
		// From here on, no run takes what is there for whole: npm writes its list last.
		await rm(npmsList, { force: true });
		await runNpmInstall([], { cwd: repository, env, verb: 'ci' });
		await writeFile(finished, await wantedMark());
	};
	await withLock(
		`dependencies-${repository}`,
		async () => await withHeartbeat('installing the dependencies', say, install),
		say,
	);
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages by their folder in the repository. */

/**
 * Whether npm's list of what it installed has all that is wanted. What is optional may be missing (it is for other
 * platforms).
 *
 * @param {Packages} installed
 * @param {Packages} wanted
 */
function lists(installed, wanted) {
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || (installed[path] ? installed[path].version === version : optional),
	);
}

/**
 * Whether all that is wanted is on npm's list, and each package on it in its folder, too: the list outlives an
 * interrupted installation.
 *
 * @param {string} repository
 * @param {Packages} installed
 * @param {Packages} wanted
 */
async function areWhole(repository, installed, wanted) {
	const packages = Object.entries(installed);
	if (packages.length === 0 || !lists(installed, wanted)) return false;
	for (let start = 0; start < packages.length; start += AT_ONCE) {
		const found = await Promise.all(
			packages.slice(start, start + AT_ONCE).map(async ([path, { version }]) => {
				const manifest = await readJson(join(repository, path, 'package.json'));
				return version === undefined || manifest.version === version;
			}),
		);
		if (found.includes(false)) return false;
	}
	return true;
}

/**
 * @param {string} file
 * @returns {Promise<Packages>}
 */
async function readLock(file) {
	return (await readJson(file)).packages ?? {};
}

/** @param {string} file */
async function readJson(file) {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return {};
	}
}
