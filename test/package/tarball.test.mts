import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runCommand } from '../../scripts/setup/command.mjs';
import { Seam } from '../../nodes/Seam/Seam.node';
import { packPackage, REPOSITORY } from '../e2e/harness/index.mts';

let tarball: string;
let unpacked: string;

beforeAll(async () => {
	tarball = await packPackage();
	// Inside node_modules, where `n8n-workflow`, `luxon` and `zod` are found as they are inside n8n.
	unpacked = await mkdtemp(join(REPOSITORY, 'node_modules', '.cache', 'n8n-nodes-seam-unpacked-'));
	await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
}, 120_000);

afterAll(async () => await rm(unpacked, { recursive: true, force: true }));

test('the tarball holds exactly these files (npm run test:package -- -u after a change that is meant)', async () => {
	const list = await runCommand('tar', ['-tzf', tarball]);
	const files = list
		.trim()
		.split('\n')
		.map((path) => path.replace(/^package\//, ''));
	expect(files.sort().join('\n')).toMatchSnapshot();
});

test('the published manifest asks for nothing but n8n-workflow and runs no script at install', async () => {
	const manifest = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8'));
	expect(manifest.dependencies ?? {}).toEqual({});
	expect(manifest.optionalDependencies ?? {}).toEqual({});
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
	expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
});

test('the icons are square', async () => {
	for (const file of ['seam.svg', 'seam.dark.svg']) {
		const svg = await readFile(join(unpacked, 'dist', 'icons', file), 'utf8');
		const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
		expect(Number(width)).toBeGreaterThan(0);
		expect(height).toBe(width);
	}
});

test('require hands out exactly the classes that package.json names, each ready to be made', async () => {
	const { n8n } = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8'));
	const named = [...n8n.nodes, ...n8n.credentials].map(
		(path: string) => basename(path).split('.')[0],
	);
	const script = `
		const classes = require(${JSON.stringify(unpacked)});
		const names = Object.entries(classes).map(([key, Class]) => {
			const made = new Class();
			return [key, (made.description ?? made).name];
		});
		console.log(JSON.stringify(Object.fromEntries(names)));
	`;
	const handedOut: Record<string, string> = JSON.parse(
		await runCommand(process.execPath, ['-e', script]),
	);
	expect(Object.keys(handedOut).sort()).toEqual(named.sort());
	for (const [className, typeName] of Object.entries(handedOut)) {
		expect(typeName.toLowerCase()).toBe(className.toLowerCase());
	}
});

test('what the editor shows of the node Seam is what its sources say', async () => {
	const script = `console.log(JSON.stringify(new (require(${JSON.stringify(unpacked)}).Seam)().description.properties))`;
	const built: unknown = JSON.parse(await runCommand(process.execPath, ['-e', script]));
	expect(built).toEqual(new Seam().description.properties);
});

test('a support bundle names the version of the package', async () => {
	const manifest = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8'));
	const file = join(unpacked, 'dist/nodes/shared/packageVersion.js');
	const script = `console.log(require(${JSON.stringify(file)}).packageVersion)`;
	expect((await runCommand(process.execPath, ['-e', script])).trim()).toBe(manifest.version);
});
