// `npm run demo` as a person has it: to its end and a booking by hand, and interrupted before.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { ensureN8n } from '../../scripts/setup/n8n.mts';
import { packPackage, REPOSITORY, waitFor } from './harness/index.mts';
import { startRun, type Run } from './harness/run.mts';

let temporary: string;
let demo: Run | undefined;

beforeAll(async () => {
	await ensureN8n();
	await packPackage();
}, 900_000);
beforeEach(async () => {
	temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-seam-demo-'));
});
afterEach(async () => {
	demo?.kill('SIGKILL');
	await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
});

function startDemo(): Run {
	demo = startRun(process.execPath, ['scripts/run.mjs', 'scripts/demo.mts'], {
		cwd: REPOSITORY,
		env: { NODE_OPTIONS: '', TMPDIR: temporary },
	});
	return demo;
}

/** Nothing in the temporary folder, and no process that knows of it. */
async function nothingIsLeft(): Promise<void> {
	// What Node itself keeps for whoever comes next is none of ours.
	const left = (await readdir(temporary)).filter((name) => name.startsWith('n8n-nodes-seam'));
	expect(left).toEqual([]);
	await noProcessIsLeft(10);
}

async function noProcessIsLeft(limit: number): Promise<void> {
	await waitFor(async () => (await processesWith(temporary)).length === 0, {
		limit,
		what: 'the end of all processes',
	});
}

async function processesWith(text: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
		const environment = await readFile(`/proc/${entry}/environ`, 'utf8').catch(() => '');
		if (environment.includes(text)) found.push(entry);
	}
	return found;
}

test('it ends with what to do, and a booking by its own command gets a PIN that works today', async () => {
	const run = startDemo();
	await run.says('Ctrl-C ends the demo.', 240);
	const output = run.output();
	// Each PIN is told when it is confirmed, not in the end.
	expect(output.indexOf('for Front Door is confirmed')).toBeGreaterThan(0);
	expect(output.indexOf('for Front Door is confirmed')).toBeLessThan(
		output.indexOf('Every guest types'),
	);
	const command = output.slice(output.indexOf('curl '), output.indexOf("}'") + 2);
	await execa(command, { shell: true });
	const [, address] = /Open the doors: {2}(\S+)\//.exec(output)!;
	const message = await waitFor(
		async () => {
			const answer = await fetch(`${address}/sandbox/messages`);
			const { messages } = (await answer.json()) as { messages: Array<{ text: string }> };
			return messages.find(({ text }) => text.includes('Your Name'));
		},
		{ limit: 90, every: 500, what: 'the message to the guest' },
	);
	expect(message.text).toMatch(/your door code is \d{4,}/);

	run.kill('SIGINT');
	const ended = await run.ended();
	expect(ended.code).toBe(0);
	expect(ended.output).toContain('The demo has ended: n8n and the local Seam are stopped');
	await nothingIsLeft();
}, 400_000);

test.each([
	['SIGINT', 'while n8n starts', 'A local Seam with a portfolio of locks at'],
	['SIGTERM', 'while bookings are on their way', 'clock is moved'],
] as const)(
	'%s %s ends all that was begun',
	async (signal, _when, moment) => {
		const run = startDemo();
		await run.says(moment, 120);
		if (moment.startsWith('A local')) {
			await waitFor(async () => (await readdir(temporary)).length > 1, {
				limit: 30,
				what: 'n8n’s folder',
			});
		}
		run.kill(signal);
		const { code, output } = await run.ended();
		expect(code).toBe(1);
		expect(output).toContain('The demo has ended: n8n and the local Seam are stopped');
		await nothingIsLeft();
	},
	240_000,
);

// A killed command can't remove its temporary folder: that may stay.
test('if the command is killed, n8n and the local Seam do not outlive it', async () => {
	const run = startDemo();
	await run.says('clock is moved', 120);
	run.kill('SIGKILL');
	await run.ended();
	await noProcessIsLeft(30);
}, 240_000);
