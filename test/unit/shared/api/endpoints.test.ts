import type { IExecuteFunctions } from 'n8n-workflow';

import * as accessCodes from '../../../../nodes/shared/api/accessCodes';
import * as accessGrants from '../../../../nodes/shared/api/accessGrants';
import * as actionAttempts from '../../../../nodes/shared/api/actionAttempts';
import * as connections from '../../../../nodes/shared/api/connections';
import { createDeviceReader } from '../../../../nodes/shared/api/deviceReader';
import * as devices from '../../../../nodes/shared/api/devices';
import * as events from '../../../../nodes/shared/api/events';
import * as locks from '../../../../nodes/shared/api/locks';
import * as unmanaged from '../../../../nodes/shared/api/unmanagedAccessCodes';
import * as webhooks from '../../../../nodes/shared/api/webhooks';
import { getWorkspace } from '../../../../nodes/shared/api/workspaces';
import { fault, startFakeSeam, type FakeSeam } from '../../support/fakeSeam.mts';
import { executeContext } from '../../support/nodeHarness.mts';
import { probeNode } from '../../support/probeNode.mts';
import { skippingWaits, useFakeClock } from '../../support/time.mts';

let seam: FakeSeam;
let context: IExecuteFunctions;

beforeEach(async () => {
	seam = await startFakeSeam();
	context = executeContext(
		probeNode(async () => ({})),
		{ seam },
	);
});
afterEach(async () => await seam.stop());

const code = { access_code_id: 'code-1', device_id: 'device-1' };
const device = { device_id: 'device-1', properties: {} };
const attempt = { action_attempt_id: 'attempt-1', status: 'pending' };
const webhook = { webhook_id: 'webhook-1', url: 'https://n8n.example.com/hook' };
const event = { event_id: 'event-1', event_type: 'device.connected' };
const account = { connected_account_id: 'account-1' };
const webview = { connect_webview_id: 'webview-1' };
const grant = { access_grant_id: 'grant-1' };
const workspace = { workspace_id: 'workspace-1' };
const pin = { device_id: 'device-1', code: '4711' };

/** Call, path, body, what Seam answers, what the call returns. */
const CALLS: Array<[() => Promise<unknown>, string, object, Record<string, unknown>, unknown]> = [
	[
		async () =>
			await accessCodes.createAccessCode(
				{ context, itemIndex: 0 },
				{ device_id: 'device-1', name: 'Ada' },
			),
		'/access_codes/create',
		{ device_id: 'device-1', name: 'Ada' },
		{ access_code: code },
		code,
	],
	[
		async () =>
			await accessCodes.createMultipleAccessCodes(
				{ context, itemIndex: 0 },
				{ device_ids: ['device-1', 'device-2'] },
			),
		'/access_codes/create_multiple',
		{ device_ids: ['device-1', 'device-2'] },
		{ access_codes: [code] },
		[code],
	],
	[
		async () => await accessCodes.getAccessCode({ context, itemIndex: 0 }, 'code-1'),
		'/access_codes/get',
		{ access_code_id: 'code-1' },
		{ access_code: code },
		code,
	],
	[
		async () => await accessCodes.listAccessCodes({ context, itemIndex: 0 }, 'device-1'),
		'/access_codes/list',
		{ device_id: 'device-1' },
		{ access_codes: [code] },
		[code],
	],
	[
		async () =>
			await accessCodes.updateAccessCode({ context, itemIndex: 0 }, code, { name: 'Bea' }),
		'/access_codes/update',
		{ access_code_id: 'code-1', name: 'Bea' },
		{},
		undefined,
	],
	[
		async () => await accessCodes.deleteAccessCode({ context, itemIndex: 0 }, code),
		'/access_codes/delete',
		{ access_code_id: 'code-1' },
		{},
		undefined,
	],
	[
		async () => await accessCodes.pullBackupAccessCode({ context, itemIndex: 0 }, 'code-1'),
		'/access_codes/pull_backup_access_code',
		{ access_code_id: 'code-1' },
		{ access_code: code },
		code,
	],
	[
		async () => await accessCodes.generatePin({ context, itemIndex: 0 }, 'device-1'),
		'/access_codes/generate_code',
		{ device_id: 'device-1' },
		{ generated_code: pin },
		pin,
	],
	[
		async () => await unmanaged.listUnmanagedAccessCodes({ context, itemIndex: 0 }, 'device-1'),
		'/access_codes/unmanaged/list',
		{ device_id: 'device-1' },
		{ access_codes: [code] },
		[code],
	],
	[
		async () => await unmanaged.getUnmanagedAccessCode({ context, itemIndex: 0 }, 'code-1'),
		'/access_codes/unmanaged/get',
		{ access_code_id: 'code-1' },
		{ access_code: code },
		code,
	],
	[
		async () =>
			await unmanaged.convertToManaged({ context, itemIndex: 0 }, 'code-1', { force: true }),
		'/access_codes/unmanaged/convert_to_managed',
		{ access_code_id: 'code-1', force: true },
		{},
		undefined,
	],
	[
		async () => await unmanaged.deleteUnmanagedAccessCode({ context, itemIndex: 0 }, code),
		'/access_codes/unmanaged/delete',
		{ access_code_id: 'code-1' },
		{},
		undefined,
	],
	[
		async () => await devices.getDevice({ context, itemIndex: 0 }, 'device-1'),
		'/devices/get',
		{ device_id: 'device-1' },
		{ device },
		device,
	],
	[
		async () => await devices.getDevice({ context, itemIndex: 0 }, { name: 'Front Door' }),
		'/devices/get',
		{ name: 'Front Door' },
		{ device },
		device,
	],
	[
		async () => await devices.listDevices({ context, itemIndex: 0 }, { search: 'door' }),
		'/devices/list',
		{ search: 'door' },
		{ devices: [device] },
		[device],
	],
	[
		async () => await devices.updateDevice({ context, itemIndex: 0 }, 'device-1', { name: null }),
		'/devices/update',
		{ device_id: 'device-1', name: null },
		{},
		undefined,
	],
	[
		async () => await locks.unlockDoor({ context, itemIndex: 0 }, 'device-1'),
		'/locks/unlock_door',
		{ device_id: 'device-1' },
		{ action_attempt: attempt },
		attempt,
	],
	[
		async () => await locks.lockDoor({ context, itemIndex: 0 }, 'device-1'),
		'/locks/lock_door',
		{ device_id: 'device-1' },
		{ action_attempt: attempt },
		attempt,
	],
	[
		async () => await actionAttempts.getActionAttempt({ context, itemIndex: 0 }, 'attempt-1'),
		'/action_attempts/get',
		{ action_attempt_id: 'attempt-1' },
		{ action_attempt: attempt },
		attempt,
	],
	[
		async () =>
			await events.listEvents({ context, itemIndex: 0 }, { since: '2027-01-01T00:00:00Z' }),
		'/events/list',
		{ since: '2027-01-01T00:00:00Z' },
		{ events: [event] },
		[event],
	],
	[
		async () => await events.getEvent({ context, itemIndex: 0 }, 'event-1'),
		'/events/get',
		{ event_id: 'event-1' },
		{ event },
		event,
	],
	[
		async () =>
			await webhooks.createWebhook(
				{ context, itemIndex: 0 },
				{ url: 'https://n8n.example.com/hook', event_types: ['*'] },
			),
		'/webhooks/create',
		{ url: 'https://n8n.example.com/hook', event_types: ['*'] },
		{ webhook },
		webhook,
	],
	[
		async () => await webhooks.getWebhook({ context, itemIndex: 0 }, 'webhook-1'),
		'/webhooks/get',
		{ webhook_id: 'webhook-1' },
		{ webhook },
		webhook,
	],
	[
		async () => await webhooks.listWebhooks({ context, itemIndex: 0 }),
		'/webhooks/list',
		{},
		{ webhooks: [webhook] },
		[webhook],
	],
	[
		async () => await webhooks.deleteWebhook({ context, itemIndex: 0 }, 'webhook-1'),
		'/webhooks/delete',
		{ webhook_id: 'webhook-1' },
		{},
		undefined,
	],
	[
		async () => await connections.getConnectedAccount({ context, itemIndex: 0 }, 'account-1'),
		'/connected_accounts/get',
		{ connected_account_id: 'account-1' },
		{ connected_account: account },
		account,
	],
	[
		async () => await connections.listConnectedAccounts({ context, itemIndex: 0 }, {}),
		'/connected_accounts/list',
		{},
		{ connected_accounts: [account] },
		[account],
	],
	[
		async () => await connections.syncConnectedAccount({ context, itemIndex: 0 }, 'account-1'),
		'/connected_accounts/sync',
		{ connected_account_id: 'account-1' },
		{},
		undefined,
	],
	[
		async () =>
			await connections.createConnectWebview(
				{ context, itemIndex: 0 },
				{ accepted_providers: ['august'] },
			),
		'/connect_webviews/create',
		{ accepted_providers: ['august'] },
		{ connect_webview: webview },
		webview,
	],
	[
		async () => await connections.getConnectWebview({ context, itemIndex: 0 }, 'webview-1'),
		'/connect_webviews/get',
		{ connect_webview_id: 'webview-1' },
		{ connect_webview: webview },
		webview,
	],
	[
		async () =>
			await accessGrants.createAccessGrant(
				{ context, itemIndex: 0 },
				{ requested_access_methods: [{ mode: 'code' }], device_ids: ['device-1'] },
			),
		'/access_grants/create',
		{ requested_access_methods: [{ mode: 'code' }], device_ids: ['device-1'] },
		{ access_grant: grant },
		grant,
	],
	[
		async () =>
			await accessGrants.getAccessGrant({ context, itemIndex: 0 }, { access_grant_key: 'HA-1' }),
		'/access_grants/get',
		{ access_grant_key: 'HA-1' },
		{ access_grant: grant },
		grant,
	],
	[
		async () =>
			await accessGrants.listAccessGrants({ context, itemIndex: 0 }, { device_id: 'device-1' }),
		'/access_grants/list',
		{ device_id: 'device-1' },
		{ access_grants: [grant] },
		[grant],
	],
	[
		async () =>
			await accessGrants.updateAccessGrant(
				{ context, itemIndex: 0 },
				{ access_grant_id: 'grant-1' },
				{ ends_at: null },
			),
		'/access_grants/update',
		{ access_grant_id: 'grant-1', ends_at: null },
		{},
		undefined,
	],
	[
		async () => await accessGrants.deleteAccessGrant({ context, itemIndex: 0 }, 'grant-1'),
		'/access_grants/delete',
		{ access_grant_id: 'grant-1' },
		{},
		undefined,
	],
	[
		async () => await getWorkspace({ context, itemIndex: 0 }),
		'/workspaces/get',
		{},
		{ workspace },
		workspace,
	],
];

it.each(CALLS.map((call) => [call[1], call] as const))(
	'%s',
	async (path, [call, , body, answer, result]) => {
		seam.respondWith(path, answer);
		expect(await call()).toEqual(result);
		expect(seam.requests).toEqual([{ method: 'POST', path, body }]);
	},
);

describe('lists', () => {
	const page = (ids: string[], next: string | null) => ({
		devices: ids.map((device_id) => ({ device_id, properties: {} })),
		pagination: { has_next_page: next !== null, next_page_cursor: next, next_page_url: null },
	});

	it('are read page by page with the same filters', async () => {
		seam.respondWith(
			'/devices/list',
			page(['a', 'b'], 'two'),
			page(['c'], 'three'),
			page(['d'], null),
		);
		const found = await devices.listDevices(
			{ context, itemIndex: 0 },
			{ manufacturer: 'igloohome' },
		);
		expect(found.map(({ device_id }) => device_id)).toEqual(['a', 'b', 'c', 'd']);
		expect(seam.requests.map(({ body }) => body)).toEqual([
			{ manufacturer: 'igloohome' },
			{ manufacturer: 'igloohome', page_cursor: 'two' },
			{ manufacturer: 'igloohome', page_cursor: 'three' },
		]);
	});

	it('are read no further than asked', async () => {
		seam.respondWith('/devices/list', page(['a', 'b'], 'two'), page(['c', 'd'], 'three'));
		const found = await devices.listDevices({ context, itemIndex: 0 }, {}, 3);
		expect(found.map(({ device_id }) => device_id)).toEqual(['a', 'b', 'c']);
		expect(seam.requests).toHaveLength(2);
	});

	it.each([
		['a cursor that repeats', page(['a'], 'same'), 2],
		['a next page without a cursor', { devices: [], pagination: { has_next_page: true } }, 1],
		['no pagination at all', { devices: [] }, 1],
	])('end at %s', async (_name, given, requests) => {
		seam.respondWith('/devices/list', given);
		await devices.listDevices({ context, itemIndex: 0 }, {});
		expect(seam.requests).toHaveLength(requests);
	});
});

describe('a search of events', () => {
	const EVENTS = Array.from({ length: 1_200 }, (_, index) => ({
		event_id: `event-${index}`,
		event_type: 'device.connected',
		// Three at a time happen in the same millisecond, and pages of 500 end within three.
		created_at: new Date(Date.UTC(2027, 0, 1) + Math.floor(index / 3) * 1_000).toISOString(),
	}));
	const from = '2027-01-01T00:00:00.000Z';
	const to = EVENTS[EVENTS.length - 1].created_at;

	it.each([
		['oldest first', EVENTS],
		['newest first', [...EVENTS].reverse()],
	])('finds all of them where Seam gives 500 at once, %s', async (_name, inOrder) => {
		seam.respondWith('/events/list', ({ between, limit }) => {
			const [after, before] = between as [string, string];
			const inside = inOrder.filter((e) => e.created_at > after && e.created_at < before);
			return { events: inside.slice(0, Number(limit)) };
		});
		const found = await events.searchEvents(
			{ context, itemIndex: 0 },
			{ from, to, device_id: 'device-1' },
		);
		expect(found).toEqual(inOrder);
		expect(seam.requests[0].body).toEqual({
			device_id: 'device-1',
			// A millisecond more at either end, because Seam leaves out both.
			between: ['2026-12-31T23:59:59.999Z', '2027-01-01T00:06:39.001Z'],
			limit: 500,
		});
		expect(seam.requests).toHaveLength(3);
		expect(await events.searchEvents({ context, itemIndex: 0 }, { from, to }, 7)).toEqual(
			inOrder.slice(0, 7),
		);
	});
});

describe('the device reader', () => {
	const itemsWithKeys = () =>
		executeContext(
			probeNode(async () => ({})),
			{
				seam,
				credential: { apiKey: '={{ $json.key }}' },
				items: ['seam_testA_1', 'seam_testB_2', 'seam_testA_1'].map((key) => ({ json: { key } })),
			},
		);

	it.each([
		['/devices/get', 'a device', { device }],
		['/devices/list', 'a search', { devices: [device] }],
	])(
		'asks %s once per key: %s that one key reads is not the other key’s',
		async (path, _, given) => {
			const keyed = itemsWithKeys();
			seam.respondWith(path, given);
			const reader = createDeviceReader();
			for (const itemIndex of [0, 1, 2]) {
				const item = { context: keyed, itemIndex };
				if (path === '/devices/get') await reader.get(item, 'device-1');
				else await reader.search(item, { search: 'Front' });
			}
			expect(seam.requests).toHaveLength(2);
			expect([0, 1].map((index) => seam.headersOf(index).authorization)).toEqual([
				'Bearer seam_testA_1',
				'Bearer seam_testB_2',
			]);
		},
	);

	it('reads a device once, also for items that ask at the same moment', async () => {
		seam.respondWith('/devices/get', { device });
		const reader = createDeviceReader();
		const read = await Promise.all(
			[0, 1, 2].map(async (itemIndex) => await reader.get({ context, itemIndex }, 'device-1')),
		);
		expect(await reader.get({ context, itemIndex: 3 }, { device_id: 'device-1' })).toBe(read[0]);
		expect(seam.requests).toHaveLength(1);
	});

	it('knows a device that was read by its name by its ID too', async () => {
		seam.respondWith('/devices/get', { device });
		const reader = createDeviceReader();
		await reader.get({ context, itemIndex: 0 }, { name: 'Front Door' });
		await reader.get({ context, itemIndex: 1 }, 'device-1');
		expect(seam.requests).toHaveLength(1);
	});

	it('asks again after a read that failed', async () => {
		seam.respondWith('/devices/get', fault(404, 'device_not_found', 'Gone'), { device });
		const reader = createDeviceReader();
		await expect(reader.get({ context, itemIndex: 0 }, 'device-1')).rejects.toMatchObject({
			kind: 'not_found',
		});
		expect(await reader.get({ context, itemIndex: 1 }, 'device-1')).toEqual(device);
	});
});

it('repeats a delete whose answer was lost: the second time it is gone', async () => {
	seam.respondWith(
		'/access_codes/delete',
		fault(503, 'unavailable', 'Busy'),
		fault(404, 'access_code_not_found', 'Gone'),
	);
	await expect(accessCodes.deleteAccessCode({ context, itemIndex: 0 }, code)).rejects.toMatchObject(
		{
			kind: 'not_found',
			answerLost: false,
		},
	);
	expect(seam.requests).toHaveLength(2);
});

describe('an action attempt', () => {
	beforeEach(() => useFakeClock());
	afterEach(() => jest.useRealTimers());

	const PATH = '/action_attempts/get';
	const waitFor = async (limit: number) =>
		await skippingWaits(
			async () =>
				await actionAttempts.waitForActionAttempt({ context, itemIndex: 0 }, { ...attempt }, limit),
		);

	it('is looked at every second until it has ended', async () => {
		const ended = { ...attempt, status: 'success', result: { was_confirmed_by_device: true } };
		seam.respondWith(PATH, { action_attempt: attempt }, { action_attempt: ended });
		const { result, waited } = await waitFor(30_000);
		expect(result).toEqual(ended);
		expect(waited).toBe(2_000);
	});

	it('is handed back as it is when the time is over', async () => {
		seam.respondWith(PATH, { action_attempt: attempt });
		const { result, waited } = await waitFor(2_500);
		expect(result).toEqual(attempt);
		expect(waited).toBe(2_500);
		expect(seam.requests).toHaveLength(3);
	});
});
