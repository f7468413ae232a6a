// Limits, faults, holds and the clock: what tests of other parts lean on.
import { API_KEY } from '../../sandbox/credentials.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	await sandbox.control('POST', '/sandbox/reset');
	await sandbox.freezeAt('2026-06-01T10:00:00Z');
});

const fault = (body: Record<string, unknown>) => sandbox.control('POST', '/sandbox/faults', body);
const create = (device_id: string, code: string) =>
	sandbox.call('/access_codes/create', { device_id, code });

describe('limits per device and minute', () => {
	test('ten creates, then 429 until the minute is over; other locks go on', async () => {
		const [device, other] = [await sandbox.device('august'), await sandbox.device('august')];
		for (let i = 0; i < 10; i++) expect((await create(device, `482${i}`)).status).toBe(200);
		expect((await create(device, '9999')).status).toBe(429);
		expect((await create(other, '9999')).status).toBe(200);
		await sandbox.advance(60_000);
		expect((await create(device, '9999')).status).toBe(200);
	});

	test.each([
		['/locks/lock_door', 15],
		['/locks/unlock_door', 15],
	])('%s: %i', async (path, limit) => {
		const device_id = await sandbox.device('august');
		for (let i = 0; i < limit; i++)
			expect((await sandbox.call(path, { device_id })).status).toBe(200);
		expect((await sandbox.call(path, { device_id })).status).toBe(429);
	});

	test.each([
		['/access_codes/update', 10, { name: 'B' }],
		['/access_codes/delete', 20, {}],
	])('%s: %i', async (path, limit, more) => {
		const device_id = await sandbox.device('august');
		const { body } = await create(device_id, '4821');
		await sandbox.advance(3_000);
		const { access_code_id } = body.access_code as { access_code_id: string };
		for (let i = 0; i < limit; i++) {
			expect((await sandbox.call(path, { access_code_id, ...more })).status).toBe(200);
		}
		expect((await sandbox.call(path, { access_code_id, ...more })).status).toBe(429);
	});
});

describe('faults', () => {
	test('a status with Retry-After, as often as asked', async () => {
		await fault({ path: '/devices/list', kind: 'status', status: 429, retry_after: 7, times: 1 });
		const response = await sandbox.seam.client.post(
			'/devices/list',
			{},
			{ validateStatus: () => true },
		);
		expect([response.status, response.headers['retry-after']]).toEqual([429, '7']);
		expect((await sandbox.call('/devices/list')).status).toBe(200);
	});

	test('a cut connection before the call is heard, and after', async () => {
		const device_id = await sandbox.device('august');
		await fault({ path: '/access_codes/create', kind: 'reset', times: 1 });
		await expect(create(device_id, '4821')).rejects.toThrow();
		expect(await sandbox.seam.accessCodes.list({ device_id })).toHaveLength(0);
		await fault({ path: '/access_codes/create', kind: 'lost_answer', times: 1 });
		await expect(create(device_id, '4821')).rejects.toThrow();
		expect(await sandbox.seam.accessCodes.list({ device_id })).toHaveLength(1);
	});

	test('an answer that is not JSON, and one of a wrong shape', async () => {
		await fault({ path: '/workspaces/get', kind: 'not_json', times: 1 });
		const response = await fetch(`${sandbox.server.url}/workspaces/get`, { method: 'POST' });
		expect(response.headers.get('content-type')).toMatch(/html/);
		await fault({ path: '/workspaces/get', kind: 'wrong_shape', times: 1 });
		expect((await sandbox.call('/workspaces/get')).body.workspace).toBeUndefined();
	});

	test('only the named device is struck', async () => {
		const [device, other] = [await sandbox.device('august'), await sandbox.device('august')];
		await fault({ path: '/access_codes/create', kind: 'status', status: 500, device_id: device });
		expect((await create(other, '4821')).status).toBe(200);
		expect((await create(device, '4821')).status).toBe(500);
		await sandbox.control('DELETE', '/sandbox/faults');
		expect((await create(device, '4821')).status).toBe(200);
	});

	test('an error may quote the caller’s PIN and key', async () => {
		const device_id = await sandbox.device('august');
		await fault({
			path: '/access_codes/create',
			kind: 'status',
			status: 400,
			body: { error: { type: 'invalid_input', message: 'PIN {{code}} of {{key}} is bad' } },
		});
		const { body } = await create(device_id, '4821');
		expect((body.error as { message: string }).message).toBe(`PIN 4821 of ${API_KEY} is bad`);
	});

	test('held calls wait for each other and then meet the rules in order', async () => {
		const device_id = await sandbox.device('august');
		await fault({ path: '/access_codes/create', kind: 'hold' });
		const both = [create(device_id, '4821'), create(device_id, '4821')];
		for (let tries = 0; tries < 200; tries++) {
			const { faults } = await sandbox.control<{ faults: Array<{ held: number }> }>(
				'GET',
				'/sandbox/faults',
			);
			if (faults[0].held === 2) break;
		}
		expect(await sandbox.control('POST', '/sandbox/faults/release')).toEqual({ released: 2 });
		expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
	});
});

describe('the clock', () => {
	const read = () =>
		sandbox.control<{ now: string; speed: number; frozen: boolean }>('GET', '/sandbox/clock');

	test('stands still when frozen and moves by what it is told', async () => {
		expect(await read()).toEqual({ now: '2026-06-01T10:00:00.000Z', speed: 1, frozen: true });
		await sandbox.advance(90_000);
		expect((await read()).now).toBe('2026-06-01T10:01:30.000Z');
	});

	test('runs at the speed it is given', async () => {
		await sandbox.control('POST', '/sandbox/clock', { frozen: false, speed: 100_000 });
		const device_id = await sandbox.device('august');
		const { access_code_id } = await sandbox.seam.accessCodes.create({ device_id, code: '4821' });
		let status = '';
		for (let tries = 0; tries < 200 && status !== 'set'; tries++) {
			({ status } = await sandbox.seam.accessCodes.get({ access_code_id }));
		}
		expect(status).toBe('set');
	});

	test.each([{ now: 'noon' }, { speed: 0 }, { speed: 'fast' }, { advance_ms: -1 }])(
		'refuses %j',
		async (body) => {
			await expect(sandbox.control('POST', '/sandbox/clock', body)).rejects.toThrow(/400|invalid/);
		},
	);

	test('reset brings back the start', async () => {
		await sandbox.device('august');
		await sandbox.control('POST', '/sandbox/reset');
		const { frozen, now } = await read();
		expect([frozen, Math.abs(Date.parse(now) - Date.now()) < 5_000]).toEqual([false, true]);
	});
});

test('the inbox keeps what it is sent', async () => {
	await sandbox.control('POST', '/sandbox/messages', { to: 'Ada', text: 'Hello' });
	expect(await sandbox.control('GET', '/sandbox/messages')).toEqual({
		messages: [{ to: 'Ada', text: 'Hello' }],
	});
});

test('a full lock: strict refuses, lenient accepts and the lock complains', async () => {
	const device_id = await sandbox.device('august', {
		properties: { max_active_codes_supported: 1 },
	});
	await create(device_id, '4821');
	await sandbox.advance(3_000);
	expect((await create(device_id, '4822')).status).toBe(400);
	await sandbox.control('POST', '/sandbox/reading', { reading: 'lenient' });
	const { body } = await create(device_id, '4822');
	await sandbox.advance(60 * 60_000);
	const { access_code_id } = body.access_code as { access_code_id: string };
	expect(await sandbox.seam.accessCodes.get({ access_code_id })).toMatchObject({
		status: 'setting',
		errors: [{ error_code: 'no_space_for_access_code_on_device' }],
	});
	expect((await sandbox.keypad(device_id, '4822')).opens).toBe(false);
});
