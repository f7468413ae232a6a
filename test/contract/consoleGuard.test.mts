// The console and the controls need no key: no page from elsewhere may use them through somebody's browser.
import { request } from 'node:http';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
});
afterAll(async () => await sandbox.close());

/** The status of a call with these headers; `fetch` would not let a test choose `Host`. */
async function statusOf(method: string, path: string, headers: Record<string, string>) {
	const { port } = sandbox.server;
	return await new Promise<number>((resolve, reject) => {
		const call = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
			response.destroy();
			resolve(response.statusCode!);
		});
		call.on('error', reject).end();
	});
}

const own = () => `http://127.0.0.1:${sandbox.server.port}`;

test.each([
	['GET', '/'],
	['GET', '/console/app.mjs'],
	['GET', '/console/stream'],
	['POST', '/sandbox/clock'],
	['GET', '/sandbox/requests'],
])('%s %s is for this machine’s own pages and programs', async (method, path) => {
	expect(await statusOf(method, path, {})).toBe(200);
	expect(await statusOf(method, path, { origin: own(), 'sec-fetch-site': 'same-origin' })).toBe(
		200,
	);
	expect(await statusOf(method, path, { host: `localhost:${sandbox.server.port}` })).toBe(200);
	expect(await statusOf(method, path, { host: 'doors.example' })).toBe(403);
	expect(await statusOf(method, path, { host: '127.0.0.1.doors.example:80' })).toBe(403);
	expect(await statusOf(method, path, { origin: 'https://doors.example' })).toBe(403);
	expect(await statusOf(method, path, { origin: 'null' })).toBe(403);
	expect(await statusOf(method, path, { origin: 'http://127.0.0.1:1' })).toBe(403);
	expect(await statusOf(method, path, { 'sec-fetch-site': 'cross-site' })).toBe(403);
	expect(await statusOf(method, path, { 'sec-fetch-site': 'same-site' })).toBe(403);
});

test.each([
	'/workspaces/get',
	'/sandbox%2Fclock',
	'/%73andbox/clock',
	'//sandbox/clock',
	'/sandbox/clock?x=1',
])('%s finds no way around', async (path) => {
	const status = await statusOf('POST', path, { origin: 'https://doors.example' });
	expect(status).toBe(403);
});

test('only this machine’s own pages and programs may book or say where bookings go', async () => {
	for (const path of ['/sandbox/bookings', '/sandbox/bookings/webhook']) {
		expect(await statusOf('POST', path, { origin: own() })).toBe(400);
		expect(await statusOf('POST', path, { origin: 'https://doors.example' })).toBe(403);
		expect(await statusOf('POST', path, { 'sec-fetch-site': 'cross-site' })).toBe(403);
	}
});

test('bookings go to addresses on this machine alone', async () => {
	const webhook = async (url: string, runsUrl?: string) =>
		await sandbox.control('POST', '/sandbox/bookings/webhook', { url, runs_url: runsUrl });
	await expect(webhook('https://doors.example/webhook')).rejects.toThrow('on this machine');
	await expect(webhook('javascript://127.0.0.1/%0aalert(1)')).rejects.toThrow('on this machine');
	await expect(webhook('http://127.0.0.1:1/', 'https://doors.example/')).rejects.toThrow();
	await webhook('http://127.0.0.1:1/webhook/booking');
});

test('a link from elsewhere may lead to the page, but not frame it', async () => {
	const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
	expect(await statusOf('GET', '/', { ...link, 'sec-fetch-dest': 'document' })).toBe(200);
	expect(await statusOf('GET', '/', { ...link, 'sec-fetch-dest': 'iframe' })).toBe(403);
	const response = await fetch(`${own()}/`);
	expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});
