import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { REPOSITORY, startN8n, startSandbox, type N8n, type Sandbox } from './harness/index.mts';

let sandbox: Sandbox;
let n8n: N8n;

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
}, 240_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

/** What a node says of itself beside its code (`.node.json`): where the editor lists and finds it. */
interface Codex {
	node: string;
	categories: string[];
	alias: string[];
	resources: { primaryDocumentation: Array<{ url: string }> };
}

interface NodeType {
	name: string;
	displayName: string;
	iconUrl?: { light: string; dark: string } | string;
	codex?: Partial<Codex>;
}

async function nodeTypes(): Promise<NodeType[]> {
	const types = (await n8n.client.page('/types/nodes.json')) as NodeType[];
	return types.filter(({ name }) => name.startsWith('n8n-nodes-seam.'));
}

test('n8n offers the nodes of the installed tarball under the package’s name', async () => {
	const names = (await nodeTypes()).map(({ displayName }) => displayName);
	// Each action node is there a second time, as a tool for AI agents.
	expect(names.filter((name) => !name.endsWith(' Tool')).sort()).toEqual([
		'Seam',
		'Seam Create Access Code',
		'Seam Get Device',
		'Seam Trigger',
		'Seam Wait for Code Set',
	]);
});

test('every node is listed and found as its codex says, with icons, light and dark', async () => {
	const types = new Map((await nodeTypes()).map((type) => [type.name, type]));
	const codexes = await codexFiles();
	expect(codexes).toHaveLength(5);
	for (const { node, categories, alias, resources } of codexes) {
		const { codex, iconUrl } = types.get(node)!;
		expect([node, codex]).toEqual([
			node,
			expect.objectContaining({
				categories,
				alias,
				resources: expect.objectContaining({
					primaryDocumentation: resources.primaryDocumentation,
				}),
			}),
		]);
		const { light, dark } = iconUrl as { light: string; dark: string };
		for (const icon of [light, dark]) {
			expect(await n8n.client.page(`/${icon}`)).toContain('<svg');
		}
	}
});

test.each([
	['seam/1.0.0/accessCode/get', 'Seam/__schema__/v1.0.0/accessCode/get'],
	['seamCreateAccessCode/1.1.0', 'SeamCreateAccessCode/__schema__/v1.1.0'],
	['seamGetDevice/1.0.0', 'SeamGetDevice/__schema__/v1.0.0'],
	['seamTrigger/1.1.0', 'SeamTrigger/__schema__/v1.1.0'],
	['seamWaitForCodeSet/1.1.0', 'SeamWaitForCodeSet/__schema__/v1.1.0'],
])('the editor gets the preview of %s', async (path, file) => {
	const preview = await n8n.client.page(`/schemas/n8n-nodes-seam.${path}.json`);
	const kept = await readFile(join(REPOSITORY, 'nodes', `${file}.json`), 'utf8');
	expect(preview).toEqual(JSON.parse(kept));
});

async function codexFiles(): Promise<Codex[]> {
	const files: string[] = [];
	for await (const file of glob('nodes/*/*.node.json', { cwd: REPOSITORY })) files.push(file);
	return await Promise.all(
		files.map(async (file) => JSON.parse(await readFile(join(REPOSITORY, file), 'utf8')) as Codex),
	);
}

const testCredential = async (data: Record<string, unknown>): Promise<Record<string, unknown>> =>
	await n8n.client.rest('POST', '/credentials/test', {
		credentials: { id: '', name: 'Seam', type: 'seamApi', data },
	});

test('the credential passes n8n’s own test with a good key and says what is wrong with another', async () => {
	const good = await testCredential({
		apiKey: sandbox.apiKey,
		workspaceId: '',
		baseUrl: sandbox.baseUrl,
	});
	expect(good).toMatchObject({ status: 'OK' });

	const wrong = await testCredential({
		apiKey: sandbox.apiKey.slice(0, -1),
		workspaceId: '',
		baseUrl: sandbox.baseUrl,
	});
	expect(wrong.status).toBe('Error');
	expect(wrong.message).toMatch(/key/i);
	expect(JSON.stringify(wrong)).not.toContain(sandbox.apiKey.slice(0, -1));
});
