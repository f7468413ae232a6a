import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists, installOnce, platform } from './cache.mjs';
import { runCommand } from './command.mjs';
import { ensureCompileTools } from './compileTools.mts';
import { environmentWith, findNode24, hasHeaders } from './node24.mjs';
import { runNpmInstall } from './npm.mjs';

/** The n8n that the demo and the tests run. Before moving it, check that all its dependencies can be had. */
export const N8N_VERSION = '2.41.1';

/** Dependencies that can't be had from the npm registry under the address that this n8n version gives. */
const OVERRIDES: Record<string, Record<string, string>> = {
	'1.123.81': { xlsx: '0.18.5' },
};

/**
 * The folder of an installed n8n (in it: `node_modules/n8n/bin/n8n`), installed into the cache when it isn't there.
 *
 * n8n is installed without any install scripts: those of its dependencies would need the open internet. The one
 * native module that it can't do without, its SQLite driver, is then compiled against this Node's own headers.
 */
export async function ensureN8n(
	version: string = N8N_VERSION,
	say: (line: string) => void = console.log,
): Promise<string> {
	return await installOnce(n8nEntry(version), {
		announce: () =>
			say(`Installing n8n ${version} into the cache (about 3 GB; 4 to 8 min, only this once) …`),
		say,
		install: async (folder) => {
			await ensureCompileTools(say);
			const wrapper = {
				private: true,
				dependencies: { n8n: version },
				overrides: OVERRIDES[version],
			};
			await writeFile(join(folder, 'package.json'), JSON.stringify(wrapper, null, '\t'));
			const node = await findNode24(say);
			const env = environmentWith(node);
			await runNpmInstall([], { cwd: folder, env });
			say('Compiling n8n’s database driver (1 to 3 min) …');
			const headers = hasHeaders(node) ? { npm_config_nodedir: node } : {};
			await runCommand(
				'npm',
				['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'],
				{
					cwd: folder,
					env: { ...env, ...headers },
				},
			);
		},
		verify: async (folder) => await verifyN8n(folder, version),
	});
}

/** The cache entry of an n8n version; what it compiled fits one Node generation and one platform. */
export function n8nEntry(version: string): string {
	return `n8n-${version}-node24-${platform}`;
}

async function verifyN8n(folder: string, version: string): Promise<void> {
	const modules = join(folder, 'node_modules');
	const { version: found } = JSON.parse(
		await readFile(join(modules, 'n8n', 'package.json'), 'utf8'),
	);
	if (found !== version) throw new Error(`n8n ${version} expected, found ${found}.`);
	const driver = join(modules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
	if (!(await exists(driver)))
		throw new Error(`n8n’s database driver was not compiled (${driver}).`);
	await runCommand(process.execPath, ['-e', `require(${JSON.stringify(driver)})`]);
}
