import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { getAccessCode } from '../../../../nodes/shared/api/accessCodes';
import { getDevice } from '../../../../nodes/shared/api/devices';
import { seamRequest } from '../../../../nodes/shared/api/request';
import { Refusal } from '../../../../nodes/shared/refusal';
import { answer, fault, startFakeSeam, type FakeSeam } from '../../support/fakeSeam.mts';
import { executeContext, TEST_API_KEY } from '../../support/nodeHarness.mts';
import { probeNode } from '../../support/probeNode.mts';
import { skippingWaits, useFakeClock } from '../../support/time.mts';

const PATH = '/devices/get';
const SUCCESS = { device: { device_id: 'device-1' } };

const probe = probeNode(async () => ({}));
let seam: FakeSeam;
let context: IExecuteFunctions;

beforeEach(async () => {
	useFakeClock();
	seam = await startFakeSeam();
	context = executeContext(probe, { seam });
});
afterEach(async () => {
	jest.useRealTimers();
	await seam.stop();
});

const ask = async (isRepeatable: boolean, more: { body?: object; signal?: AbortSignal } = {}) =>
	await seamRequest(context, {
		path: PATH,
		body: { device_id: 'device-1' },
		schema: z.object({ device: z.object({ device_id: z.string() }) }),
		itemIndex: 0,
		subject: 'device device-1',
		isRepeatable,
		...more,
	});

const read = async () => await ask(true);
const write = async () => await ask(false);

/** Runs the call without its waits and returns what it threw. */
async function failure(call: () => Promise<unknown>) {
	return await skippingWaits(call).then(
		() => undefined,
		(error: unknown) => error,
	);
}

it('sends one POST with the key and reads the answer, unknown fields included', async () => {
	const accessCode = { access_code_id: 'code-1', device_id: 'device-1', status: 'set', news: [1] };
	seam.respondWith('/access_codes/get', { access_code: accessCode });

	expect(await getAccessCode({ context, itemIndex: 0 }, 'code-1')).toEqual(accessCode);
	expect(seam.requests).toEqual([
		{ method: 'POST', path: '/access_codes/get', body: { access_code_id: 'code-1' } },
	]);
	expect(seam.headersOf(0).authorization).toBe(`Bearer ${TEST_API_KEY}`);
});

it('sends nothing with a key that can not work', async () => {
	context = executeContext(probe, { seam, credential: { apiKey: 'seam_pk_example' } });
	const error = await failure(read);
	expect(error).toBeInstanceOf(Refusal);
	expect((error as Refusal).message).toContain('publishable key');
	expect(seam.requests).toEqual([]);
});

describe('what Seam refuses', () => {
	it.each([
		[
			400,
			'invalid_input',
			'invalid_input',
			'Seam refused the request for device device-1: No good',
		],
		[401, 'unauthorized', 'unauthorized', 'Seam does not know this API key: No good'],
		[
			403,
			'forbidden',
			'forbidden',
			'This key is not allowed to do that with device device-1: No good',
		],
		[
			403,
			'workspace_suspended',
			'forbidden',
			'The Seam workspace of this key is suspended: No good',
		],
		[404, 'device_not_found', 'not_found', 'Seam does not find device device-1: No good'],
		[
			409,
			'duplicate_access_code',
			'conflict',
			'What was asked of device device-1 conflicts with what is there: No good',
		],
		[422, 'odd', 'invalid_input', 'Seam refused the request for device device-1: No good'],
	])('HTTP %i %s is told as %s', async (status, seamType, kind, message) => {
		seam.respondWith(PATH, fault(status, seamType, 'No good'));
		expect(await failure(write)).toMatchObject({
			name: 'SeamError',
			kind,
			message,
			httpStatus: status,
			seamType,
			requestId: 'request-1',
			answerLost: false,
			fix: expect.stringContaining('Seam request ID: request-1'),
		});
		expect(seam.requests).toHaveLength(1);
	});

	it('names the parameters that Seam names', async () => {
		const validation_errors = { _errors: [], ends_at: { _errors: ['Invalid datetime'] } };
		seam.respondWith(
			PATH,
			fault(400, 'invalid_input', '1 Input Error', { error: { validation_errors } }),
		);
		expect(await failure(write)).toMatchObject({
			message:
				'Seam refused the request for device device-1: 1 Input Error; ends_at: Invalid datetime',
		});
	});

	it('masks the key and the PINs of the request in what Seam says', async () => {
		const quoted = `PIN 4711 (also 47 11, 4-7-1-1) with ${TEST_API_KEY} on 4711aaaa-0000-4000-8000-000000004711`;
		seam.respondWith(PATH, fault(409, 'duplicate_access_code', quoted));
		const error = (await failure(
			async () => await ask(false, { body: { code: '4711', nested: [{ code: 123456 }] } }),
		)) as Error;
		expect(error.message).toBe(
			'What was asked of device device-1 conflicts with what is there: PIN **** (also ****, ****) with **** on 4711aaaa-0000-4000-8000-000000004711',
		);
	});
});

describe('answers that are not what Seam promises', () => {
	it.each([
		['a web page', answer({ text: '<html></html>' }), 'answered with something that is not JSON'],
		['another shape', { thing: 1 }, 'answered without what it promises (device)'],
		[
			'a redirect',
			answer({ status: 301, headers: { location: 'https://elsewhere.example' } }),
			'redirects to another address (HTTP 301)',
		],
		['a 404 that is not Seam’s', answer({ status: 404, text: 'nothing' }), 'has no /devices/get'],
	])('%s', async (_name, given, says) => {
		seam.respondWith(PATH, given);
		const error = await failure(read);
		expect(error).toMatchObject({ kind: 'unexpected_answer', answerLost: false });
		expect((error as Error).message).toContain(says);
		expect(seam.requests).toHaveLength(1);
	});

	it.each([
		['a web page', answer({ text: '<html></html>' })],
		['another shape', { thing: 1 }],
	])('leave open what became of a write: %s', async (_name, given) => {
		seam.respondWith(PATH, given);
		expect(await failure(write)).toMatchObject({ kind: 'unexpected_answer', answerLost: true });
		expect(seam.requests).toHaveLength(1);
	});
});

describe('trouble on the way', () => {
	it.each([
		['HTTP 500', fault(500, 'internal_server_error', 'Oops'), 'server'],
		['HTTP 503', answer({ status: 503, text: 'busy' }), 'server'],
		['a connection that breaks off', answer({ reset: true }), 'unreachable'],
	])('%s: a read is repeated with growing pauses, a write never', async (_name, given, kind) => {
		seam.respondWith(PATH, given, given, SUCCESS);
		const { result, waited } = await skippingWaits(read);
		expect(result).toEqual(SUCCESS);
		expect(seam.requests).toHaveLength(3);
		expect(waited).toBeGreaterThanOrEqual(500 + 1_000);
		expect(waited).toBeLessThanOrEqual(1.2 * (500 + 1_000));

		seam.respondWith(PATH, given, SUCCESS);
		expect(await failure(write)).toMatchObject({ kind, answerLost: true });
		expect(seam.requests).toHaveLength(4);
	});

	it('gives up on a read after five attempts', async () => {
		seam.respondWith(PATH, fault(500, 'internal_server_error', 'Oops'));
		expect(await failure(read)).toMatchObject({ kind: 'server', answerLost: false });
		expect(seam.requests).toHaveLength(5);
	});

	it('does not wait longer for an answer than it may', async () => {
		seam.respondWith(PATH, answer({ silent: true }));
		for (const isRepeatable of [true, false]) {
			context = executeContext(probe, { seam });
			context.helpers.httpRequestWithAuthentication = async (_type, { timeout }) => {
				expect(timeout).toBe(30_000);
				throw Object.assign(new Error('timeout'), { code: 'ECONNABORTED' });
			};
			expect(await failure(async () => await ask(isRepeatable))).toMatchObject({
				kind: 'unreachable',
				message: expect.stringContaining(
					'Seam did not answer in time when asked about device device-1',
				),
				answerLost: !isRepeatable,
			});
		}
	});

	it('tells an address where nobody answers; a write was not carried out then', async () => {
		await seam.stop();
		expect(await failure(write)).toMatchObject({
			kind: 'unreachable',
			message: `Seam can't be reached at ${seam.baseUrl} (ECONNREFUSED)`,
			answerLost: false,
		});
	});
});

describe('rate limits', () => {
	const tooMany = (retryAfter?: string) =>
		fault(429, 'too_many_requests', 'Slow down', {
			headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
		});

	it.each([
		['seconds', () => '7', 7_000],
		['a date', () => new Date(Date.now() + 9_000).toUTCString(), 9_000],
		['sixty seconds', () => '60', 60_000],
	])(
		'waits as long as Retry-After says in %s, for a write too',
		async (_name, header, expected) => {
			seam.respondWith(PATH, tooMany(header()), SUCCESS);
			const { result, waited } = await skippingWaits(write);
			expect(result).toEqual(SUCCESS);
			// A date has whole seconds.
			expect(waited).toBeGreaterThan(expected - 1_000);
			expect(waited).toBeLessThanOrEqual(expected);
			expect(seam.requests).toHaveLength(2);
		},
	);

	it('waits some seconds where Seam does not say how long', async () => {
		seam.respondWith(PATH, tooMany(), SUCCESS);
		const { waited } = await skippingWaits(write);
		expect(waited).toBeGreaterThanOrEqual(4_200);
		expect(waited).toBeLessThanOrEqual(1.2 * 4_200);
	});

	it('fails with the time that remains when it is more than a minute', async () => {
		seam.respondWith(PATH, tooMany('600'));
		expect(await failure(write)).toMatchObject({
			kind: 'rate_limited',
			answerLost: false,
			message: 'Seam takes no more requests for device device-1 at the moment: Slow down',
			fix: expect.stringContaining('Seam asks to wait another 10 minutes'),
		});
		expect(seam.requests).toHaveLength(1);
	});

	it.each(['a read', 'a write'])('outlasts a minute without Retry-After with %s', async (call) => {
		const begun = Date.now();
		seam.respondWith(PATH, () => (Date.now() - begun < 60_000 ? tooMany() : SUCCESS));
		const { result } = await skippingWaits(call === 'a read' ? read : write);
		expect(result).toEqual(SUCCESS);
		expect(seam.requests).toHaveLength(5);
	});
});

describe('the key', () => {
	const KEYS = ['seam_testA_1', 'seam_testB_2'];
	beforeEach(() => {
		context = executeContext(probe, {
			seam,
			credential: { apiKey: '={{ $json.key }}' },
			items: KEYS.map((key) => ({ json: { key } })),
		});
		seam.respondWith(PATH, SUCCESS);
	});
	const askFor = async (itemIndex: number) =>
		await seamRequest(context, {
			path: PATH,
			body: {},
			schema: z.object({}),
			itemIndex,
			isRepeatable: true,
		});

	it('is that of the item, in whatever order items ask', async () => {
		for (const item of [1, 0, 1]) await askFor(item);
		expect([0, 1, 2].map((index) => seam.headersOf(index).authorization)).toEqual(
			[1, 0, 1].map((item) => `Bearer ${KEYS[item]}`),
		);
	});

	it('is read once per item', async () => {
		const reading = jest.spyOn(context, 'getCredentials');
		await Promise.all([0, 1, 0, 1].map(askFor));
		await askFor(0);
		expect(reading.mock.calls).toEqual([
			['seamApi', 0],
			['seamApi', 1],
		]);
	});

	it('is read again after that failed', async () => {
		jest.spyOn(context, 'getCredentials').mockRejectedValueOnce(new Error('The store is away'));
		await expect(askFor(0)).rejects.toThrow('The store is away');
		await askFor(0);
		expect(seam.requests).toHaveLength(1);
	});
});

describe('cancellation', () => {
	it('ends a wait at once and asks no more', async () => {
		const abort = new AbortController();
		context = executeContext(probe, { seam, abortSignal: abort.signal });
		seam.respondWith(PATH, () => {
			queueMicrotask(() => abort.abort());
			return fault(429, 'too_many_requests', 'Slow down', { headers: { 'retry-after': '50' } });
		});
		expect(await failure(read)).toMatchObject({ kind: 'cancelled' });
		expect(await failure(read)).toMatchObject({ kind: 'cancelled' });
		expect(seam.requests).toHaveLength(1);
	});

	it('of a write that is under way leaves open what became of it', async () => {
		const abort = new AbortController();
		context = executeContext(probe, { seam, abortSignal: abort.signal });
		seam.respondWith(PATH, () => {
			abort.abort();
			return answer({ silent: true });
		});
		expect(await failure(write)).toMatchObject({ kind: 'cancelled', answerLost: true });
	});

	it.each(['in the queue', 'under way'])(
		'by the caller’s own signal ends a call %s',
		async (where) => {
			const hung = new AbortController();
			const own = new AbortController();
			const arrived = new Promise<void>((resolve) => {
				seam.respondWith(PATH, () => {
					if (seam.requests.length === (where === 'under way' ? 1 : 10)) resolve();
					return answer({ silent: true });
				});
			});
			context = executeContext(probe, { seam, abortSignal: own.signal });
			const others = executeContext(probe, { seam, abortSignal: hung.signal });
			const hanging = Array.from(
				{ length: where === 'under way' ? 0 : 10 },
				async () =>
					await seamRequest(others, {
						path: PATH,
						body: {},
						schema: z.object({}),
						itemIndex: 0,
						isRepeatable: true,
					}).catch(() => undefined),
			);
			const ended = ask(true, { signal: own.signal }).catch((error: unknown) => error);
			await arrived;
			own.abort();
			expect(await ended).toMatchObject({ kind: 'cancelled' });
			hung.abort();
			await Promise.all(hanging);
			// The one that left the queue holds no place, and is not sent.
			expect(seam.requests).toHaveLength(where === 'under way' ? 1 : 10);
			seam.respondWith(PATH, SUCCESS);
			context = executeContext(probe, { seam });
			expect(await read()).toEqual(SUCCESS);
		},
	);

	it('by the caller’s own signal ends a pause', async () => {
		const own = new AbortController();
		seam.respondWith(PATH, () => {
			queueMicrotask(() => own.abort());
			return fault(429, 'too_many_requests', 'Slow down', { headers: { 'retry-after': '50' } });
		});
		const ended = await failure(async () => await ask(true, { signal: own.signal }));
		expect(ended).toMatchObject({ kind: 'cancelled' });
	});
});

it.each([
	[
		'names it',
		'Device 4711aaaa-0000-4000-8000-000000000001 is unknown',
		'Seam does not find this device: Device 4711aaaa-0000-4000-8000-000000000001 is unknown',
	],
	[
		'does not name it',
		'Unknown device',
		'Seam does not find device 4711aaaa-0000-4000-8000-000000000001: Unknown device',
	],
])('a refusal names the ID once where Seam %s', async (_name, says, message) => {
	seam.respondWith(PATH, fault(404, 'device_not_found', says));
	await expect(
		getDevice({ context, itemIndex: 0 }, '4711aaaa-0000-4000-8000-000000000001'),
	).rejects.toMatchObject({ message });
});
