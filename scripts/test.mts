// `npm test`: everything that has to hold before a change is good, from lint to the real n8n.
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../test/e2e/harness/packPackage.mts';
import { CHECKS, SCAN } from './checks.mts';
import { jestCommand } from './jest.mts';
import { makeFolderUntilExit } from './setup/atExit.mjs';
import { runCommand } from './setup/command.mjs';
import { ensureChromium } from './setup/browser.mts';
import { ensureN8n, N8N_VERSION } from './setup/n8n.mts';
import { ensureServers } from './setup/servers.mts';
import { runSteps, type Step } from './steps.mts';

interface Counts {
	passed: number;
	failed: number;
}

const { folder: reports } = makeFolderUntilExit(join(tmpdir(), 'n8n-nodes-seam-reports-'));
const counts: Record<string, Counts> = {};

/** A step that runs one of jest's projects and keeps its counts. */
function tests(
	name: string,
	project: string,
	options: { after?: string[]; args?: string[] } = {},
): Step {
	return {
		name,
		after: options.after,
		run: async () => {
			const report = join(reports, `${project}.json`);
			const {
				program,
				args,
				options: spawnOptions,
			} = jestCommand(project, [
				'--ci',
				'--json',
				`--outputFile=${report}`,
				...(options.args ?? []),
			]);
			try {
				await runCommand(program, args, spawnOptions);
			} finally {
				counts[name] = await readCounts(report);
			}
			return `${counts[name].passed} passed`;
		},
	};
}

async function readCounts(report: string): Promise<Counts> {
	try {
		const result = JSON.parse(await readFile(report, 'utf8'));
		// A file that could not even be loaded has no tests to count, and counts as one.
		const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
		return { passed: result.numPassedTests, failed };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

const start = Date.now();
const results = await runSteps(
	[
		{ name: `n8n ${N8N_VERSION}`, run: async (say) => void (await ensureN8n(N8N_VERSION, say)) },
		{
			name: 'Redis and PostgreSQL',
			run: async (say) => void (await ensureServers(say)),
		},
		{ name: 'Chromium', run: async (say) => void (await ensureChromium(say)) },
		...CHECKS,
		tests('unit tests', 'unit', { args: ['--maxWorkers=2'] }),
		{ name: 'build', run: async () => void (await packPackage()) },
		{ ...SCAN, after: ['build'] },
		tests('package tests', 'package', { after: ['build'] }),
		tests('queue mode tests', 'queue', {
			after: ['build', `n8n ${N8N_VERSION}`, 'Redis and PostgreSQL'],
			args: ['--maxWorkers=1'],
		}),
		tests('contract tests', 'contract', { args: ['--maxWorkers=1'] }),
		tests('command tests', 'commands', { args: ['--maxWorkers=1'] }),
		tests('console tests', 'console', { after: ['Chromium'], args: ['--maxWorkers=1'] }),
		tests('property tests', 'properties', { args: ['--maxWorkers=1'] }),
		tests('end-to-end tests', 'e2e', {
			after: ['build', `n8n ${N8N_VERSION}`, 'Chromium'],
			args: ['--maxWorkers=2'],
		}),
	],
	{ lanes: 2 },
);

const unmet = results.filter(({ outcome }) => outcome !== 'done');
const sum = (pick: (count: Counts) => number): number =>
	Object.values(counts).reduce((total, count) => total + pick(count), 0);
// A step without tests of its own that went wrong counts as one.
const failed =
	sum((count) => count.failed) + unmet.filter(({ name }) => !counts[name]?.failed).length;

console.log(`\nTook ${Math.round((Date.now() - start) / 1000)} s.`);
if (unmet.length > 0) console.log(`Not done: ${unmet.map(({ name }) => name).join(', ')}.`);
console.log(`${sum((count) => count.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
