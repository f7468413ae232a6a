import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeParameters,
} from 'n8n-workflow';

import { SeamTrigger } from '../../../nodes/SeamTrigger/SeamTrigger.node';
import { answer, fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { hookContext, TEST_API_KEY, type NodeSetting } from '../support/nodeHarness.mts';

const URL = 'https://n8n.example.com/webhook/b2d4e1c3-0000-4000-8000-000000000002/seam';
const TEST_URL = URL.replace('/webhook/', '/webhook-test/');
const SIGNING_KEY = `whsec_${Buffer.from('the signing key of this node').toString('base64')}`;

const EVENTS = ['access_code.set_on_device', 'access_code.deleted'];
const SORTED_EVENTS = ['access_code.deleted', 'access_code.set_on_device'];

let seam: FakeSeam;
/** What n8n keeps for the node from one call to the next. */
let staticData: IDataObject;
/** What the node wrote into n8n's log. */
let warnings: string[];

beforeEach(async () => {
	seam = await startFakeSeam();
	staticData = {};
	warnings = [];
	seam.respondWith('/webhooks/list', { webhooks: [] });
	seam.respondWith('/webhooks/delete', {});
	let count = 0;
	seam.respondWith('/webhooks/create', (body) => {
		count += 1;
		return { webhook: { ...body, webhook_id: `webhook-${count}`, secret: SIGNING_KEY } };
	});
	seam.respondWith('/webhooks/get', ({ webhook_id }) => ({
		webhook: { webhook_id, url: URL, event_types: SORTED_EVENTS },
	}));
});
afterEach(async () => await seam.stop());

type Setting = NodeSetting & { isTest?: boolean };

function contextOf(setting: Setting) {
	const parameters = { events: EVENTS };
	const context = hookContext(SeamTrigger, { parameters, seam, staticData, ...setting });
	jest.spyOn(context.logger, 'warn').mockImplementation((text) => void warnings.push(text));
	return context;
}

const { checkExists, create, delete: remove } = new SeamTrigger().webhookMethods.default;

/** What n8n does when a workflow is activated. */
async function activate(setting: Setting = {}) {
	const context = contextOf(setting);
	const exists = await checkExists.call(context);
	if (!exists) await create.call(context);
	return exists;
}

/** n8n calls a deactivation "internal", of a test as well as of a workflow. */
const deactivate = async (setting: Setting = {}) =>
	await remove.call(contextOf({ ...setting, mode: 'internal' }));

const TEST: Setting = { mode: 'manual', isTest: true };

const pathsAsked = () => seam.requests.map(({ path }) => path);
const bodiesTo = (path: string) => seam.requestsTo(path).map(({ body }) => body);

describe('activation', () => {
	it('creates one webhook and keeps its ID, URL, secret and choice of events', async () => {
		expect(await activate()).toBe(false);
		expect(seam.requests).toEqual([
			{ method: 'POST', path: '/webhooks/list', body: {} },
			{
				method: 'POST',
				path: '/webhooks/create',
				body: { url: URL, event_types: SORTED_EVENTS },
			},
		]);
		expect(staticData.production).toEqual({
			webhookId: 'webhook-1',
			url: URL,
			secret: SIGNING_KEY,
			eventTypes: SORTED_EVENTS,
		});
		expect(Object.keys(staticData).filter((key) => !key.startsWith('__'))).toEqual(['production']);
	});

	it('keeps a webhook that is as it must be', async () => {
		await activate();
		expect(await activate()).toBe(true);
		expect(bodiesTo('/webhooks/get')).toEqual([{ webhook_id: 'webhook-1' }]);
		expect(bodiesTo('/webhooks/create')).toHaveLength(1);
	});

	it('asks for all events as one', async () => {
		await activate({ parameters: { events: ['lock.locked', '*'] } });
		expect(bodiesTo('/webhooks/create')).toEqual([{ url: URL, event_types: ['*'] }]);
	});

	it('takes the events from a text with commas, as an expression may give it', async () => {
		await activate({ parameters: { events: '={{ "lock.locked, lock.unlocked" }}' } });
		expect(bodiesTo('/webhooks/create')).toEqual([
			{ url: URL, event_types: ['lock.locked', 'lock.unlocked'] },
		]);
	});

	it('creates a new webhook when Seam has lost the old one', async () => {
		await activate();
		seam.respondWith('/webhooks/get', fault(404, 'webhook_not_found', 'Webhook not found'));
		seam.respondWith('/webhooks/delete', fault(404, 'webhook_not_found', 'Webhook not found'));
		expect(await activate()).toBe(false);
		expect(staticData.production).toMatchObject({ webhookId: 'webhook-2' });
	});

	it.each([
		['the choice of events changed', { parameters: { events: ['lock.locked'] } }],
		[
			'the address of n8n changed',
			{ additionalData: { webhookBaseUrl: 'https://moved.example.com/webhook' } },
		],
	])('deletes the old webhook and creates a new one when %s', async (_title, setting) => {
		await activate();
		expect(await activate(setting)).toBe(false);
		expect(bodiesTo('/webhooks/delete')).toEqual([{ webhook_id: 'webhook-1' }]);
		expect(bodiesTo('/webhooks/create')).toHaveLength(2);
		expect(staticData.production).toMatchObject({ webhookId: 'webhook-2' });
	});

	it.each([
		['its URL', { url: 'https://elsewhere.example.com/', event_types: SORTED_EVENTS }],
		['its events', { url: URL, event_types: ['lock.locked'] }],
	])('replaces a webhook when somebody changed %s in Seam', async (_title, changed) => {
		await activate();
		seam.respondWith('/webhooks/get', { webhook: { webhook_id: 'webhook-1', ...changed } });
		expect(await activate()).toBe(false);
		expect(staticData.production).toMatchObject({ webhookId: 'webhook-2' });
	});

	it('removes what an earlier activation left at the same URL, and nothing else', async () => {
		seam.respondWith('/webhooks/list', {
			webhooks: [
				{ webhook_id: 'left-behind', url: URL, event_types: ['*'] },
				{ webhook_id: 'of-another-node', url: `${URL}/other`, event_types: ['*'] },
				{ webhook_id: 'of-a-test', url: TEST_URL, event_types: ['*'] },
			],
		});
		await activate();
		expect(bodiesTo('/webhooks/delete')).toEqual([{ webhook_id: 'left-behind' }]);
	});

	it.each([
		['is down', () => answer({ status: 503, headers: { 'retry-after': '3600' } })],
		[
			'takes no more requests',
			() => fault(429, 'rate_limited', 'Slow down', { headers: { 'retry-after': '3600' } }),
		],
	])('goes on with the known webhook while Seam %s', async (_title, trouble) => {
		await activate();
		seam.respondWith('/webhooks/get', trouble());
		expect(await activate()).toBe(true);
		expect(bodiesTo('/webhooks/create')).toHaveLength(1);
		expect(staticData.production).toMatchObject({ webhookId: 'webhook-1' });
		expect(warnings).toEqual([expect.stringContaining('webhook-1')]);
	});
});

describe('an activation that is refused', () => {
	const nothingChanged = () => {
		expect(bodiesTo('/webhooks/create')).toEqual([]);
		expect(staticData.production).toBeUndefined();
	};

	it('when no event is chosen', async () => {
		const refused = activate({ parameters: { events: [] } });
		await expect(refused).rejects.toBeInstanceOf(NodeOperationError);
		await expect(refused).rejects.toMatchObject({
			message: 'No event is chosen',
			context: { parameter: 'Trigger On' },
		});
		expect(seam.requests).toEqual([]);
	});

	it('when a filter holds no ID', async () => {
		const parameters = {
			events: EVENTS,
			filters: { device: { __rl: true, mode: 'id', value: 'front door' } },
		};
		await expect(activate({ parameters })).rejects.toThrow("'front door'");
		expect(seam.requests).toEqual([]);
	});

	it.each(['http://localhost:5678/webhook', 'http://192.168.1.20:5678/webhook'])(
		'when Seam itself should reach %s',
		async (webhookBaseUrl) => {
			const refused = activate({ seam: undefined, additionalData: { webhookBaseUrl } });
			await expect(refused).rejects.toMatchObject({
				message: expect.not.stringContaining('. '),
				description: expect.stringMatching(
					new RegExp(`^${webhookBaseUrl}.*WEBHOOK_URL.*publish \\(activate\\)`),
				),
			});
			nothingChanged();
		},
	);

	it('never when a Seam on loopback reaches n8n on loopback', async () => {
		await activate({ additionalData: { webhookBaseUrl: 'http://127.0.0.1:5678/webhook' } });
		expect(bodiesTo('/webhooks/create')).toHaveLength(1);
	});

	it('when the key is wrong', async () => {
		seam.respondWith('/webhooks/list', fault(401, 'unauthorized', 'API Key not found'));
		await expect(activate()).rejects.toBeInstanceOf(NodeApiError);
		nothingChanged();
	});

	it('when the key is wrong though a webhook is known', async () => {
		await activate();
		seam.respondWith('/webhooks/get', fault(401, 'unauthorized', 'API Key not found'));
		await expect(activate()).rejects.toBeInstanceOf(NodeApiError);
		expect(staticData.production).toMatchObject({ webhookId: 'webhook-1' });
	});

	it('when Seam sends no secret; the webhook does not stay behind', async () => {
		seam.respondWith('/webhooks/create', { webhook: { webhook_id: 'webhook-1', url: URL } });
		await expect(activate()).rejects.toMatchObject({
			message: expect.stringContaining('without a secret'),
			description: expect.stringContaining('Publish (activate)'),
		});
		expect(bodiesTo('/webhooks/delete')).toEqual([{ webhook_id: 'webhook-1' }]);
		expect(staticData.production).toBeUndefined();
	});
});

describe('deactivation', () => {
	it('deletes the webhook and forgets its secret', async () => {
		await activate();
		expect(await deactivate()).toBe(true);
		expect(bodiesTo('/webhooks/delete')).toEqual([{ webhook_id: 'webhook-1' }]);
		expect(staticData.production).toBeUndefined();
	});

	it("deletes the webhook also when n8n's address has changed meanwhile", async () => {
		await activate();
		const moved = { webhookBaseUrl: 'https://moved.example.com/webhook' };
		expect(await deactivate({ additionalData: moved })).toBe(true);
		expect(bodiesTo('/webhooks/delete')).toEqual([{ webhook_id: 'webhook-1' }]);
		expect(staticData.production).toBeUndefined();
	});

	it('is content when Seam no longer has the webhook', async () => {
		await activate();
		seam.respondWith('/webhooks/delete', fault(404, 'webhook_not_found', 'Webhook not found'));
		expect(await deactivate()).toBe(true);
		expect(staticData.production).toBeUndefined();
	});

	it('asks nothing of Seam when nothing was registered', async () => {
		expect(await deactivate()).toBe(true);
		expect(pathsAsked()).toEqual([]);
	});

	it('that Seam refuses leaves the webhook to the next activation', async () => {
		await activate();
		seam.respondWith('/webhooks/delete', fault(403, 'forbidden', 'Not now'));
		expect(await deactivate()).toBe(false);
		expect(await activate()).toBe(true);
		expect(staticData.production).toMatchObject({ webhookId: 'webhook-1', secret: SIGNING_KEY });
	});
});

describe('a test in the editor', () => {
	it('has a webhook of its own, on the test URL', async () => {
		await activate();
		await activate(TEST);
		expect(bodiesTo('/webhooks/create').map(({ url }) => url)).toEqual([URL, TEST_URL]);
		expect(bodiesTo('/webhooks/delete')).toEqual([]);
		expect(staticData).toMatchObject({
			production: { webhookId: 'webhook-1' },
			test: { webhookId: 'webhook-2' },
		});
	});

	it('takes only its own webhook away when it ends', async () => {
		await activate();
		await activate(TEST);
		await deactivate(TEST);
		expect(bodiesTo('/webhooks/delete')).toEqual([{ webhook_id: 'webhook-2' }]);
		expect(staticData.test).toBeUndefined();
		expect(staticData.production).toMatchObject({ webhookId: 'webhook-1' });
	});
});

it('never puts the key into the log, also where Seam quotes it', async () => {
	await activate();
	seam.respondWith('/webhooks/delete', fault(403, 'forbidden', `Not with ${TEST_API_KEY}`));
	await deactivate();
	expect(warnings).toHaveLength(1);
	expect(warnings[0]).toContain('webhook-1');
	expect(warnings[0]).not.toContain(TEST_API_KEY);
	expect(warnings[0]).not.toContain(SIGNING_KEY);
});

it('refuses to add to events what can not be added, before anything is registered', async () => {
	const parameters = { events: EVENTS, options: { addToEvent: ['device', 'guest'] } };
	await expect(activate({ parameters })).rejects.toThrow(
		"'Add to Event' holds something that is not one of its choices",
	);
	expect(seam.requests).toEqual([]);
});

describe('locks given by name', () => {
	const FLAT = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
	const FRONT_DOOR = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';
	const DEVICES = [
		{ device_id: FLAT, display_name: 'Flat', properties: {} },
		{ device_id: FRONT_DOOR, display_name: 'Front Door', properties: {} },
	];
	const byName = (value: string) => ({ __rl: true, mode: 'name', value });
	const withFilters = (filters: INodeParameters): Setting => ({
		parameters: { events: EVENTS, filters },
	});
	const both = withFilters({ device: byName('flat'), additionalDevices: `front door, ${FLAT}` });

	beforeEach(() => {
		seam.respondWith('/devices/get', fault(404, 'device_not_found', 'Device not found'));
		seam.respondWith('/devices/list', { devices: DEVICES });
	});

	it('are looked up at the activation, in any case, and kept', async () => {
		await activate(both);
		expect(staticData.production).toMatchObject({
			deviceIdsByName: { flat: FLAT, 'front door': FRONT_DOOR },
		});
		expect(bodiesTo('/devices/list')).toHaveLength(1);
		expect(await activate(both)).toBe(true);
		expect(bodiesTo('/devices/list')).toHaveLength(1);
	});

	it('are looked up by the next activation if a name is new', async () => {
		await activate();
		expect(await activate(both)).toBe(false);
		expect(staticData.production).toMatchObject({ deviceIdsByName: { flat: FLAT } });
	});

	it.each([
		[
			{ additionalDevices: 'Frnt Door' },
			'Frnt Door',
			'Front Door',
			'Additional Device Names or IDs',
		],
		[{ device: byName('Flt') }, 'Flt', 'Flat', 'Device'],
	])('stop the activation if they are unknown: %j', async (filters, name, meant, label) => {
		const activation = activate(withFilters(filters));
		await expect(activation).rejects.toMatchObject({
			message: `'${label}': No device in Seam has the name '${name}'`,
			description: `Did you mean '${meant}'? Choose from the list in '${label}', or give a name, which each entry of the list begins with, or an ID.`,
		});
		expect(bodiesTo('/webhooks/create')).toEqual([]);
	});
});
