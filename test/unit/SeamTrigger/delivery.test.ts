import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Webhook } from 'svix';

import { SeamTrigger } from '../../../nodes/SeamTrigger/SeamTrigger.node';
import { answer, fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import {
	webhookContext,
	type IncomingWebhook,
	type NodeSetting,
	type SentResponse,
} from '../support/nodeHarness.mts';
import { abandonedResponse, endWith, type ServerResponse } from './responses.mts';

const secretFrom = (text: string) => `whsec_${Buffer.from(text).toString('base64')}`;
const SIGNING_KEY = secretFrom('the signing key of this node');
const KEY_OF_TESTS = secretFrom('the signing key of its tests');

const MINUTE = 60_000;

const DEVICE_ID = '11111111-1111-4111-8111-111111111111';
const OTHER_DEVICE_ID = '22222222-2222-4222-8222-222222222222';
const ACCOUNT_ID = '33333333-3333-4333-8333-333333333333';
const CODE_ID = '44444444-4444-4444-8444-444444444444';

let eventCount = 0;

/** An event of this very moment, with an ID of its own. */
function eventOf(more: IDataObject = {}): IDataObject {
	eventCount += 1;
	const now = new Date().toISOString();
	return {
		event_id: `event-${eventCount}`,
		event_type: 'access_code.set_on_device',
		workspace_id: 'workspace-1',
		created_at: now,
		occurred_at: now,
		access_code_id: CODE_ID,
		device_id: DEVICE_ID,
		connected_account_id: ACCOUNT_ID,
		...more,
	};
}

/** A delivery as Seam sends it, signed by Svix's own library. */
function signed(body: string | IDataObject, { secret = SIGNING_KEY, at = Date.now() } = {}) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return {
		rawBody: text,
		headers: {
			'content-type': 'application/json',
			'svix-id': 'msg_1',
			'svix-timestamp': String(Math.floor(at / 1000)),
			'svix-signature': new Webhook(secret).sign('msg_1', new Date(at), text),
		} as Record<string, string>,
	};
}

const registered = (secret: string) => ({
	webhookId: 'webhook-1',
	url: '',
	secret,
	eventTypes: [],
});

/** Node says of a response that it was ended before it emits `finish`. */
function endingLikeNode(response: SentResponse) {
	const ending = Object.assign(response, { writableEnded: false });
	ending.once('finish', () => {
		ending.writableEnded = true;
	});
	return ending;
}

/** Hands a request to the node as n8n does. */
async function deliver(
	request: IncomingWebhook,
	{
		parameters = { events: ['*'] } as INodeParameters,
		staticData = { production: registered(SIGNING_KEY), test: registered(KEY_OF_TESTS) },
		answeredOn,
		...setting
	}: NodeSetting & { answeredOn?: ServerResponse } = {},
) {
	const { context, response: sent } = webhookContext(SeamTrigger, {
		mode: 'webhook',
		parameters,
		staticData,
		request,
		...setting,
	});
	const response = endingLikeNode(sent);
	if (answeredOn) context.getResponseObject = () => answeredOn as never;
	const log: string[] = [];
	jest.spyOn(context.logger, 'warn').mockImplementation((text) => void log.push(text));
	jest.spyOn(context.logger, 'error').mockImplementation((text) => void log.push(text));
	const result = await new SeamTrigger().webhook.call(context);
	return {
		response,
		/** The items that start the workflow; undefined where it is not started. */
		started: result.workflowData?.[0].map(({ json }) => json),
		/** What is answered: by the node itself, or by n8n on its behalf. */
		status: result.noWebhookResponse ? response.statusCode : 200,
		/** What the node wrote into n8n's log. */
		log,
	};
}

/** Each delivery to a workflow of its own, so that no test remembers the events of another. */
let workflowCount = 0;
const freshWorkflow = () => ({ workflowId: `workflow-${(workflowCount += 1)}` });

describe('a genuine delivery', () => {
	it('starts the workflow with the event as Seam sent it, and with its delay', async () => {
		const event = eventOf({ code: '1234', news: { of: ['tomorrow'] } });
		const { started, status } = await deliver(signed(event), freshWorkflow());
		expect(status).toBe(200);
		expect(started).toEqual([
			{
				...event,
				delivered_at: expect.stringMatching(/Z$/),
				delay_seconds: 0,
				is_late: false,
			},
		]);
	});

	it('begins with what happened, which Seam sends behind its IDs', async () => {
		const { event_id, ...event } = eventOf();
		const { started } = await deliver(signed({ event_id, ...event }), freshWorkflow());
		expect(Object.keys(started?.[0] ?? {})[0]).toBe('event_type');
	});

	it('that comes a day late says so', async () => {
		const aDayAgo = new Date(Date.now() - 24 * 60 * MINUTE).toISOString();
		const event = eventOf({ occurred_at: aDayAgo, created_at: aDayAgo });
		const { started } = await deliver(signed(event), freshWorkflow());
		expect(started).toEqual([expect.objectContaining({ is_late: true, delay_seconds: 86_400 })]);
	});

	it('of two megabytes passes', async () => {
		const event = eventOf({ description: 'x'.repeat(2 * 1024 * 1024) });
		const { started } = await deliver(signed(event), freshWorkflow());
		expect(started).toEqual([expect.objectContaining({ event_id: event.event_id })]);
	});

	it('of a type that is not known passes under All Events', async () => {
		const event = eventOf({ event_type: 'lock.something_new' });
		const { started } = await deliver(signed(event), freshWorkflow());
		expect(started).toEqual([expect.objectContaining({ event_type: 'lock.something_new' })]);
	});
});

describe('a delivery that can not be trusted is answered with 401 and starts nothing', () => {
	const event = eventOf();
	const without = (header: string) => {
		const { headers, ...delivery } = signed(event);
		const left = Object.entries(headers).filter(([name]) => name !== header);
		return { ...delivery, headers: Object.fromEntries(left) };
	};

	it.each([
		['signed with another secret', signed(event, { secret: secretFrom('of another') })],
		['signed with the secret of the test URL', signed(event, { secret: KEY_OF_TESTS })],
		['with a tampered body', { ...signed(event), rawBody: JSON.stringify({ ...event, a: 1 }) }],
		['replayed six minutes later', signed(event, { at: Date.now() - 6 * MINUTE })],
		['from six minutes ahead', signed(event, { at: Date.now() + 6 * MINUTE })],
		['without an ID', without('svix-id')],
		['without a timestamp', without('svix-timestamp')],
		['without a signature', without('svix-signature')],
		['without any header', { rawBody: JSON.stringify(event) }],
	])('%s', async (_title, delivery) => {
		const { started, status, response, log } = await deliver(delivery, freshWorkflow());
		expect({ started, status }).toEqual({ started: undefined, status: 401 });
		expect(response.body).toBe('Unauthorized');
		expect(log).toHaveLength(1);
		expect(log[0]).not.toContain(SIGNING_KEY);
	});

	it.each([
		['nothing is registered', {}],
		['the secret is missing', { production: { ...registered(''), secret: undefined } }],
		['only a test is registered', { test: registered(SIGNING_KEY) }],
	])('%s', async (_title, staticData) => {
		const { started, status, log } = await deliver(signed(event), {
			...freshWorkflow(),
			staticData: staticData as IDataObject,
		});
		expect({ started, status }).toEqual({ started: undefined, status: 401 });
		expect(log[0]).toMatch(/no secret.*Unpublish.*publish it again/);
	});
});

describe('a signed body that is no event is answered with 400 and starts nothing', () => {
	it.each([
		['not JSON', 'ping'],
		['a list', '[{"event_type":"lock.locked"}]'],
		['empty', ''],
		['without a type', '{"event_id":"event-x"}'],
	])('%s', async (_title, body) => {
		const { started, status } = await deliver(signed(body), freshWorkflow());
		expect({ started, status }).toEqual({ started: undefined, status: 400 });
	});
});

describe('what was not asked for is answered with 200 and starts nothing', () => {
	const aDevice = (id: string) => ({ __rl: true, mode: 'id', value: id });

	it.each<[string, INodeParameters, IDataObject, boolean]>([
		['a chosen type', { events: ['lock.locked'] }, { event_type: 'lock.locked' }, true],
		['another type', { events: ['lock.locked'] }, { event_type: 'lock.unlocked' }, false],
		['the device', { events: ['*'], filters: { device: aDevice(DEVICE_ID) } }, {}, true],
		['another device', { events: ['*'], filters: { device: aDevice(OTHER_DEVICE_ID) } }, {}, false],
		[
			'one of several devices',
			{
				events: ['*'],
				filters: {
					device: aDevice(OTHER_DEVICE_ID),
					additionalDevices: `${ACCOUNT_ID}, ${DEVICE_ID}`,
				},
			},
			{ device_id: DEVICE_ID },
			true,
		],
		[
			'no device where one is asked for',
			{ events: ['*'], filters: { device: aDevice(DEVICE_ID) } },
			{ device_id: undefined },
			false,
		],
		[
			'the account',
			{ events: ['*'], filters: { connectedAccount: aDevice(ACCOUNT_ID) } },
			{},
			true,
		],
		[
			'another account',
			{ events: ['*'], filters: { connectedAccount: aDevice(DEVICE_ID) } },
			{},
			false,
		],
		[
			'the device of another account',
			{
				events: ['*'],
				filters: { device: aDevice(DEVICE_ID), connectedAccount: aDevice(OTHER_DEVICE_ID) },
			},
			{},
			false,
		],
	])('%s', async (_title, parameters, event, passes) => {
		const { started, status } = await deliver(signed(eventOf(event)), {
			...freshWorkflow(),
			parameters,
		});
		expect(status).toBe(200);
		expect(started !== undefined).toBe(passes);
	});
});

describe('an event that comes again', () => {
	it('is answered with 200 and starts nothing', async () => {
		const workflow = freshWorkflow();
		const event = eventOf();
		const first = await deliver(signed(event), workflow);
		first.response.finish(200);
		expect(first.started).toHaveLength(1);
		const again = await deliver(signed(event, { at: Date.now() + MINUTE }), workflow);
		expect(again).toMatchObject({ started: undefined, status: 200 });
	});

	it('is answered with 503 until it is known what became of the first', async () => {
		const workflow = freshWorkflow();
		const event = eventOf();
		const first = await deliver(signed(event), workflow);
		expect(await deliver(signed(event), workflow)).toMatchObject({
			started: undefined,
			status: 503,
		});
		first.response.finish(200);
		expect(await deliver(signed(event), workflow)).toMatchObject({
			started: undefined,
			status: 200,
		});
	});

	it('at the same moment starts the workflow once', async () => {
		const workflow = freshWorkflow();
		const event = eventOf();
		const both = await Promise.all([
			deliver(signed(event), workflow),
			deliver(signed(event), workflow),
		]);
		expect(both.filter(({ started }) => started !== undefined)).toHaveLength(1);
		expect(both.map(({ status }) => status)).toEqual([200, 503]);
	});

	it('in another order than it happened still starts the workflow once each', async () => {
		const workflow = freshWorkflow();
		const events = [eventOf(), eventOf(), eventOf()];
		const order = [2, 0, 1, 0, 2, 1];
		const started: unknown[] = [];
		for (const index of order) {
			const delivered = await deliver(signed(events[index]), workflow);
			delivered.response.finish();
			if (delivered.started) started.push(delivered.started[0].event_id);
		}
		expect(started).toEqual([events[2].event_id, events[0].event_id, events[1].event_id]);
	});

	it('starts the workflow after all when n8n could not the first time', async () => {
		const workflow = freshWorkflow();
		const event = eventOf();
		(await deliver(signed(event), workflow)).response.finish(500);
		expect((await deliver(signed(event), workflow)).started).toHaveLength(1);
	});

	it('starts the workflow when it was only forged before', async () => {
		const workflow = freshWorkflow();
		const event = eventOf();
		await deliver(signed(event, { secret: secretFrom('of another') }), workflow);
		expect((await deliver(signed(event), workflow)).started).toHaveLength(1);
	});

	it('starts the workflow when the filter let it not pass before', async () => {
		const workflow = freshWorkflow();
		const event = eventOf();
		await deliver(signed(event), { ...workflow, parameters: { events: ['lock.locked'] } });
		expect((await deliver(signed(event), workflow)).started).toHaveLength(1);
	});

	it('is another matter for another workflow', async () => {
		const event = eventOf();
		await deliver(signed(event), freshWorkflow());
		expect((await deliver(signed(event), freshWorkflow())).started).toHaveLength(1);
	});

	it('without an ID is known by the ID of its message', async () => {
		const workflow = freshWorkflow();
		const event = eventOf({ event_id: undefined });
		expect((await deliver(signed(event), workflow)).started).toHaveLength(1);
		expect((await deliver(signed(event), workflow)).started).toBeUndefined();
	});
});

describe('an event whose caller hung up before n8n answered', () => {
	async function delivered() {
		const workflow = freshWorkflow();
		const event = eventOf();
		const response = await abandonedResponse();
		const first = await deliver(signed(event), { ...workflow, answeredOn: response });
		expect(first.started).toHaveLength(1);
		return { response, again: async () => await deliver(signed(event), workflow) };
	}

	afterEach(() => jest.restoreAllMocks());

	it('starts the workflow when it comes again, where n8n could not the first time', async () => {
		const { response, again } = await delivered();
		expect(await again()).toMatchObject({ started: undefined, status: 503 });
		endWith(response, 500);
		expect((await again()).started).toHaveLength(1);
	});

	it('starts nothing when it comes again, where n8n took it in', async () => {
		const { response, again } = await delivered();
		expect(await again()).toMatchObject({ started: undefined, status: 503 });
		endWith(response, 200);
		expect(await again()).toMatchObject({ started: undefined, status: 200 });
	});

	it('starts the workflow after five minutes, where n8n never answers', async () => {
		const { again } = await delivered();
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 4 * MINUTE);
		expect(await again()).toMatchObject({ started: undefined, status: 503 });
		clock.mockReturnValue(now + 5 * MINUTE);
		expect((await again()).started).toHaveLength(1);
	});
});

describe('a test in the editor', () => {
	const test = { mode: 'manual', isTest: true } as const;

	it('takes what is signed for the test URL, and nothing else', async () => {
		const workflow = freshWorkflow();
		const ofTest = await deliver(signed(eventOf(), { secret: KEY_OF_TESTS }), {
			...workflow,
			...test,
		});
		expect(ofTest.started).toHaveLength(1);
		const ofProduction = await deliver(signed(eventOf()), { ...workflow, ...test });
		expect(ofProduction).toMatchObject({ started: undefined, status: 401 });
	});

	it('leaves the event to the published workflow, and takes it again', async () => {
		const workflow = freshWorkflow();
		const event = eventOf();
		const toTest = signed(event, { secret: KEY_OF_TESTS });
		expect((await deliver(toTest, { ...workflow, ...test })).started).toHaveLength(1);
		expect((await deliver(signed(event), workflow)).started).toHaveLength(1);
		expect((await deliver(toTest, { ...workflow, ...test })).started).toHaveLength(1);
	});
});

describe('what is added to the event', () => {
	let seam: FakeSeam;
	beforeEach(async () => {
		seam = await startFakeSeam();
		seam.respondWith('/access_codes/get', ({ access_code_id }) => ({
			access_code: { access_code_id, device_id: DEVICE_ID, status: 'set' },
		}));
		seam.respondWith('/devices/get', ({ device_id }) => ({
			device: { device_id, properties: { online: true } },
		}));
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await seam.stop();
	});

	const adding = (...addToEvent: string[]) => ({
		...freshWorkflow(),
		seam,
		parameters: { events: ['*'], options: { addToEvent } },
	});

	it('is nothing unless asked for', async () => {
		const { started } = await deliver(signed(eventOf()), { ...freshWorkflow(), seam });
		expect(Object.keys(started?.[0] ?? {})).not.toContain('device');
		expect(seam.requests).toEqual([]);
	});

	it('is the access code and the device, as they are now', async () => {
		const { started } = await deliver(signed(eventOf()), adding('access_code', 'device'));
		expect(started).toEqual([
			expect.objectContaining({
				access_code: { access_code_id: CODE_ID, device_id: DEVICE_ID, status: 'set' },
				device: expect.objectContaining({ device_id: DEVICE_ID }),
			}),
		]);
		expect(started?.[0]).not.toHaveProperty('not_added');
		expect(seam.requestsTo('/access_codes/get').map(({ body }) => body)).toEqual([
			{ access_code_id: CODE_ID },
		]);
		expect(seam.requestsTo('/devices/get').map(({ body }) => body)).toEqual([
			{ device_id: DEVICE_ID },
		]);
	});

	it.each([
		['access_code.unmanaged.created', '/access_codes/unmanaged/get'],
		['access_code.unmanaged.converted_to_managed', '/access_codes/get'],
	])('is read where the code of %s is', async (event_type, path) => {
		seam.respondWith('/access_codes/unmanaged/get', {
			access_code: { access_code_id: CODE_ID, device_id: DEVICE_ID },
		});
		const { started } = await deliver(signed(eventOf({ event_type })), adding('access_code'));
		expect(seam.requests.map((request) => request.path)).toEqual([path]);
		expect(started).toEqual([
			expect.objectContaining({
				access_code: expect.objectContaining({ access_code_id: CODE_ID }),
			}),
		]);
	});

	it('is left out where the event names none, without a question to Seam', async () => {
		const { started } = await deliver(
			signed(eventOf({ access_code_id: undefined, device_id: undefined })),
			adding('access_code', 'device'),
		);
		expect(started).toEqual([
			expect.objectContaining({
				access_code: null,
				device: null,
				not_added: {
					access_code: 'The event names no access code',
					device: 'The event names no device',
				},
			}),
		]);
		expect(seam.requests).toEqual([]);
	});

	it('is left out where Seam has it no more', async () => {
		seam.respondWith('/access_codes/get', fault(404, 'access_code_not_found', 'Not found'));
		const { started } = await deliver(signed(eventOf()), adding('access_code', 'device'));
		expect(started).toEqual([
			expect.objectContaining({
				access_code: null,
				device: expect.objectContaining({ device_id: DEVICE_ID }),
				not_added: { access_code: expect.stringContaining(CODE_ID) },
			}),
		]);
	});

	it.each(['access_code.set_on_device', 'access_code.unmanaged.created'])(
		'is left out after two seconds, of twenty deliveries at once too: %s',
		async (event_type) => {
			const ending = new AbortController();
			const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(ending.signal);
			let asked = 0;
			const allPlacesTaken = new Promise<void>((resolve) => {
				for (const path of ['/access_codes/get', '/access_codes/unmanaged/get', '/devices/get']) {
					seam.respondWith(path, () => {
						if ((asked += 1) === 10) resolve();
						return answer({ silent: true });
					});
				}
			});
			const setting = adding('access_code', 'device');
			const deliveries = Array.from(
				{ length: 20 },
				async () => await deliver(signed(eventOf({ event_type })), setting),
			);
			await allPlacesTaken;
			ending.abort();
			for (const { started, status } of await Promise.all(deliveries)) {
				expect(status).toBe(200);
				expect(started).toEqual([
					expect.objectContaining({
						access_code: null,
						device: null,
						not_added: {
							access_code: 'Seam did not answer within 2 seconds',
							device: 'Seam did not answer within 2 seconds',
						},
					}),
				]);
			}
			// One time for all of them, because Seam has answered none.
			expect(timeout.mock.calls).toEqual([[2_000]]);
			// What queued was never sent, and nothing is left behind to hold up the next delivery.
			expect(seam.requests).toHaveLength(10);
		},
	);

	it.each([
		['an answer', { device: { device_id: DEVICE_ID, properties: {} } }],
		['a refusal', fault(404, 'device_not_found', 'Gone')],
	])('may take its own two seconds for each delivery after %s', async (_name, given) => {
		seam.respondWith('/devices/get', given);
		const timeout = jest.spyOn(AbortSignal, 'timeout');
		const setting = adding('device');
		for (let count = 0; count < 2; count += 1) await deliver(signed(eventOf()), setting);
		expect(timeout.mock.calls).toEqual([[2_000], [2_000]]);
	});
});

it('never throws: an event that can not be taken in is answered with 500 and may come again', async () => {
	const workflow = freshWorkflow();
	const event = eventOf();
	const parameters = { events: ['*'], filters: { additionalDevices: '[broken' } };
	const failed = await deliver(signed(event), { ...workflow, parameters });
	expect(failed).toMatchObject({ started: undefined, status: 500 });
	expect(failed.log).toEqual([expect.stringContaining('valid JSON')]);
	expect((await deliver(signed(event), workflow)).started).toHaveLength(1);
});

describe('a filter that gives locks by name', () => {
	const parameters: INodeParameters = {
		events: ['*'],
		filters: {
			device: { __rl: true, mode: 'name', value: 'Flat' },
			additionalDevices: 'front door',
		},
	};
	const staticData = {
		production: {
			...registered(SIGNING_KEY),
			deviceIdsByName: { Flat: DEVICE_ID, 'front door': OTHER_DEVICE_ID },
		},
	};

	it.each([
		[DEVICE_ID, true],
		[OTHER_DEVICE_ID, true],
		[ACCOUNT_ID, false],
	])('knows them by what the activation has found: %s', async (device_id, passes) => {
		const setting = { ...freshWorkflow(), parameters, staticData };
		const { started, status } = await deliver(signed(eventOf({ device_id })), setting);
		expect(status).toBe(200);
		expect(started !== undefined).toBe(passes);
	});

	it('takes nothing in while a name was not looked up, and says what to do', async () => {
		const { started, status, log } = await deliver(signed(eventOf()), {
			...freshWorkflow(),
			parameters,
		});
		expect([started, status]).toEqual([undefined, 500]);
		expect(log).toEqual([expect.stringContaining("'Device' holds a name that was not looked up")]);
	});
});

it('takes in each of a thousand events once, whatever comes twice', async () => {
	const workflow = freshWorkflow();
	const events = Array.from({ length: 1_000 }, () => eventOf());
	const twice = [...events, ...events.slice(0, 200)];
	const delivered = await Promise.all(
		twice.map(async (event) => await deliver(signed(event), workflow)),
	);
	const ids = delivered.flatMap(({ started }) => started ?? []).map(({ event_id }) => event_id);
	expect(ids).toHaveLength(1_000);
	expect(new Set(ids)).toEqual(new Set(events.map(({ event_id }) => event_id)));
});
