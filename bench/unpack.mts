import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../scripts/setup/command.mjs';
import { packPackage, REPOSITORY } from '../test/e2e/harness/packPackage.mts';

/** The package as npm would publish it, unpacked where it finds the dependencies of the repository: its folder. */
export async function unpackPackage(): Promise<string> {
	const folder = join(REPOSITORY, 'node_modules', '.cache', 'n8n-nodes-seam-bench');
	const tarball = await packPackage();
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	return folder;
}
