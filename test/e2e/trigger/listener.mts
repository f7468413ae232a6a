import { waitFor, type N8n, type Sandbox, type Workflow } from '../harness/index.mts';

/** A webhook as Seam lists it. */
export interface SeamWebhook {
	webhook_id: string;
	url: string;
	event_types: string[];
}

/** What the workflow tells of an event that it was started with. */
export interface Heard {
	listener: string;
	event_id: string;
	event_type: string;
	is_late: boolean;
	/** Characters of the whole event. */
	size: number;
}

/** Everything that workflows told, in the order of telling. */
export async function heard(sandbox: Sandbox, listener: string): Promise<Heard[]> {
	const messages = (await sandbox.messages()) as unknown as Heard[];
	return messages.filter((message) => message.listener === listener);
}

/** The webhooks at Seam whose URL leads to one workflow's trigger, of tests too. */
export async function webhooksAt(sandbox: Sandbox, path: string): Promise<SeamWebhook[]> {
	const { webhooks } = await sandbox.seam<{ webhooks: SeamWebhook[] }>('/webhooks/list');
	return webhooks.filter(({ url }) => url.includes(path));
}

/**
 * Waits until the webhooks at Seam are as they should be, and returns them. n8n answers an activation before it has
 * carried it out, a deactivation likewise.
 */
export async function waitForWebhooks(
	sandbox: Sandbox,
	path: string,
	areRight: (webhooks: SeamWebhook[]) => boolean,
	what = 'the webhooks at Seam to change',
): Promise<SeamWebhook[]> {
	return await waitFor(
		async () => {
			const webhooks = await webhooksAt(sandbox, path);
			return areRight(webhooks) && webhooks;
		},
		{ limit: 30, what },
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
		{ limit: 15, what: `${url} to be live` },
	);
}

/**
 * A workflow that tells the sandbox's inbox of each event that starts it.
 *
 * @param listener its name, which stands in all that it tells, and in the path of its webhook.
 */
export function listenerWorkflow(
	listener: string,
	sandbox: Sandbox,
	parameters: Record<string, unknown>,
): Workflow {
	const telling = `={{ JSON.stringify({
		listener: '${listener}',
		event_id: $json.event_id,
		event_type: $json.event_type,
		is_late: $json.is_late,
		size: JSON.stringify($json).length,
	}) }}`;
	return {
		name: listener,
		nodes: [
			{
				id: `${listener}-trigger`,
				name: 'Seam Trigger',
				type: 'n8n-nodes-seam.seamTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: listener,
				parameters,
			},
			{
				id: `${listener}-tell`,
				name: 'Tell',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [220, 0],
				parameters: {
					method: 'POST',
					url: `${sandbox.baseUrl}/sandbox/messages`,
					sendBody: true,
					specifyBody: 'json',
					jsonBody: telling,
				},
			},
		],
		connections: { 'Seam Trigger': { main: [[{ node: 'Tell', type: 'main', index: 0 }]] } },
		settings: { saveDataSuccessExecution: 'none' },
	};
}

/** A published listener: where Seam sends its events, and the secret that signs them. */
export interface Listener {
	name: string;
	workflowId: string;
	url: string;
	secret: string;
}

/** Imports and publishes a listener. */
export async function startListener(
	name: string,
	{ n8n, sandbox }: { n8n: N8n; sandbox: Sandbox },
	parameters: Record<string, unknown> = { events: ['*'] },
): Promise<Listener> {
	const credential = await n8n.client.createCredential('seamApi', `Seam of ${name}`, {
		apiKey: sandbox.apiKey,
		workspaceId: '',
		baseUrl: sandbox.baseUrl,
	});
	const workflow = listenerWorkflow(name, sandbox, parameters);
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
			const ofNode = (staticData as Record<string, { production?: { secret: string } }> | null)?.[
				'node:Seam Trigger'
			];
			return ofNode?.production?.secret;
		},
		{ limit: 15, what: `n8n to keep the secret of workflow ${workflowId}` },
	);
}
