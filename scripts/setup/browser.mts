import { runCommand } from './command.mjs';
import { isOnPath } from './compileTools.mts';

/** The machine's Chromium, installed with apt-get where that is allowed. */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
	if (!(await isOnPath('chromium'))) {
		const command =
			'apt-get update && apt-get install --yes --no-install-recommends chromium fonts-dejavu-core';
		if (process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) {
			throw new Error(
				`Chromium is missing. Run this once, then the same command again:  ${command}`,
			);
		}
		say('Installing Chromium with apt-get …');
		await runCommand('sh', ['-c', command], {
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
	}
	return 'chromium';
}
