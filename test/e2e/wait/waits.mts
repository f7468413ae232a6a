import {
	outputOf,
	rememberingWaits,
	startN8n,
	startSandbox,
	waitFor,
	type Execution,
	type N8n,
	type Sandbox,
	type Workflow,
} from '../harness/index.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Where waits are tried out: a Seam, an n8n, and the credential that leads from one to the other. */
export interface Place {
	sandbox: Sandbox;
	n8n: N8n;
	credential: { id: string; name: string };
}

/** A Seam and an n8n of their own; `version`: of n8n, if not the one that everything is tested on. */
export async function startPlace(version?: string): Promise<Place> {
	const [sandbox, n8n] = await Promise.all([
		startSandbox(),
		startN8n(version === undefined ? {} : { version, say: console.log }),
	]);
	const { apiKey, baseUrl } = sandbox;
	const credential = await n8n.client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
	return { sandbox, n8n, credential };
}

export async function stopPlace(place: Place | undefined): Promise<void> {
	await place?.n8n.stop();
	await place?.sandbox.stop();
}

export interface WaitSetting {
	/** Parameters of the wait node. */
	parameters?: Record<string, unknown>;
	/** How the node ends: n8n's own setting. */
	onError?: 'continueErrorOutput' | 'continueRegularOutput';
	/** Whether n8n runs the node again where it sees a failure. */
	retryOnFail?: boolean;
	/** A workflow that is called, on a branch above the wait's, with the code's ID and the resume URL. */
	rememberWith?: string;
}

/** A wait under way: its execution, and the address that wakes it. */
export interface RunningWait {
	name: string;
	workflowId: string;
	executionId: string;
	resumeUrl: string;
}

/** What a lock does with the codes that Seam sends it, in the sandbox's words. */
export type LockHabit = 'set' | 'fail' | 'delay' | 'set_only_at_start' | 'no_space' | 'never';

/** A lock of its own for a test, in the likeness of one of the sandbox's. */
export async function addLock(
	{ sandbox }: Place,
	alias: string,
	outcome: LockHabit,
	template = 'august',
): Promise<string> {
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		template,
		alias,
	});
	await teach({ sandbox }, alias, outcome);
	return device_id;
}

/** From now on the lock does this. */
export async function teach(
	{ sandbox }: Pick<Place, 'sandbox'>,
	device: string,
	outcome: LockHabit,
): Promise<void> {
	await sandbox.control('POST', '/programming', { device, outcome, delay_ms: 100 });
}

/** A time-bound code; by default it starts in three hours, so that every lock should take it at once. */
export async function createCode(
	{ sandbox }: Place,
	deviceId: string,
	{ startsIn = 3 * HOUR, lasts = 24 * HOUR, more = {} }: CodeWish = {},
): Promise<string> {
	const now = (await sandbox.now()).getTime();
	const { access_code } = await sandbox.seam<{ access_code: { access_code_id: string } }>(
		'/access_codes/create',
		{
			device_id: deviceId,
			name: `Guest ${deviceId.slice(0, 8)}`,
			starts_at: new Date(now + startsIn).toISOString(),
			ends_at: new Date(now + startsIn + lasts).toISOString(),
			...more,
		},
	);
	return access_code.access_code_id;
}

interface CodeWish {
	/** Milliseconds. */
	startsIn?: number;
	lasts?: number;
	/** Further fields of the request. */
	more?: Record<string, unknown>;
}

/**
 * The end of the booking workflow: codes arrive, are waited for, and the guest gets a message made of nothing but what
 * the wait puts out. A second message tells the host of what the error output brings.
 */
function waitingWorkflow(name: string, { sandbox }: Place, setting: WaitSetting): Workflow {
	const message = (of: string, text: string, y: number) => ({
		name: of,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [660, y],
		parameters: {
			method: 'POST',
			url: `${sandbox.baseUrl}/sandbox/messages`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ of: ${JSON.stringify(name)}, to: ${JSON.stringify(of)}, booking: $('Codes').item.json.booking, text: ${text} }) }}`,
			options: {},
		},
	});
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	const remember = {
		name: 'Remember',
		position: [440, -200],
		...rememberingWaits(setting.rememberWith),
	};
	return {
		name: `Wait: ${name}`,
		nodes: [
			{
				name: 'Booking',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: name,
				parameters: { path: name, httpMethod: 'POST', responseMode: 'onReceived', options: {} },
			},
			{
				name: 'Codes',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [220, 0],
				parameters: { fieldToSplitOut: 'body.codes', options: {} },
			},
			{
				name: 'Wait',
				type: 'n8n-nodes-seam.seamWaitForCodeSet',
				typeVersion: 1,
				position: [440, 0],
				webhookId: `wait-${name}`,
				parameters: { ...setting.parameters },
				...(setting.onError ? { onError: setting.onError } : {}),
				...(setting.retryOnFail ? { retryOnFail: true, waitBetweenTries: 100 } : {}),
			},
			message('Guest', "'Your PIN: ' + ($json.code_to_give || $json.code || '')", -100),
			message('Host', '$json.error', 100),
			...(setting.rememberWith ? [remember] : []),
		].map((node, index) => ({ id: `${name}-${index}`, ...node })),
		connections: {
			Booking: { main: [to('Codes')] },
			Codes: { main: [[...(setting.rememberWith ? to('Remember') : []), ...to('Wait')]] },
			Wait: { main: [to('Guest'), to('Host')] },
		},
	};
}

/** Starts a workflow that waits for codes; each code stands for a booking of the same number, from 0. */
export async function startWait(
	place: Place,
	name: string,
	accessCodeIds: string[],
	setting: WaitSetting = {},
): Promise<RunningWait> {
	const { client } = place.n8n;
	const workflowId = await client.importWorkflow(
		waitingWorkflow(name, place, setting),
		place.credential,
	);
	await client.activate(workflowId);
	const codes = accessCodeIds.map((access_code_id, booking) => ({ access_code_id, booking }));
	const executionId = await client.executionStartedBy(
		workflowId,
		async () => await client.postWebhook(name, { codes }),
	);
	return { name, workflowId, executionId, resumeUrl: '' };
}

/** Waits until the execution is parked, and learns its resume URL from what n8n stored. */
export async function waitUntilParked(place: Place, wait: RunningWait): Promise<RunningWait> {
	const { client } = place.n8n;
	const execution = await client.waitForExecution(wait.executionId, {
		status: ['waiting'],
		limit: 120,
	});
	const { resumeToken } = execution.data as { resumeToken?: string };
	const token = resumeToken ? `?signature=${resumeToken}` : '';
	return { ...wait, resumeUrl: `${client.webhookUrl}/webhook-waiting/${wait.executionId}${token}` };
}

/** Calls the resume URL with content that nobody should believe. */
export async function callResumeUrl({ resumeUrl }: RunningWait): Promise<number> {
	const lie = { is_ready: true, outcome: 'set', code_to_give: '999999', code: '999999' };
	const response = await fetch(resumeUrl, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(lie),
		signal: AbortSignal.timeout(30_000),
	});
	await response.arrayBuffer();
	return response.status;
}

/** How often Seam was asked about a code. */
export async function pollsOf({ sandbox }: Place, accessCodeId: string): Promise<number> {
	const polls = await requestsTo({ sandbox }, '/access_codes/get');
	return polls.filter(({ body }) => body?.access_code_id === accessCodeId).length;
}

/** What Seam was asked; `path`: only there. */
export async function requestsTo(
	{ sandbox }: Pick<Place, 'sandbox'>,
	path?: string,
): Promise<Request[]> {
	const { requests } = await sandbox.control<{ requests: Request[] }>('GET', '/requests');
	return requests.filter((request) => path === undefined || request.path === path);
}

interface Request {
	path: string;
	body?: { access_code_id?: string };
	/** Of the answer; null while there is none. */
	status: number | null;
}

/** A message that a workflow sent. */
export interface Message {
	of: string;
	to: 'Guest' | 'Host';
	booking: number;
	text: string;
}

export async function messagesOf({ sandbox }: Place, { name }: RunningWait): Promise<Message[]> {
	const messages = (await sandbox.messages()) as unknown as Message[];
	return messages.filter(({ of }) => of === name).sort((one, other) => one.booking - other.booking);
}

/** The PIN of a code, as Seam has it. */
export async function pinOf({ sandbox }: Place, accessCodeId: string): Promise<string> {
	const { access_code } = await sandbox.seam<{ access_code: { code: string } }>(
		'/access_codes/get',
		{ access_code_id: accessCodeId },
	);
	return access_code.code;
}

/** The end of the execution, with its data. */
export async function endOf(
	{ n8n }: Place,
	wait: RunningWait,
	status: 'success' | 'error',
	limit = 180,
): Promise<Execution> {
	return await n8n.client.waitForExecution(wait.executionId, { status: [status], limit });
}

/** What the wait node put out last. */
export const answersOf = (execution: Execution) => outputOf(execution, 'Wait');

/** Whether the execution is parked, and so is what it waits for. */
export async function statusOf({ n8n }: Place, wait: RunningWait): Promise<string> {
	return (await n8n.client.execution(wait.executionId)).status;
}

/** Waits until the wait has polled the code so many times in all. */
export async function waitForPolls(
	place: Place,
	accessCodeId: string,
	count: number,
	limit = 20,
): Promise<void> {
	await waitFor(async () => (await pollsOf(place, accessCodeId)) >= count, {
		limit,
		what: `${count} polls of code ${accessCodeId}`,
		every: 250,
	});
}
