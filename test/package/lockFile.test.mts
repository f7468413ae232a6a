import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

import { REPOSITORY } from '../e2e/harness/index.mts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-seam-lock-'));
	for (const file of ['package.json', 'package-lock.json']) {
		await cp(join(REPOSITORY, file), join(folder, file));
	}
});

afterEach(async () => await rm(folder, { recursive: true, force: true }));

/** `npm ci` up to where it would download: whether the lock file holds all that it asks for. */
const dryRun = async () =>
	await execa({
		cwd: folder,
		reject: false,
		all: true,
	})`npm ci --dry-run --offline --ignore-scripts --no-audit --loglevel=error --cache ${join(folder, 'cache')}`;

test('npm ci takes the lock file, which lacks nothing', async () => {
	const { exitCode, all } = await dryRun();
	expect([exitCode, all]).toEqual([0, expect.not.stringContaining('npm error')]);
}, 60_000);

test('a package that the lock file lacks would be told', async () => {
	const file = join(folder, 'package-lock.json');
	const lock = JSON.parse(await readFile(file, 'utf8'));
	// An optional one: npm install leaves such a package out silently if it can't be had.
	delete lock.packages['node_modules/tls-impersonate'];
	await writeFile(file, JSON.stringify(lock));
	expect((await dryRun()).exitCode).not.toBe(0);
}, 60_000);

test('every package of the lock file is verified, and comes from the public registry', async () => {
	const { packages } = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'));
	const locked = Object.entries<{ resolved?: string; integrity?: string }>(packages).filter(
		([path]) => path !== '',
	);
	expect(locked.length).toBeGreaterThan(1_000);
	const odd = locked.filter(
		([, { resolved, integrity }]) =>
			!integrity?.startsWith('sha512-') ||
			(resolved !== undefined && new URL(resolved).host !== 'registry.npmjs.org'),
	);
	expect(odd.map(([path]) => path)).toEqual([]);
});
