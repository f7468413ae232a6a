// Finds or installs the Node that n8n needs. Plain Node 20, no dependencies.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { installOnce, platform } from './cache.mjs';
import { runCommand } from './command.mjs';
import { withHeartbeat } from './heartbeat.mjs';
import { runNpmInstall } from './npm.mjs';

const WANTED_MAJOR = 24;
const VERSION = '24.21.0';

/**
 * Node 24 with its headers (native modules are built against them): the machine's own where it has one, else
 * the one that npm carries for Linux x64.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its folder, with `bin/node` and, where known, `include/node`.
 */
export async function findNode24(say) {
	const own = resolve(dirname(process.execPath), '..');
	const isWanted = Number(process.versions.node.split('.')[0]) === WANTED_MAJOR;
	if (isWanted && (platform !== 'linux-x64' || hasHeaders(own))) return own;
	if (platform !== 'linux-x64') {
		throw new Error(
			`Node ${WANTED_MAJOR} is needed and this is Node ${process.versions.node} on ${platform}: ` +
				`install Node ${WANTED_MAJOR} (https://nodejs.org) and run the same command again.`,
		);
	}
	const folder = await installOnce(`node-${VERSION}-${platform}`, {
		announce: () => say(`Installing Node ${VERSION} into the cache (about 20 s) …`),
		say,
		install: async (target) => {
			await writeFile(join(target, 'package.json'), '{"private":true}\n');
			const install = async () =>
				await runNpmInstall([`node-${platform}@${VERSION}`], { cwd: target });
			await withHeartbeat(`installing Node ${VERSION}`, say, install);
		},
		verify: async (target) => {
			const node = nodeFolder(target);
			const version = await versionOf(node);
			if (version !== `v${VERSION}`) throw new Error(`Node ${VERSION} expected, found ${version}.`);
			if (!hasHeaders(node)) throw new Error(`The headers of Node ${VERSION} are missing.`);
		},
	});
	return nodeFolder(folder);
}

/**
 * @param {string} node
 * @returns {Promise<string>} such as `v24.21.0`.
 */
export async function versionOf(node) {
	const program = join(node, 'bin', 'node');
	if (program === process.execPath) return process.version;
	return (await runCommand(program, ['--version'])).trim();
}

/**
 * The environment in which `node`, `npm` and `npx` mean the given Node.
 *
 * @param {string} node
 * @param {...string} folders whose programs come right after it.
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentWith(node, ...folders) {
	return {
		...process.env,
		PATH: [join(node, 'bin'), ...folders, process.env.PATH].join(delimiter),
	};
}

/** @param {string} node */
export function hasHeaders(node) {
	return existsSync(join(node, 'include', 'node', 'node.h'));
}

/** @param {string} cacheEntry */
function nodeFolder(cacheEntry) {
	return join(cacheEntry, 'node_modules', `node-${platform}`);
}
