import { API_KEY, SECOND_API_KEY } from '../../sandbox/credentials.mts';
import {
	outputOf,
	startN8n,
	startSandbox,
	type N8n,
	type Sandbox,
	type Workflow,
} from './harness/index.mts';

const DAY = 86_400_000;
const PATH = 'tenants';
const CREATE = 'Seam Create Access Code';
const GET_DEVICE = 'Seam Get Device';

/** Two customers of one host: each with a workspace at Seam, a key, and a lock of the same name. */
const TENANTS = [
	{ name: 'Ada', key: API_KEY, lock: '' },
	{ name: 'Bertil', key: SECOND_API_KEY, lock: '' },
];
const SHARED_NAME = 'Front Door of Everyone';

let sandbox: Sandbox;
let n8n: N8n;

async function asTenant<T>(key: string, path: string, body: object = {}): Promise<T> {
	const response = await fetch(`${sandbox.baseUrl}${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return (await response.json()) as T;
}

interface Lock {
	device_id: string;
	can_program_online_access_codes?: boolean;
	properties: { online: boolean };
}

const isOrdinary = ({ can_program_online_access_codes: online, properties }: Lock) =>
	online === true && properties.online;

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	for (const tenant of TENANTS) {
		const { devices } = await asTenant<{ devices: Lock[] }>(tenant.key, '/devices/list');
		tenant.lock = devices.find(isOrdinary)?.device_id ?? '';
		await asTenant(tenant.key, '/devices/update', { device_id: tenant.lock, name: SHARED_NAME });
	}
}, 240_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

/** Webhook, one item per tenant, then the node; its credential takes the key from the item. */
const workflow = (type: string, name: string, parameters: Record<string, unknown>): Workflow => ({
	name: type,
	nodes: [
		{
			id: 'webhook',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: `${PATH}-${type}`,
			parameters: {
				httpMethod: 'POST',
				path: `${PATH}-${type}`,
				responseMode: 'lastNode',
				options: {},
			},
		},
		{
			id: 'split',
			name: 'Split Out',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [200, 0],
			parameters: { fieldToSplitOut: 'body.tenants', options: {} },
		},
		{
			id: 'seam',
			name,
			type: `n8n-nodes-seam.${type}`,
			typeVersion: 1,
			position: [400, 0],
			parameters: { device: { __rl: true, mode: 'name', value: SHARED_NAME }, ...parameters },
		},
	],
	connections: {
		Webhook: { main: [[{ node: 'Split Out', type: 'main', index: 0 }]] },
		'Split Out': { main: [[{ node: name, type: 'main', index: 0 }]] },
	},
});

/** Runs the node once for both tenants, and returns its items. */
async function run(type: string, name: string, parameters: Record<string, unknown> = {}) {
	const credential = await n8n.client.createCredential('seamApi', `Any tenant's, ${type}`, {
		apiKey: '={{ $json.key }}',
		workspaceId: '',
		baseUrl: sandbox.baseUrl,
	});
	const id = await n8n.client.importWorkflow(workflow(type, name, parameters), credential);
	await n8n.client.activate(id);
	const tenants = TENANTS.map((tenant) => ({ name: tenant.name, key: tenant.key }));
	const executionId = await n8n.client.executionStartedBy(
		id,
		async () => await n8n.client.postWebhook(`${PATH}-${type}`, { tenants }),
	);
	return outputOf(await n8n.client.waitForExecution(executionId), name);
}

test('each item makes its code with its own key, on the lock of its own tenant', async () => {
	const now = (await sandbox.now()).getTime();
	const items = await run('seamCreateAccessCode', CREATE, {
		access: 'time_bound',
		startsAt: new Date(now + 2 * DAY).toISOString(),
		endsAt: new Date(now + 4 * DAY).toISOString(),
		name: '={{ $json.name }}',
		bookingKey: '={{ $json.name }}',
	});
	expect(items.map(({ device_id }) => device_id)).toEqual(TENANTS.map(({ lock }) => lock));

	for (const { key, lock, name } of TENANTS) {
		const { access_codes } = await asTenant<{ access_codes: Array<{ name: string }> }>(
			key,
			'/access_codes/list',
			{ device_id: lock },
		);
		expect(access_codes.map((code) => code.name)).toEqual([expect.stringContaining(name)]);
	}
});

test('each item reads the lock of its own tenant', async () => {
	const items = await run('seamGetDevice', GET_DEVICE);
	expect(items.map(({ device_id }) => device_id)).toEqual(TENANTS.map(({ lock }) => lock));
});
