import { delimiter, join } from 'node:path';
import { exists } from './cache.mjs';
import { runCommand } from './command.mjs';

const TOOLS = ['python3', 'make', 'g++'];

/**
 * Makes sure that a native module can be compiled: installs the tools where apt-get may be used without asking.
 *
 * @throws Error with the one command to run where that is not allowed.
 */
export async function ensureCompileTools(say: (line: string) => void): Promise<void> {
	const missing = await missingTools();
	if (missing.length === 0) return;
	const command = `apt-get update && apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
	if (process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) {
		throw new Error(
			`n8n’s database driver has to be compiled, and ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing. ` +
				`Run this once, then the same command again:  sudo sh -c "${command}"`,
		);
	}
	say(`Installing ${missing.join(', ')} with apt-get …`);
	await runCommand('sh', ['-c', command], {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	});
}

async function missingTools(): Promise<string[]> {
	const found = await Promise.all(TOOLS.map(isOnPath));
	return TOOLS.filter((_, index) => !found[index]);
}

export async function isOnPath(program: string): Promise<boolean> {
	return (await findOnPath(program)) !== undefined;
}

/** Where a program is, or undefined where there is none of that name. */
export async function findOnPath(program: string): Promise<string | undefined> {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const path = join(folder, program);
		if (await exists(path)) return path;
	}
	return undefined;
}
