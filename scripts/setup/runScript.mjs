// Makes sure that Node 24 and the dependencies are there, then runs a script with them. Plain Node 20, no dependencies.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endOnSignals, signals } from './atExit.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { environmentWith, findNode24, versionOf } from './node24.mjs';
import { inOneSentence } from './trouble.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const companion = pathToFileURL(join(repository, 'scripts', 'setup', 'companion.mjs')).href;
const STARTERS_CHECKED_EVERY_MS = 1_000;

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * Runs a script of this project.
 *
 * @param {string[]} commandLine the script (from the repository's root) and its arguments.
 * @returns {Promise<number>} the exit code; what went wrong before the script began is said in one sentence.
 */
export async function runScript([script, ...args]) {
	endWithNpm();
	const stopEnding = endOnSignals(
		'Stopped: nothing of it runs on. The same command starts the step anew.',
	);
	try {
		if (!script) throw new Error('Usage: node scripts/run.mjs <script.mts> [arguments]');
		const node = await findNode24(say);
		const env = environmentWith(node, join(repository, 'node_modules', '.bin'));
		await ensureDependencies(repository, { env, nodeVersion: await versionOf(node), say });
		stopEnding();
		return await handOver(join(node, 'bin', 'node'), [script, ...args], env);
	} catch (error) {
		console.error(inOneSentence(error));
		return 1;
	}
}

/**
 * @param {string} node
 * @param {string[]} commandLine
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the script's exit code.
 */
async function handOver(node, commandLine, env) {
	// The fourth channel tells the script when this process dies without a word (see companion.mjs).
	const child = spawn(node, ['--import', companion, ...commandLine], {
		cwd: repository,
		env,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
	});
	// A terminal's Ctrl-C reaches the child by itself; what is sent to this process alone is passed on.
	for (const signal of signals) process.on(signal, () => child.kill(signal));
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

/** If npm started this and was killed, nobody is left to end it. npm's shell may stand between. */
function endWithNpm() {
	if (!process.env.npm_lifecycle_event) return;
	const starters = () => `${process.ppid} ${parentOf(process.ppid)}`;
	const before = starters();
	const timer = setInterval(() => {
		if (starters() === before) return;
		clearInterval(timer);
		process.kill(process.pid, 'SIGTERM');
	}, STARTERS_CHECKED_EVERY_MS);
	timer.unref();
}

/** @param {number} pid */
function parentOf(pid) {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return text.slice(text.lastIndexOf(')') + 2).split(' ')[1];
	} catch {
		return ''; // Not Linux.
	}
}
