// Runs other programs. Plain Node 20, no dependencies: the bootstrap uses it before anything is installed.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const LINES_SHOWN = 40;

/** A command that ended badly; the message holds what it printed, without the middle where that is long. */
export class CommandFailed extends Error {
	/**
	 * @param {string} commandLine
	 * @param {string} outcome
	 * @param {string} output
	 */
	constructor(commandLine, outcome, output) {
		const lines = stripVTControlCharacters(output).trimEnd().split('\n');
		if (lines.length > 2 * LINES_SHOWN)
			lines.splice(LINES_SHOWN, lines.length - 2 * LINES_SHOWN, '…');
		super([`"${commandLine}" ${outcome}.`, ...lines].join('\n').trimEnd());
		this.name = 'CommandFailed';
	}
}

/** Programs print for a log, not for a terminal. */
const PLAIN = { CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs a program to its end and returns what it printed (stdout and stderr as they came).
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, user?: { uid: number, gid: number } }} [options] `user`: whom it
 *   runs as, other than this process.
 * @returns {Promise<string>}
 * @throws {CommandFailed} on a non-zero exit code, a signal, or a program that can't be started.
 */
export async function runCommand(program, args, { cwd, env = process.env, user } = {}) {
	const commandLine = [program, ...args].join(' ');
	return await new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd,
			env: { ...env, ...PLAIN },
			...user,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		/** @param {Buffer} chunk */
		const collect = (chunk) => {
			output += chunk.toString();
		};
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.on('error', (error) =>
			reject(new CommandFailed(commandLine, `could not be started (${error.message})`, output)),
		);
		child.on('close', (code, signal) => {
			if (code === 0) resolve(output);
			else
				reject(
					new CommandFailed(
						commandLine,
						signal ? `was ended by ${signal}` : `ended with ${code}`,
						output,
					),
				);
		});
	});
}

/**
 * Runs `npm install`, or `npm ci`, with the settings that an unattended install needs, whatever the user's own npm settings
 * say: no scripts, no questions, nothing left out.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, verb?: 'install' | 'ci' }} options
 */
export async function runNpmInstall(args, { cwd, env, verb = 'install' }) {
	const settings = ['--ignore-scripts', '--yes', '--include=dev', '--include=optional'];
	const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	return await runCommand('npm', [verb, ...settings, ...quiet, ...args], { cwd, env });
}
