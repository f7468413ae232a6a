import {
	waitFor,
	type Execution,
	type N8n,
	type Sandbox,
	type Workflow,
} from '../harness/index.mts';

/** A webhook as Seam lists it. */
export interface SeamWebhook {
	webhook_id: string;
	url: string;
	event_types: string[];
}

/** A published workflow that does nothing but start: where Seam sends its events, and the secret that signs them. */
export interface Listener {
	name: string;
	workflowId: string;
	url: string;
	secret: string;
}

/** An event with which a workflow was started. */
export interface Heard {
	event_id: string;
	event_type: string;
	is_late: boolean;
	[field: string]: unknown;
}

const TRIGGER = 'Seam Trigger';

/** Everything that started the workflow, tests in the editor too, newest first. */
export async function heard(
	n8n: N8n,
	{ workflowId }: Pick<Listener, 'workflowId'>,
): Promise<Heard[]> {
	const events: Heard[] = [];
	let cursor: string | null = null;
	do {
		const query = new URLSearchParams({ workflowId, includeData: 'true', limit: '100' });
		if (cursor !== null) query.set('cursor', cursor);
		const page = await n8n.client.api('GET', `/executions?${query}`);
		events.push(...(page.data as Execution[]).flatMap(eventsOf));
		cursor = page.nextCursor as string | null;
	} while (cursor !== null);
	return events;
}

function eventsOf(execution: Execution): Heard[] {
	const run = execution.data?.resultData.runData[TRIGGER]?.[0];
	return (run?.data?.main?.[0] ?? []).map(({ json }) => json as Heard);
}

/** The webhooks at Seam whose URL leads to one listener, of tests too. */
export async function webhooksAt(sandbox: Sandbox, name: string): Promise<SeamWebhook[]> {
	const { webhooks } = await sandbox.seam<{ webhooks: SeamWebhook[] }>('/webhooks/list');
	return webhooks.filter(({ url }) => url.includes(`/${name}/`));
}

/**
 * Waits until the webhooks at Seam are as they should be, and returns them. n8n answers an activation before it has
 * carried it out, a deactivation likewise.
 */
export async function waitForWebhooks(
	sandbox: Sandbox,
	name: string,
	areRight: (webhooks: SeamWebhook[]) => boolean,
): Promise<SeamWebhook[]> {
	return await waitFor(
		async () => {
			const webhooks = await webhooksAt(sandbox, name);
			return areRight(webhooks) && webhooks;
		},
		{ limit: 30, what: `the webhooks of ${name} at Seam to change` },
	);
}

/** Waits until the URL answers at all: n8n opens it a moment after the activation. */
export async function waitUntilLive(url: string): Promise<void> {
	await waitFor(
		async () => {
			const response = await fetch(url, { method: 'POST', body: '' });
			await response.arrayBuffer();
			return response.status !== 404;
		},
		{ limit: 30, what: `${url} to be live` },
	);
}

/** @param name also stands in the path of its webhook. */
export function listenerWorkflow(name: string, parameters: Record<string, unknown>): Workflow {
	return {
		name,
		nodes: [
			{
				id: `${name}-trigger`,
				name: TRIGGER,
				type: 'n8n-nodes-seam.seamTrigger',
				typeVersion: 1.1,
				position: [0, 0],
				webhookId: name,
				parameters,
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

/** Imports and publishes a listener. */
export async function startListener(
	name: string,
	{ n8n, sandbox }: { n8n: N8n; sandbox: Sandbox },
	parameters: Record<string, unknown>,
): Promise<Listener> {
	const credential = await n8n.client.createCredential('seamApi', `Seam of ${name}`, {
		apiKey: sandbox.apiKey,
		workspaceId: '',
		baseUrl: sandbox.baseUrl,
	});
	const workflow = listenerWorkflow(name, parameters);
	const workflowId = await n8n.client.importWorkflow(workflow, credential);
	await n8n.client.activate(workflowId);
	const [webhook] = await waitForWebhooks(sandbox, name, ({ length }) => length > 0);
	await waitUntilLive(webhook.url);
	return { name, workflowId, url: webhook.url, secret: await secretOf(n8n, workflowId) };
}

/** The secret of a published workflow's webhook: Seam tells it once, and n8n keeps it in the node's static data. */
export async function secretOf(n8n: N8n, workflowId: string): Promise<string> {
	return await waitFor(
		async () => {
			const { staticData } = await n8n.client.api('GET', `/workflows/${workflowId}`);
			const ofNodes = staticData as Record<string, { production?: { secret: string } }> | null;
			return ofNodes?.[`node:${TRIGGER}`]?.production?.secret;
		},
		{ limit: 15, what: `n8n to keep the secret of workflow ${workflowId}` },
	);
}
