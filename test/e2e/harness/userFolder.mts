import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolderUntilExit } from '../../../scripts/setup/atExit.mjs';
import { runCommand } from '../../../scripts/setup/command.mjs';

/** A new folder in the system's place for temporary files; gone when this process ends, at the latest. */
export function createTemporaryFolder(): string {
	return makeFolderUntilExit(join(tmpdir(), 'n8n-nodes-seam-')).folder;
}

/**
 * Installs a tarball as a community package, with the steps that n8n itself takes when a user installs one from
 * the npm registry (which it would insist on, and which a test must not need): unpack, forget all dependencies
 * but the runtime ones, install those without scripts, and note the package in n8n's own list.
 */
export async function installCommunityPackage(userFolder: string, tarball: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const name = 'n8n-nodes-seam';
	const folder = join(nodes, 'node_modules', name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);

	const manifestFile = join(folder, 'package.json');
	const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
	for (const key of ['devDependencies', 'peerDependencies', 'optionalDependencies'])
		delete manifest[key];
	await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
	await runCommand(
		'npm',
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ cwd: folder },
	);

	const list = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [name]: manifest.version },
	};
	await writeFile(join(nodes, 'package.json'), JSON.stringify(list, null, 2));
}
