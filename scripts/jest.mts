// Runs jest for some of its projects: `node scripts/run.mjs scripts/jest.mts unit test/unit/time`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { atExit } from './setup/atExit.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** The program, arguments and environment that run jest on the projects (names with commas between them). */
export function jestCommand(
	projects: string,
	args: string[] = [],
): { program: string; args: string[]; options: { cwd: string; env: NodeJS.ProcessEnv } } {
	const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
	return {
		program: process.execPath,
		args: [
			// Jest runs ES modules only with this; the other one would say so on every run.
			'--experimental-vm-modules',
			'--disable-warning=ExperimentalWarning',
			jest,
			...args,
			// Last, as it takes every word that follows for a project.
			'--selectProjects',
			...projects.split(','),
		],
		options: { cwd: repository, env: process.env },
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [projects, ...files] = process.argv.slice(2);
	const { program, args, options } = jestCommand(projects ?? 'unit', files);
	// Not execa: beside a second listener to signals, setup/companion.mjs leaves it to that one to end the script.
	const jest = spawn(program, args, { ...options, stdio: 'inherit' });
	atExit(() => void jest.kill('SIGKILL'));
	jest.on('exit', (code) => {
		process.exitCode = code ?? 1;
	});
}
