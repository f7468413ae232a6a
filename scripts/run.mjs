// The way into every command of this project: makes sure that Node 24 and the dependencies are there, then runs
// the given script with them. Only this file and the .mjs files in setup/ run on the machine's own Node (20 or
// later) and before anything is installed; everything else may count on Node 24 and on the dependencies.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './setup/dependencies.mjs';
import { environmentWith, findNode24 } from './setup/node24.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const [script, ...args] = process.argv.slice(2);

/** @param {string} line */
const say = (line) => console.log(line);

try {
	if (!script) throw new Error('Usage: node scripts/run.mjs <script.mts> [arguments]');
	const node = await findNode24(say);
	const env = environmentWith(node, join(repository, 'node_modules', '.bin'));
	await ensureDependencies(repository, { env, say });
	process.exitCode = await handOver(join(node, 'bin', 'node'), env);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the script's exit code.
 */
async function handOver(node, env) {
	const child = spawn(node, [script, ...args], { cwd: repository, env, stdio: 'inherit' });
	// A terminal's Ctrl-C reaches the child by itself; what is sent to this process alone is passed on.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}
