import { resources } from '../../nodes/Seam/resources';
import { startN8n, startSandbox, type N8n, type Sandbox } from './harness/index.mts';
import { AREAS } from './operations/index.mts';
import { firstKnown } from './operations/known.mts';
import { byId, type Known } from './operations/operationCall.mts';
import { runOperation, type OperationRun } from './operations/runOperation.mts';

const UNKNOWN = '99999999-9999-4999-8999-999999999999';
/** n8n activates no workflow whose required fields are empty, but an expression may come out empty. */
const NOTHING = '={{ $json.nothing }}';

let sandbox: Sandbox;
let n8n: N8n;
let credential: { id: string; name: string };
let known: Known;

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	const { apiKey, baseUrl } = sandbox;
	credential = await n8n.client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
	known = await firstKnown(sandbox);
}, 240_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

const run = async (operationRun: OperationRun) => await runOperation(n8n, credential, operationRun);

describe.each(Object.entries(AREAS))('%s', (_area, calls) => {
	test.each(calls.map((call) => ({ ...call, name: `${call.resource}: ${call.operation}` })))(
		'$name',
		async ({ resource, operation, parameters, expected, remember = {}, before }) => {
			Object.assign(known, await before?.(sandbox, known));
			const items = await run({ resource, operation, parameters: parameters?.(known) });
			expect(items.map(({ json }) => json)).toMatchObject(expected(known));
			for (const [name, field] of Object.entries(remember)) {
				known[name] = String(items[0].json[field]);
			}
		},
		60_000,
	);
});

test('each operation of the node is in a table', () => {
	const called = Object.values(AREAS)
		.flat()
		.map(({ resource, operation }) => `${resource}: ${operation}`);
	const offered = Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.keys(operations).map((operation) => `${resource}: ${operation}`),
	);
	expect([...new Set(called)].sort()).toEqual(offered.sort());
});

/** One operation of every kind, with an input that Seam need not be asked about. */
const BAD_INPUTS: Array<[kind: string, run: OperationRun, says: string]> = [
	[
		'Create',
		{
			resource: 'accessGrant',
			operation: 'create',
			parameters: { devices: UNKNOWN, guestName: 'Ada', additionalFields: { code: '12' } },
		},
		"'PIN' is not made of 4 to 9 digits",
	],
	[
		'Get',
		{ resource: 'accessCode', operation: 'get', parameters: { accessCodeId: NOTHING } },
		"'Access Code' is an expression that gave nothing",
	],
	[
		'Get Many',
		{ resource: 'device', operation: 'getMany', parameters: { limit: 0 } },
		"'Limit' must be a whole number of 1 or more",
	],
	[
		'Update',
		{ resource: 'device', operation: 'update', parameters: { device: byId(UNKNOWN) } },
		"'Update Fields' is empty",
	],
	[
		'Delete',
		{ resource: 'accessGrant', operation: 'delete', parameters: { accessGrantId: NOTHING } },
		"'Access Grant' is an expression that gave nothing",
	],
	[
		'an action',
		{
			resource: 'lock',
			operation: 'unlock',
			parameters: { device: byId(UNKNOWN), longestWait: 1_000 },
		},
		"'Longest Wait (Seconds)' must be a number from 1 to 300",
	],
];

test.each(BAD_INPUTS)(
	'%s with a bad input ends without a call',
	async (_kind, badRun, says) => {
		await sandbox.control('DELETE', '/requests');
		const items = await run({ ...badRun, onError: 'continueRegularOutput' });
		expect(items.map(({ json }) => json.error)).toEqual([expect.stringContaining(says)]);
		const { requests } = await sandbox.control<{ requests: unknown[] }>('GET', '/requests');
		expect(requests).toEqual([]);
	},
	60_000,
);

test('goes on after an item that failed, and pairs what comes out with what came in', async () => {
	const { august } = known;
	const devices = [august, UNKNOWN, 'no ID', august];
	const items = await run({
		resource: 'accessCode',
		operation: 'generatePin',
		parameters: { device: byId('={{ $json.device }}') },
		items: devices.map((device, index) => ({ index, device })),
		onError: 'continueRegularOutput',
	});
	const pin = { device_id: august, code: expect.any(String) };
	expect(items).toMatchObject([
		{ json: pin, pairedItem: { item: 0 } },
		{ json: { index: 1, error: expect.any(String) }, pairedItem: { item: 1 } },
		{ json: { index: 2, error: expect.any(String) }, pairedItem: { item: 2 } },
		{ json: pin, pairedItem: { item: 3 } },
	]);
}, 60_000);
