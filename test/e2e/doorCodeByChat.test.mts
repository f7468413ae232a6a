// The example door-code-by-chat in a real n8n: the PIN is known to the agent only when it works, and guests' codes are
// out of its reach.
import {
	readExample,
	startChatModel,
	startN8n,
	startSandbox,
	waitFor,
	type ChatMessage,
	type ChatModel,
	type N8n,
	type Saying,
	type Sandbox,
	type WorkflowNode,
} from './harness/index.mts';
import { A_RETRY_LATER } from './wait/parkedWaits.mts';

const LOGIN = { user: 'host', password: 'made-up' };
const HOUR = 3_600_000;

let sandbox: Sandbox;
let n8n: N8n;
let model: ChatModel;
let lock: string;
let chatUrl: string;

/** A model that does what the system message says; the host says which key, and what with it. */
function agent(conversation: ChatMessage[]): Saying {
	const asked = conversation.findLastIndex(({ role }) => role === 'user');
	const [wish, visit_key] = (conversation[asked].content ?? '').split(' ');
	const told = conversation.slice(asked + 1).filter(({ role }) => role === 'tool');
	const last = told.at(-1)?.content ?? '';
	const ofLock = { device_id: lock, visit_key };
	if (wish === 'delete') {
		return told.length === 0 ? [{ tool: 'Delete_Code', args: ofLock }] : `I was told: ${last}`;
	}
	const steps: Saying[] = [
		[{ tool: 'Find_Locks', args: {} }],
		[
			{
				tool: 'Create_Code',
				args: { ...ofLock, ...STAY, name: 'Plumber' },
			},
		],
		[
			{
				tool: 'Check_Code',
				args: { access_code_id: /"access_code_id":"([^"]+)"/.exec(last)?.[1] ?? '' },
			},
		],
		`I was told: ${last}`,
	];
	return steps[told.length];
}

/** Tomorrow, on the lock's own clock. */
const tomorrow = new Date(Date.now() + 24 * HOUR).toISOString().slice(0, 10);
const STAY = { starts_at: `${tomorrow}T09:00`, ends_at: `${tomorrow}T12:00` };

beforeAll(async () => {
	[sandbox, n8n, model] = await Promise.all([startSandbox(), startN8n(), startChatModel(agent)]);
	const { client } = n8n;
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		...{ template: 'august', alias: 'cottage' },
		overrides: { nickname: 'Cottage', location: { time_zone: 'Etc/GMT', timezone: 'Etc/GMT' } },
	});
	lock = device_id;
	const { apiKey, baseUrl } = sandbox;
	const seam = await client.createCredential('seamApi', 'Seam', { apiKey, baseUrl });
	const given: Record<string, object> = {
		chatTrigger: {
			httpBasicAuth: await client.createCredential('httpBasicAuth', 'Chat', LOGIN),
		},
		lmChatOpenAi: {
			openAiApi: await client.createCredential('openAiApi', 'Model', {
				...{ apiKey: 'none', url: model.baseUrl, header: false },
			}),
		},
	};
	const example = await readExample('door-code-by-chat');
	const nodes = example.nodes.map((node): WorkflowNode => {
		const credentials = given[node.type.split('.').at(-1)!];
		return credentials ? ({ ...node, credentials } as WorkflowNode) : node;
	});
	const workflow = await client.importWorkflow({ ...example, nodes }, seam);
	await client.activate(workflow);
	const imported = await client.rest('GET', `/workflows/${workflow}`);
	const trigger = (imported.nodes as WorkflowNode[]).find(({ name }) => name === 'Chat')!;
	expect(trigger.webhookId).toMatch(/^[0-9a-f-]{36}$/);
	chatUrl = `${n8n.baseUrl}/webhook/${String(trigger.webhookId)}/chat`;
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.stop(), model?.stop()]);
}, 60_000);

async function post(text: string, login = `${LOGIN.user}:${LOGIN.password}`): Promise<Response> {
	return await fetch(chatUrl, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			authorization: `Basic ${Buffer.from(login).toString('base64')}`,
		},
		body: JSON.stringify({ action: 'sendMessage', sessionId: text, chatInput: text }),
	});
}

/** What the agent answers. */
async function say(text: string): Promise<string> {
	return await waitFor(
		async () => {
			const answer = await post(text);
			if (!answer.ok) throw new Error(`the chat answered ${answer.status}`);
			return await answer.text();
		},
		{ limit: 30, what: 'the chat to answer' },
	);
}

const codesOnLock = async () =>
	(
		await sandbox.seam<{
			access_codes: Array<{
				code: string;
				starts_at: string;
				errors: object[];
				is_scheduled_on_device: boolean;
			}>;
		}>('/access_codes/list', { device_id: lock })
	).access_codes;

test('nobody chats without the password', async () => {
	await waitFor(async () => (await post('give nobody', 'host:guessed')).status === 403, {
		limit: 15,
		what: 'the chat to be live',
	});
	expect(model.heard).toEqual([]);
});

test('the agent learns the PIN only when the lock has the code', async () => {
	await sandbox.control('POST', '/programming', {
		device: 'cottage',
		outcome: 'fail',
		delay_ms: 0,
	});
	const early = await say('give plumber-1');
	const [code] = await codesOnLock();
	expect(new Date(code.starts_at).toISOString()).toBe(`${tomorrow}T09:00:00.000Z`);
	expect(early).toContain('is_ready');
	expect({ isHeard: model.heard.join().includes(code.code) }).toEqual({ isHeard: false });

	await waitFor(async () => (await codesOnLock())[0].errors.length > 0, {
		limit: 20,
		what: 'the lock to fail',
	});
	await sandbox.control('POST', '/programming', { device: 'cottage', outcome: 'set', delay_ms: 0 });
	// Seam tries again.
	await sandbox.setClock(A_RETRY_LATER);
	await waitFor(async () => (await codesOnLock())[0].is_scheduled_on_device, {
		limit: 20,
		what: 'the lock to have the code',
	});
	const later = await say('give plumber-1');
	expect(await codesOnLock()).toHaveLength(1);
	expect({ isTold: later.includes(code.code) }).toEqual({ isTold: true });
}, 120_000);

test('it takes away its own code, and can name no guest’s', async () => {
	await sandbox.control('POST', '/programming', { device: 'cottage', outcome: 'set', delay_ms: 0 });
	await say('give painter-1');
	const before = await codesOnLock();
	const refused = await say('delete chat-painter-1');
	expect(refused).toContain('I was told');
	expect(await codesOnLock()).toHaveLength(before.length);

	const taken = await say('delete painter-1');
	expect(taken).toContain('deleted');
	await waitFor(async () => (await codesOnLock()).length === before.length - 1, {
		limit: 20,
		what: 'the code to be deleted',
	});
}, 120_000);
