// What it costs n8n to load the package at its start: processor time and modules.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from 'simple-statistics';
import { ensureN8n, N8N_VERSION } from '../scripts/setup/n8n.mts';
import { unpackPackage } from './unpack.mts';

const RUNS = 15;
const MOST_MILLISECONDS = 40;

/** What n8n has loaded long before it comes to community packages. */
const LOADED_BEFORE = ['n8n-workflow', 'zod', 'luxon'];

interface Load {
	milliseconds: number;
	modules: number;
}

const run = promisify(execFile);

async function load(file: string): Promise<Load> {
	const script = fileURLToPath(new URL('loadOnce.mts', import.meta.url));
	const { stdout } = await run(process.execPath, [script, file, ...LOADED_BEFORE]);
	return JSON.parse(stdout) as Load;
}

/** Prints the measurement; true if the package keeps to the limit. */
export async function benchLoad(): Promise<boolean> {
	const n8n = await ensureN8n(N8N_VERSION, console.log);
	const nodesBase = join(n8n, 'node_modules', 'n8n-nodes-base', 'dist', 'nodes');
	const files = {
		'n8n: HTTP Request': join(nodesBase, 'HttpRequest', 'HttpRequest.node.js'),
		'this package': join(await unpackPackage(), 'index.js'),
	};
	const loads: Record<string, Load[]> = Object.fromEntries(
		Object.keys(files).map((name) => [name, []]),
	);
	for (let round = 0; round < RUNS; round += 1) {
		for (const [name, file] of Object.entries(files)) loads[name].push(await load(file));
	}
	const costOf = (name: string) => median(loads[name].map(({ milliseconds }) => milliseconds));
	console.table(
		Object.fromEntries(
			Object.entries(loads).map(([name, [{ modules }]]) => [
				name,
				{ modules, 'ms of processor time': costOf(name).toFixed(1) },
			]),
		),
	);
	const cost = costOf('this package');
	const isGood = cost <= MOST_MILLISECONDS;
	console.log(
		`Loading the package takes ${cost.toFixed(1)} ms of processor time (limit ${MOST_MILLISECONDS}): ${isGood ? 'good' : 'TOO SLOW'}`,
	);
	return isGood;
}
