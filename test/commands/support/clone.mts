// A clone of this project in small: the real scripts/, two dependencies to install, and a stand-in for npm.
import {
	chmod,
	copyFile,
	cp,
	link,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRun, type Run } from '../../e2e/harness/run.mts';
import { waitFor } from '../../e2e/harness/waitFor.mts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const STAND_IN = fileURLToPath(new URL('standInNpm.mjs', import.meta.url));

/** The package that is installed last, and has to be whole. */
export const LAST_PACKAGE = 'last';
export const WHOLE = 'module.exports = "whole";\n';

export interface Clone {
	readonly folder: string;
	readonly cache: string;
	/** The folder of all this. */
	readonly root: string;
	/** Where the stand-in npm says where it stands. */
	readonly steps: string;
	/** `ARGS`: the script and its arguments, `NODE_ARGS`: those of Node, `STAND_IN_…`: what npm does; the rest is environment. */
	run(env?: Record<string, string>, user?: { uid: number; gid: number }): Run;
	/** The process IDs of all that was started for this clone and still runs. */
	survivors(): Promise<number[]>;
	remove(): Promise<void>;
}

/** A new clone with an empty cache of its own; `npm run hello` in it would print `hello` once all is installed. */
export async function makeClone(): Promise<Clone> {
	const root = await mkdtemp(join(tmpdir(), 'n8n-nodes-seam-commands-'));
	const [folder, cache, programs] = ['clone', 'cache', 'bin'].map((name) => join(root, name));
	await cp(join(REPOSITORY, 'scripts', 'setup'), join(folder, 'scripts', 'setup'), {
		recursive: true,
	});
	await cp(join(REPOSITORY, 'scripts', 'run.mjs'), join(folder, 'scripts', 'run.mjs'));
	await writeFile(
		join(folder, 'hello.mts'),
		`import { createRequire } from 'node:module';
		console.log('hello', createRequire(import.meta.url)('${LAST_PACKAGE}'));
		if (process.argv.includes('--stay')) setInterval(() => {}, 1000);`,
	);
	await writeFile(
		join(folder, 'entry.mts'),
		`import { appendFileSync } from 'node:fs';
		import { readFile, writeFile } from 'node:fs/promises';
		import { join } from 'node:path';
		import { installOnce } from './scripts/setup/cache.mjs';
		import { runCommand } from './scripts/setup/command.mjs';
		const step = async (name: string) => {
			appendFileSync(process.env.STAND_IN_STEPS!, name + '\\n');
			if (name === process.env.STAND_IN_STOPS_AT) await runCommand('sleep', ['300']);
		};
		const verify = async (folder: string) => {
			await readFile(join(folder, 'one'));
			await readFile(join(folder, 'two'));
			await step('verified');
		};
		const folder = await installOnce('thing', {
			announce: () => console.log('making'),
			install: async (folder) => {
				await step('empty');
				await writeFile(join(folder, 'one'), 'wh');
				await step('half');
				await writeFile(join(folder, 'two'), 'ole');
				await step('made');
			},
			verify,
		});
		console.log('entry', await readFile(join(folder, 'one'), 'utf8') + await readFile(join(folder, 'two'), 'utf8'));`,
	);
	const packages = Object.fromEntries(
		['first', LAST_PACKAGE].map((name) => [`node_modules/${name}`, { version: '1.0.0' }]),
	);
	await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
	await mkdir(cache);
	await mkdir(programs);
	await writeFile(
		join(programs, 'npm'),
		`#!/bin/sh\nexec "${process.execPath}" "${STAND_IN}" "$@"\n`,
	);
	await chmod(join(programs, 'npm'), 0o755);
	// This Node, at a place where no real npm lies beside it: what run.mjs is run with comes first on its path.
	const node = join(root, 'node', 'bin', 'node');
	await mkdir(join(root, 'node', 'bin'), { recursive: true });
	await link(process.execPath, node).catch(async () => await copyFile(process.execPath, node));
	await mkdir(join(root, 'node', 'include', 'node'), { recursive: true });
	await writeFile(join(root, 'node', 'include', 'node', 'node.h'), '');
	const steps = join(root, 'steps');
	const runs: Run[] = [];

	return {
		root,
		folder,
		cache,
		steps,
		run(env = {}, user) {
			const { ARGS = 'hello.mts', NODE_ARGS = '', ...environment } = env;
			const args = [...words(NODE_ARGS), 'scripts/run.mjs', ...words(ARGS)];
			const run = startRun(node, args, {
				cwd: folder,
				...user,
				extendEnv: false,
				env: {
					PATH: [programs, process.env.PATH].join(delimiter),
					HOME: root,
					N8N_NODES_SEAM_CACHE: cache,
					STAND_IN_STEPS: steps,
					...environment,
				},
			});
			runs.push(run);
			return run;
		},
		survivors: async () => await processesWith(root),
		async remove() {
			for (const run of runs) run.kill('SIGKILL');
			await waitFor(async () => (await processesWith(root)).length === 0, {
				limit: 10,
				what: 'the end of all processes',
			});
			await rm(root, { recursive: true, force: true });
		},
	};
}

const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** The processes that have this text in their environment: whatever a run in this folder started. */
async function processesWith(text: string): Promise<number[]> {
	const found: number[] = [];
	for (const entry of await readdir('/proc')) {
		if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
		const environment = await readFile(`/proc/${entry}/environ`, 'utf8').catch(() => '');
		if (environment.includes(text)) found.push(Number(entry));
	}
	return found;
}
