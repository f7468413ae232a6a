import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../../../scripts/setup/cache.mjs';
import { runCommand } from '../../../scripts/setup/command.mjs';
import { withLock } from '../../../scripts/setup/lock.mjs';

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const TARBALLS = join(REPOSITORY, 'node_modules', '.cache', 'n8n-nodes-seam');
const INGREDIENTS = [
	'credentials',
	'gulpfile.js',
	'icons',
	'index.js',
	'LICENSE',
	'nodes',
	'package.json',
	'README.md',
	'tsconfig.json',
];

/**
 * The package as npm would publish it: path of the tarball. It is built and packed once for one state of the
 * sources, however many processes ask.
 */
export async function packPackage(): Promise<string> {
	const { name, version } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
	const folder = join(TARBALLS, await fingerprint());
	const tarball = join(folder, `${name}-${version}.tgz`);
	if (await exists(tarball)) return tarball;
	return await withLock(`build-${REPOSITORY}`, async () => {
		if (await exists(tarball)) return tarball;
		await rm(TARBALLS, { recursive: true, force: true });
		const unfinished = `${folder}.unfinished`;
		await mkdir(unfinished, { recursive: true });
		await runCommand('npm', ['run', 'build', '--loglevel=error'], { cwd: REPOSITORY });
		await runCommand(
			'npm',
			['pack', '--ignore-scripts', '--loglevel=error', `--pack-destination=${unfinished}`],
			{ cwd: REPOSITORY },
		);
		await rename(unfinished, folder);
		return tarball;
	});
}

async function fingerprint(): Promise<string> {
	const hash = createHash('sha256');
	for (const ingredient of INGREDIENTS) {
		for (const file of await filesUnder(join(REPOSITORY, ingredient))) {
			hash.update(`${relative(REPOSITORY, file)}\n`).update(await readFile(file));
		}
	}
	return hash.digest('hex').slice(0, 16);
}

async function filesUnder(path: string): Promise<string[]> {
	try {
		const entries = await readdir(path, { recursive: true, withFileTypes: true });
		return entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOTDIR') return [path];
		if (code === 'ENOENT') return [];
		throw error;
	}
}
