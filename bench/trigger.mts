// Signed deliveries a second that Seam Trigger takes in, beside n8n's own Webhook node. Both answer at once and start a workflow.
import autocannon from 'autocannon';
import { max, median, min } from 'simple-statistics';
import { startSandbox, waitFor, type N8n, type Sandbox } from '../test/e2e/harness/index.mts';
import { secretOf, waitForWebhooks, waitUntilLive } from '../test/e2e/trigger/listener.mts';
import { eventOf, signed, type SignedDelivery } from '../test/e2e/trigger/signedDelivery.mts';
import { startInspectedN8n } from './inspector.mts';
import { printProfile, profileOf } from './profile.mts';
import { chainOf, publish, seamCredential, type BenchNode } from './workflows.mts';

const CONNECTIONS = 10;
const DELIVERIES = 120;
const RUNS = 5;
const LEAST_OF_WEBHOOK = 0.9;

const WEBHOOK = 'Webhook';
/** n8n spares its Webhook node, from version 2 on, the isolate of the expression engine that any other trigger gets. */
const WEBHOOK_WITH_ISOLATE = 'Webhook (version 1)';
const TRIGGER = 'Seam Trigger';

/** As n8n comes, and with isolates only for those who evaluate an expression. */
const SETTINGS: Record<string, Record<string, string>> = {
	'n8n as it comes': {},
	'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true': { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
};

interface Receiver {
	workflowId: string;
	url: string;
}

interface Run {
	perSecond: number;
	p50: number;
	p99: number;
}

type Runs = Map<string, Run[]>;

/** Prints the measurement; true if n8n as it comes keeps the limits. */
export async function benchTrigger(options: { hasProfile: boolean }): Promise<boolean> {
	const results: boolean[] = [];
	for (const [name, env] of Object.entries(SETTINGS)) {
		console.log(`\n${name}`);
		results.push(report(await measureWith(env, options)));
	}
	return results[0];
}

async function measureWith(
	env: Record<string, string>,
	{ hasProfile }: { hasProfile: boolean },
): Promise<Runs> {
	const sandbox = await startSandbox({ args: ['--lean'] });
	const { n8n, inspect } = await startInspectedN8n(env);
	try {
		const receivers: Record<string, Receiver> = {
			[WEBHOOK]: await startWebhook(n8n, 2),
			[WEBHOOK_WITH_ISOLATE]: await startWebhook(n8n, 1),
			[TRIGGER]: await startTrigger(n8n, sandbox),
		};
		const secret = await secretOf(n8n, receivers[TRIGGER].workflowId);
		for (const { url } of Object.values(receivers)) await waitUntilLive(url);

		const runs: Runs = new Map();
		// Round 0 warms up.
		for (let round = 0; round <= RUNS; round += 1) {
			for (const [name, receiver] of Object.entries(receivers)) {
				const run = await deliver(n8n, receiver, secret);
				if (round > 0) runs.set(name, [...(runs.get(name) ?? []), run]);
			}
		}
		if (hasProfile) {
			const inspector = await inspect();
			for (const [name, receiver] of Object.entries(receivers)) {
				const work = async () => await deliver(n8n, receiver, secret);
				const profile = await profileOf(inspector, work);
				console.log(`\nProfile: ${name}, ${DELIVERIES} deliveries`);
				printProfile(profile);
			}
			inspector.close();
		}
		return runs;
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
}

async function startWebhook(n8n: N8n, typeVersion: number): Promise<Receiver> {
	const path = `core-${typeVersion}`;
	const webhook: BenchNode = {
		name: WEBHOOK,
		type: 'n8n-nodes-base.webhook',
		typeVersion,
		webhookId: path,
		parameters: { path, httpMethod: 'POST', responseMode: 'onReceived', options: {} },
	};
	const workflowId = await publish(n8n, chainOf(path, [webhook, NO_OPERATION]));
	return { workflowId, url: `${n8n.baseUrl}/webhook/${path}` };
}

async function startTrigger(n8n: N8n, sandbox: Sandbox): Promise<Receiver> {
	const trigger: BenchNode = {
		name: TRIGGER,
		type: 'n8n-nodes-seam.seamTrigger',
		typeVersion: 1.1,
		webhookId: 'bench',
		credentials: { seamApi: await seamCredential(n8n, sandbox) },
		parameters: { events: ['*'] },
	};
	const workflowId = await publish(n8n, chainOf(TRIGGER, [trigger, NO_OPERATION]));
	const [{ url }] = await waitForWebhooks(sandbox, 'bench', ({ length }) => length > 0);
	return { workflowId, url };
}

const NO_OPERATION: BenchNode = {
	name: 'No Operation',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

/** Sends events that are signed beforehand, and waits until n8n is done with all that they started. */
async function deliver(n8n: N8n, { url, workflowId }: Receiver, secret: string): Promise<Run> {
	const deliveries = Array.from({ length: DELIVERIES }, () => signed(eventOf(), secret));
	const { perSecond, p50, p99, refused } = await send(url, deliveries);
	if (refused > 0) throw new Error(`${refused} deliveries to ${url} failed`);
	await waitFor(async () => (await n8n.client.executions(workflowId, ['running'])).length === 0, {
		limit: 120,
		what: 'n8n to be done with what was delivered',
		every: 500,
	});
	return { perSecond, p50, p99 };
}

async function send(url: string, deliveries: SignedDelivery[]): Promise<Run & { refused: number }> {
	let sent = 0;
	const setupRequest = (request: autocannon.Request) => ({
		...request,
		...deliveries[sent++ % deliveries.length],
	});
	const options: autocannon.Options = {
		url,
		connections: CONNECTIONS,
		amount: deliveries.length,
		timeout: 60,
		requests: [{ method: 'POST', setupRequest }],
	};
	const begun = performance.now();
	let lastAnswer = begun;
	const { non2xx, errors, latency } = await new Promise<autocannon.Result>((resolve, reject) => {
		const instance = autocannon(options, (error, result) =>
			error ? reject(error) : resolve(result),
		);
		// autocannon itself tells the time in whole seconds.
		instance.on('response', () => (lastAnswer = performance.now()));
	});
	return {
		perSecond: deliveries.length / ((lastAnswer - begun) / 1e3),
		p50: latency.p50,
		p99: latency.p99,
		refused: non2xx + errors,
	};
}

function report(runs: Runs): boolean {
	const all = (name: string, field: keyof Run) => (runs.get(name) ?? []).map((run) => run[field]);
	const middle = (name: string, field: keyof Run) => median(all(name, field));
	const ratioTo = (name: string) => middle(TRIGGER, 'perSecond') / middle(name, 'perSecond');
	console.table(
		Object.fromEntries(
			[...runs.keys()].map((name) => {
				const rates = all(name, 'perSecond');
				return [
					name,
					{
						'a second (median)': middle(name, 'perSecond').toFixed(1),
						range: `${min(rates).toFixed(1)}–${max(rates).toFixed(1)}`,
						'p50 ms': middle(name, 'p50').toFixed(0),
						'p99 ms': middle(name, 'p99').toFixed(0),
						'Seam Trigger to it': ratioTo(name).toFixed(2),
					},
				];
			}),
		),
	);
	const ratio = ratioTo(WEBHOOK);
	const tail = middle(TRIGGER, 'p99') / middle(WEBHOOK, 'p99');
	const isGood = ratio >= LEAST_OF_WEBHOOK && tail <= 1 / LEAST_OF_WEBHOOK;
	console.log(
		`Seam Trigger takes in ${ratio.toFixed(2)} times as many deliveries as the Webhook node (limit ${LEAST_OF_WEBHOOK}), with ${tail.toFixed(2)} times its p99 (limit ${(1 / LEAST_OF_WEBHOOK).toFixed(2)}): ${isGood ? 'good' : 'LIMIT MISSED'}`,
	);
	return isGood;
}
