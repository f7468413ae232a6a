// What is downloaded once and kept outside the repository. Plain Node 20, no dependencies.
import {
	mkdir,
	mkdtemp,
	open,
	readFile,
	rename,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const COMPLETE_MARKER = '.complete';
const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 60_000;

/** The cache's folder: `N8N_NODES_SEAM_CACHE`, else the user's cache folder. */
export function cacheFolder() {
	if (process.env.N8N_NODES_SEAM_CACHE) return process.env.N8N_NODES_SEAM_CACHE;
	return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-seam');
}

/** Part of a cache entry's name: what is compiled for one platform is of no use on another. */
export const platform = `${process.platform}-${process.arch}`;

/**
 * The folder of a cache entry, installed first if it isn't there yet. It is installed beside its place and moved
 * there when complete, so that an interruption leaves nothing that looks finished; of two that install at once
 * the second waits and takes the first one's. A folder that someone else laid there counts if it passes `verify`.
 *
 * @param {string} name
 * @param {{
 *   announce: () => void,
 *   install: (folder: string) => Promise<void>,
 *   verify: (folder: string) => Promise<void>,
 * }} recipe `verify` throws what is wrong with a folder.
 * @returns {Promise<string>}
 */
export async function installOnce(name, { announce, install, verify }) {
	const folder = join(cacheFolder(), name);
	if (await exists(join(folder, COMPLETE_MARKER))) return folder;
	return await withLock(name, async () => {
		if (await exists(join(folder, COMPLETE_MARKER))) return folder;
		if (!(await passes(verify, folder))) {
			announce();
			const unfinished = await mkdtemp(`${folder}.unfinished-`);
			try {
				await install(unfinished);
				await verify(unfinished);
				await rm(folder, { recursive: true, force: true });
				await rename(unfinished, folder);
			} finally {
				await rm(unfinished, { recursive: true, force: true });
			}
		}
		await writeFile(join(folder, COMPLETE_MARKER), `${new Date().toISOString()}\n`);
		return folder;
	});
}

/**
 * Does one thing at a time across processes. A lock whose holder has died is taken over.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
	const file = join(cacheFolder(), 'locks', name.replaceAll(/[^\w.-]/g, '_'));
	await mkdir(dirname(file), { recursive: true });
	while (!(await take(file))) {
		if (await isAbandoned(file)) await rm(file, { force: true });
		else await pause(500);
	}
	const heartbeat = setInterval(
		() => utimes(file, new Date(), new Date()).catch(() => {}),
		HEARTBEAT_MS,
	);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		await rm(file, { force: true });
	}
}

/** @param {string} path */
export async function exists(path) {
	return await stat(path).then(
		() => true,
		() => false,
	);
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

/** @param {string} file */
async function take(file) {
	try {
		const handle = await open(file, 'wx');
		await handle.writeFile(JSON.stringify({ host: hostname(), pid: process.pid }));
		await handle.close();
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
		throw error;
	}
}

/** @param {string} file */
async function isAbandoned(file) {
	try {
		if (Date.now() - (await stat(file)).mtimeMs > STALE_AFTER_MS) return true;
		const { host, pid } = JSON.parse(await readFile(file, 'utf8'));
		return host === hostname() && !isAlive(pid);
	} catch {
		return false; // Just given back, or not written yet: look again.
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
