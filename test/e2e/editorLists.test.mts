// The lists from which the editor picks, as it asks a real n8n for them.
import { Seam } from '../../nodes/Seam/Seam.node';
import { startN8n, startSandbox, type N8n, type Sandbox } from './harness/index.mts';

interface Choice {
	name: string;
	value: string;
}

let sandbox: Sandbox;
let n8n: N8n;
let credential: { id: string; name: string };

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	const { apiKey, baseUrl } = sandbox;
	credential = await n8n.client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
}, 240_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

async function ask(kind: string, methodName: string, more: object = {}): Promise<unknown> {
	const { id: projectId } = await n8n.client.rest('GET', '/projects/personal');
	return await n8n.client.rest('POST', `/dynamic-node-parameters/${kind}`, {
		...{ methodName, projectId, path: 'parameters.any', currentNodeParameters: {} },
		nodeTypeAndVersion: { name: 'n8n-nodes-seam.seam', version: 1 },
		credentials: { seamApi: credential },
		...more,
	});
}

const search = async (methodName: string, filter?: string) =>
	((await ask('resource-locator-results', methodName, { filter })) as { results: Choice[] })
		.results;

test('access codes: found by name on any lock, shown with lock and days and without PIN', async () => {
	const deviceId = await sandbox.deviceId('yale');
	const now = (await sandbox.now()).getTime();
	const { access_code } = await sandbox.seam<{
		access_code: { access_code_id: string; code: string };
	}>('/access_codes/create', {
		...{ device_id: deviceId, name: 'Grace Hopper' },
		starts_at: new Date(now + 3_600_000).toISOString(),
		ends_at: new Date(now + 90_000_000).toISOString(),
	});
	const [found, ...others] = await search('searchAccessCodes', 'Grace H');
	expect(others).toEqual([]);
	expect(found).toMatchObject({
		value: access_code.access_code_id,
		name: expect.stringMatching(/^Grace Hopper – .+, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/),
	});
	expect({ isShown: JSON.stringify(found).includes(access_code.code) }).toEqual({
		isShown: false,
	});
});

test('spaces and grants: by name', async () => {
	const { space } = await sandbox.seam<{ space: { space_id: string } }>('/spaces/create', {
		...{ name: 'Editor House', space_key: 'editor-7' },
	});
	const { access_grant } = await sandbox.seam<{ access_grant: { access_grant_id: string } }>(
		'/access_grants/create',
		{
			...{ name: 'Grant of Grace', user_identity: { full_name: 'Grace Hopper' } },
			device_ids: [await sandbox.deviceId('yale')],
			requested_access_methods: [{ mode: 'code' }],
		},
	);
	expect(await search('searchSpaces', 'Editor')).toEqual([
		{ name: 'Editor House (editor-7)', value: space.space_id },
	]);
	expect(await search('searchAccessGrants', 'of grace')).toEqual([
		expect.objectContaining({ value: access_grant.access_grant_id }),
	]);
});

test('Seam Create Access Code: what the chosen lock takes', async () => {
	const rulesOf = async (mode: string, value: string) =>
		(await ask('options', 'loadLockRules', {
			currentNodeParameters: { device: { __rl: true, mode, value } },
			nodeTypeAndVersion: { name: 'n8n-nodes-seam.seamCreateAccessCode', version: 1.1 },
		})) as unknown as Array<{ name: string; value: string }>;
	const [inShort, ...rules] = await rulesOf('list', await sandbox.deviceId('igloohome'));
	expect(inShort).toEqual({ name: expect.stringMatching(/^Codes of 1–672 hours or /), value: '' });
	expect(rules.map(({ name }) => name)).toContain('Offline PIN: assigned by igloohome');
	expect(await rulesOf('id', '={{ $json.device_id }}')).toEqual([
		{ name: expect.stringContaining('comes from an expression'), value: '' },
	]);
});

const methods = new Seam().methods;

test.each(Object.keys(methods.listSearch))('%s: answers', async (method) => {
	for (const choice of await search(method)) {
		expect(choice).toEqual({ name: expect.any(String), value: expect.any(String) });
	}
});

test.each(Object.keys(methods.loadOptions))('%s: answers', async (method) => {
	const choices = (await ask('options', method)) as unknown as Choice[];
	expect(choices.length).toBeGreaterThan(0);
});
