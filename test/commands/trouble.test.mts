// What keeps a command from running is said in one sentence with the way out, soon, and never after a long silence.
import { chmodSync, chownSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { startRun, type Ended } from '../e2e/harness/run.mts';
import { makeClone, type Clone } from './support/clone.mts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const NOBODY = { uid: 65534, gid: 65534 };
const IS_ROOT = process.getuid?.() === 0;

let clone: Clone;
beforeEach(async () => {
	clone = await makeClone();
});
afterEach(async () => await clone.remove(), 30_000);

/** One sentence, no stack, soon: the last line of what was said. */
function sentenceOf({ output, code, seconds }: Ended): string {
	expect(code).toBe(1);
	expect(seconds).toBeLessThan(30);
	expect(output).not.toMatch(/\n\s+at .*:\d+/);
	const last = output.trimEnd().split('\n').at(-1)!;
	expect(last).toMatch(/run the same command again\.$|npm run sandbox -- --port \d+$/);
	return last;
}

test.each(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN'])(
	'no registry: %s',
	async (code) => {
		const ended = await clone.run({ STAND_IN_PING: code }).ended();
		expect(sentenceOf(ended)).toContain(
			'npm’s registry (https://registry.example/) can’t be reached: connect to the internet, or tell npm your proxy',
		);
		expect((await clone.run().ended()).output).toContain('hello whole');
	},
	60_000,
);

test('a registry that does not answer: a sign of life, then the sentence', async () => {
	const ended = await clone.run({ STAND_IN_PING: 'hangs' }).ended();
	expect(ended.output).toContain('… still installing the dependencies (10 s)');
	expect(sentenceOf(ended)).toContain('can’t be reached');
	expect(await clone.survivors()).toEqual([]);
}, 60_000);

test('a registry that knows no ping is used all the same', async () => {
	const { output } = await clone.run({ STAND_IN_PING: 'E404' }).ended();
	expect(output).toContain('hello whole');
}, 60_000);

test('the network goes away in the middle', async () => {
	const ended = await clone.run({ STAND_IN_FAILS_WITH: 'ETIMEDOUT' }).ended();
	expect(sentenceOf(ended)).toContain('can’t be reached');
	expect((await clone.run().ended()).output).toContain('hello whole');
}, 60_000);

test('npm meets a full disk', async () => {
	const ended = await clone.run({ STAND_IN_FAILS_WITH: 'ENOSPC' }).ended();
	expect(sentenceOf(ended)).toMatch(
		/^The disk is full \(\/somewhere\/it\/wrote\): free some space .*N8N_NODES_SEAM_CACHE=/,
	);
	expect((await clone.run().ended()).output).toContain('hello whole');
}, 60_000);

test('the cache’s disk is full', async () => {
	const disk = join(clone.root, 'disk');
	mkdirSync(disk);
	// Where nobody may mount, npm's own words stand in (above).
	if (!(await mount(disk))) return;
	try {
		const ended = await clone
			.run({ ARGS: 'entry.mts', N8N_NODES_SEAM_CACHE: join(disk, 'cache') })
			.ended();
		expect(sentenceOf(ended)).toContain(`The disk is full (${disk}/cache`);
	} finally {
		await execa`umount ${disk}`;
		rmdirSync(disk);
	}
}, 60_000);

test('npm tries again and again to write to a full disk', async () => {
	const disk = join(clone.root, 'disk');
	mkdirSync(disk);
	if (!(await mount(disk, 'size=2m'))) return;
	try {
		const cache = join(disk, 'cache');
		const script = 'install.mts';
		writeFileSync(
			join(clone.folder, script),
			`import { mkdir } from 'node:fs/promises';
			import { runNpmInstall } from './scripts/setup/npm.mjs';
			import { inOneSentence } from './scripts/setup/trouble.mjs';
			await mkdir('${cache}');
			process.env.STAND_IN_FAILS_WITH = 'a full disk';
			await runNpmInstall([], { cwd: '${cache}', env: process.env }).catch((error) => {
				console.error(inOneSentence(error));
				process.exitCode = 1;
			});`,
		);
		const ended = await clone
			.run({ ARGS: script, N8N_NODES_SEAM_CACHE: cache.concat('-2') })
			.ended();
		expect(sentenceOf(ended)).toContain(`The disk is full (${cache})`);
		expect(ended.seconds).toBeLessThan(15);
	} finally {
		await execa`umount --lazy ${disk}`;
	}
}, 60_000);

/** A small disk; by default with room for one folder and no more. */
async function mount(folder: string, size = 'size=64k,nr_inodes=2'): Promise<boolean> {
	const mounting = await execa({ reject: false })`mount -t tmpfs -o ${size} tmpfs ${folder}`;
	return !mounting.failed;
}

test.each([
	['a folder of somebody else', (cache: string) => cache],
	['a folder that can’t be made', (cache: string) => join(cache, 'more')],
])(
	'a cache that can’t be written: %s',
	async (_, cacheIn) => {
		giveToNobody(clone.root);
		if (IS_ROOT) chownSync(clone.cache, 0, 0);
		chmodSync(clone.cache, 0o555);
		const cache = cacheIn(clone.cache);
		const run = clone.run({ N8N_NODES_SEAM_CACHE: cache }, IS_ROOT ? NOBODY : undefined);
		const sentence = sentenceOf(await run.ended());
		chmodSync(clone.cache, 0o755);
		expect(sentence).toContain(`${cache}`);
		expect(sentence).toMatch(
			/can’t be written \(EACCES\): give yourself the right to, or choose another folder for the cache/,
		);
	},
	60_000,
);

function giveToNobody(folder: string): void {
	if (!IS_ROOT) return;
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		// Node itself is a link to the one that runs here.
		if (!entry.startsWith('node')) chownSync(join(folder, entry), NOBODY.uid, NOBODY.gid);
	}
	chownSync(folder, NOBODY.uid, NOBODY.gid);
}

test('an old Node is told which one is needed', async () => {
	const old =
		"data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.8'}})";
	const { output, code } = await clone.run({ NODE_ARGS: `--import ${old}` }).ended();
	expect(code).toBe(1);
	expect(output).toBe(
		'Node 20 or later is needed, and this is Node 18.20.8: install Node 24 (https://nodejs.org) and run the same command again.\n',
	);
});

describe('npm run sandbox', () => {
	const sandbox = (port: number) =>
		startRun(process.execPath, ['sandbox/main.mts', '--port', String(port)], {
			cwd: REPOSITORY,
			env: { NODE_OPTIONS: '' },
		});

	test('a taken port', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		try {
			expect(sentenceOf(await sandbox(port).ended())).toBe(
				`Port ${port} is taken by another program, perhaps by another local Seam: end that one, or ` +
					`choose another port:  npm run sandbox -- --port ${port + 1}`,
			);
		} finally {
			other.close();
		}
	}, 60_000);

	test('a port that is none', async () => {
		expect(sentenceOf(await sandbox(70_000).ended())).toContain('a number from 0 to 65535');
	}, 60_000);

	test.each(['SIGINT', 'SIGTERM'] as const)(
		'%s, twice as by npm, ends it and says so',
		async (signal) => {
			const run = sandbox(0);
			await run.says('127.0.0.1');
			run.kill(signal);
			run.kill(signal);
			const { code, output } = await run.ended();
			expect(output).toContain('The local Seam has ended; what it held is gone.');
			expect(code).toBe(0);
		},
		60_000,
	);

	test('a page that is still open does not keep its port', async () => {
		const run = sandbox(0);
		await run.says(/http:\S+/);
		const [url] = /http:\S+/.exec(run.output())!;
		const page = await fetch(`${url}/console/stream`);
		run.kill('SIGINT');
		await run.ended();
		await expect(fetch(url)).rejects.toThrow('fetch failed');
		await page.text().catch(() => '');
	}, 60_000);
});
