// Deliveries: signed so that Seam's own library takes them, repeated on Seam's schedule, stopped with the webhook.
import { SeamWebhook } from '@seamapi/webhook';
import fastify, { type FastifyInstance } from 'fastify';
import { RETRY_SCHEDULE } from '../../sandbox/webhookDelivery.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

interface Received {
	headers: Record<string, string>;
	body: string;
}

let sandbox: TestSandbox;
let receiver: FastifyInstance;
let url: string;
let received: Received[];
let status: number;

beforeAll(async () => {
	receiver = fastify({ forceCloseConnections: true });
	// What is signed is the text.
	receiver.removeAllContentTypeParsers();
	receiver.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	receiver.post<{ Body: string }>('/hook', async ({ headers, body }, reply) => {
		received.push({ headers: headers as Record<string, string>, body });
		return await reply.code(status).send();
	});
	url = `${await receiver.listen({ host: '127.0.0.1', port: 0 })}/hook`;
	sandbox = await startTestSandbox();
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});
beforeEach(async () => {
	await sandbox.control('POST', '/sandbox/reset');
	await sandbox.freezeAt('2026-06-01T10:00:00Z');
	received = [];
	status = 200;
});

async function ring(): Promise<void> {
	const device_id = await sandbox.device('august');
	await sandbox.seam.accessCodes.create({ device_id, code: '4821' });
}

test('a delivery passes Seam’s own verification and says what happened', async () => {
	const { secret } = await sandbox.seam.webhooks.create({
		url,
		event_types: ['access_code.set_on_device'],
	});
	await ring();
	await sandbox.advance(3_000);
	expect(received).toHaveLength(1);
	const event = new SeamWebhook(secret!).verify(received[0].body, received[0].headers);
	expect(event).toMatchObject({ event_type: 'access_code.set_on_device', code: '4821' });
	expect(() =>
		new SeamWebhook(secret!).verify(received[0].body.replace('4821', '4822'), received[0].headers),
	).toThrow();
});

test('the secret is told once', async () => {
	const { webhook_id } = await sandbox.seam.webhooks.create({ url });
	expect((await sandbox.seam.webhooks.get({ webhook_id })).secret).toBeUndefined();
	expect((await sandbox.seam.webhooks.list())[0].secret).toBeUndefined();
});

test('the choice of events can change, the URL cannot', async () => {
	const { webhook_id } = await sandbox.seam.webhooks.create({ url });
	await sandbox.seam.webhooks.update({ webhook_id, event_types: ['device.added'] });
	await ring();
	await sandbox.advance(3_000);
	expect(received.map(({ body }) => JSON.parse(body).event_type)).toEqual(['device.added']);
	await sandbox.call('/webhooks/update', { webhook_id, event_types: ['*'], url: 'http://other/' });
	expect((await sandbox.seam.webhooks.get({ webhook_id })).url).toBe(url);
});

test('only addresses of this machine are taken', async () => {
	const { status: answer } = await sandbox.call('/webhooks/create', {
		url: 'https://example.com/',
	});
	expect(answer).toBe(400);
});

test('a failed delivery is repeated on Seam’s schedule, and then no more', async () => {
	await sandbox.seam.webhooks.create({ url, event_types: ['device.added'] });
	status = 503;
	await sandbox.device('august');
	await sandbox.advance(3 * 24 * 60 * 60_000);
	const { deliveries } = await sandbox.control<{ deliveries: Array<{ at: string }> }>(
		'GET',
		'/sandbox/deliveries',
	);
	const times = deliveries.map(({ at }) => Date.parse(at));
	const waits = times.map(
		(at, i) => at - (i === 0 ? Date.parse('2026-06-01T10:00:00Z') : times[i - 1]),
	);
	expect(waits).toEqual([...RETRY_SCHEDULE]);
	expect(RETRY_SCHEDULE.map((ms) => ms / 1000)).toEqual([
		0, 5, 300, 1800, 7200, 18000, 36000, 36000,
	]);
	expect(new Set(received.map(({ headers }) => headers['svix-id'])).size).toBe(1);
});

test('the repetition ends with the first success', async () => {
	await sandbox.seam.webhooks.create({ url, event_types: ['device.added'] });
	status = 500;
	await sandbox.device('august');
	await sandbox.advance(1_000);
	status = 204;
	await sandbox.advance(24 * 60 * 60_000);
	expect(received).toHaveLength(2);
});

test('deleting the webhook stops what was still to come', async () => {
	const { webhook_id } = await sandbox.seam.webhooks.create({ url, event_types: ['device.added'] });
	status = 500;
	await sandbox.device('august');
	await sandbox.advance(1_000);
	await sandbox.seam.webhooks.delete({ webhook_id });
	await sandbox.advance(24 * 60 * 60_000);
	expect(received).toHaveLength(1);
	await expect(sandbox.seam.webhooks.get({ webhook_id })).rejects.toMatchObject({
		statusCode: 404,
	});
});

test('any event of Seam’s can be raised and repeated, and nothing that is none', async () => {
	await sandbox.seam.webhooks.create({ url });
	const { event_ids } = await sandbox.control<{ event_ids: string[] }>('POST', '/sandbox/events', {
		event_type: 'device.low_battery',
		device: 'august',
		fields: { battery_level: 0.1 },
		times: 20,
	});
	await sandbox.control('POST', `/sandbox/events/${event_ids[0]}/deliver`);
	await sandbox.advance(1_000);
	const ids = received.map(({ body }) => (JSON.parse(body) as { event_id: string }).event_id);
	expect([ids.length, new Set(ids).size]).toEqual([21, 20]);
	await expect(
		sandbox.control('POST', '/sandbox/events', { event_type: 'device.low_battery' }),
	).rejects.toThrow(/battery_level/);
});
