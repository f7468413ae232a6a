// An installation that is interrupted at any step, by whatever signal, leaves nothing running and nothing that the
// next run takes for whole.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '../e2e/harness/waitFor.mts';
import { LAST_PACKAGE, makeClone, WHOLE, type Clone } from './support/clone.mts';

let clone: Clone;
beforeEach(async () => {
	clone = await makeClone();
});
afterEach(async () => await clone.remove(), 30_000);

const STEPS = ['begin', 'first: half', 'first: whole', 'last: half', 'last: whole', 'list'];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;

async function stepReached(step: string): Promise<void> {
	await waitFor(async () => (await readFile(clone.steps, 'utf8')).split('\n').includes(step), {
		limit: 20,
		every: 10,
		what: `the step "${step}"`,
	});
}

const nothingRuns = async (): Promise<void> =>
	void (await waitFor(async () => (await clone.survivors()).length === 0, {
		limit: 10,
		every: 20,
		what: 'the end of all that was started',
	}));

describe.each(SIGNALS)('%s', (signal) => {
	test.each(STEPS)(
		'at "%s": all ends, and the next run is whole',
		async (step) => {
			const first = clone.run({ STAND_IN_STOPS_AT: step });
			await stepReached(step);
			first.kill(signal);
			const { output, code } = await first.ended();
			await nothingRuns();
			if (signal !== 'SIGKILL') {
				expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
				expect(output).toContain('Stopped: nothing of it runs on.');
				expect(await readdir(join(clone.cache, 'locks'))).toEqual([]);
			}

			const second = await clone.run().ended();
			expect(second.output).toContain('hello whole');
			expect(second.code).toBe(0);
			const file = join(clone.folder, 'node_modules', LAST_PACKAGE, 'index.cjs');
			expect(await readFile(file, 'utf8')).toBe(WHOLE);

			const third = await clone.run().ended();
			expect(third.output).toBe('hello whole\n');
		},
		30_000,
	);
});

describe.each(SIGNALS)('%s while a cache entry is made', (signal) => {
	test.each(['empty', 'half', 'made', 'verified'])(
		'at "%s"',
		async (step) => {
			const first = clone.run({ ARGS: 'entry.mts', STAND_IN_STOPS_AT: step });
			await stepReached(step);
			first.kill(signal);
			await first.ended();
			await nothingRuns();
			if (signal !== 'SIGKILL') expect(await readdir(clone.cache)).toEqual(['locks']);

			const second = await clone.run({ ARGS: 'entry.mts' }).ended();
			expect(second.output).toBe('making\nentry whole\n');
			expect((await readdir(clone.cache)).sort()).toEqual(['locks', 'thing']);
			expect(await readdir(join(clone.cache, 'locks'))).toEqual([]);
			const third = await clone.run({ ARGS: 'entry.mts' }).ended();
			expect(third.output).toBe('entry whole\n');
		},
		30_000,
	);
});

test('a second run waits for the first, says so, and installs nothing itself', async () => {
	const first = clone.run({ STAND_IN_STOPS_AT: 'last: half' });
	await stepReached('last: half');
	const second = clone.run();
	await second.says(`Another run \\(process ${first.pid}\\) is at it`);
	// The first one dies without a word; the second takes over.
	first.kill('SIGKILL');
	expect((await second.ended()).output).toContain('hello whole');
}, 30_000);

test('what somebody installed by hand is used as it is, but not what lacks a package', async () => {
	await clone.run().ended();
	const mark = join(clone.folder, 'node_modules', '.n8n-nodes-seam-finished');
	const again = async () => {
		await writeFile(clone.steps, '');
		await clone.run().ended();
		return (await readFile(clone.steps, 'utf8')) !== '';
	};
	await writeFile(mark, 'of another package-lock.json');
	expect(await again()).toBe(false);
	await writeFile(mark, 'of another package-lock.json');
	await writeFile(join(clone.folder, 'node_modules', LAST_PACKAGE, 'package.json'), '{');
	expect(await again()).toBe(true);
}, 30_000);

test.each(SIGNALS)(
	'%s while the script runs ends the script, too',
	async (signal) => {
		const run = clone.run({ ARGS: 'hello.mts --stay' });
		await run.says('hello whole');
		run.kill(signal);
		await run.ended();
		await nothingRuns();
	},
	60_000,
);
