import { setTimeout as pause } from 'node:timers/promises';
import { Hopeless, waitFor } from './waitFor.mts';

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Seam-demo-2027',
};

/** The most executions that n8n lists in one answer. */
const PAGE = 100;

/** A node of a workflow, as far as tests look at it. */
export interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	[key: string]: unknown;
}

export interface Workflow {
	id?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	[key: string]: unknown;
}

/** One run of a node: its items per output, or the error it ended with. */
export interface NodeRun {
	executionStatus?: string;
	executionTime?: number;
	error?: { message: string; description?: string };
	data?: { main?: Array<Array<{ json: Record<string, unknown>; pairedItem?: unknown }> | null> };
}

/** The states of an execution that will never go on. */
const ENDED = ['success', 'error', 'crashed', 'canceled'] as const;

/** All states of an execution that n8n knows. */
const STATES = [...(['new', 'running', 'waiting', 'unknown'] as const), ...ENDED];

export interface Execution {
	id: string;
	/** How it was started: `webhook`, `trigger`, `manual`; `integrated` is a sub-execution. */
	mode?: string;
	status: (typeof STATES)[number];
	workflowId: string;
	startedAt: string;
	stoppedAt: string | null;
	waitTill?: string | null;
	data?: {
		/** Part of the address under which a waiting execution can be woken. */
		resumeToken?: string;
		resultData: {
			runData: Record<string, NodeRun[]>;
			error?: { message: string; description?: string };
		};
	};
}

/** Whether it will never go on, however it ended. */
export const hasEnded = ({ status }: Pick<Execution, 'status'>): boolean =>
	ENDED.some((ended) => ended === status);

/** An answer of n8n that is not 2xx. */
export class N8nAnswer extends Error {
	readonly status: number;
	constructor(request: string, status: number, body: string) {
		super(`n8n answered ${status} to ${request}: ${body.slice(0, 500)}`);
		this.status = status;
	}
}

/** Speaks to one n8n: as its owner (the editor's own API), by the public API, and as an outsider by webhook. */
export class N8nClient {
	readonly baseUrl: string;
	/** Where production webhooks and resume URLs are: in queue mode another process. */
	readonly webhookUrl: string;
	private cookies = new Map<string, string>();
	private apiKey = '';

	constructor(baseUrl: string, webhookUrl = baseUrl) {
		this.baseUrl = baseUrl;
		this.webhookUrl = webhookUrl;
	}

	/** Signs the owner in, first making the account on a new n8n, and gets a key for the public API. */
	async signIn(): Promise<void> {
		const settings = await this.rest('GET', '/settings');
		const { showSetupOnFirstLoad } = settings.userManagement as { showSetupOnFirstLoad: boolean };
		if (showSetupOnFirstLoad) await this.rest('POST', '/owner/setup', OWNER);
		else {
			await this.rest('POST', '/login', {
				emailOrLdapLoginId: OWNER.email,
				password: OWNER.password,
			});
		}
		const scopes = await this.rest('GET', '/api-keys/scopes');
		const label = `harness ${process.pid} ${Date.now()}`;
		const key = await this.rest('POST', '/api-keys', { label, expiresAt: null, scopes });
		this.apiKey = key.rawApiKey as string;
	}

	/** The editor's API, `/rest/…`: the `data` of its answer. */
	async rest(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
		const url = `${this.baseUrl}/rest${path}`;
		const answer = await this.send(method, url, this.asOwner(), body);
		return (answer as { data: Record<string, unknown> }).data;
	}

	/** Anything else that the editor loads as the signed-in owner: node types, icons. */
	async page(path: string): Promise<unknown> {
		return await this.send('GET', `${this.baseUrl}${path}`, this.asOwner());
	}

	/** The public API, `/api/v1/…`. */
	async api(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
		const headers = { 'X-N8N-API-KEY': this.apiKey };
		const url = `${this.baseUrl}/api/v1${path}`;
		return (await this.send(method, url, headers, body)) as Record<string, unknown>;
	}

	async createCredential(
		type: string,
		name: string,
		data: Record<string, unknown>,
	): Promise<{ id: string; name: string }> {
		// By the editor's API: the public one of n8n 1.x refuses what it calls an incomplete credential.
		const { id } = await this.rest('POST', '/credentials', { name, type, data });
		return { id: id as string, name };
	}

	/**
	 * Imports a workflow and gives its nodes of this package the credential.
	 *
	 * @param edit changes nodes by name, as a user would after the import: what it gives is merged into the parameters.
	 */
	async importWorkflow(
		workflow: Workflow,
		credential: { id: string; name: string },
		edit: Record<string, Record<string, unknown>> = {},
	): Promise<string> {
		for (const name of Object.keys(edit)) {
			if (!workflow.nodes.some((node) => node.name === name)) {
				throw new Error(`The workflow "${workflow.name}" has no node "${name}".`);
			}
		}
		const nodes = workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...edit[node.name] },
			...(node.type.startsWith('n8n-nodes-seam.') ? { credentials: { seamApi: credential } } : {}),
		}));
		const { name, connections } = workflow;
		const settings = { executionOrder: 'v1', ...workflow.settings };
		const { id } = await this.api('POST', '/workflows', { name, nodes, connections, settings });
		return id as string;
	}

	async activate(workflowId: string): Promise<void> {
		await this.api('POST', `/workflows/${workflowId}/activate`);
	}

	async deactivate(workflowId: string): Promise<void> {
		await this.api('POST', `/workflows/${workflowId}/deactivate`);
	}

	/**
	 * Posts JSON to a production webhook. One that was activated just now goes live a moment later.
	 *
	 * @param answerLimit in seconds: how long the answer may take.
	 */
	async postWebhook(
		path: string,
		body: unknown,
		{ answerLimit = 60 }: { answerLimit?: number } = {},
	): Promise<unknown> {
		const url = `${this.webhookUrl}/webhook/${path}`;
		return await waitFor(
			async () => {
				try {
					const answer = await this.send('POST', url, {}, body, answerLimit);
					return { answer };
				} catch (error) {
					if (error instanceof N8nAnswer && error.status !== 404) throw new Hopeless(error.message);
					throw error;
				}
			},
			{ limit: 10, what: `the webhook ${path} to be live` },
		).then(({ answer }) => answer);
	}

	/**
	 * The executions of a workflow, newest first and running ones too, without their data. All states are named, since
	 * n8n otherwise lists those under way and the others by two queries: one that goes on just then is in neither.
	 */
	async executions(
		workflowId: string,
		status: ReadonlyArray<Execution['status']> = STATES,
	): Promise<Execution[]> {
		const filter = JSON.stringify({ workflowId, status });
		const found: Execution[] = [];
		let next: Record<string, string> | null = {};
		while (next !== null) {
			const query = new URLSearchParams({ filter, limit: String(PAGE), ...next });
			const { results, nextCursor } = await this.rest('GET', `/executions?${query}`);
			const page = (results as Execution[]).map(withTextIds);
			// Sorted by their start but paged by their ID, so one may come twice.
			found.push(...page.filter(({ id }) => !found.some((known) => known.id === id)));
			next = nextPage(page, nextCursor);
		}
		return found;
	}

	/**
	 * Does what starts a workflow, and gives the ID of the execution that came of it. Sub-executions, such as those
	 * of parked waits, run under their parent's workflow and are none of it.
	 *
	 * @param limit in seconds.
	 */
	async executionStartedBy(
		workflowId: string,
		start: () => Promise<unknown>,
		{ limit = 15 }: { limit?: number } = {},
	): Promise<string> {
		const before = new Set((await this.executions(workflowId)).map(({ id }) => id));
		await start();
		const started = await waitFor(
			async () =>
				(await this.executions(workflowId)).find(
					({ id, mode }) => !before.has(id) && mode !== 'integrated',
				),
			{ limit, what: `a new execution of workflow ${workflowId}` },
		);
		return started.id;
	}

	async execution(id: string): Promise<Execution> {
		return withTextIds(
			(await this.api('GET', `/executions/${id}?includeData=true`)) as unknown as Execution,
		);
	}

	/**
	 * Waits until an execution has one of the states, and returns it with its data.
	 *
	 * @param limit in seconds.
	 * @throws Error as soon as it ended in another state, with what its nodes said. Crashed is no end: after a crash n8n
	 *   calls all that was under way crashed for a moment, what is parked too.
	 */
	async waitForExecution(
		id: string,
		{
			status = ['success'],
			limit = 60,
		}: { status?: Array<Execution['status']>; limit?: number } = {},
	): Promise<Execution> {
		return await waitFor(
			async () => {
				const execution = await this.execution(id);
				if (status.includes(execution.status)) return execution;
				if (hasEnded(execution) && execution.status !== 'crashed') {
					throw new Hopeless(
						`Execution ${id} ended as "${execution.status}". ${describeRuns(execution)}`,
					);
				}
				throw new Error(`execution ${id} is "${execution.status}"`);
			},
			{ limit, what: `execution ${id} to be ${status.join(' or ')}` },
		);
	}

	/**
	 * Calls the resume URL of a waiting execution, as a workflow that got news from Seam would.
	 *
	 * @param id of the execution. @param content whatever the caller claims.
	 */
	async wake(id: string, content: unknown = {}): Promise<unknown> {
		const { data } = await this.execution(id);
		if (!data?.resumeToken)
			throw new Error(`Execution ${id} has no resume token: it is not waiting.`);
		return await this.send(
			'POST',
			`${this.webhookUrl}/webhook-waiting/${id}?signature=${data.resumeToken}`,
			{},
			content,
		);
	}

	private asOwner(): Record<string, string> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		return { cookie, 'browser-id': 'harness' };
	}

	private async send(
		method: string,
		url: string,
		headers: Record<string, string>,
		body?: unknown,
		limit = 60,
	): Promise<unknown> {
		const response = await this.fetchPatiently(url, {
			method,
			headers: {
				...headers,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(limit * 1000),
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [pair] = cookie.split(';');
			const at = pair.indexOf('=');
			this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
		}
		const text = await response.text();
		if (!response.ok) throw new N8nAnswer(`${method} ${url}`, response.status, text);
		const isJson = response.headers.get('content-type')?.includes('application/json');
		return isJson && text ? JSON.parse(text) : text;
	}

	/** n8n limits how often one address may sign in or make keys: such an answer is worth a pause. */
	private async fetchPatiently(url: string, init: RequestInit): Promise<Response> {
		const response = await fetch(url, init);
		if (response.status !== 429) return response;
		await pause(1000 * Number(response.headers.get('retry-after') ?? 5));
		return await fetch(url, init);
	}
}

/** The items that a node put out in its last run, as plain JSON. */
export function outputOf(
	execution: Execution,
	nodeName: string,
	output = 0,
): Array<Record<string, unknown>> {
	const runs = execution.data?.resultData.runData[nodeName];
	if (!runs) throw new Error(`The node "${nodeName}" did not run. ${describeRuns(execution)}`);
	return (runs.at(-1)?.data?.main?.[output] ?? []).map(({ json }) => json);
}

/** What each node did, in one line: for the message of a failed test. */
export function describeRuns(execution: Execution): string {
	const { runData = {}, error } = execution.data?.resultData ?? {};
	const nodes = Object.entries(runData).map(([name, runs]) => {
		const last = runs.at(-1);
		const failure =
			last?.error && `: ${last.error.message} ${last.error.description ?? ''}`.trimEnd();
		return `${name}: ${last?.executionStatus ?? 'ran'}${failure ?? ''}`;
	});
	return `Nodes: ${nodes.join('; ') || 'none ran'}.${error ? ` ${error.message}` : ''}`;
}

/** How to ask for the page after this one: n8n 2.41 gives a cursor, older versions go on from an ID; null at the end. */
function nextPage(page: Execution[], cursor: unknown): Record<string, string> | null {
	if (cursor !== undefined) return cursor === null ? null : { cursor: cursor as string };
	return page.length < PAGE ? null : { lastId: page[page.length - 1].id };
}

function withTextIds(execution: Execution): Execution {
	return { ...execution, id: String(execution.id), workflowId: String(execution.workflowId) };
}
