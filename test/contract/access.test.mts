// Who may see what: keys, tokens, workspaces, methods and paths.
import { SeamHttp, SeamHttpWithoutWorkspace } from '@seamapi/http';
import {
	API_KEY,
	CLIENT_SESSION_TOKEN,
	PERSONAL_ACCESS_TOKEN,
	PUBLISHABLE_KEY,
	REVOKED_API_KEY,
	SECOND_API_KEY,
	SECOND_WORKSPACE_ID,
	SUSPENDED_API_KEY,
} from '../../sandbox/credentials.mts';
import { routes } from '../../sandbox/routes/index.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const send = async (path: string, headers: Record<string, string>, init: RequestInit = {}) => {
	const response = await fetch(`${sandbox.server.url}${path}`, {
		method: 'POST',
		headers,
		...init,
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: JSON.parse(text) };
};
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

test.each([
	['no key', {}],
	['a made-up key', bearer('seam_testNope_123')],
	['a revoked key', bearer(REVOKED_API_KEY)],
	['a client session token', bearer(CLIENT_SESSION_TOKEN)],
	['a publishable key', bearer(PUBLISHABLE_KEY)],
	['a console session', bearer('eyJhbGciOiJIUzI1NiJ9.e30.x')],
])('%s is refused on every path', async (_name, headers) => {
	for (const path of Object.keys(routes)) {
		const { status, body } = await send(path, headers as Record<string, string>);
		expect([path, status, body.error.type]).toEqual([path, 401, 'unauthorized']);
	}
});

test('a personal access token needs a workspace', async () => {
	const without = await send('/devices/list', bearer(PERSONAL_ACCESS_TOKEN));
	expect([without.status, without.body.error.type]).toEqual([400, 'missing_workspace_id']);
	const options = { endpoint: sandbox.server.url };
	const seam = SeamHttp.fromPersonalAccessToken(
		PERSONAL_ACCESS_TOKEN,
		SECOND_WORKSPACE_ID,
		options,
	);
	expect((await seam.workspaces.get()).name).toBe('Neighbour');
	const lister = SeamHttpWithoutWorkspace.fromPersonalAccessToken(PERSONAL_ACCESS_TOKEN, options);
	expect(await lister.workspaces.list()).toHaveLength(2);
});

test('a suspended workspace shows itself and nothing else', async () => {
	const shown = await send('/workspaces/get', bearer(SUSPENDED_API_KEY));
	expect(shown.body.workspace.is_suspended).toBe(true);
	expect((await send('/devices/list', bearer(SUSPENDED_API_KEY))).status).toBe(403);
});

test('a workspace sees nothing of another', async () => {
	const device_id = await sandbox.device('august');
	const { access_code_id } = await sandbox.seam.accessCodes.create({ device_id, code: '4821' });
	const { webhook_id } = await sandbox.seam.webhooks.create({ url: 'http://127.0.0.1:9/' });
	const [event] = await sandbox.seam.events.list({ since: '2020-01-01T00:00:00Z' });
	const neighbour = SeamHttp.fromApiKey(SECOND_API_KEY, { endpoint: sandbox.server.url });

	const hidden = [
		() => neighbour.devices.get({ device_id }),
		() => neighbour.accessCodes.get({ access_code_id }),
		() => neighbour.accessCodes.list({ device_id }),
		() => neighbour.accessCodes.create({ device_id }),
		() => neighbour.accessCodes.delete({ access_code_id }),
		() => neighbour.webhooks.get({ webhook_id }),
		() => neighbour.webhooks.delete({ webhook_id }),
		() => neighbour.events.get({ event_id: event.event_id }),
	];
	for (const attempt of hidden) {
		await expect(attempt()).rejects.toMatchObject({ statusCode: 404 });
	}
	expect(await neighbour.devices.list()).toHaveLength(1);
	expect(await neighbour.webhooks.list()).toEqual([]);
	const events = await neighbour.events.list({ since: '2020-01-01T00:00:00Z' });
	expect(events.map(({ event_id }) => event_id)).not.toContain(event.event_id);
	expect(await sandbox.seam.webhooks.get({ webhook_id })).toMatchObject({ webhook_id });
});

test.each([
	['an unknown path', '/nowhere', {}, 404, 'not_found'],
	['a path of Seam’s that the sandbox lacks', '/phones/list', {}, 404, 'not_found'],
	['a wrong method', '/access_codes/create', { method: 'GET' }, 405, 'method_not_allowed'],
	['a body that is not JSON', '/devices/list', { body: '{nope' }, 400, 'invalid_input'],
	['an id that is no UUID', '/devices/get', { body: '{"device_id":"x"}' }, 400, 'invalid_input'],
	['a missing parameter', '/access_codes/create', { body: '{}' }, 400, 'invalid_input'],
])('%s gets a JSON error with a request id', async (_name, path, init, status, type) => {
	const answer = await send(path, bearer(API_KEY), init as RequestInit);
	expect([answer.status, answer.body]).toEqual([
		status,
		{ error: expect.objectContaining({ type, message: expect.any(String) }), ok: false },
	]);
	expect(answer.headers.get('seam-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('validation errors name the parameter', async () => {
	const { body } = await send('/access_codes/create', bearer(API_KEY), { body: '{"code":"12ab"}' });
	expect(Object.keys(body.error.validation_errors).sort()).toEqual([
		'_errors',
		'code',
		'device_id',
	]);
});

test('the log of requests keeps no key', async () => {
	await sandbox.seam.workspaces.get();
	const { requests } = await sandbox.control<{ requests: unknown[] }>('GET', '/sandbox/requests');
	expect(requests.at(-1)).toMatchObject({ path: '/workspaces/get', status: 200 });
	expect(JSON.stringify(requests)).not.toContain(API_KEY);
});
