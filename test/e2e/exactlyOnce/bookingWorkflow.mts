import type { N8n, Sandbox, Workflow } from '../harness/index.mts';

/** What a booking system sends: the booking's state as it is now. */
export interface BookingMessage {
	key: string;
	name: string;
	device: string;
	starts_at: string;
	ends_at: string;
	additional?: string;
	previous?: string;
	/** A PIN of the host's own choice. */
	pin?: string;
	/** Hours that fitting may add at either end. */
	longest_addition?: number;
}

/** What the workflow answers: the first item of Seam Create Access Code. */
export interface Answer {
	access_code_id: string;
	device_id: string;
	code: string | null;
	was_created: boolean;
	surplus_access_code_ids: string[];
	previous_locks: Array<{ result: string; access_code_id: string }>;
}

export const NODE = 'Seam Create Access Code';

const stay = {
	access: 'time_bound',
	startsAt: '={{ $json.body.starts_at }}',
	endsAt: '={{ $json.body.ends_at }}',
	name: '={{ $json.body.name }}',
	device: { __rl: true, mode: 'id', value: '={{ $json.body.device }}' },
};

const webhook = (path: string, more = {}) => ({
	id: `${path}-webhook`,
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	position: [0, 0],
	webhookId: path,
	parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {}, ...more },
});

const createNode = (parameters: Record<string, unknown>) => ({
	id: 'create',
	name: NODE,
	type: 'n8n-nodes-seam.seamCreateAccessCode',
	typeVersion: 1,
	position: [400, 0],
	parameters,
});

const to = (node: string) => [{ node, type: 'main', index: 0 }];

/** Webhook, then the node; the webhook is answered with the node's first item. */
export const bookingWorkflow = (path: string): Workflow => ({
	name: path,
	nodes: [
		webhook(path),
		createNode({
			...stay,
			bookingKey: '={{ $json.body.key }}',
			additionalDevices: "={{ $json.body.additional ?? '' }}",
			pin: "={{ $json.body.pin ? 'custom' : 'generated' }}",
			customPin: "={{ $json.body.pin ?? '' }}",
			options: {
				longestAddition: '={{ $json.body.longest_addition ?? 6 }}',
				previousLocks: "={{ $json.body.previous ?? '' }}",
			},
		}),
	],
	connections: { Webhook: { main: [to(NODE)] } },
});

/** As the booking's workflow, but answers with all of the node's items; one with an `error` for what went wrong. */
export const everyLockWorkflow = (path: string): Workflow => {
	const { nodes, ...workflow } = bookingWorkflow(path);
	const [, create] = nodes;
	return {
		...workflow,
		nodes: [
			webhook(path, { responseData: 'allEntries' }),
			{ ...create, onError: 'continueRegularOutput' },
		],
	};
};

/** Webhook, then the deletion of a booking's codes; answered with one item for each code. */
export const cancelWorkflow = (path: string): Workflow => ({
	name: path,
	nodes: [
		webhook(path, { responseData: 'allEntries' }),
		{
			id: 'delete',
			name: 'Seam',
			type: 'n8n-nodes-seam.seam',
			typeVersion: 1,
			position: [400, 0],
			onError: 'continueRegularOutput',
			parameters: {
				resource: 'accessCode',
				operation: 'delete',
				deleteBy: 'bookingKey',
				bookingKey: '={{ $json.body.key }}',
				device: { __rl: true, mode: 'id', value: '={{ $json.body.device }}' },
				additionalDevices: "={{ $json.body.additional ?? '' }}",
			},
		},
	],
	connections: { Webhook: { main: [to('Seam')] } },
});

/** Two bookings without a key, one after the other through a loop: each is item 0 of its round. */
export const loopWorkflow = (path: string): Workflow => ({
	name: path,
	nodes: [
		webhook(path),
		{
			id: 'split',
			name: 'Split Out',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [200, 0],
			parameters: { fieldToSplitOut: 'body.guests', options: {} },
		},
		{
			id: 'loop',
			name: 'Loop Over Items',
			type: 'n8n-nodes-base.splitInBatches',
			typeVersion: 3,
			position: [300, 0],
			parameters: { options: {} },
		},
		createNode({
			...stay,
			startsAt: '={{ $json.starts_at }}',
			endsAt: '={{ $json.ends_at }}',
			name: '={{ $json.name }}',
			device: { __rl: true, mode: 'id', value: '={{ $json.device }}' },
		}),
	],
	connections: {
		Webhook: { main: [to('Split Out')] },
		'Split Out': { main: [to('Loop Over Items')] },
		'Loop Over Items': { main: [[], to(NODE)] },
		[NODE]: { main: [to('Loop Over Items')] },
	},
});

/** Imports and publishes a workflow; returns its ID. */
export async function publish(n8n: N8n, sandbox: Sandbox, workflow: Workflow): Promise<string> {
	const credential = await n8n.client.createCredential('seamApi', `Seam for ${workflow.name}`, {
		apiKey: sandbox.apiKey,
		workspaceId: '',
		baseUrl: sandbox.baseUrl,
	});
	const id = await n8n.client.importWorkflow(workflow, credential);
	await n8n.client.activate(id);
	return id;
}
