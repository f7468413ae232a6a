// What is undone when a command is stopped, and in which order.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { REPOSITORY } from '../e2e/harness/index.mts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-seam-at-exit-'));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

/** Says, when its program would be ended, whether the folder is still there. */
const script = `
import { existsSync } from 'node:fs';
import { atExit, endOnSignals, removeAtExit } from './scripts/setup/atExit.mjs';
const folder = process.argv[1];
endOnSignals('All is stopped.');
atExit(() => console.error('program ended, folder is there: ' + existsSync(folder)));
removeAtExit(folder);
console.log('ready');
setInterval(() => {}, 1000);
`;

test('programs end before folders are removed, which may take long, and only then it is said', async () => {
	const run = execa({ cwd: REPOSITORY, reject: false })(process.execPath, [
		'--input-type=module',
		'--eval',
		script,
		folder,
	]);
	run.stdout.once('data', () => run.kill('SIGINT'));
	const { stderr } = await run;
	expect(stderr).toMatch(/^program ended, folder is there: true\s+All is stopped\.$/);
	expect(existsSync(folder)).toBe(false);
}, 30_000);
