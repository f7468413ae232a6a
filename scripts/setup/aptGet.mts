import { delimiter, join } from 'node:path';
import { exists } from './cache.mjs';
import { runCommand } from './command.mjs';
import { withLock } from './lock.mjs';

/**
 * Installs Debian packages where apt-get may be used without asking; nothing that is only recommended.
 *
 * @param missing what the machine lacks, as the beginning of a sentence: "Chromium is missing".
 * @throws Error with the one command to run where that is not allowed.
 */
export async function installWithAptGet(
	packages: string[],
	{ missing, say }: { missing: string; say: (line: string) => void },
): Promise<void> {
	const names = packages.join(' ');
	const command = `apt-get update && apt-get install --yes --no-install-recommends ${names}`;
	if (process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) {
		throw new Error(
			`${missing}. Run this once, then the same command again:  sudo sh -c "${command}"`,
		);
	}
	const install = async () => {
		say(`Installing ${names} with apt-get …`);
		await runCommand('sh', ['-c', command], {
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
	};
	await withLock('apt-get', install, say);
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
