import { installWithAptGet, isOnPath } from './aptGet.mts';

const TOOLS = ['python3', 'make', 'g++'];

/**
 * Makes sure that a native module can be compiled: installs the tools where apt-get may be used without asking.
 *
 * @throws Error with the one command to run where that is not allowed.
 */
export async function ensureCompileTools(say: (line: string) => void): Promise<void> {
	const found = await Promise.all(TOOLS.map(isOnPath));
	const tools = TOOLS.filter((_, index) => !found[index]);
	if (tools.length === 0) return;
	const are = tools.length > 1 ? 'are' : 'is';
	await installWithAptGet(tools, {
		missing: `n8n’s database driver has to be compiled, and ${tools.join(', ')} ${are} missing`,
		say,
	});
}
