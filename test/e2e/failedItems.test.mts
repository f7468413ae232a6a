import {
	startN8n,
	startSandbox,
	type Execution,
	type N8n,
	type Sandbox,
	type Workflow,
} from './harness/index.mts';

const DAY = 24 * 60 * 60_000;
const UNKNOWN = '99999999-9999-4999-8999-999999999999';
const PIN = '482915';

/** The nodes, each of which the first item suits and the second does not; the wait suits none. */
const NODES = {
	'Seam Create Access Code': {
		type: 'seamCreateAccessCode',
		parameters: {
			device: { __rl: true, mode: 'id', value: '={{ $json.lock }}' },
			name: '={{ $json.guest }}',
			bookingKey: '={{ $json.booking }}',
			startsAt: '={{ $json.starts_at }}',
			endsAt: '={{ $json.ends_at }}',
			planOnly: '={{ "true" }}',
			options: { whenWindowDoesNotFit: 'refuse' },
		},
	},
	'Seam Wait for Code Set': {
		type: 'seamWaitForCodeSet',
		parameters: { accessCodeId: '={{ $json.code_id }}', readyWhen: '={{ "never" }}' },
	},
	'Seam Get Device': {
		type: 'seamGetDevice',
		parameters: { device: { __rl: true, mode: 'id', value: '={{ $json.device }}' } },
	},
	Seam: {
		type: 'seam',
		parameters: {
			resource: 'accessCode',
			operation: 'generatePin',
			device: { __rl: true, mode: 'id', value: '={{ $json.device }}' },
		},
	},
};
type NodeName = keyof typeof NODES;
type OnError = 'continueRegularOutput' | 'continueErrorOutput';

const to = (node: string) => ({ node, type: 'main', index: 0 });

/** Bookings with a file each go into all of the nodes, side by side. */
function workflowOf(onError: OnError): Workflow {
	const nodes = [
		{
			name: 'Bookings',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: onError,
			parameters: { path: onError, httpMethod: 'POST', responseMode: 'onReceived', options: {} },
		},
		{
			name: 'Split Out',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.bookings', options: {} },
		},
		{
			name: 'Booking',
			type: 'n8n-nodes-base.moveBinaryData',
			typeVersion: 1.1,
			parameters: { mode: 'jsonToBinary', options: { keepSource: true } },
		},
		...Object.entries(NODES).map(([name, { type, parameters }]) => ({
			name,
			type: `n8n-nodes-seam.${type}`,
			typeVersion: 1,
			webhookId: `${onError}-${type}`,
			parameters,
			onError,
		})),
	];
	return {
		name: onError,
		nodes: nodes.map((node, index) => ({
			id: `node-${index}`,
			position: [220 * index, 0],
			...node,
		})),
		connections: {
			Bookings: { main: [[to('Split Out')]] },
			'Split Out': { main: [[to('Booking')]] },
			Booking: { main: [Object.keys(NODES).map(to)] },
		},
	};
}

interface Item {
	json: Record<string, unknown>;
	binary?: Record<string, unknown>;
	pairedItem?: unknown;
}

const outputs = (execution: Execution, node: NodeName): Item[][] =>
	(execution.data?.resultData.runData[node]?.at(-1)?.data?.main ?? []).map((items) => items ?? []);

let sandbox: Sandbox;
let n8n: N8n;
let bookings: Array<Record<string, unknown>>;
const executions = new Map<OnError, Execution>();

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	const [august, igloohome] = [
		await sandbox.deviceId('august'),
		await sandbox.deviceId('igloohome'),
	];
	const start = (await sandbox.now()).getTime() + DAY;
	const times = (length: number) => ({
		starts_at: new Date(start).toISOString(),
		ends_at: new Date(start + length).toISOString(),
	});
	bookings = [
		{
			booking: 'one',
			guest: 'Ada',
			lock: august,
			device: august,
			code_id: 'code-1',
			...times(DAY),
		},
		{
			booking: 'two',
			guest: 'Bea',
			lock: igloohome,
			device: UNKNOWN,
			code_id: 'code-2',
			code: PIN,
			...times(28.25 * DAY),
		},
	];
	const { apiKey, baseUrl } = sandbox;
	const credential = await n8n.client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
	for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
		const workflowId = await n8n.client.importWorkflow(workflowOf(onError), credential);
		await n8n.client.activate(workflowId);
		const executionId = await n8n.client.executionStartedBy(
			workflowId,
			async () => await n8n.client.postWebhook(onError, { bookings }),
		);
		executions.set(onError, await n8n.client.waitForExecution(executionId));
	}
}, 240_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

const others = (Object.keys(NODES) as NodeName[]).filter(
	(name) => name !== 'Seam Wait for Code Set',
);

describe.each<[OnError, number]>([
	['continueRegularOutput', 0],
	['continueErrorOutput', 1],
])('%s', (onError, failedOutput) => {
	test.each(others)('a failed item of %s has its input, the sentence and the way out', (node) => {
		const ran = outputs(executions.get(onError)!, node);
		const failed = ran[failedOutput].filter(({ json }) => 'error' in json);
		expect(ran.flat()).toHaveLength(2);
		expect(failed).toMatchObject([
			{
				json: {
					...bookings[1],
					error: expect.stringContaining('[item 1]'),
					details: { fix: expect.any(String) },
				},
				binary: { data: expect.anything() },
				pairedItem: { item: 1 },
			},
		]);
	});

	test('a booking that does not fit tells which windows there could be', () => {
		const ran = outputs(executions.get(onError)!, 'Seam Create Access Code');
		expect(ran[failedOutput].at(-1)?.json.details).toMatchObject({
			nearest: expect.arrayContaining([
				expect.objectContaining({ ends_at: expect.any(String), kind: expect.any(String) }),
			]),
			rejected: expect.arrayContaining([expect.objectContaining({ kind: expect.any(String) })]),
		});
		expect(ran[0][0].json).toMatchObject({ plan_only: true });
	});

	test('an item that can not be waited for has its input, but no PIN', () => {
		const ran = outputs(executions.get(onError)!, 'Seam Wait for Code Set');
		expect(ran.flat()).toHaveLength(2);
		const [one, two] = ran[failedOutput];
		expect(one.json).toMatchObject({
			...bookings[0],
			error: expect.stringContaining("'Ready When' is not set to one of its choices"),
		});
		const { code, ...fields } = bookings[1];
		expect(code).toBe(PIN);
		const details = two.json.details as { input?: object };
		expect(details.input ?? two.json).toMatchObject(fields);
		expect(two.json.error).toEqual(expect.stringContaining('[item 1]'));
		expect(JSON.stringify(two)).not.toContain(PIN);
	});
});
