// One thing at a time across processes. Plain Node 20, no dependencies.
import { lstat, lutimes, mkdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeAtExit } from './atExit.mjs';
import { cacheFolder } from './cacheFolder.mjs';
import { withHeartbeat } from './heartbeat.mjs';

const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 60_000;

/**
 * Does one thing at a time across processes. A lock whose holder has died is taken over at once.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(line: string) => void} [say] told that another process is waited for.
 * @returns {Promise<T>}
 */
export async function withLock(name, work, say = () => {}) {
	const file = join(cacheFolder(), 'locks', name.replaceAll(/[^\w.-]/g, '_'));
	await mkdir(dirname(file), { recursive: true });
	if (!(await take(file))) {
		const holder = (await readHolder(file))?.pid ?? 'of another machine';
		say(`Another run (process ${holder}) is at it: waiting for it …`);
		await withHeartbeat(`waiting for process ${holder}`, say, async () => {
			while (!(await take(file))) await pause(200);
		});
	}
	const keep = removeAtExit(file);
	const heartbeat = setInterval(() => {
		lutimes(file, new Date(), new Date()).catch(() => {});
	}, HEARTBEAT_MS);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		await rm(file, { force: true });
		keep();
	}
}

/** @typedef {{ host: string, pid: number, started: string }} Holder */

/**
 * The lock is a link that leads nowhere: made in one step together with the name of its holder, which a file that is
 * created and then written is not.
 *
 * @param {string} file
 */
async function take(file) {
	/** @type {Holder} */
	const self = { host: hostname(), pid: process.pid, started: await startOf(process.pid) };
	for (;;) {
		try {
			await symlink(JSON.stringify(self), file);
			return true;
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
			if (!(await removeIfAbandoned(file))) return false;
		}
	}
}

/**
 * @param {string} file
 * @returns {Promise<boolean>} whether it is worth trying again.
 */
async function removeIfAbandoned(file) {
	const text = await readlink(file).catch(() => undefined);
	if (!(await isAbandoned(file))) return false;
	// Two may see the same dead holder: only what was seen is removed, not what the other one put there since.
	const aside = `${file}.${process.pid}.dead`;
	try {
		await rename(file, aside);
	} catch {
		return true;
	}
	const isSame = (await readlink(aside).catch(() => undefined)) === text;
	if (!isSame) await rename(aside, file);
	await rm(aside, { force: true });
	return isSame;
}

/** @param {string} file */
async function isAbandoned(file) {
	try {
		const holder = await readHolder(file);
		if (holder?.host === hostname()) return (await startOf(holder.pid)) !== holder.started;
		return Date.now() - (await lstat(file)).mtimeMs > STALE_AFTER_MS;
	} catch {
		return false; // Just given back: look again.
	}
}

/**
 * @param {string} file
 * @returns {Promise<Holder | undefined>}
 */
async function readHolder(file) {
	try {
		return JSON.parse(await readlink(file));
	} catch {
		return undefined;
	}
}

/**
 * When a process was started: its number may since have been given to another. Where that can't be told, only whether
 * it runs.
 *
 * @param {number} pid
 */
async function startOf(pid) {
	try {
		const text = await readFile(`/proc/${pid}/stat`, 'utf8');
		// The program's name, in brackets, may hold anything; the start is the 20th word after it.
		const words = text.slice(text.lastIndexOf(')') + 2).split(' ');
		return words[0] === 'Z' ? '' : words[19];
	} catch {
		if (process.platform === 'linux') return '';
	}
	try {
		process.kill(pid, 0);
		return 'running';
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' ? 'running' : '';
	}
}
