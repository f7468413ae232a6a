// The checks that read the sources without running them: `node scripts/run.mjs scripts/checks.mts lint types`.
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPackage } from '../test/e2e/harness/packPackage.mts';
import { makeFolderUntilExit } from './setup/atExit.mjs';
import { runCommand } from './setup/command.mjs';
import { ensureScanner } from './setup/scanner.mts';
import { runSteps, type Step } from './steps.mts';

const repository = fileURLToPath(new URL('..', import.meta.url));

async function run(program: string, ...args: string[]): Promise<void> {
	await runCommand(program, args, { cwd: repository });
}

export const CHECKS: Step[] = [
	{
		name: 'lint of what runs in n8n',
		run: async () => await run('n8n-node', 'lint'),
	},
	{
		name: 'lint of what runs beside it',
		run: async () => await run('eslint', '--config', 'eslint.tools.config.mjs', '.'),
	},
	{
		name: 'format',
		run: async () => await run('prettier', '--check', '--log-level', 'warn', '.'),
	},
	{
		name: 'types of what runs in n8n',
		run: async () => await run('tsc', '--noEmit', '--project', 'tsconfig.json'),
	},
	{
		name: 'types of everything',
		run: async () => await run('tsc', '--project', 'tsconfig.tools.json'),
	},
];

/**
 * n8n's own verification of community packages, without its network part: the sources as a reviewer reads
 * them, then the tarball as npm would publish it.
 */
export const SCAN: Step = {
	name: 'verification scan',
	run: async (say) => {
		const scanner = await ensureScanner(say);
		await scan(async () => await scanner.analyzePackage(repository, scanner.SOURCE_FILE_PATTERNS));
		const start = join(tmpdir(), 'n8n-nodes-seam-scan-');
		const { folder: unpacked, keep } = makeFolderUntilExit(start);
		try {
			const tarball = await packPackage();
			await run('tar', '-xzf', tarball, '-C', unpacked, '--strip-components=1');
			await scan(async () => await scanner.analyzePackage(unpacked, ['**/*.js', 'package.json']));
		} finally {
			await rm(unpacked, { recursive: true, force: true });
			keep();
		}
	},
};

async function scan(
	analyze: () => Promise<{ passed: boolean; message?: string; details?: string }>,
): Promise<void> {
	const { passed, message, details } = await analyze();
	if (!passed) throw new Error(details ?? message ?? 'The scan failed without a word.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const wanted = process.argv.slice(2);
	const steps = [...CHECKS, SCAN].filter(({ name }) => wanted.some((word) => name.includes(word)));
	const results = await runSteps(steps, { lanes: 2 });
	process.exitCode = steps.length > 0 && results.every(({ outcome }) => outcome === 'done') ? 0 : 1;
}
