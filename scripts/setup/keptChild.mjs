// Starts programs that never outlive this process. Plain Node 20, no dependencies.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { atExit } from './atExit.mjs';

const KEEPER = fileURLToPath(new URL('keeper.mjs', import.meta.url));

/**
 * A running program. `process` ends as the program does.
 *
 * @typedef {{
 *   process: import('node:child_process').ChildProcess,
 *   output: Array<import('node:stream').Readable | null>,
 *   signal: (signal: NodeJS.Signals) => void,
 *   failure: () => string | undefined,
 * }} KeptChild `output`: stdout and stderr; `signal` reaches all that the program started, too; `failure` says why it
 *   could not be started.
 */

/**
 * Starts a program that ends, with all that it starts itself, when this process ends, however it ends.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, user?: { uid: number, gid: number } }} options `user`: whom it runs
 *   as, other than this process.
 * @returns {KeptChild}
 */
export function startKept(program, args, { cwd, env, user }) {
	// What Node.js is to do there (an inspector's port, say) is for the program, not for its keeper.
	const { NODE_OPTIONS: nodeOptions, ...keepersEnv } = env ?? process.env;
	const spec = JSON.stringify({ program, args, user, nodeOptions });
	const child = spawn(process.execPath, [KEEPER, spec], {
		cwd,
		env: keepersEnv,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	/** @type {string | undefined} */
	let failure;
	child.on('message', (message) => ({ failure } = /** @type {{ failure: string }} */ (message)));
	child.on('error', ({ message }) => (failure = message));
	/** @param {NodeJS.Signals} signal */
	const signal = (signal) => {
		if (child.pid === undefined) return;
		try {
			process.kill(-child.pid, signal);
		} catch {
			// Already gone.
		}
	};
	const takeBack = atExit(() => signal('SIGKILL'));
	child.on('close', takeBack);
	return {
		process: child,
		output: [child.stdout, child.stderr],
		signal,
		failure: () => failure,
	};
}
