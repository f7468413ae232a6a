// How much memory n8n needs for 200 parked waits of ours, against 200 executions parked in its own Wait node.
import { setTimeout as pause } from 'node:timers/promises';
import {
	startN8n,
	startSandbox,
	waitFor,
	type N8n,
	type Sandbox,
	type Workflow,
	type WorkflowNode,
} from '../test/e2e/harness/index.mts';

const WAITS = 200;
/** Seam takes ten new codes a minute and lock. */
const CODES_PER_LOCK = 10;
/** Each wait of ours is two executions: the workflow, and the sub-execution that sleeps for it. */
const MOST_TIMES_THE_MEMORY = 3;

/** In bytes. */
interface Memory {
	heap: number;
	resident: number;
}

/** Runs both side by side, in two n8n of their own, and says what each needs for its parked executions. */
export async function benchWaits(): Promise<boolean> {
	const sandbox = await startSandbox();
	const env = { N8N_METRICS: 'true' };
	const machines = [await startN8n({ env }), await startN8n({ env })];
	try {
		const codes = await createCodes(sandbox);
		const ours = await growth(
			machines[0],
			seamWait(await credentialOf(machines[0], sandbox)),
			2,
			codes,
		);
		const core = await growth(machines[1], coreWait(), 1, codes);
		const ratio = { heap: ours.heap / core.heap, resident: ours.resident / core.resident };
		console.table({
			'n8n Wait': inMegabytes(core),
			'Seam Wait for Code Set': inMegabytes(ours),
			ratio: { heap: ratio.heap.toFixed(2), resident: ratio.resident.toFixed(2) },
		});
		return ratio.heap <= MOST_TIMES_THE_MEMORY && ratio.resident <= MOST_TIMES_THE_MEMORY;
	} finally {
		for (const machine of machines) await machine.stop();
		await sandbox.stop();
	}
}

/** Codes that no lock ever takes, starting in three hours. */
async function createCodes(sandbox: Sandbox): Promise<string[]> {
	const codes: string[] = [];
	const now = (await sandbox.now()).getTime();
	const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
	for (let lock = 0; codes.length < WAITS; lock += 1) {
		const alias = `bench_${lock}`;
		const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
			template: 'august',
			alias,
		});
		await sandbox.control('POST', '/programming', { device: alias, outcome: 'never' });
		for (let count = 0; count < CODES_PER_LOCK; count += 1) {
			const { access_code } = await sandbox.seam<{ access_code: { access_code_id: string } }>(
				'/access_codes/create',
				{ device_id, name: `Guest ${count}`, starts_at: at(3), ends_at: at(27) },
			);
			codes.push(access_code.access_code_id);
		}
	}
	return codes;
}

async function credentialOf(n8n: N8n, { apiKey, baseUrl }: Sandbox) {
	return await n8n.client.createCredential('seamApi', 'Seam sandbox', { apiKey, baseUrl });
}

const seamWait = (credential: { id: string; name: string }): Partial<WorkflowNode> => ({
	type: 'n8n-nodes-seam.seamWaitForCodeSet',
	typeVersion: 1,
	parameters: { accessCodeId: '={{ $json.body.access_code_id }}' },
	credentials: { seamApi: credential },
});

const coreWait = (): Partial<WorkflowNode> => ({
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: 24, unit: 'hours' },
});

function workflowWith(waitNode: Partial<WorkflowNode>): Workflow {
	return {
		name: 'Parked',
		nodes: [
			{
				id: 'hook',
				name: 'Booking',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: 'parked',
				parameters: { path: 'parked', httpMethod: 'POST', responseMode: 'onReceived', options: {} },
			},
			{
				id: 'wait',
				name: 'Wait',
				position: [220, 0],
				webhookId: 'wait',
				...waitNode,
			} as WorkflowNode,
		],
		connections: { Booking: { main: [[{ node: 'Wait', type: 'main', index: 0 }]] } },
	};
}

/** What the memory of an n8n grows by while it parks all waits. */
async function growth(
	{ client, baseUrl }: N8n,
	waitNode: Partial<WorkflowNode>,
	executionsEach: number,
	codes: string[],
): Promise<Memory> {
	const workflow = workflowWith(waitNode);
	const { id } = await client.api('POST', '/workflows', {
		...workflow,
		settings: { executionOrder: 'v1' },
	});
	await client.activate(id as string);
	// The first one warms n8n up: what it loads for it, it keeps.
	await client.postWebhook('parked', { access_code_id: codes[0] });
	await waitUntilParked(client, executionsEach);
	const before = await settledMemory(baseUrl);
	for (const access_code_id of codes.slice(1)) {
		await client.postWebhook('parked', { access_code_id });
	}
	await waitUntilParked(client, executionsEach * codes.length);
	const after = await settledMemory(baseUrl);
	return { heap: after.heap - before.heap, resident: after.resident - before.resident };
}

async function waitUntilParked(client: N8n['client'], count: number): Promise<void> {
	await waitFor(async () => (await parkedExecutions(client)) >= count, {
		limit: 300,
		what: `${count} executions to be parked`,
		every: 2_000,
	});
}

async function parkedExecutions(client: N8n['client']): Promise<number> {
	let count = 0;
	let cursor = '';
	do {
		const page = await client.api('GET', `/executions?status=waiting&limit=250${cursor}`);
		count += (page.data as unknown[]).length;
		cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
	} while (cursor !== '');
	return count;
}

/** The least that is seen while garbage is collected now and then. */
async function settledMemory(baseUrl: string): Promise<Memory> {
	const least: Memory = { heap: Infinity, resident: Infinity };
	for (let sample = 0; sample < 30; sample += 1) {
		const text = await (await fetch(`${baseUrl}/metrics`)).text();
		least.heap = Math.min(least.heap, valueOf(text, 'nodejs_heap_size_used_bytes'));
		least.resident = Math.min(least.resident, valueOf(text, 'process_resident_memory_bytes'));
		await pause(1_000);
	}
	return least;
}

function valueOf(metrics: string, name: string): number {
	const value = new RegExp(`^\\w*${name}(?:{[^}]*})? (\\S+)`, 'm').exec(metrics)?.[1];
	if (value === undefined) throw new Error(`n8n tells no ${name}`);
	return Number(value);
}

const inMegabytes = ({ heap, resident }: Memory) => ({
	heap: `${(heap / 1e6).toFixed(1)} MB`,
	resident: `${(resident / 1e6).toFixed(1)} MB`,
});
