// The everyday calls through Seam's own client: its method, its query or body, its reading of the answer.
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
beforeAll(async () => {
	sandbox = await startTestSandbox();
	await sandbox.freezeAt('2026-06-01T10:00:00Z');
});
afterAll(() => sandbox.close());

test('workspace', async () => {
	expect(await sandbox.seam.workspaces.get()).toMatchObject({ name: 'Sandbox', is_sandbox: true });
	expect(await sandbox.seam.workspaces.list()).toHaveLength(1);
});

describe('devices', () => {
	test('get by id and by name', async () => {
		const device_id = await sandbox.device('nuki');
		expect((await sandbox.seam.devices.get({ device_id })).device_type).toBe('nuki_lock');
		expect((await sandbox.seam.locks.get({ name: 'Seaview 12' })).device_type).toBe(
			'dormakaba_oracode_door',
		);
	});

	test.each([
		['device_type', { device_type: 'ecobee_thermostat' }, 1],
		['manufacturer', { manufacturer: 'tedee' }, 1],
		['custom metadata', { custom_metadata_has: { listing_id: 'harbour-house' } }, 2],
		['custom metadata that is unique', { custom_metadata_has: { listing_id: 'orchard-loft' } }, 1],
		['search', { search: 'seaview' }, 2],
		['search without match', { search: 'lighthouse' }, 0],
	])('list by %s', async (_name, filter, count) => {
		expect(await sandbox.seam.devices.list(filter as never)).toHaveLength(count);
	});

	test('locks leave the thermostat out', async () => {
		const locks = await sandbox.seam.locks.list();
		expect(locks.map(({ device_type: type }) => type)).not.toContain('ecobee_thermostat');
	});

	test('a key of the metadata set to null goes, and the others stay', async () => {
		const device_id = await sandbox.device('august', {
			custom_metadata: { listing_id: 'pier', floor: '2' },
		});
		// The OpenAPI allows null there; the client’s types don’t.
		const nothing = null as unknown as string;
		await sandbox.seam.devices.update({ device_id, custom_metadata: { listing_id: nothing } });
		const { custom_metadata: left } = await sandbox.seam.devices.get({ device_id });
		expect(left).toEqual({ floor: '2' });
		const found = await sandbox.seam.devices.list({ search: 'pier' });
		expect(found.map((device) => device.device_id)).not.toContain(device_id);
	});

	test('update keeps other metadata, renames and tells so', async () => {
		const device_id = await sandbox.device('august', { custom_metadata: { listing_id: 'pier' } });
		await sandbox.seam.devices.update({
			device_id,
			name: 'Porch',
			custom_metadata: { floor: '2' },
		});
		expect(await sandbox.seam.devices.get({ device_id })).toMatchObject({
			display_name: 'Porch',
			custom_metadata: { listing_id: 'pier', floor: '2' },
		});
		const events = await sandbox.seam.events.list({
			since: '2020-01-01T00:00:00Z',
			device_id,
			event_type: 'device.name_changed',
		});
		expect(events).toHaveLength(1);
	});

	test('a device that Seam no longer manages moves to the other list', async () => {
		const device_id = await sandbox.device('august');
		await sandbox.seam.devices.update({ device_id, is_managed: false });
		await expect(sandbox.seam.devices.get({ device_id })).rejects.toMatchObject({
			statusCode: 404,
		});
		expect(await sandbox.seam.devices.unmanaged.get({ device_id })).toMatchObject({
			is_managed: false,
		});
		expect(await sandbox.seam.devices.unmanaged.list()).toHaveLength(1);
	});

	test('providers, provider metadata, simulated network loss', async () => {
		const providers = await sandbox.seam.devices.listDeviceProviders();
		expect(providers.map(({ device_provider_name: name }) => name)).toContain('igloohome');
		const device_id = await sandbox.device('ultraloq');
		await sandbox.seam.devices.reportProviderMetadata({
			devices: [{ device_id, ultraloq_metadata: { time_zone: 'Europe/Madrid' } }],
		});
		const { warnings, properties } = await sandbox.seam.devices.get({ device_id });
		expect([warnings, properties]).toEqual([
			[],
			expect.objectContaining({
				ultraloq_metadata: expect.objectContaining({ time_zone: 'Europe/Madrid' }),
			}),
		]);
		await sandbox.seam.devices.simulate.disconnect({ device_id });
		expect((await sandbox.seam.devices.get({ device_id })).errors).toHaveLength(1);
		await sandbox.seam.devices.simulate.connect({ device_id });
		expect((await sandbox.seam.devices.get({ device_id })).errors).toHaveLength(0);
	});
});

test('lock and unlock end as action attempts', async () => {
	const device_id = await sandbox.device('august');
	const attempt = await sandbox.seam.locks.unlockDoor({ device_id });
	expect(attempt.status).toBe('pending');
	await sandbox.advance(3_000);
	const { action_attempt_id } = attempt;
	expect(await sandbox.seam.actionAttempts.get({ action_attempt_id })).toMatchObject({
		status: 'success',
		result: { was_confirmed_by_device: true },
	});
	expect(await sandbox.seam.actionAttempts.list({ device_id })).toHaveLength(1);
	const { locked } = (await sandbox.seam.devices.get({ device_id })).properties;
	expect(locked).toBe(false);
});

test('an access code from create to delete', async () => {
	const device_id = await sandbox.device('august');
	const created = await sandbox.seam.accessCodes.create({ device_id, name: 'Ada', code: '4821' });
	const { access_code_id } = created;
	expect(created).toMatchObject({ status: 'setting', type: 'ongoing', code: '4821' });
	expect(await sandbox.seam.accessCodes.get({ device_id, code: '4821' })).toMatchObject({
		access_code_id,
	});
	expect(await sandbox.seam.accessCodes.list({ device_id })).toHaveLength(1);
	await sandbox.seam.accessCodes.update({ access_code_id, name: 'Ada L', code: '4822' });
	await sandbox.advance(3_000);
	expect(await sandbox.seam.accessCodes.get({ access_code_id })).toMatchObject({
		name: 'Ada L',
		code: '4822',
		status: 'set',
		pending_mutations: [],
	});
	await sandbox.seam.accessCodes.delete({ access_code_id });
	await sandbox.advance(3_000);
	expect(await sandbox.seam.accessCodes.list({ device_id })).toEqual([]);
});

test('generated PINs keep the lock’s length and rules', async () => {
	const nuki = await sandbox.device('nuki');
	for (let i = 0; i < 9; i++) {
		const { code } = await sandbox.seam.accessCodes.create({ device_id: nuki, name: `Guest ${i}` });
		expect(code).toMatch(/^(?!12)[1-9]{6}$/);
	}
	const kwikset = await sandbox.device('kwikset');
	const created = await sandbox.seam.accessCodes.create({
		device_id: kwikset,
		preferred_code_length: 7,
	});
	expect(created.code).toHaveLength(7);
	const generated = await sandbox.seam.accessCodes.generateCode({ device_id: nuki });
	expect((generated as { code: string }).code).toMatch(/^[1-9]{6}$/);
});

test('linked codes share a PIN and move together', async () => {
	const device_ids = [await sandbox.device('august'), await sandbox.device('nuki')];
	const linked = await sandbox.seam.accessCodes.createMultiple({ device_ids, name: 'Family' });
	const [{ code, common_code_key: key }] = linked;
	expect(linked.map((each) => [each.code, each.common_code_key])).toEqual([
		[code, key],
		[code, key],
	]);
	await sandbox.seam.accessCodes.updateMultiple({ common_code_key: key!, name: 'Crew' });
	const { name } = await sandbox.seam.accessCodes.get({ access_code_id: linked[1].access_code_id });
	expect(name).toBe('Crew');
	const chosen = await sandbox.seam.accessCodes.createMultiple({ device_ids, code: '593271' });
	expect(chosen.map((each) => each.common_code_key)).toEqual([null, null]);
});

test('unmanaged codes: listed apart, block their PIN, become managed, can be deleted', async () => {
	const device_id = await sandbox.device('august');
	const { unmanaged } = sandbox.seam.accessCodes;
	await sandbox.seam.accessCodes.simulate.createUnmanagedAccessCode({
		device_id,
		code: '4821',
		name: 'Cleaner',
	});
	expect(await sandbox.seam.accessCodes.list({ device_id })).toEqual([]);
	const [{ access_code_id }] = await unmanaged.list({ device_id });
	await expect(sandbox.seam.accessCodes.create({ device_id, code: '4821' })).rejects.toMatchObject({
		statusCode: 409,
		code: 'duplicate_access_code',
	});
	await unmanaged.convertToManaged({ access_code_id });
	await sandbox.advance(3_000);
	expect(await sandbox.seam.accessCodes.get({ access_code_id })).toMatchObject({
		is_managed: true,
	});

	const kwikset = await sandbox.device('kwikset');
	await sandbox.seam.accessCodes.simulate.createUnmanagedAccessCode({
		device_id: kwikset,
		code: '4821',
		name: 'Cleaner',
	});
	const [{ access_code_id: kept }] = await unmanaged.list({ device_id: kwikset });
	await expect(unmanaged.convertToManaged({ access_code_id: kept })).rejects.toMatchObject({
		statusCode: 400,
	});
	await unmanaged.delete({ access_code_id: kept });
	await sandbox.advance(3_000);
	expect(await unmanaged.list({ device_id: kwikset })).toEqual([]);
});

test('connected accounts and webviews', async () => {
	const accounts = await sandbox.seam.connectedAccounts.list();
	const { connected_account_id } = accounts[0];
	expect(await sandbox.seam.connectedAccounts.get({ connected_account_id })).toMatchObject({
		errors: [],
	});
	await sandbox.seam.connectedAccounts.sync({ connected_account_id });
	const { connect_webview_id, status } = await sandbox.seam.connectWebviews.create({});
	expect(status).toBe('pending');
	await sandbox.advance(61_000);
	expect(await sandbox.seam.connectWebviews.get({ connect_webview_id })).toMatchObject({
		status: 'authorized',
		login_successful: true,
	});
	expect(await sandbox.seam.connectWebviews.list()).toHaveLength(1);
});

test('access grants', async () => {
	const device_ids = [await sandbox.device('august')];
	const request = {
		user_identity: { full_name: 'Ada Lovelace' },
		requested_access_methods: [{ mode: 'code' as const }],
		device_ids,
		access_grant_key: 'booking-1',
	};
	const { access_grant_id } = await sandbox.seam.accessGrants.create(request);
	await expect(sandbox.seam.accessGrants.create(request)).rejects.toMatchObject({
		statusCode: 409,
	});
	await sandbox.seam.accessGrants.update({ access_grant_id, name: 'Stay' });
	expect(await sandbox.seam.accessGrants.get({ access_grant_key: 'booking-1' })).toMatchObject({
		name: 'Stay',
	});
	expect(await sandbox.seam.accessGrants.list({ device_id: device_ids[0] })).toHaveLength(1);
	const elsewhere = await sandbox.device('august');
	expect(await sandbox.seam.accessGrants.list({ device_id: elsewhere })).toEqual([]);
	expect(await sandbox.seam.accessCodes.list({ access_grant_id })).toHaveLength(1);
	await sandbox.seam.accessGrants.delete({ access_grant_id });
	await expect(sandbox.seam.accessGrants.get({ access_grant_id })).rejects.toMatchObject({
		statusCode: 404,
	});
});

describe('events', () => {
	test('one of since and between is wanted', async () => {
		for (const body of [{}, { since: '2026-01-01', between: ['2026-01-01', '2026-02-01'] }]) {
			expect((await sandbox.call('/events/list', body)).status).toBe(400);
		}
	});

	test('between leaves out both of its ends; since includes its own', async () => {
		await sandbox.freezeAt('2026-06-01T10:00:00.000Z');
		const device_id = await sandbox.device('august');
		await sandbox.control('POST', '/sandbox/events', {
			event_type: 'device.connected',
			device: device_id,
		});
		const one = { device_id, event_type: 'device.connected' as const };
		const listed = async (from: string, to: string) =>
			(await sandbox.seam.events.list({ ...one, between: [from, to] })).length;
		const [before, at, after] = ['09:59:59.999', '10:00:00.000', '10:00:00.001'].map(
			(time) => `2026-06-01T${time}Z`,
		);
		expect(await listed(before, after)).toBe(1);
		expect(await listed(at, after)).toBe(0);
		expect(await listed(before, at)).toBe(0);
		expect(await sandbox.seam.events.list({ ...one, since: at })).toHaveLength(1);
		expect(await sandbox.seam.events.list({ ...one, since: after })).toEqual([]);
	});

	test('the lost keypad is in the history', async () => {
		const device = await sandbox.seam.devices.list({ search: 'Garden Flat' });
		const [event] = await sandbox.seam.events.list({
			since: '2020-01-01T00:00:00Z',
			device_id: device[0].device_id,
			event_type: 'device.accessory_keypad_disconnected',
		});
		const { event_id } = event;
		expect(await sandbox.seam.events.get({ event_id })).toEqual(event);
	});
});
