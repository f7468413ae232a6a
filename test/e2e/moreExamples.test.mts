// The examples that watch the locks and give codes to people, in a real n8n: told once, and told later if a message fails.
import { DateTime } from 'luxon';

import { builtExamples } from '../../examples/src/index.mts';
import {
	outputOf,
	readExample,
	startMail,
	startN8n,
	startSandbox,
	waitFor,
	withValues,
	type Execution,
	type Mail,
	type MailServer,
	type N8n,
	type Sandbox,
	type WorkflowNode,
} from './harness/index.mts';

type Credential = { id: string; name: string };

const HOST = 'host@example.com';
const FORM_USER = { user: 'host', password: 'made-up' };
const HOUR_OF_LOCKS = 12;

let sandbox: Sandbox;
let n8n: N8n;
let mail: MailServer;
/** By n8n’s type of credential. */
let credentials: Record<'seamApi' | 'smtp' | 'httpBasicAuth', Credential>;
let count = 0;

beforeAll(async () => {
	[sandbox, n8n, mail] = await Promise.all([startSandbox(), startN8n(), startMail()]);
	const { client } = n8n;
	const seam = { apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl };
	credentials = {
		seamApi: await client.createCredential('seamApi', 'Seam sandbox', seam),
		smtp: await client.createCredential('smtp', 'Mail', mail.credential),
		httpBasicAuth: await client.createCredential('httpBasicAuth', 'Form', FORM_USER),
	};
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.stop(), mail?.stop()]);
}, 60_000);

/** A zone without summer time where it is about noon now: days do not change during a test. */
const NOON = ((offset) =>
	offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`)(
	((HOUR_OF_LOCKS - DateTime.utc().hour + 36) % 24) - 12,
);

/** A lock with a name and a listing of its own. */
async function newLock(
	template = 'yale',
	{ outcome = 'set', overrides = {} }: { outcome?: string; overrides?: object } = {},
): Promise<{ id: string; name: string }> {
	const name = `Lock ${(count += 1)}`;
	const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
		...{ template, alias: name },
		overrides: {
			...{ nickname: name, display_name: name, custom_metadata: { listing_id: name } },
			location: { time_zone: NOON, timezone: NOON },
			...overrides,
		},
	});
	await sandbox.control('POST', '/programming', { device: name, outcome, delay_ms: 0 });
	return { id: device_id, name };
}

/** Imports and publishes an example: its user gives it credentials, and fills in Settings. */
async function publish(slug: string, settings: Record<string, string> = {}): Promise<string> {
	const example = await readExample(slug);
	const withCredentials = (node: WorkflowNode): WorkflowNode => {
		const wanted = { emailSend: 'smtp', formTrigger: 'httpBasicAuth' } as const;
		const [, type] = node.type.split('.');
		if (!(type in wanted)) return node;
		const kind = wanted[type as keyof typeof wanted];
		return { ...node, credentials: { [kind]: credentials[kind] } };
	};
	const workflowId = await n8n.client.importWorkflow(
		{ ...example, nodes: example.nodes.map(withCredentials) },
		credentials.seamApi,
		{ Settings: withValues(example, 'Settings', { host: HOST, ...settings }) },
	);
	await n8n.client.activate(workflowId);
	return workflowId;
}

/** Runs a published workflow as its schedule would. */
async function runFrom(
	workflowId: string,
	trigger: string,
	ends: Execution['status'] = 'success',
): Promise<Execution> {
	const { executionId } = await n8n.client.rest('POST', `/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	return await n8n.client.waitForExecution(String(executionId), { status: [ends] });
}

/** The execution that something starts, at its end. */
async function endOf(
	workflowId: string,
	start: () => Promise<unknown>,
	ends: Execution['status'] = 'success',
): Promise<Execution> {
	const id = await n8n.client.executionStartedBy(workflowId, start, { limit: 30 });
	return await n8n.client.waitForExecution(id, { status: [ends] });
}

/** Waits until so many executions of a workflow are there, and all of them at their end. */
const untilEnded = async (workflowId: string, total: number) =>
	await waitFor(
		async () => {
			const all = await n8n.client.executions(workflowId);
			return (
				all.length >= total &&
				all.every(({ status }) => !['new', 'running', 'waiting'].includes(status))
			);
		},
		{ limit: 60, what: `${total} executions to end` },
	);

const mailsAbout = (word: string): Mail[] =>
	mail.sent.filter(({ subject, text }) => `${subject} ${text}`.includes(word));

const whileMailIsDown = async <T,>(what: () => Promise<T>): Promise<T> => {
	mail.isDown = true;
	try {
		return await what();
	} finally {
		mail.isDown = false;
	}
};

describe('a lock needs attention', () => {
	let workflow: string;
	const raise = async (event_type: string, { name }: { name: string }, fields = {}) =>
		await endOf(workflow, async () => {
			await sandbox.control('POST', '/events', { event_type, device: name, fields });
		});

	beforeAll(async () => {
		workflow = await publish('lock-needs-attention', { look_at: '00:00', ignore: 'no_keypad' });
		await waitFor(
			async () => {
				const { webhooks } = await sandbox.seam<{ webhooks: unknown[] }>('/webhooks/list');
				return webhooks.length > 0;
			},
			{ limit: 30, what: 'the trigger to be registered' },
		);
	}, 60_000);

	test('an event is told at once, and once a day', async () => {
		const lock = await newLock();
		await raise('device.tampered', lock);
		expect(mailsAbout(`${lock.name} needs`)).toEqual([
			{
				...{ to: HOST, subject: `${lock.name} needs attention` },
				text: expect.stringContaining('- Somebody tampered with the lock. (device.tampered)'),
			},
		]);
		await raise('device.tampered', lock);
		expect(mailsAbout(`${lock.name} needs`)).toHaveLength(1);
	}, 90_000);

	test('four events at once are told once', async () => {
		const lock = await newLock();
		const before = (await n8n.client.executions(workflow)).length;
		await sandbox.control('POST', '/events', {
			...{ event_type: 'device.tampered', device: lock.name, times: 4 },
		});
		await untilEnded(workflow, before + 4);
		expect(mailsAbout(`${lock.name} needs`)).toHaveLength(1);
	}, 90_000);

	test('a lock that lost its connection is told, and the look of the day does not repeat it', async () => {
		const lock = await newLock();
		const empty = await newLock('yale', {
			overrides: { properties: { battery: { level: 0.08, status: 'critical' } } },
		});
		await endOf(workflow, async () => {
			await sandbox.control('POST', '/devices/state', { device: lock.name, online: false });
		});
		expect(mailsAbout(`${lock.name} needs`)).toMatchObject([
			{ text: expect.stringContaining('disconnected') },
		]);

		for (let hour = 0; hour < 2; hour += 1) await runFrom(workflow, 'Every Hour');
		expect(mailsAbout(`${lock.name} needs`)).toHaveLength(1);
		expect(mailsAbout(`${empty.name} needs`)).toMatchObject([
			{ text: expect.stringContaining('(battery_low)') },
		]);
	}, 90_000);

	test('an event that came late about what has passed is not told', async () => {
		const lock = await newLock();
		const execution = await raise('device.disconnected', lock, {
			...{ error_code: 'device_disconnected', device_errors: [], device_warnings: [] },
			...{ connected_account_errors: [], connected_account_warnings: [] },
		});
		expect(outputOf(execution, 'Reasons')).toEqual([]);
		expect(mailsAbout(`${lock.name} needs`)).toEqual([]);
	}, 60_000);

	test('a message that could not be sent fails the execution, and the next hour sends it, once', async () => {
		const lock = await newLock();
		await whileMailIsDown(async () => {
			await endOf(
				workflow,
				async () => {
					await sandbox.control('POST', '/events', {
						...{ event_type: 'device.tampered', device: lock.name },
					});
				},
				'error',
			);
		});
		expect(mailsAbout(`${lock.name} needs`)).toEqual([]);
		for (let hour = 0; hour < 2; hour += 1) await runFrom(workflow, 'Every Hour');
		expect(mailsAbout(`${lock.name} needs`)).toHaveLength(1);
	}, 120_000);
});

describe('no PIN before the check-in', () => {
	let workflow: string;

	beforeAll(async () => {
		workflow = await publish('no-pin-before-check-in', { list_at: '00:00' });
	}, 60_000);

	/** A code of a booking that begins so many minutes from now. */
	async function codeOn({ id }: { id: string }, booking: string, minutes: number): Promise<string> {
		const starts = (await sandbox.now()).getTime() + minutes * 60_000;
		const { access_code } = await sandbox.seam<{ access_code: { code: string } }>(
			'/access_codes/create',
			{
				...{ device_id: id, name: `Ada Guest [${booking}]` },
				starts_at: new Date(starts).toISOString(),
				ends_at: new Date(starts + 3 * 24 * 3_600_000).toISOString(),
			},
		);
		return access_code.code;
	}

	test('a code that can’t be relied on is told once, without its PIN; the others stand in the list of the day', async () => {
		const [good, bad] = [await newLock(), await newLock('yale', { outcome: 'fail' })];
		await codeOn(good, 'key-good', 30);
		const pin = await codeOn(bad, 'key-bad', 30);
		await codeOn(bad, 'key-tomorrow', 24 * 60);

		const first = await runFrom(workflow, 'Twice an Hour');
		const second = await runFrom(workflow, 'Twice an Hour');

		const [alarm, ...others] = mailsAbout('No working door code');
		expect(alarm).toMatchObject({ to: HOST, subject: expect.stringContaining('key-bad') });
		expect(alarm.text).toContain(`the door code of ${bad.name} can’t be relied on`);
		expect(others).toEqual([]);
		expect(mailsAbout('today, ')).toMatchObject([{ subject: '2 arrivals today, 1 not ready' }]);
		expect(mailsAbout('today, ')[0].text).toContain(
			`${good.name} · Ada Guest (key-good)\nready: stored on the lock until its start`,
		);
		expect(JSON.stringify(mail.sent)).not.toContain(pin);
		for (const execution of [first, second]) {
			expect(outputOf(execution, 'List of Today').map(({ booking }) => booking)).toEqual([
				...['key-good', 'key-bad'],
			]);
		}
	}, 90_000);

	test('a message that could not be sent fails the execution, and the next look sends it, once', async () => {
		const lock = await newLock('yale', { outcome: 'fail' });
		await codeOn(lock, 'key-down', 20);
		await whileMailIsDown(async () => await runFrom(workflow, 'Twice an Hour', 'error'));
		expect(mailsAbout('key-down')).toEqual([]);
		for (let look = 0; look < 2; look += 1) await runFrom(workflow, 'Twice an Hour');
		expect(mailsAbout('key-down')).toHaveLength(1);
	}, 120_000);
});

describe('cleaner and tradesperson', () => {
	let workflow: string;
	let path: string;

	beforeAll(async () => {
		workflow = await publish('cleaner-and-tradesperson');
		const { nodes } = await n8n.client.rest('GET', `/workflows/${workflow}`);
		const [form] = (nodes as WorkflowNode[]).filter(({ type }) => type.endsWith('formTrigger'));
		path = String(form.webhookId);
		expect(path).toMatch(/^[0-9a-f-]{36}$/);
	}, 60_000);

	const FIELDS = ['what', 'who', 'name', 'email', 'listing', 'day', 'from', 'until'];
	const ANSWERS = {
		...{ what: 'Give a code', who: 'Cleaner', name: 'Grace', email: 'grace@example.com' },
		...{ listing: '', day: '', from: '', until: '' },
	};

	/** Sends the form as a browser does. */
	async function send(answers: Partial<typeof ANSWERS>): Promise<void> {
		const body = new FormData();
		for (const [index, field] of FIELDS.entries()) {
			body.set(`field-${index}`, { ...ANSWERS, ...answers }[field as keyof typeof ANSWERS]);
		}
		const login = Buffer.from(`${FORM_USER.user}:${FORM_USER.password}`).toString('base64');
		const post = async (authorization: string) =>
			await fetch(`${n8n.baseUrl}/form/${path}`, {
				...{ method: 'POST', body, headers: { authorization } },
			});
		// It goes live a moment after it was published.
		await waitFor(async () => (await post('')).status === 401, {
			...{ limit: 10, what: 'the form to ask who is there' },
		});
		expect((await post(`Basic ${login}`)).status).toBe(200);
	}

	const submit = async (answers: Partial<typeof ANSWERS>, ends?: Execution['status']) => {
		const id = await n8n.client.executionStartedBy(workflow, async () => await send(answers));
		return await n8n.client.waitForExecution(id, { status: [ends ?? 'success'], limit: 100 });
	};

	const codesOn = async ({ id }: { id: string }) => {
		const { access_codes } = await sandbox.seam<{
			access_codes: Array<{ code: string; ends_at: string | null; is_one_time_use: boolean }>;
		}>('/access_codes/list', { device_id: id });
		return access_codes;
	};

	const toGrace = () => mail.sent.filter(({ to }) => to === ANSWERS.email);

	/** While Seam refuses calls of this path for this lock; it is not worth a second try. */
	const whileRefused = async <T,>(path: string, device_id: string, what: () => Promise<T>) => {
		const fault = { path, device_id, kind: 'status', status: 400 };
		await sandbox.control('POST', '/faults', fault);
		try {
			return await what();
		} finally {
			await sandbox.control('DELETE', '/faults');
		}
	};
	/** A flat and the street door before it. */
	const newListing = async () => {
		const [flat, street] = [await newLock(), await newLock()];
		await sandbox.seam('/devices/update', {
			device_id: street.id,
			custom_metadata: { listing_id: flat.name },
		});
		return [flat, street];
	};

	test('a cleaner gets a standing code by e-mail, the same when asked again, until it is taken away', async () => {
		const lock = await newLock();
		const before = toGrace().length;
		for (let time = 0; time < 2; time += 1) await submit({ listing: lock.name });
		const codes = await codesOn(lock);
		expect(codes).toMatchObject([{ ends_at: null }]);
		const text = `Hello Grace, your door code for ${lock.name} is ${codes[0].code}. It works until it is taken away.`;
		expect(toGrace().slice(before)).toMatchObject([{ text }, { text }]);
		expect(await sandbox.keypad(lock.name, codes[0].code)).toMatchObject({ opens: true });

		await submit({ what: 'Take it away', listing: lock.name });
		await waitFor(async () => (await codesOn(lock)).length === 0, {
			...{ limit: 20, what: 'the code to be deleted' },
		});
		expect(mail.sent.at(-1)).toMatchObject({
			...{ to: HOST, subject: `Grace has no door code for ${lock.name} any more.` },
		});
	}, 150_000);

	test('a listing with a street door and a flat: one code on both, told once, taken from both', async () => {
		const [flat, street] = await newListing();
		const before = toGrace().length;
		await submit({ listing: flat.name });
		const [[code], [ofStreet]] = [await codesOn(flat), await codesOn(street)];
		expect(ofStreet.code).toBe(code.code);
		expect(toGrace().slice(before)).toMatchObject([
			{
				text: `Hello Grace, your door code for ${flat.name} is ${code.code}. It works until it is taken away.`,
			},
		]);
		await submit({ what: 'Take it away', listing: flat.name });
		await waitFor(
			async () => (await Promise.all([flat, street].map(codesOn))).flat().length === 0,
			{ limit: 20, what: 'the codes to be deleted' },
		);
	}, 150_000);

	test('the entries are those of no code: the host hears that nothing was taken away', async () => {
		const lock = await newLock();
		await submit({ listing: lock.name });
		const [{ code }] = await codesOn(lock);
		const before = mail.sent.length;
		const wrong = { what: 'Take it away', listing: lock.name, email: 'other@example.com' };
		await submit(wrong);
		await submit({ ...wrong, ...{ email: ANSWERS.email, who: 'Tradesperson', day: '2031-03-01' } });
		expect(mail.sent.slice(before)).toMatchObject([
			{ to: HOST, text: expect.stringMatching(/^Nothing was taken away: .*other@example\.com/) },
			{ to: HOST, text: expect.stringMatching(/^Nothing was taken away: .*, 2031-03-01/) },
		]);
		expect(await sandbox.keypad(lock.name, code)).toMatchObject({ opens: true });
	}, 90_000);

	test('taken from one lock but not from the other: the host hears that it is not done, and no more', async () => {
		const [flat, street] = await newListing();
		await submit({ listing: flat.name });
		const before = mail.sent.length;
		const away = { what: 'Take it away', listing: flat.name };
		await whileRefused('/access_codes/list', street.id, async () => await submit(away, 'error'));
		expect(mail.sent.slice(before)).toMatchObject([
			{
				...{ to: HOST, subject: `Not done: Take it away, Grace, ${flat.name}` },
				text: expect.stringContaining('refused the request for'),
			},
		]);
		await submit(away);
		expect(mail.sent.at(-1)).toMatchObject({
			subject: `Grace has no door code for ${flat.name} any more.`,
		});
	}, 150_000);

	test('refused by one lock: the host hears it without a wait for the others', async () => {
		const [flat, street] = await newListing();
		const before = mail.sent.length;
		const { data } = await whileRefused(
			'/access_codes/create',
			street.id,
			async () => await submit({ listing: flat.name }, 'error'),
		);
		expect(Object.keys(data!.resultData.runData)).not.toContain('Seam Wait for Code Set');
		expect(mail.sent.slice(before)).toMatchObject([
			{
				...{ to: HOST, subject: `Not done: Give a code, Grace, ${flat.name}` },
				text: expect.stringContaining('refused the request for'),
			},
		]);
	}, 90_000);

	test('a tradesperson gets a one-time code where there are any, else one for the hours of the day', async () => {
		const day = DateTime.now().setZone(NOON).plus({ days: 1 }).toISODate()!;
		const visit = { who: 'Tradesperson', day, from: '09:00', until: '12:00' };
		const [once, hours] = [await newLock('igloohome'), await newLock()];
		for (const { name } of [once, hours]) await submit({ ...visit, listing: name });
		expect(await codesOn(once)).toMatchObject([{ is_one_time_use: true }]);
		const [code] = await codesOn(hours);
		expect(Date.parse(code.ends_at!)).toBe(
			DateTime.fromISO(`${day}T12:00`, { zone: NOON }).toMillis(),
		);
		const [first, second] = toGrace().slice(-2);
		expect(first.text).toContain('It opens the door once');
		expect(second.text).toMatch(/It works from .*, 09:00 to .*, 12:00\.$/);
		for (const { text } of [first, second]) expect(text).not.toMatch(/undefined|null|Invalid/);
	}, 150_000);

	test('what is not done is told to the host, and the execution fails', async () => {
		const lock = await newLock();
		await submit({ listing: 'nowhere' }, 'error');
		expect(mail.sent.at(-1)).toMatchObject({
			...{ to: HOST, subject: 'Not done: Give a code, Grace, nowhere' },
			text: expect.stringContaining('No device has listing_id'),
		});
		await submit({ who: 'Tradesperson', listing: lock.name }, 'error');
		expect(mail.sent.at(-1)!.text).toContain('a tradesperson’s code needs a day');
	}, 90_000);

	test('a message that could not be sent fails the execution; sending the form again tells it', async () => {
		const lock = await newLock();
		const before = toGrace().length;
		await whileMailIsDown(async () => await submit({ listing: lock.name }, 'error'));
		expect(toGrace()).toHaveLength(before);
		await submit({ listing: lock.name });
		const [{ code }, ...others] = await codesOn(lock);
		expect(others).toEqual([]);
		expect(toGrace().slice(before)).toMatchObject([{ text: expect.stringContaining(code) }]);
	}, 150_000);
});

describe('the error workflow', () => {
	let watching: string;

	beforeAll(async () => {
		watching = await publish('error-workflow');
	}, 60_000);

	/** A workflow that fails with these words whenever its webhook is called. */
	async function failing(name: string, errorMessage: string): Promise<() => Promise<unknown>> {
		const path = `fails-${(count += 1)}`;
		const id = await n8n.client.importWorkflow(
			{
				name,
				nodes: [
					{
						...{ id: 'hook', name: 'Hook', type: 'n8n-nodes-base.webhook', typeVersion: 2.1 },
						...{ position: [0, 0], webhookId: path },
						parameters: { httpMethod: 'POST', path, options: {} },
					},
					{
						...{ id: 'stop', name: 'Stop Here', type: 'n8n-nodes-base.stopAndError' },
						...{ typeVersion: 1, position: [220, 0], parameters: { errorMessage } },
					},
				],
				connections: { Hook: { main: [[{ node: 'Stop Here', type: 'main', index: 0 }]] } },
				settings: { errorWorkflow: watching },
			},
			credentials.seamApi,
		);
		await n8n.client.activate(id);
		return async () => await n8n.client.postWebhook(path, {});
	}

	test('a failure is told once an hour, with its workflow, node, message and address, and without secrets', async () => {
		const fail = await failing('Guest flow', 'PIN 8351 is taken (key seam_made1up_Key0)');
		for (let time = 0; time < 2; time += 1) await endOf(watching, fail);
		const told = mailsAbout('Guest flow');
		expect(told).toMatchObject([{ to: HOST, subject: 'Failed: Guest flow' }]);
		expect(told[0].text).toMatch(
			/^Workflow: Guest flow\nNode: Stop Here\nMessage: PIN •••• is taken \(key seam_…\)\nExecution: http:.*\/\d+/,
		);
		await endOf(watching, await failing('Other flow', 'PIN 8351 is taken'));
		expect(mailsAbout('Other flow')).toHaveLength(1);
	}, 90_000);

	test('many that fail at once are told once', async () => {
		const fail = await failing('Storm flow', 'Seam can’t be reached');
		const before = (await n8n.client.executions(watching)).length;
		await Promise.all(Array.from({ length: 8 }, async () => await fail()));
		await untilEnded(watching, before + 8);
		expect(mailsAbout('Storm flow')).toHaveLength(1);
	}, 90_000);

	test('a message that could not be sent fails it, and the next failure of that kind is told', async () => {
		const fail = await failing('Late flow', 'no lock');
		await whileMailIsDown(async () => await endOf(watching, fail, 'error'));
		expect(mailsAbout('Late flow')).toEqual([]);
		await endOf(watching, fail);
		expect(mailsAbout('Late flow')).toHaveLength(1);
	}, 120_000);
});

test('all examples have the newest version of each node', async () => {
	interface NodeTypeVersion {
		name: string;
		version: number | number[];
		defaultVersion?: number;
	}
	const newest = new Map<string, number>();
	for (const type of (await n8n.client.page('/types/nodes.json')) as NodeTypeVersion[]) {
		const version = type.defaultVersion ?? Math.max(...[type.version].flat());
		newest.set(type.name, Math.max(version, newest.get(type.name) ?? 0));
	}
	const examples = Object.values(builtExamples as Record<string, { nodes: WorkflowNode[] }>);
	const old = examples
		.flatMap(({ nodes }) => nodes)
		.filter(({ type, typeVersion }) => typeVersion !== newest.get(type))
		.map(({ name, type, typeVersion }) => `${name}: ${type} ${typeVersion}`);
	expect(old).toEqual([]);
});
