// Runs other programs. Plain Node 20, no dependencies: the bootstrap uses it before anything is installed.
import { stripVTControlCharacters } from 'node:util';
import { startKept } from './keptChild.mjs';

const LINES_SHOWN = 40;

/** A command that ended badly; the message holds what it printed, without the middle where that is long. */
export class CommandFailed extends Error {
	/**
	 * @param {string} commandLine
	 * @param {string} outcome
	 * @param {string} output
	 */
	constructor(commandLine, outcome, output) {
		const text = stripVTControlCharacters(output);
		const lines = text.trimEnd().split('\n');
		if (lines.length > 2 * LINES_SHOWN)
			lines.splice(LINES_SHOWN, lines.length - 2 * LINES_SHOWN, '…');
		super([`"${commandLine}" ${outcome}.`, ...lines].join('\n').trimEnd());
		this.name = 'CommandFailed';
		/** All that it printed. */
		this.output = text;
	}
}

/** Programs print for a log, not for a terminal. */
const PLAIN = { CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs a program to its end and returns what it printed (stdout and stderr as they came). It never outlives this process.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   user?: { uid: number, gid: number },
 *   limitMs?: number,
 *   abort?: AbortSignal,
 * }} [options] `user`: whom it runs as, other than this process; `limitMs`: when it is ended at the latest;
 *   `abort`: ends it, and its reason is thrown.
 * @returns {Promise<string>}
 * @throws {CommandFailed} on a non-zero exit code, a signal, the limit, or a program that can't be started.
 */
export async function runCommand(
	program,
	args,
	{ cwd, env = process.env, user, limitMs, abort } = {},
) {
	const commandLine = [program, ...args].join(' ');
	return await new Promise((resolve, reject) => {
		const child = startKept(program, args, { cwd, env: { ...env, ...PLAIN }, user });
		let output = '';
		for (const stream of child.output) {
			stream?.on('data', (/** @type {Buffer} */ chunk) => {
				output += chunk.toString();
			});
		}
		let isLate = false;
		const timer =
			limitMs &&
			setTimeout(() => {
				isLate = true;
				child.signal('SIGKILL');
			}, limitMs);
		const giveUp = () => child.signal('SIGKILL');
		abort?.addEventListener('abort', giveUp);
		child.process.on('error', () => {});
		child.process.on('close', (code, signal) => {
			clearTimeout(timer);
			abort?.removeEventListener('abort', giveUp);
			// Whatever it started and left behind.
			child.signal('SIGKILL');
			if (code === 0) resolve(output);
			else if (abort?.aborted) reject(abort.reason);
			else reject(new CommandFailed(commandLine, outcome(code, signal), output));
		});
		/** @type {(code: number | null, signal: NodeJS.Signals | null) => string} */
		const outcome = (code, signal) => {
			const failure = child.failure();
			if (failure) return `could not be started (${failure})`;
			if (isLate) return `did not end in ${Number(limitMs) / 1000} s`;
			return signal ? `was ended by ${signal}` : `ended with ${code}`;
		};
	});
}
