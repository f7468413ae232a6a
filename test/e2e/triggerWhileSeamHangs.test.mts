import { randomUUID } from 'node:crypto';

import { startN8n, startSandbox, waitFor, type N8n, type Sandbox } from './harness/index.mts';
import { heard, startListener, waitUntilLive } from './trigger/listener.mts';
import { eventOf, signed } from './trigger/signedDelivery.mts';

let sandbox: Sandbox;
let n8n: N8n;

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
}, 240_000);

afterAll(async () => {
	await sandbox?.control('DELETE', '/faults');
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

test('twenty deliveries at once are all answered, start one run each, and pass without the addition', async () => {
	const listener = await startListener(
		'adds-to-events',
		{ n8n, sandbox },
		{ events: ['*'], options: { addToEvent: ['access_code', 'device'] } },
	);
	await waitUntilLive(listener.url);
	for (const path of ['/access_codes/get', '/devices/get']) {
		await sandbox.control('POST', '/faults', { path, kind: 'hold' });
	}
	const events = Array.from({ length: 20 }, () => eventOf({ access_code_id: randomUUID() }));
	const answers = await Promise.all(
		events.map(async (event) => {
			const { headers, body } = signed(event, listener.secret);
			const signal = AbortSignal.timeout(30_000);
			const response = await fetch(listener.url, { method: 'POST', headers, body, signal });
			return response.status;
		}),
	);
	expect(answers).toEqual(Array(20).fill(200));
	const runs = await waitFor(
		async () => {
			const started = await heard(n8n, listener);
			return started.length >= 20 ? started : undefined;
		},
		{ limit: 60, what: 'the runs of twenty deliveries', every: 500 },
	);
	expect(runs).toHaveLength(20);
	expect(new Set(runs.map(({ event_id }) => event_id)).size).toBe(20);
	for (const run of runs) {
		expect(run).toMatchObject({
			access_code: null,
			device: null,
			not_added: {
				access_code: 'Seam did not answer within 2 seconds',
				device: 'Seam did not answer within 2 seconds',
			},
		});
	}
}, 120_000);
