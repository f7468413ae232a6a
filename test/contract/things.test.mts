// Spaces, devices, linked codes, locks, accounts and webviews through Seam's own client: kept for real, refused as documented.
import { Seam } from '../../nodes/Seam/Seam.node';
import { runNode } from '../unit/support/nodeHarness.mts';
import { API_KEY, SECOND_API_KEY } from '../../sandbox/credentials.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

const SINCE = '2020-01-01T00:00:00Z';
const UNKNOWN = '99999999-9999-4999-8999-999999999999';

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
	await sandbox.freezeAt('2026-06-01T10:00:00Z');
});
afterAll(() => sandbox.close());

const eventTypes = async (filter: object) =>
	(await sandbox.seam.events.list({ since: SINCE, ...filter })).map(({ event_type: type }) => type);

const refusal = (statusCode: number) => expect.objectContaining({ statusCode });

describe('spaces', () => {
	test('from create to delete, by ID and by key', async () => {
		const { spaces, devices } = sandbox.seam;
		const [front, flat] = [await sandbox.device('august'), await sandbox.device('nuki')];
		const created = await spaces.create({
			name: 'Harbour House',
			space_key: 'listing-1',
			customer_key: 'host-1',
			device_ids: [front],
			customer_data: { time_zone: 'Europe/Rome', default_checkin_time: '15:00' },
		});
		const { space_id } = created;
		expect(created).toMatchObject({
			space_key: 'listing-1',
			device_count: 1,
			acs_entrance_count: 0,
		});
		expect(await spaces.get({ space_key: 'listing-1' })).toEqual(created);
		expect((await devices.get({ device_id: front })).space_ids).toEqual([space_id]);

		await spaces.addDevices({ space_id, device_ids: [flat, front] });
		expect(await devices.list({ space_id })).toHaveLength(2);
		await spaces.removeDevices({ space_id, device_ids: [front] });
		expect((await devices.list({ space_id })).map((device) => device.device_id)).toEqual([flat]);

		await spaces.update({ space_key: 'listing-1', name: 'Pier House', device_ids: [front] });
		await spaces.update({ space_id, customer_data: { address: 'Quay 1' } });
		expect(await spaces.get({ space_id })).toMatchObject({
			name: 'Pier House',
			display_name: 'Pier House',
			device_count: 1,
			customer_data: { time_zone: 'Europe/Rome', address: 'Quay 1' },
		});
		expect((await devices.get({ device_id: flat })).space_ids).toEqual([]);

		await spaces.delete({ space_id });
		await expect(spaces.get({ space_id })).rejects.toEqual(refusal(404));
		await expect(spaces.delete({ space_id })).rejects.toEqual(refusal(404));
		expect((await devices.get({ device_id: front })).space_ids).toEqual([]);
		expect(await eventTypes({ space_id })).toEqual([
			'space.created',
			...Array.from({ length: 3 }, () => 'space.device_membership_changed'),
			'space.deleted',
		]);
	});

	test('a key is given once, and again when its space is gone', async () => {
		const { spaces } = sandbox.seam;
		const { space_id } = await spaces.create({ name: 'One', space_key: 'unique' });
		await expect(spaces.create({ name: 'Two', space_key: 'unique' })).rejects.toEqual(refusal(409));
		await spaces.delete({ space_id });
		await spaces.create({ name: 'Two', space_key: 'unique' });
		expect(await spaces.list({ space_key: 'unique' })).toHaveLength(1);
	});

	test('lists by customer and search, in pages', async () => {
		const { spaces } = sandbox.seam;
		for (const name of ['Loft', 'Attic', 'Cellar']) {
			await spaces.create({ name, customer_key: 'host-2' });
		}
		expect(await spaces.list({ customer_key: 'host-2' })).toHaveLength(3);
		expect(await spaces.list({ search: 'attic' })).toHaveLength(1);
		const pages = sandbox.seam.createPaginator(spaces.list({ customer_key: 'host-2', limit: 2 }));
		expect((await pages.flattenToArray()).map(({ name }) => name)).toEqual([
			'Loft',
			'Attic',
			'Cellar',
		]);
	});

	test.each([
		['a space without a name', '/spaces/create', {}, 400],
		[
			'an hour that is none',
			'/spaces/create',
			{ name: 'A', customer_data: { default_checkin_time: '3 pm' } },
			400,
		],
		['an unknown device', '/spaces/create', { name: 'A', device_ids: [UNKNOWN] }, 404],
		['neither ID nor key', '/spaces/update', { name: 'A' }, 400],
		['an unknown space', '/spaces/add_devices', { space_id: UNKNOWN, device_ids: [UNKNOWN] }, 404],
		['no devices to add', '/spaces/add_devices', { space_id: UNKNOWN, device_ids: [] }, 400],
	])('%s is refused', async (_what, path, body, status) => {
		const before = await sandbox.seam.spaces.list();
		expect((await sandbox.call(path, body)).status).toBe(status);
		expect(await sandbox.seam.spaces.list()).toEqual(before);
	});

	test('another workspace sees none of them', async () => {
		const { space_id } = await sandbox.seam.spaces.create({ name: 'Ours' });
		const asNeighbour = async (path: string, body: object) =>
			await fetch(`${sandbox.server.url}${path}`, {
				method: 'POST',
				headers: { authorization: `Bearer ${SECOND_API_KEY}` },
				body: JSON.stringify(body),
			});
		expect((await asNeighbour('/spaces/get', { space_id })).status).toBe(404);
		expect(await (await asNeighbour('/spaces/list', {})).json()).toMatchObject({ spaces: [] });
	});
});

test('a device that Seam does not manage can be managed again, once', async () => {
	const { devices } = sandbox.seam;
	const device_id = await sandbox.device('august');
	await devices.update({ device_id, is_managed: false });
	const manage = { device_id, is_managed: true as const };
	await devices.unmanaged.update({ ...manage, custom_metadata: { floor: '2' } });
	expect(await devices.get({ device_id })).toMatchObject({
		is_managed: true,
		custom_metadata: { floor: '2' },
	});
	await expect(devices.unmanaged.update(manage)).rejects.toEqual(refusal(404));
	expect(await eventTypes({ device_id })).toEqual([
		'device.added',
		'device.converted_to_unmanaged',
		'device.unmanaged.converted_to_managed',
	]);
});

test('a time zone is taken where it belongs, under its listed name', async () => {
	const { devices } = sandbox.seam;
	const device_id = await sandbox.device('schlage');
	const report = async (device: string, time_zone: string) =>
		await sandbox.call('/devices/report_provider_metadata', {
			devices: [{ device_id: device, schlage_metadata: { time_zone } }],
		});
	expect((await report(device_id, 'Asia/Kolkata')).status).toBe(400);
	expect((await report(device_id, 'Asia/Calcutta')).status).toBe(200);
	expect((await report(await sandbox.device('nuki'), 'Europe/Rome')).status).toBe(400);
	expect((await devices.get({ device_id })).location?.time_zone).toBe('Asia/Calcutta');
});

test('a code that is handed back stays on the lock, unmanaged', async () => {
	const { accessCodes } = sandbox.seam;
	const device_id = await sandbox.device('august');
	const { access_code_id } = await accessCodes.create({ device_id, code: '4821' });
	await sandbox.advance(3_000);
	await accessCodes.update({ access_code_id, is_managed: false });
	await sandbox.advance(3_000);
	await expect(accessCodes.get({ access_code_id })).rejects.toEqual(refusal(404));
	await expect(accessCodes.get({ device_id, code: '4821' })).rejects.toEqual(refusal(404));
	expect(await accessCodes.unmanaged.get({ access_code_id })).toMatchObject({ code: '4821' });
	expect((await sandbox.keypad(device_id, '4821')).opens).toBe(true);
});

test('PIN lengths are taken from SmartThings locks, as a list or a range that makes sense', async () => {
	const { accessCodes, devices } = sandbox.seam;
	const device_id = await sandbox.device('smartthings');
	const lengths = async () => (await devices.get({ device_id })).properties.supported_code_lengths;
	await accessCodes.reportDeviceConstraints({ device_id, supported_code_lengths: [4, 8] });
	expect(await lengths()).toEqual([4, 8]);
	await accessCodes.reportDeviceConstraints({ device_id, min_code_length: 5, max_code_length: 7 });
	expect(await lengths()).toEqual([5, 6, 7]);
	for (const body of [
		{ device_id },
		{ device_id, min_code_length: 7, max_code_length: 5 },
		{ device_id, supported_code_lengths: [4], min_code_length: 4, max_code_length: 5 },
		{ device_id, supported_code_lengths: [3] },
		{ device_id: await sandbox.device('august'), supported_code_lengths: [4] },
	]) {
		expect((await sandbox.call('/access_codes/report_device_constraints', body)).status).toBe(400);
	}
	expect(await lengths()).toEqual([5, 6, 7]);
});

describe('what a lock is told', () => {
	test('auto-lock ends as an action attempt', async () => {
		const { locks, actionAttempts, devices } = sandbox.seam;
		const device_id = await sandbox.device('schlage');
		const { action_attempt_id, status } = await locks.configureAutoLock({
			device_id,
			auto_lock_enabled: true,
			auto_lock_delay_seconds: 45,
		});
		expect(status).toBe('pending');
		await sandbox.advance(3_000);
		expect(await actionAttempts.get({ action_attempt_id })).toMatchObject({ status: 'success' });
		expect((await devices.get({ device_id })).properties).toMatchObject({
			auto_lock_enabled: true,
			auto_lock_delay_seconds: 45,
		});
	});

	test.each([
		['no delay', 'schlage', {}],
		['a delay that is too long', 'schlage', { auto_lock_delay_seconds: 61 }],
		['a lock without it', 'august', { auto_lock_delay_seconds: 30 }],
	])('auto-lock with %s is refused', async (_what, template, setting) => {
		const device_id = await sandbox.device(template);
		const body = { device_id, auto_lock_enabled: true, ...setting };
		expect((await sandbox.call('/locks/configure_auto_lock', body)).status).toBe(400);
	});

	test('a lock that does not confirm says so', async () => {
		const device_id = await sandbox.device('august');
		const programming = { device: device_id, confirms_moves: false };
		await sandbox.control('POST', '/sandbox/programming', programming);
		const { action_attempt_id } = await sandbox.seam.locks.lockDoor({ device_id });
		await sandbox.advance(3_000);
		expect(await sandbox.seam.actionAttempts.get({ action_attempt_id })).toMatchObject({
			status: 'success',
			result: { was_confirmed_by_device: false },
		});
	});
});

describe('connect webviews', () => {
	test('are listed by customer, metadata and search, and deleted for good', async () => {
		const { connectWebviews } = sandbox.seam;
		const { connect_webview_id } = await connectWebviews.create({
			accepted_providers: ['yale'],
			customer_key: 'host-3',
			custom_metadata: { contract: 'C-17' },
		});
		await connectWebviews.create({ accepted_providers: ['august'] });
		const idsOf = async (filter: object) =>
			(await connectWebviews.list(filter)).map((webview) => webview.connect_webview_id);
		expect(await idsOf({ customer_key: 'host-3' })).toEqual([connect_webview_id]);
		expect(await idsOf({ custom_metadata_has: { contract: 'C-17' } })).toEqual([
			connect_webview_id,
		]);
		expect(await idsOf({ search: 'yale' })).toEqual([connect_webview_id]);
		expect(await idsOf({})).toHaveLength(2);

		await connectWebviews.delete({ connect_webview_id });
		await expect(connectWebviews.get({ connect_webview_id })).rejects.toEqual(refusal(404));
		await sandbox.advance(61_000);
		expect(await eventTypes({ connect_webview_id })).toEqual([]);
		expect(await idsOf({})).toHaveLength(1);
	});
});

describe('connected accounts', () => {
	const accountOf = async (device_id: string) =>
		(await sandbox.seam.devices.get({ device_id })).connected_account_id;

	test('keep what was changed, and a customer once', async () => {
		const { connectedAccounts, devices } = sandbox.seam;
		const connected_account_id = await accountOf(await sandbox.device('tedee'));
		await connectedAccounts.update({
			connected_account_id,
			display_name: 'Tedee of Ada',
			customer_key: 'host-4',
			automatically_manage_new_devices: false,
			custom_metadata: { contract: 'C-17', floor: '2' },
		});
		await connectedAccounts.update({ connected_account_id, custom_metadata: { contract: 'C-18' } });
		expect(await connectedAccounts.get({ connected_account_id })).toMatchObject({
			display_name: 'Tedee of Ada',
			customer_key: 'host-4',
			automatically_manage_new_devices: false,
			custom_metadata: { contract: 'C-18' },
		});
		expect(await connectedAccounts.list({ customer_key: 'host-4' })).toHaveLength(1);
		const ofCustomer = await devices.list({ customer_key: 'host-4' });
		expect(new Set(ofCustomer.map((device) => device.device_type))).toEqual(
			new Set(['tedee_lock']),
		);
		await expect(
			connectedAccounts.update({ connected_account_id, customer_key: 'host-5' }),
		).rejects.toEqual(refusal(400));
	});

	test('go with their devices and codes, and events tell of each', async () => {
		const { accessCodes, connectedAccounts, devices } = sandbox.seam;
		const device_id = await sandbox.device('wyze');
		const connected_account_id = await accountOf(device_id);
		const { access_code_id } = await accessCodes.create({ device_id, code: '482193' });
		await sandbox.advance(3_000);

		await connectedAccounts.delete({ connected_account_id });
		await expect(connectedAccounts.get({ connected_account_id })).rejects.toEqual(refusal(404));
		await expect(devices.get({ device_id })).rejects.toEqual(refusal(404));
		await expect(accessCodes.get({ access_code_id })).rejects.toEqual(refusal(404));
		expect(await devices.list({ connected_account_id })).toEqual([]);
		expect(await eventTypes({ device_id })).toEqual(
			expect.arrayContaining(['access_code.deleted', 'device.deleted']),
		);
		expect(await eventTypes({ connected_account_id })).toContain('connected_account.deleted');
	});
});

test('events are found by several devices, codes and spaces at once', async () => {
	const { events, spaces } = sandbox.seam;
	const device_ids = [await sandbox.device('august'), await sandbox.device('nuki')];
	const { space_id } = await spaces.create({ name: 'For Events' });
	expect(await eventTypes({ device_ids })).toEqual(['device.added', 'device.added']);
	expect(await eventTypes({ space_ids: [space_id, UNKNOWN] })).toEqual(['space.created']);
	const [{ event_id }] = await events.list({ since: SINCE, space_id });
	expect(await events.list({ since: SINCE, event_ids: [event_id] })).toHaveLength(1);
	expect(await eventTypes({ access_grant_ids: [UNKNOWN] })).toEqual([]);
});

test('all of 1,201 devices come in three requests', async () => {
	const { devices } = await sandbox.control<{ devices: object }>('GET', '/sandbox/devices');
	for (let count = Object.keys(devices).length; count < 1_201 + 1; count += 1) {
		await sandbox.device('august');
	}
	await sandbox.control('DELETE', '/sandbox/requests');
	const [items] = await runNode(Seam, {
		parameters: { resource: 'device', operation: 'getMany', returnAll: true },
		credential: { apiKey: API_KEY, baseUrl: sandbox.server.url },
	});
	expect(new Set(items.map(({ json }) => json.device_id)).size).toBe(1_201);
	const { requests } = await sandbox.control<{ requests: Array<{ path: string }> }>(
		'GET',
		'/sandbox/requests',
	);
	expect(requests.map(({ path }) => path)).toEqual(
		Array.from({ length: 3 }, () => '/devices/list'),
	);
}, 60_000);
