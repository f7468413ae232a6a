import { Seam } from '../../../nodes/Seam/Seam.node';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';
import { climateCases } from './cases/climate';
import { grantCases } from './cases/grants';
import { thingCases } from './cases/things';
import { byId, operationOf, testOperations, type Cases } from './operationCases';
import { testSimplifiedOutputs } from './simplifiedOutputs';

const DEVICE = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const OTHER = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';

const code = {
	access_code_id: 'code-1',
	device_id: DEVICE,
	name: 'Ada',
	code: '4711',
	type: 'ongoing',
};
const grant = { access_grant_id: 'grant-1', name: 'Ada' };
const account = { connected_account_id: OTHER, display_name: 'Yale' };
const device = {
	device_id: DEVICE,
	display_name: 'Front Door',
	properties: {},
	location: { time_zone: 'Europe/Rome' },
};
const webview = { connect_webview_id: 'webview-1', url: 'https://connect.example.com' };
const event = { event_id: 'event-1', event_type: 'lock.unlocked' };
const attempt = {
	action_attempt_id: 'attempt-1',
	status: 'success',
	result: { was_confirmed_by_device: true },
};
const done = (verb: string) => ({
	device_id: DEVICE,
	outcome: 'done',
	why: `The lock has ${verb} and confirmed it`,
});

const CASES: Cases = {
	'accessCode: createMultiple': {
		parameters: {
			simplify: false,
			devices: `${DEVICE}, ${OTHER}`,
			name: 'Cleaning',
			startsAt: '2027-07-01T08:00',
			endsAt: '2027-12-01T20:00:00+01:00',
			additionalFields: {
				allowExternalModification: true,
				attemptForOfflineDevice: false,
				behaviorWhenCodeCannotBeShared: 'create_random_code',
				code: '4711',
				preferNativeScheduling: false,
				preferredCodeLength: 6,
				useBackupAccessCodePool: true,
			},
		},
		answers: {
			'/devices/get': { device },
			'/access_codes/create_multiple': { access_codes: [code, code] },
		},
		requests: [
			['/devices/get', { device_id: DEVICE }],
			['/devices/get', { device_id: OTHER }],
			[
				'/access_codes/create_multiple',
				{
					device_ids: [DEVICE, OTHER],
					name: 'Cleaning',
					code: '4711',
					starts_at: '2027-07-01T08:00:00+02:00',
					ends_at: '2027-12-01T19:00:00Z',
					behavior_when_code_cannot_be_shared: 'create_random_code',
					prefer_native_scheduling: false,
					use_backup_access_code_pool: true,
					allow_external_modification: true,
					attempt_for_offline_device: false,
				},
			],
		],
		json: [code, code],
	},
	'accessCode: generatePin': {
		parameters: { device: byId(DEVICE) },
		answers: {
			'/access_codes/generate_code': { generated_code: { device_id: DEVICE, code: '4711' } },
		},
		requests: [['/access_codes/generate_code', { device_id: DEVICE }]],
		json: [{ device_id: DEVICE, code: '4711' }],
	},
	'accessCode: get': {
		parameters: { accessCodeId: ' code-1 ', simplify: false },
		answers: { '/access_codes/get': { access_code: { ...code, unheard_of: 1 } } },
		requests: [['/access_codes/get', { access_code_id: 'code-1' }]],
		json: [{ ...code, unheard_of: 1 }],
	},
	'accessCode: getMany': {
		parameters: { device: byId(DEVICE), filters: { search: 'Ada', customerKey: 'customer-1' } },
		answers: { '/access_codes/list': { access_codes: [code] } },
		requests: [
			['/access_codes/list', { device_id: DEVICE, customer_key: 'customer-1', search: 'Ada' }],
		],
		json: [
			{
				...code,
				status: null,
				starts_at: null,
				ends_at: null,
				is_offline_access_code: null,
				errors: null,
			},
		],
	},
	'accessCode: pullBackup': {
		parameters: { simplify: false, accessCodeId: 'code-1' },
		answers: { '/access_codes/pull_backup_access_code': { access_code: code } },
		requests: [['/access_codes/pull_backup_access_code', { access_code_id: 'code-1' }]],
		json: [code],
	},
	'accessCode: update': {
		parameters: {
			simplify: false,
			accessCodeId: 'code-1',
			updateFields: {
				code: 4712,
				endsAt: '2027-07-02T10:00',
				isExternalModificationAllowed: true,
				name: 'Bea',
				startsAt: '2027-07-01T08:00:00Z',
			},
		},
		answers: {
			'/access_codes/get': { access_code: code },
			'/devices/get': { device },
			'/access_codes/update': {},
		},
		requests: [
			['/access_codes/get', { access_code_id: 'code-1' }],
			['/devices/get', { device_id: DEVICE }],
			[
				'/access_codes/update',
				{
					access_code_id: 'code-1',
					name: 'Bea',
					code: '4712',
					type: 'time_bound',
					starts_at: '2027-07-01T08:00:00Z',
					ends_at: '2027-07-02T10:00:00+02:00',
					is_external_modification_allowed: true,
				},
			],
			['/access_codes/get', { access_code_id: 'code-1' }],
		],
		json: [code],
	},
	'accessGrant: create': {
		parameters: {
			simplify: false,
			devices: [DEVICE],
			accessMethods: ['code', 'mobile_key'],
			guestName: 'Ada Lovelace',
			startsAt: '2027-07-01T15:00',
			endsAt: '2027-07-05T11:00',
			additionalFields: {
				accessGrantKey: 'HA-1',
				code: '4711',
				email: 'ada@example.com',
				entranceIds: 'entrance-1,entrance-2',
				name: 'Stay',
				phone: '+15551234567',
				reservationKey: 'HA-1042',
				spaceIds: 'space-1',
			},
		},
		answers: { '/devices/get': { device }, '/access_grants/create': { access_grant: grant } },
		requests: [
			['/devices/get', { device_id: DEVICE }],
			[
				'/access_grants/create',
				{
					user_identity: {
						full_name: 'Ada Lovelace',
						email_address: 'ada@example.com',
						phone_number: '+15551234567',
					},
					requested_access_methods: [{ mode: 'code', code: '4711' }, { mode: 'mobile_key' }],
					device_ids: [DEVICE],
					acs_entrance_ids: ['entrance-1', 'entrance-2'],
					space_ids: ['space-1'],
					starts_at: '2027-07-01T15:00:00+02:00',
					ends_at: '2027-07-05T11:00:00+02:00',
					name: 'Stay',
					access_grant_key: 'HA-1',
					reservation_key: 'HA-1042',
				},
			],
		],
		json: [grant],
	},
	'accessGrant: delete': {
		parameters: { accessGrantId: 'grant-1' },
		answers: { '/access_grants/delete': {} },
		requests: [['/access_grants/delete', { access_grant_id: 'grant-1' }]],
		json: [{ deleted: true }],
	},
	'accessGrant: get': {
		parameters: { findBy: 'key', accessGrantKey: 'HA-1', simplify: false },
		answers: { '/access_grants/get': { access_grant: grant } },
		requests: [['/access_grants/get', { access_grant_key: 'HA-1' }]],
		json: [grant],
	},
	'accessGrant: getMany': {
		parameters: { simplify: false, filters: { deviceId: DEVICE, reservationKey: 'HA-1042' } },
		answers: { '/access_grants/list': { access_grants: [grant] } },
		requests: [['/access_grants/list', { device_id: DEVICE, reservation_key: 'HA-1042' }]],
		json: [grant],
	},
	'accessGrant: update': {
		parameters: {
			simplify: false,
			accessGrantId: 'grant-1',
			updateFields: { name: 'Longer', removeEnd: true, startsAt: '2027-07-01T15:00' },
		},
		answers: { '/access_grants/update': {}, '/access_grants/get': { access_grant: grant } },
		requests: [
			[
				'/access_grants/update',
				{
					access_grant_id: 'grant-1',
					name: 'Longer',
					starts_at: '2027-07-01T15:00:00+02:00',
					ends_at: null,
				},
			],
			['/access_grants/get', { access_grant_id: 'grant-1' }],
		],
		json: [grant],
	},
	'actionAttempt: get': {
		parameters: { actionAttemptId: 'attempt-1' },
		answers: { '/action_attempts/get': { action_attempt: attempt } },
		requests: [['/action_attempts/get', { action_attempt_id: 'attempt-1' }]],
		json: [attempt],
	},
	'connectWebview: create': {
		parameters: {
			simplify: false,
			acceptedProviders: 'igloohome, yale',
			additionalFields: {
				automaticallyManageNewDevices: true,
				customMetadataJson: '{ "host": 7, "vip": true }',
				customerKey: 'customer-1',
				redirectFailureUrl: 'https://example.com/no',
				redirectUrl: 'https://example.com/yes',
				waitForDeviceCreation: true,
			},
		},
		answers: { '/connect_webviews/create': { connect_webview: webview } },
		requests: [
			[
				'/connect_webviews/create',
				{
					accepted_providers: ['igloohome', 'yale'],
					custom_redirect_url: 'https://example.com/yes',
					custom_redirect_failure_url: 'https://example.com/no',
					customer_key: 'customer-1',
					custom_metadata: { host: '7', vip: true },
					automatically_manage_new_devices: true,
					wait_for_device_creation: true,
				},
			],
		],
		json: [webview],
	},
	'connectWebview: get': {
		parameters: { simplify: false, connectWebviewId: 'webview-1' },
		answers: { '/connect_webviews/get': { connect_webview: webview } },
		requests: [['/connect_webviews/get', { connect_webview_id: 'webview-1' }]],
		json: [webview],
	},
	'connectedAccount: get': {
		parameters: { connectedAccount: byId(OTHER), simplify: false },
		answers: { '/connected_accounts/get': { connected_account: account } },
		requests: [['/connected_accounts/get', { connected_account_id: OTHER }]],
		json: [account],
	},
	'connectedAccount: getMany': {
		parameters: { simplify: false, filters: { customerKey: 'customer-1', search: 'Yale' } },
		answers: { '/connected_accounts/list': { connected_accounts: [account] } },
		requests: [['/connected_accounts/list', { customer_key: 'customer-1', search: 'Yale' }]],
		json: [account],
	},
	'connectedAccount: sync': {
		parameters: { connectedAccount: byId(OTHER) },
		answers: { '/connected_accounts/sync': {} },
		requests: [['/connected_accounts/sync', { connected_account_id: OTHER }]],
		json: [{ success: true, connected_account_id: OTHER }],
	},
	'device: getMany': {
		parameters: {
			simplify: false,
			filters: {
				connectedAccountId: OTHER,
				customMetadata: { values: [{ key: 'listing_id', value: 42 }] },
				customerKey: 'customer-1',
				deviceType: 'yale_lock',
				manufacturer: 'yale',
				search: 'door',
			},
		},
		answers: { '/devices/list': { devices: [device] } },
		requests: [
			[
				'/devices/list',
				{
					connected_account_id: OTHER,
					custom_metadata_has: { listing_id: '42' },
					customer_key: 'customer-1',
					device_type: 'yale_lock',
					manufacturer: 'yale',
					search: 'door',
				},
			],
		],
		json: [device],
	},
	'device: update': {
		parameters: {
			device: byId(DEVICE),
			simplify: false,
			updateFields: {
				backupAccessCodePoolEnabled: false,
				customMetadataJson: '{"has_sauna":true}',
				listingId: '={{ 42 }}',
				name: 'Flat 1',
			},
		},
		answers: { '/devices/update': {}, '/devices/get': { device } },
		requests: [
			[
				'/devices/update',
				{
					device_id: DEVICE,
					name: 'Flat 1',
					custom_metadata: { has_sauna: true, listing_id: '42' },
					backup_access_code_pool_enabled: false,
				},
			],
			['/devices/get', { device_id: DEVICE }],
		],
		json: [device],
	},
	'event: get': {
		parameters: { eventId: 'event-1' },
		answers: { '/events/get': { event } },
		requests: [['/events/get', { event_id: 'event-1' }]],
		json: [event],
	},
	'event: getMany': {
		parameters: {
			since: '2027-07-01T08:00',
			filters: {
				accessCodeId: 'code-1',
				connectedAccountId: OTHER,
				deviceId: DEVICE,
				eventTypes: 'lock.unlocked, lock.locked',
				until: '2027-07-02T08:00:00Z',
			},
		},
		answers: { '/events/list': { events: [event] } },
		requests: [
			[
				'/events/list',
				{
					access_code_id: 'code-1',
					connected_account_id: OTHER,
					device_id: DEVICE,
					event_types: ['lock.unlocked', 'lock.locked'],
					between: ['2027-07-01T05:59:59.999Z', '2027-07-02T08:00:00.001Z'],
					limit: 50,
				},
			],
		],
		json: [event],
	},
	'lock: lock': {
		parameters: { device: { __rl: true, mode: 'name', value: 'Front Door' } },
		answers: { '/devices/get': { device }, '/locks/lock_door': { action_attempt: attempt } },
		requests: [
			['/devices/get', { name: 'Front Door' }],
			['/locks/lock_door', { device_id: DEVICE }],
		],
		json: [{ ...attempt, ...done('locked') }],
	},
	'lock: unlock': {
		parameters: { device: byId(DEVICE) },
		answers: { '/locks/unlock_door': { action_attempt: attempt } },
		requests: [['/locks/unlock_door', { device_id: DEVICE }]],
		json: [{ ...attempt, ...done('unlocked') }],
	},
	'unmanagedAccessCode: convert': {
		parameters: {
			accessCodeId: 'code-1',
			options: { force: true, isExternalModificationAllowed: false },
		},
		answers: {
			'/access_codes/unmanaged/get': { access_code: code },
			'/devices/get': { device },
			'/access_codes/unmanaged/convert_to_managed': {},
		},
		requests: [
			['/access_codes/unmanaged/get', { access_code_id: 'code-1' }],
			['/devices/get', { device_id: DEVICE }],
			[
				'/access_codes/unmanaged/convert_to_managed',
				{ access_code_id: 'code-1', is_external_modification_allowed: false, force: true },
			],
		],
		json: [{ success: true, access_code_id: 'code-1' }],
	},
	'unmanagedAccessCode: delete': {
		parameters: { accessCodeId: 'code-1' },
		answers: {
			'/access_codes/unmanaged/get': { access_code: code },
			'/access_codes/unmanaged/delete': {},
		},
		requests: [
			['/access_codes/unmanaged/get', { access_code_id: 'code-1' }],
			['/access_codes/unmanaged/delete', { access_code_id: 'code-1' }],
		],
		json: [{ deleted: true }],
	},
	'unmanagedAccessCode: getMany': {
		parameters: { simplify: false, device: byId(DEVICE), returnAll: true },
		answers: { '/access_codes/unmanaged/list': { access_codes: [code] } },
		requests: [['/access_codes/unmanaged/list', { device_id: DEVICE }]],
		json: [code],
	},
	'workspace: get': {
		parameters: {},
		answers: { '/workspaces/get': { workspace: { workspace_id: 'workspace-1' } } },
		requests: [['/workspaces/get', {}]],
		json: [{ workspace_id: 'workspace-1' }],
	},
};

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

testOperations(CASES);

/** The tables that have a test file of their own. */
const ELSEWHERE: Cases[] = [climateCases, thingCases, grantCases];

// Deleting an access code puts together an output of its own.
testSimplifiedOutputs(Object.assign({}, CASES, ...ELSEWHERE));

it('tests every operation that the node offers', () => {
	const { properties } = new Seam().description;
	const offered = properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.map(
				(option) =>
					`${displayOptions?.show?.resource?.[0]}: ${'value' in option ? option.value : ''}`,
			),
		);
	// Deleting an access code has tests of its own.
	const tested = [CASES, ...ELSEWHERE].flatMap((cases) => Object.keys(cases).map(operationOf));
	expect([...new Set([...tested, 'accessCode: delete'])].sort()).toEqual(offered.sort());
});

it('hands out at most as many records as asked', async () => {
	seam.respondWith('/devices/list', { devices: [device, device, device] });
	const parameters = { resource: 'device', operation: 'getMany', limit: 2 };
	const [items] = await runNode(Seam, { parameters, seam });
	expect(items).toHaveLength(2);
	expect(items[0].json).toEqual({
		device_id: DEVICE,
		display_name: 'Front Door',
		nickname: null,
		device_type: null,
		connected_account_id: null,
		can_program_online_access_codes: null,
		can_program_offline_access_codes: null,
		location: { time_zone: 'Europe/Rome' },
		custom_metadata: null,
		errors: null,
	});
});

it('reads a device once for all items of a run', async () => {
	seam.respondWith('/devices/get', { device });
	seam.respondWith('/access_codes/generate_code', {
		generated_code: { device_id: DEVICE, code: '4711' },
	});
	const [items] = await runNode(Seam, {
		parameters: {
			resource: 'accessCode',
			operation: 'generatePin',
			device: { __rl: true, mode: 'name', value: 'Front Door' },
		},
		items: [{ json: {} }, { json: {} }, { json: {} }],
		seam,
	});
	expect(items.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(seam.requestsTo('/devices/get')).toHaveLength(1);
});
