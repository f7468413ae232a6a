import { startN8n, startSandbox, waitFor, type N8n, type Sandbox } from './harness/index.mts';
import {
	heard,
	listenerWorkflow,
	secretOf,
	startListener,
	waitForWebhooks,
	waitUntilLive,
	webhooksAt,
	type Listener,
} from './trigger/listener.mts';
import {
	eventOf,
	inParallel,
	send,
	signed,
	type SignedDelivery,
} from './trigger/signedDelivery.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * n8n starts a JavaScript engine of its own for each delivery, to evaluate expressions in. It costs more than all the
 * rest of a delivery, and a storm should not test it.
 */
const WITHOUT_ISOLATE = { N8N_EXPRESSION_ENGINE: 'legacy' };

let sandbox: Sandbox;
let n8n: N8n;
/** The n8n that the others continue; it removes what they share. */
let first: N8n;

beforeAll(async () => {
	[sandbox, first] = await Promise.all([startSandbox(), startN8n({ env: WITHOUT_ISOLATE })]);
	n8n = first;
}, 240_000);

afterAll(async () => {
	if (n8n !== first) await n8n?.stop();
	await first?.stop();
	await sandbox?.stop();
}, 60_000);

/** The type of event that `eventOf` makes. */
const ONLY_OURS = { events: ['lock.unlocked'] };

const ALL_EVENTS = { events: ['*'] };

const idsHeard = async (listener: Listener) =>
	(await heard(n8n, listener)).map(({ event_id }) => event_id);

/** Waits until so many events have started the workflow, and returns their IDs. */
const waitUntilHeard = async (listener: Listener, count: number) =>
	await waitFor(
		async () => {
			const ids = await idsHeard(listener);
			return ids.length >= count && ids;
		},
		{ limit: 30, what: `${count} events to be heard by ${listener.name}` },
	);

/** What has started the workflow and is not among the given, without the event that this sends to be sure. */
const heardSince = async (listener: Listener, before: ReadonlySet<string>) =>
	(await settle(listener)).filter((id) => !before.has(id));

/**
 * Sends one more event and waits until it has started the workflow, and no execution is under way any more: what was
 * sent before has by then started it too, or never will. Returns the IDs of all but the last.
 */
async function settle(listener: Listener): Promise<string[]> {
	const last = eventOf();
	expect(await send(listener.url, signed(last, listener.secret))).toBe(200);
	return await waitFor(
		async () => {
			const newest = await n8n.client.executions(listener.workflowId);
			if (newest.some(({ status }) => status !== 'success')) return undefined;
			const ids = await idsHeard(listener);
			return ids.includes(last.event_id) && ids.filter((id) => id !== last.event_id);
		},
		{ limit: 60, what: `the last event to be heard by ${listener.name}`, every: 250 },
	);
}

describe('the webhook at Seam', () => {
	test('is created at activation for the chosen events and deleted at deactivation', async () => {
		const events = ['lock.unlocked', 'access_code.set_on_device'];
		const listener = await startListener('comes-and-goes', { n8n, sandbox }, { events });
		expect(await webhooksAt(sandbox, listener.name)).toEqual([
			expect.objectContaining({
				url: `${n8n.baseUrl}/webhook/comes-and-goes/seam`,
				event_types: [...events].sort(),
			}),
		]);
		await n8n.client.deactivate(listener.workflowId);
		await waitForWebhooks(sandbox, listener.name, ({ length }) => length === 0);
	}, 60_000);

	test('follows the choice of events', async () => {
		const listener = await startListener('changes', { n8n, sandbox }, ALL_EVENTS);
		const workflow = listenerWorkflow(listener.name, { events: ['lock.locked'] });
		const { nodes } = await n8n.client.api('GET', `/workflows/${listener.workflowId}`);
		const credentials = (nodes as Array<{ credentials?: unknown }>)[0].credentials;
		await n8n.client.api('PUT', `/workflows/${listener.workflowId}`, {
			...workflow,
			nodes: [{ ...workflow.nodes[0], credentials }],
		});
		await n8n.client.activate(listener.workflowId);
		const [webhook] = await waitForWebhooks(
			sandbox,
			listener.name,
			(webhooks) => webhooks[0]?.event_types.join() === 'lock.locked',
		);
		expect(webhook.url).toBe(listener.url);
		await waitFor(async () => (await secretOf(n8n, listener.workflowId)) !== listener.secret, {
			limit: 15,
			what: 'the new secret to be kept',
		});
		expect(await webhooksAt(sandbox, listener.name)).toHaveLength(1);
	}, 60_000);
});

describe('Seam’s own events', () => {
	const createAccessCode = async () =>
		await sandbox.seam('/access_codes/create', { device_id: await sandbox.deviceId('august') });

	test('start the workflow', async () => {
		const events = ['access_code.created'];
		const listener = await startListener('hears-seam', { n8n, sandbox }, { events });
		await createAccessCode();
		await waitUntilHeard(listener, 1);
		expect(await heard(n8n, listener)).toEqual([
			expect.objectContaining({ event_type: 'access_code.created' }),
		]);
	}, 60_000);

	test('start a test in the editor once, on a webhook of its own that ends with it', async () => {
		const events = ['access_code.created'];
		const listener = await startListener('is-tested', { n8n, sandbox }, { events });
		const { name, workflowId, url, secret } = listener;
		const answer = await n8n.client.rest('POST', `/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: 'Seam Trigger' },
		});
		expect(answer).toEqual({ waitingForWebhook: true });
		const webhooks = await webhooksAt(sandbox, name);
		expect(webhooks).toHaveLength(2);
		const testUrl = webhooks.find((webhook) => webhook.url !== url)?.url ?? '';
		expect(testUrl).toContain('/webhook-test/');
		// The secret of the published workflow is not that of the test.
		expect(await send(testUrl, signed(eventOf(), secret))).toBe(401);

		await createAccessCode();
		// The test and the published workflow each hear of the same event.
		const [ofOne, ofOther] = await waitUntilHeard(listener, 2);
		expect(ofOne).toBe(ofOther);
		const left = await waitForWebhooks(sandbox, name, ({ length }) => length === 1);
		expect(left[0].url).toBe(url);
		await createAccessCode();
		expect(await waitUntilHeard(listener, 3)).toHaveLength(3);
	}, 60_000);
});

describe('what is delivered', () => {
	let listener: Listener;
	beforeAll(async () => {
		listener = await startListener('cannot-be-fooled', { n8n, sandbox }, ONLY_OURS);
	}, 60_000);

	test('is refused unless Seam signed these very bytes within five minutes', async () => {
		const { url, secret } = listener;
		const before = new Set(await idsHeard(listener));
		const genuine = () => signed(eventOf(), secret);
		const without = (header: string): SignedDelivery => {
			const { headers, body } = genuine();
			return {
				body,
				headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== header)),
			};
		};
		const tampered = genuine();
		const reformatted = genuine();
		const otherSecret = `whsec_${Buffer.from('the secret of somebody else').toString('base64')}`;
		const forged: Record<string, SignedDelivery> = {
			'wrong secret': signed(eventOf(), otherSecret),
			'tampered body': { ...tampered, body: tampered.body.replace('keycode', 'unknown') },
			'the same JSON in other bytes': {
				...reformatted,
				body: JSON.stringify(JSON.parse(reformatted.body), null, 2),
			},
			'replay after 6 minutes': signed(eventOf(), secret, {
				at: new Date(Date.now() - 6 * MINUTE),
			}),
			'from 6 minutes ahead': signed(eventOf(), secret, { at: new Date(Date.now() + 6 * MINUTE) }),
			'without ID': without('svix-id'),
			'without timestamp': without('svix-timestamp'),
			'without signature': without('svix-signature'),
			'not signed at all': {
				body: genuine().body,
				headers: { 'content-type': 'application/json' },
			},
		};
		const statuses: Record<string, number> = {};
		for (const [title, delivery] of Object.entries(forged))
			statuses[title] = await send(url, delivery);
		expect(statuses).toEqual(Object.fromEntries(Object.keys(forged).map((title) => [title, 401])));
		expect(await heardSince(listener, before)).toEqual([]);
	}, 60_000);

	test('and is no event starts nothing', async () => {
		const { url, secret } = listener;
		const before = new Set(await idsHeard(listener));
		const refused = [
			signed('not JSON', secret),
			signed('not JSON', secret, { contentType: 'text/plain' }),
			signed('[1, 2]', secret),
			signed('{}', secret),
			signed('', secret),
		];
		for (const delivery of refused) {
			expect(await send(url, delivery)).toBeGreaterThanOrEqual(400);
		}
		expect(await heardSince(listener, before)).toEqual([]);
	}, 60_000);

	test('twice, at once, late or out of order starts the workflow once each', async () => {
		const { url, secret } = listener;
		const before = new Set(await idsHeard(listener));
		const earlier = new Date(Date.now() - 26 * HOUR).toISOString();
		const events = [eventOf({ occurred_at: earlier, created_at: earlier }), eventOf(), eventOf()];
		const order = [2, 0, 0, 1, 2, 1];
		for (const index of order) expect(await send(url, signed(events[index], secret))).toBe(200);
		const atOnce = eventOf();
		const statuses = await Promise.all(
			Array.from({ length: 5 }, async () => await send(url, signed(atOnce, secret))),
		);
		// A repeat that overtakes the answer to the first is put off.
		expect(statuses).toContain(200);
		expect(statuses.every((status) => [200, 503].includes(status))).toBe(true);

		const since = await heardSince(listener, before);
		expect([...since].sort()).toEqual([...events, atOnce].map(({ event_id }) => event_id).sort());
		const late = (await heard(n8n, listener)).filter(({ is_late }) => is_late);
		expect(late.map(({ event_id }) => event_id)).toEqual([events[0].event_id]);
	}, 60_000);

	test('may have two megabytes', async () => {
		const before = new Set(await idsHeard(listener));
		const event = eventOf({ event_description: 'x'.repeat(2 * 1024 * 1024) });
		expect(await send(listener.url, signed(event, listener.secret))).toBe(200);
		expect(await heardSince(listener, before)).toEqual([event.event_id]);
		expect(await heard(n8n, listener)).toContainEqual(expect.objectContaining(event));
	}, 60_000);
});

test('a storm of 1,000 events, some twice, some forged: each genuine one starts the workflow once', async () => {
	const listener = await startListener('stands-the-storm', { n8n, sandbox }, ALL_EVENTS);
	const { url, secret } = listener;
	const events = Array.from({ length: 1_000 }, () => eventOf());
	const forged = Array.from({ length: 200 }, () => eventOf());
	const forgedSecret = `whsec_${Buffer.from('not the secret of this node').toString('base64')}`;
	const storm = [
		...events.slice(200).map((event) => ({ event, secret, allowed: [200] })),
		// Twice, side by side: the repeat may be put off, but one of the two is taken in.
		...events.slice(0, 200).map((event) => ({ event, secret, allowed: [200, 503] })),
		...events.slice(0, 200).map((event) => ({ event, secret, allowed: [200, 503] })),
		...forged.map((event) => ({ event, secret: forgedSecret, allowed: [401] })),
	].sort(({ event: a }, { event: b }) => a.event_id.localeCompare(b.event_id));

	const statuses = await inParallel(
		storm,
		20,
		async ({ event, secret: key }) => await send(url, signed(event, key)),
	);
	expect(storm.filter(({ allowed }, index) => !allowed.includes(statuses[index]))).toEqual([]);
	// A listener on all events hears what the sandbox sends by itself, too.
	const sent = new Set(storm.map(({ event }) => event.event_id));
	const ids = (await settle(listener)).filter((id) => sent.has(id));
	expect([...ids].sort()).toEqual(events.map(({ event_id }) => event_id).sort());
}, 400_000);

describe('a restart of n8n', () => {
	let listener: Listener;
	let vanishing: Listener;
	beforeAll(async () => {
		listener = await startListener('outlives-n8n', { n8n, sandbox }, ONLY_OURS);
		vanishing = await startListener('vanishes-at-seam', { n8n, sandbox }, ONLY_OURS);
	}, 60_000);

	test('keeps the webhook, and starts the workflow for a repeated event at most once more', async () => {
		const { name, url, secret } = listener;
		const event = eventOf();
		const repeat = async () => await send(url, signed(event, secret));
		expect([await repeat(), await repeat()]).toEqual([200, 200]);
		expect(await settle(listener)).toEqual([event.event_id]);

		await n8n.restart();
		await waitUntilLive(url);

		expect(await webhooksAt(sandbox, name)).toEqual([expect.objectContaining({ url })]);
		expect([await repeat(), await repeat()]).toEqual([200, 200]);
		const again = (await settle(listener)).filter((id) => id === event.event_id);
		expect(again.length).toBeLessThanOrEqual(2);
	}, 180_000);

	test('at another address: the next activation moves the webhook there', async () => {
		const address = await restartWith({ host: 'localhost' });
		await sandbox.seam('/webhooks/delete', {
			webhook_id: (await webhooksAt(sandbox, vanishing.name))[0].webhook_id,
		});
		for (const { name, workflowId, secret } of [listener, vanishing]) {
			await n8n.client.deactivate(workflowId);
			await waitForWebhooks(sandbox, name, ({ length }) => length === 0);
			await n8n.client.activate(workflowId);
			const [webhook] = await waitForWebhooks(sandbox, name, ({ length }) => length > 0);
			expect(webhook.url).toBe(`${address}webhook/${name}/seam`);
			await waitUntilLive(webhook.url);
			expect(await send(webhook.url, signed(eventOf(), secret))).toBe(401);
			const newSecret = await secretOf(n8n, workflowId);
			expect(await send(webhook.url, signed(eventOf(), newSecret))).toBe(200);
		}
	}, 180_000);

	test('that asks its triggers, as older versions do, mends what is not right at once', async () => {
		await sandbox.seam('/webhooks/delete', {
			webhook_id: (await webhooksAt(sandbox, vanishing.name))[0].webhook_id,
		});
		const address = await restartWith({
			host: '127.0.0.1',
			env: { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' },
		});
		for (const { name } of [listener, vanishing]) {
			const url = `${address}webhook/${name}/seam`;
			await waitForWebhooks(sandbox, name, (webhooks) => webhooks[0]?.url === url);
			expect(await webhooksAt(sandbox, name)).toHaveLength(1);
		}
	}, 180_000);
});

/** Ends n8n as a crash would, and starts it on the same data; returns the address that it gives its webhooks. */
async function restartWith({ host, env = {} }: { host: string; env?: Record<string, string> }) {
	const { userFolder } = n8n;
	const port = Number(new URL(n8n.baseUrl).port);
	const address = `http://${host}:${port}/`;
	await n8n.kill();
	n8n = await startN8n({
		userFolder,
		port,
		env: { ...WITHOUT_ISOLATE, ...env, WEBHOOK_URL: address },
	});
	return address;
}
