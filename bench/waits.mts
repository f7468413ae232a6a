// How much memory n8n needs for 200 parked waits of ours, against 200 executions parked in its own Wait node.
import {
	startSandbox,
	waitFor,
	type N8n,
	type Sandbox,
	type Workflow,
	type WorkflowNode,
} from '../test/e2e/harness/index.mts';
import { startInspectedN8n, type InspectedN8n } from './inspector.mts';
import { printHeapProfile, startHeapProfile } from './profile.mts';
import { countRequests, forgetRequests } from './requests.mts';

const WAITS = 200;
/** Seam takes ten new codes a minute and lock. */
const CODES_PER_LOCK = 10;
/** Each wait of ours is three executions: the workflow, one that supervises, and one that polls and sleeps in between. */
const MOST_TIMES_THE_MEMORY = 2;
/** Parked waits that are woken to poll once more. */
const WOKEN = 50;

/** What n8n's process holds after its garbage was collected, in bytes. */
interface Memory {
	/** Objects that are still needed. */
	heap: number;
	/** All that the process has of the machine's memory. */
	resident: number;
}

/** What parked executions cost one n8n. */
interface Parked {
	before: Memory;
	after: Memory;
	/** How many there are. */
	executions: number;
	workflowId: string;
}

/** Runs both side by side, in two n8n of their own, and says what each needs for its parked executions. */
export async function benchWaits({ hasProfile }: { hasProfile: boolean }): Promise<boolean> {
	const sandbox = await startSandbox({ args: ['--lean'] });
	const machines: InspectedN8n[] = [];
	try {
		for (let count = 0; count < 2; count += 1)
			machines.push(await startInspectedN8n({ N8N_METRICS: 'true' }));
		const codes = await createCodes(sandbox);
		const [ours, core] = machines;
		const credential = await ours.n8n.client.createCredential('seamApi', 'Seam sandbox', {
			apiKey: sandbox.apiKey,
			baseUrl: sandbox.baseUrl,
		});
		const ofCore = await parkAll(core, coreWait(), { codes, executionsEach: 1, hasProfile });
		const ofOurs = await parkAll(ours, seamWait(credential), {
			codes,
			executionsEach: 3,
			hasProfile,
		});

		const poll = await millisecondsOfPoll(ours, sandbox, ofOurs.workflowId);

		const perWait =
			(ofOurs.after.heap - ofOurs.before.heap) / (ofCore.after.heap - ofCore.before.heap);
		const whole = ofOurs.after.resident / ofCore.after.resident;
		console.table({ 'n8n Wait': told(ofCore), 'Seam Wait for Code Set': told(ofOurs) });
		console.log(
			`Seam Wait for Code Set needs ${perWait.toFixed(2)} times as much heap for a parked wait; the whole n8n ${whole.toFixed(2)} times as much memory (limit ${MOST_TIMES_THE_MEMORY}).`,
		);
		console.log(
			`A parked poll takes ${poll.toFixed(1)} ms of processor time, from the call of its resume URL until it is parked again.`,
		);
		return perWait <= MOST_TIMES_THE_MEMORY && whole <= MOST_TIMES_THE_MEMORY;
	} finally {
		for (const { n8n } of machines) await n8n.stop();
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

const seamWait = (credential: { id: string; name: string }): Partial<WorkflowNode> => ({
	type: 'n8n-nodes-seam.seamWaitForCodeSet',
	typeVersion: 1,
	parameters: { accessCodeId: '={{ $json.body.access_code_id }}' },
	credentials: { seamApi: credential },
});

/** Waits for the same code: as in any workflow about bookings, its time comes with the item. */
const coreWait = (): Partial<WorkflowNode> => ({
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'specificTime', dateTime: '={{ $json.body.starts_at }}' },
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

/** Parks all waits on one n8n, and tells its memory before and after. */
async function parkAll(
	machine: InspectedN8n,
	waitNode: Partial<WorkflowNode>,
	{
		codes,
		executionsEach,
		hasProfile,
	}: { codes: string[]; executionsEach: number; hasProfile: boolean },
): Promise<Parked> {
	const { client } = machine.n8n;
	const { id } = await client.api('POST', '/workflows', {
		...workflowWith(waitNode),
		settings: { executionOrder: 'v1' },
	});
	await client.activate(id as string);
	const [first, ...others] = codes;
	// The first one warms n8n up: what it loads for it, it keeps.
	await client.postWebhook('parked', bodyOf(first));
	await waitUntilParked(client, executionsEach);
	const before = await memoryOf(machine);
	const inspector = hasProfile ? await machine.inspect() : undefined;
	if (inspector) await startHeapProfile(inspector);
	for (const access_code_id of others) await client.postWebhook('parked', bodyOf(access_code_id));
	await waitUntilParked(client, executionsEach * codes.length);
	const after = await memoryOf(machine);
	if (inspector) await printHeapProfile(inspector);
	inspector?.close();
	return { before, after, executions: await parkedExecutions(client), workflowId: id as string };
}

/** The same for both, whatever each of them reads of it. */
const bodyOf = (access_code_id: string) => ({
	access_code_id,
	starts_at: new Date(Date.now() + 24 * 3_600_000).toISOString(),
});

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

/** Collects n8n's garbage through Node's inspector, then reads what is left. */
async function memoryOf({ n8n, inspect }: InspectedN8n): Promise<Memory> {
	const inspector = await inspect();
	await inspector.ask('HeapProfiler.collectGarbage');
	await inspector.ask('HeapProfiler.collectGarbage');
	const { usedSize } = await inspector.ask<{ usedSize: number }>('Runtime.getHeapUsage');
	inspector.close();
	return { heap: usedSize, resident: await metricOf(n8n, 'process_resident_memory_bytes') };
}

async function metricOf({ baseUrl }: N8n, name: string): Promise<number> {
	const metrics = await (await fetch(`${baseUrl}/metrics`)).text();
	const value = new RegExp(`^\\w*${name}(?:{[^}]*})? (\\S+)`, 'm').exec(metrics)?.[1];
	if (value === undefined) throw new Error(`n8n does not tell its ${name}`);
	return Number(value);
}

/** What n8n does to poll once for a parked wait: woken by its resume URL, because the next poll by itself is hours away. */
async function millisecondsOfPoll(
	{ n8n }: InspectedN8n,
	sandbox: Sandbox,
	workflowId: string,
): Promise<number> {
	const { client } = n8n;
	const waiting = await client.executions(workflowId, ['waiting']);
	const woken = waiting.filter(({ mode }) => mode === 'webhook').slice(0, WOKEN);
	const urls: string[] = [];
	for (const { id } of woken) {
		const { data } = await client.execution(id);
		urls.push(`${n8n.baseUrl}/webhook-waiting/${id}?signature=${data?.resumeToken}`);
	}
	const all = await parkedExecutions(client);
	await forgetRequests(sandbox);
	const before = await metricOf(n8n, 'process_cpu_seconds_total');
	for (const url of urls) {
		const response = await fetch(url, { method: 'POST' });
		if (!response.ok) throw new Error(`The resume URL answered ${response.status}`);
	}
	await waitFor(async () => (await countRequests(sandbox)).all >= urls.length, {
		limit: 120,
		what: `${urls.length} polls`,
		every: 500,
	});
	await waitUntilParked(client, all);
	const after = await metricOf(n8n, 'process_cpu_seconds_total');
	return (1e3 * (after - before)) / urls.length;
}

const told = ({ before, after, executions }: Parked) => ({
	executions,
	'heap before': inMegabytes(before.heap),
	'heap after': inMegabytes(after.heap),
	'kB a wait': ((after.heap - before.heap) / (WAITS - 1) / 1e3).toFixed(1),
	'resident after': inMegabytes(after.resident),
});

const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
