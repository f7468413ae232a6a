import type { N8n, Sandbox, Workflow, WorkflowNode } from '../test/e2e/harness/index.mts';

export type Credential = { id: string; name: string };

/** A node without what only the editor needs. */
export interface BenchNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	[more: string]: unknown;
}

/** Nodes one after the other. */
export function chainOf(name: string, nodes: BenchNode[]): Workflow {
	return {
		name,
		nodes: nodes.map(
			(node, index): WorkflowNode => ({
				id: node.name,
				position: [220 * index, 0],
				...node,
			}),
		),
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map((node, index) => [
					nodes[index].name,
					{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
				]),
		),
	};
}

/** Creates a workflow and publishes it: its ID. */
export async function publish({ client }: N8n, workflow: Workflow): Promise<string> {
	const settings = { executionOrder: 'v1' };
	const { id } = await client.api('POST', '/workflows', { ...workflow, settings });
	await client.activate(id as string);
	return id as string;
}

/** Takes a list of bookings and makes an item of each; it answers when the workflow has ended. */
export function bookingsIn(path: string): BenchNode[] {
	return [
		{
			name: 'Season',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: {
				path,
				httpMethod: 'POST',
				responseMode: 'lastNode',
				responseData: 'noData',
				options: {},
			},
		},
		{
			name: 'Booking',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.bookings', options: {} },
		},
	];
}

/** Seam Create Access Code for these items, as a user would fill it in. */
export const seamCreate = (credential: Credential, hasKey: boolean): BenchNode => ({
	name: 'Seam Create Access Code',
	type: 'n8n-nodes-seam.seamCreateAccessCode',
	typeVersion: 1,
	credentials: { seamApi: credential },
	parameters: {
		device: { __rl: true, mode: 'id', value: '={{ $json.lock_id }}' },
		startsAt: '={{ $json.arrives }}',
		endsAt: '={{ $json.departs }}',
		name: '={{ $json.guest }}',
		...(hasKey ? { bookingKey: '={{ $json.id }}' } : {}),
	},
});

/** The same with n8n's own nodes: get the device, create the code. Batching is as n8n has it unless told otherwise. */
export function httpCreate(credential: Credential, baseUrl: string): BenchNode[] {
	const request = (name: string, path: string, body: Record<string, string>): BenchNode => ({
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		credentials: { httpHeaderAuth: credential },
		parameters: {
			method: 'POST',
			url: `${baseUrl}${path}`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			sendBody: true,
			bodyParameters: {
				parameters: Object.entries(body).map(([field, value]) => ({ name: field, value })),
			},
			options: {},
		},
	});
	return [
		request('Get Device', '/devices/get', { device_id: '={{ $json.lock_id }}' }),
		request('Create Code', '/access_codes/create', {
			device_id: '={{ $json.device.device_id }}',
			name: "={{ $('Booking').item.json.guest }}",
			starts_at: "={{ $('Booking').item.json.arrives }}",
			ends_at: "={{ $('Booking').item.json.departs }}",
		}),
	];
}

export async function seamCredential({ client }: N8n, sandbox: Sandbox): Promise<Credential> {
	const { apiKey, baseUrl } = sandbox;
	return await client.createCredential('seamApi', 'Seam sandbox', { apiKey, baseUrl });
}

export async function headerCredential({ client }: N8n, { apiKey }: Sandbox): Promise<Credential> {
	return await client.createCredential('httpHeaderAuth', 'Seam by header', {
		name: 'Authorization',
		value: `Bearer ${apiKey}`,
	});
}
