// Installs packages with npm. Plain Node 20, no dependencies.
import { statfs } from 'node:fs/promises';
import { CommandFailed, runCommand } from './command.mjs';
import { NoRegistry, isOfTheNetwork } from './trouble.mjs';

/** npm's own default is to try for minutes, without a word. */
const PATIENCE = [
	'--fetch-retries=2',
	'--fetch-retry-mintimeout=1000',
	'--fetch-retry-maxtimeout=8000',
];
const ANSWER_LIMIT_MS = 15_000;
const DISK_CHECKED_EVERY_MS = 1_000;
const LEAST_FREE_BYTES = 256 * 1024;

/**
 * Runs `npm install`, or `npm ci`, with the settings that an unattended install needs, whatever the user's own npm settings
 * say: no scripts, no questions, nothing left out.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, verb?: 'install' | 'ci' }} options
 * @throws {NoRegistry} at once if nobody answers, instead of trying for minutes.
 */
export async function runNpmInstall(args, { cwd, env, verb = 'install' }) {
	await assertRegistryAnswers({ cwd, env });
	const settings = ['--ignore-scripts', '--yes', '--include=dev', '--include=optional'];
	const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	const disk = watchDisk(cwd);
	try {
		return await runCommand('npm', [verb, ...settings, ...quiet, ...PATIENCE, ...args], {
			cwd,
			env,
			abort: disk.isFull,
		});
	} finally {
		disk.stop();
	}
}

/**
 * npm tries for most of a minute to write to a full disk: this notices it sooner.
 *
 * @param {string} folder
 * @returns {{ isFull: AbortSignal, stop: () => void }} `isFull` has been aborted once the disk was full for a while.
 */
function watchDisk(folder) {
	const controller = new AbortController();
	let timesFull = 0;
	const timer = setInterval(async () => {
		const free = await freeBytes(folder).catch(() => Infinity);
		timesFull = free < LEAST_FREE_BYTES ? timesFull + 1 : 0;
		if (timesFull === 2) {
			const error = new Error('The disk is full');
			controller.abort(Object.assign(error, { code: 'ENOSPC', path: folder }));
		}
	}, DISK_CHECKED_EVERY_MS);
	return { isFull: controller.signal, stop: () => clearInterval(timer) };
}

/** @param {string} folder */
async function freeBytes(folder) {
	const { bsize, bavail, bfree } = await statfs(folder);
	// Some is kept for root.
	return bsize * (process.getuid?.() === 0 ? bfree : bavail);
}

/**
 * Asks the registry as npm itself does, by the same proxy. Any answer will do: not every registry knows `ping`.
 *
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 */
async function assertRegistryAnswers({ cwd, env }) {
	try {
		await runCommand('npm', ['ping', '--fetch-retries=0', `--fetch-timeout=${ANSWER_LIMIT_MS}`], {
			cwd,
			env,
			limitMs: ANSWER_LIMIT_MS,
		});
	} catch (error) {
		if (!(error instanceof CommandFailed)) throw error;
		if (error.message.includes('did not end') || isOfTheNetwork(error))
			throw new NoRegistry(await registryAddress({ cwd, env }));
	}
}

/** @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options */
async function registryAddress(options) {
	const address = runCommand('npm', ['config', 'get', 'registry'], { ...options, limitMs: 5_000 });
	return await address.then(
		(text) => text.trim(),
		() => 'the one of your npm settings',
	);
}
