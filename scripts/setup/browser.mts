import { runCommand } from './command.mjs';
import { findOnPath, isOnPath } from './compileTools.mts';

const PROGRAM = 'chromium';

/** Where the machine's Chromium is, installed with apt-get where that is allowed. */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
	const found = await findOnPath(PROGRAM);
	if (found) return found;
	const command = `apt-get update && apt-get install --yes --no-install-recommends ${PROGRAM} fonts-dejavu-core`;
	if (process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) {
		throw new Error(
			`Chromium is missing. Run this once, then the same command again:  sudo sh -c "${command}"`,
		);
	}
	say('Installing Chromium with apt-get …');
	await runCommand('sh', ['-c', command], {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	});
	return (await findOnPath(PROGRAM)) ?? PROGRAM;
}
