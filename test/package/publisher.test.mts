import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

import { setPublisher, unpublishable } from '../../scripts/publisher.mjs';
import { REPOSITORY } from '../e2e/harness/index.mts';

const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
const address: string = manifest.homepage.replace(/#.*$/, '');
const script = join(REPOSITORY, 'scripts', 'publisher.mjs');

/** Cannot exist (RFC 2606). */
const NOBODY = {
	name: 'n8n-nodes-seam maintainers',
	email: 'maintainers@n8n-nodes-seam.invalid',
	repository: 'https://n8n-nodes-seam.invalid/n8n-nodes-seam',
};
const SOMEBODY = {
	name: 'Ada Lovelace',
	email: 'ada@example.com',
	repository: 'https://example.com/ada/n8n-nodes-seam',
};

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-seam-publisher-'));
	for (const file of ['package.json', 'LICENSE', 'nodes']) {
		await cp(join(REPOSITORY, file), join(folder, file), { recursive: true });
	}
});

afterEach(async () => await rm(folder, { recursive: true, force: true }));

const check = async () => await execa({ cwd: folder, reject: false })`node ${script} check`;

test('nothing can be published while the publisher is not known, and one sentence says so', async () => {
	setPublisher(folder, NOBODY);
	const { exitCode, stderr } = await check();
	expect(exitCode).toBe(1);
	expect(stderr).toMatch(/^This package can't be published yet: [^\n]+\.$/);
});

test.each([
	['the e-mail address', { ...SOMEBODY, email: NOBODY.email }],
	['the repository', { ...SOMEBODY, repository: NOBODY.repository }],
])('… nor while %s is not', (_, publisher) => {
	setPublisher(folder, publisher);
	expect(unpublishable(folder)).toMatch(/can't be published yet/);
});

test('once it is set it stands in the manifest, the license and the links of the editor', async () => {
	const { name, email, repository } = SOMEBODY;
	const args = ['set', '--name', name, '--email', email, '--repository', `${repository}.git`];
	await execa({ cwd: folder })`node ${script} ${args}`;
	expect((await check()).exitCode).toBe(0);
	const read = async (file: string) => await readFile(join(folder, file), 'utf8');
	expect(JSON.parse(await read('package.json'))).toMatchObject({
		author: { name, email },
		homepage: `${repository}#readme`,
		repository: { type: 'git', url: `git+${repository}.git` },
	});
	expect(await read('LICENSE')).toContain(`(c) 2026 ${name}`);
	expect(await read('nodes/SeamTrigger/SeamTrigger.node.json')).toContain(
		`"${repository}/blob/main/docs/trigger.md"`,
	);
});

test('npm asks before it publishes, by hand or by the workflow', async () => {
	for (const name of ['prepublishOnly', 'release']) {
		expect(manifest.scripts[name]).toMatch(/^node scripts\/publisher\.mjs check && /);
	}
	const workflow = await readFile(join(REPOSITORY, '.github/workflows/publish.yml'), 'utf8');
	const [asks, works] = ['node scripts/publisher.mjs check', '.ci/run'].map((command) =>
		workflow.indexOf(command),
	);
	expect(asks).toBeGreaterThan(0);
	expect(asks).toBeLessThan(works);
	setPublisher(folder, NOBODY);
	await cp(join(REPOSITORY, 'scripts'), join(folder, 'scripts'), { recursive: true });
	await writeFile(join(folder, 'index.js'), '');
	const publish = await execa({
		cwd: folder,
		reject: false,
		env: { RELEASE_MODE: 'true' },
	})`npm publish --dry-run --offline --cache ${join(folder, 'cache')}`;
	expect(publish.exitCode).not.toBe(0);
	expect(publish.stderr).toContain("can't be published yet");
}, 60_000);

/** All that a reader of the repository sees, but the tests, which make up people and houses. */
const files = globSync(
	['*', '.github/**/*', 'docs/**/*', 'nodes/**/*', 'credentials/**/*', 'scripts/**/*'],
	{ cwd: REPOSITORY, withFileTypes: true },
)
	.filter((entry) => entry.isFile() && /\.(md|m?[jt]s|json|ya?ml)$|^LICENSE$/.test(entry.name))
	.map((entry) => join(entry.parentPath, entry.name))
	.filter((file) => existsSync(file) && !file.endsWith('package-lock.json'));

test('the address of the repository and its publisher stand nowhere else', () => {
	const { author } = manifest;
	const holding = (text: string) =>
		files
			.filter((file) => readFileSync(file, 'utf8').includes(text))
			.map((file) => file.slice(REPOSITORY.length).replace(/^\//, ''))
			.sort();
	const codices = globSync('nodes/*/*.node.json', { cwd: REPOSITORY }).sort();
	expect(holding(address)).toEqual([...codices, 'package.json'].sort());
	expect(holding(author.email)).toEqual(['package.json']);
	expect(holding(author.name)).toEqual(['LICENSE', 'package.json']);
	expect(manifest.repository.url).toBe(`git+${address}.git`);
});

test('no page has an e-mail address of a domain that somebody may own', () => {
	const reserved = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|invalid|test)$/;
	const found = files
		.filter((file) => /\.(md|ya?ml)$/.test(file))
		.flatMap(
			(file) => readFileSync(file, 'utf8').match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/g) ?? [],
		)
		.filter((email) => email !== manifest.author.email && !reserved.test(email));
	expect(found).toEqual([]);
});
