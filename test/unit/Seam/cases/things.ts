import { byId, type Cases } from '../operationCases';

const DEVICE = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const OTHER = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';
const byName = (value: string) => ({ __rl: true, mode: 'name', value });

const code = { access_code_id: 'code-1', device_id: DEVICE, code: '4711', type: 'ongoing' };
const account = { connected_account_id: OTHER, display_name: 'Yale' };
const webview = { connect_webview_id: 'webview-1', url: 'https://connect.example.com' };
const event = { event_id: 'event-1', event_type: 'lock.unlocked' };
const space = { space_id: 'space-1', space_key: 'listing-1', name: 'Harbour House' };
const attempt = { action_attempt_id: 'attempt-1', status: 'success', result: {} };
const deviceOf = (device_type: string, properties: object = {}) => ({
	device_id: DEVICE,
	device_type,
	properties,
});

/** Spaces, devices, codes, locks, accounts, events and workspaces: what `operations.test.ts` does not have. */
export const thingCases: Cases = {
	'space: create': {
		parameters: {
			simplify: false,
			name: 'Harbour House',
			additionalFields: {
				address: 'Quay 1',
				checkInTime: '15:00',
				checkOutTime: '11:00:00',
				customerKey: 'customer-1',
				devices: `${DEVICE}, ${OTHER}`,
				entranceIds: 'entrance-1,entrance-2',
				spaceKey: 4711,
				timeZone: 'Asia/Kolkata',
			},
		},
		answers: { '/spaces/create': { space } },
		requests: [
			[
				'/spaces/create',
				{
					name: 'Harbour House',
					space_key: '4711',
					customer_key: 'customer-1',
					device_ids: [DEVICE, OTHER],
					acs_entrance_ids: ['entrance-1', 'entrance-2'],
					customer_data: {
						address: 'Quay 1',
						default_checkin_time: '15:00',
						default_checkout_time: '11:00:00',
						time_zone: 'Asia/Calcutta',
					},
				},
			],
		],
		json: [space],
	},
	'space: create (name alone)': {
		parameters: { simplify: false, name: 'Harbour House' },
		answers: { '/spaces/create': { space } },
		requests: [['/spaces/create', { name: 'Harbour House' }]],
		json: [space],
	},
	'space: get': {
		parameters: { simplify: false, findBy: 'key', spaceKey: 'listing-1' },
		answers: { '/spaces/get': { space } },
		requests: [['/spaces/get', { space_key: 'listing-1' }]],
		json: [space],
	},
	'space: get (simplified)': {
		parameters: { spaceId: 'space-1' },
		answers: {
			'/spaces/get': {
				space: {
					...space,
					display_name: 'Harbour House',
					device_count: 2,
					customer_data: { time_zone: 'Europe/Rome', name: 'as the booking system has it' },
				},
			},
		},
		requests: [['/spaces/get', { space_id: 'space-1' }]],
		json: [
			{
				...space,
				customer_key: null,
				device_count: 2,
				acs_entrance_count: null,
				address: null,
				time_zone: 'Europe/Rome',
				default_checkin_time: null,
				default_checkout_time: null,
			},
		],
	},
	'space: getMany': {
		parameters: {
			simplify: false,
			filters: { customerKey: 'customer-1', search: 'house', spaceKey: 'listing-1' },
		},
		answers: { '/spaces/list': { spaces: [space] } },
		requests: [
			['/spaces/list', { customer_key: 'customer-1', search: 'house', space_key: 'listing-1' }],
		],
		json: [space],
	},
	'space: update': {
		parameters: {
			simplify: false,
			findBy: 'key',
			spaceKey: 'listing-1',
			updateFields: { name: 'Pier House', devices: DEVICE, timeZone: 'Europe/Rome' },
		},
		answers: { '/spaces/update': { space }, '/spaces/get': { space } },
		requests: [
			[
				'/spaces/update',
				{
					space_key: 'listing-1',
					name: 'Pier House',
					device_ids: [DEVICE],
					customer_data: { time_zone: 'Europe/Rome' },
				},
			],
			['/spaces/get', { space_key: 'listing-1' }],
		],
		json: [space],
	},
	'space: delete': {
		parameters: { spaceId: 'space-1' },
		answers: { '/spaces/delete': {} },
		requests: [['/spaces/delete', { space_id: 'space-1' }]],
		json: [{ deleted: true }],
	},
	'space: delete (by key)': {
		parameters: { findBy: 'key', spaceKey: 'listing-1' },
		answers: { '/spaces/get': { space }, '/spaces/delete': {} },
		requests: [
			['/spaces/get', { space_key: 'listing-1' }],
			['/spaces/delete', { space_id: 'space-1' }],
		],
		json: [{ deleted: true }],
	},
	'space: addDevices': {
		parameters: { simplify: false, spaceId: 'space-1', devices: [DEVICE, OTHER] },
		answers: { '/spaces/add_devices': {}, '/spaces/get': { space } },
		requests: [
			['/spaces/add_devices', { space_id: 'space-1', device_ids: [DEVICE, OTHER] }],
			['/spaces/get', { space_id: 'space-1' }],
		],
		json: [space],
	},
	'space: removeDevices': {
		parameters: { simplify: false, findBy: 'key', spaceKey: 'listing-1', devices: DEVICE },
		answers: { '/spaces/get': { space }, '/spaces/remove_devices': {} },
		requests: [
			['/spaces/get', { space_key: 'listing-1' }],
			['/spaces/remove_devices', { space_id: 'space-1', device_ids: [DEVICE] }],
			['/spaces/get', { space_id: 'space-1' }],
		],
		json: [space],
	},
	...Object.fromEntries(
		[
			['ultraloq_lock', {}, 'ultraloq_metadata'],
			['omnitec_lock', {}, 'omnitec_metadata'],
			['some_lock', { schlage_metadata: { model: 'BE489' } }, 'schlage_metadata'],
		].map(([type, properties, keeper]) => [
			`device: setTimeZone (${String(keeper)})`,
			{
				parameters: { device: byId(DEVICE), timeZone: 'europe/kyiv' },
				answers: {
					'/devices/get': { device: deviceOf(type as string, properties as object) },
					'/devices/report_provider_metadata': {},
				},
				requests: [
					['/devices/get', { device_id: DEVICE }] as [string, object],
					[
						'/devices/report_provider_metadata',
						{ devices: [{ device_id: DEVICE, [keeper as string]: { time_zone: 'Europe/Kiev' } }] },
					] as [string, object],
				],
				json: [{ success: true, device_id: DEVICE, time_zone: 'Europe/Kiev' }],
			},
		]),
	),
	'device: manage': {
		parameters: { device: byId(DEVICE) },
		answers: { '/devices/unmanaged/update': {} },
		requests: [['/devices/unmanaged/update', { device_id: DEVICE, is_managed: true }]],
		json: [{ success: true, device_id: DEVICE }],
	},
	'device: manage (by name)': {
		parameters: { device: byName('Shed') },
		answers: {
			'/devices/unmanaged/get': { device: deviceOf('yale_lock') },
			'/devices/unmanaged/update': {},
		},
		requests: [
			['/devices/unmanaged/get', { name: 'Shed' }],
			['/devices/unmanaged/update', { device_id: DEVICE, is_managed: true }],
		],
		json: [{ success: true, device_id: DEVICE }],
	},
	'accessCode: get (device and PIN)': {
		parameters: { findBy: 'pin', device: byId(DEVICE), code: 4711, simplify: false },
		answers: { '/access_codes/get': { access_code: code } },
		requests: [['/access_codes/get', { device_id: DEVICE, code: '4711' }]],
		json: [code],
	},
	'accessCode: getMany (access grant)': {
		parameters: {
			listBy: 'grantId',
			accessGrantId: 'grant-1',
			filters: { search: 'Ada' },
			simplify: false,
		},
		answers: { '/access_codes/list': { access_codes: [code] } },
		requests: [['/access_codes/list', { access_grant_id: 'grant-1', search: 'Ada' }]],
		json: [code],
	},
	'accessCode: getMany (key of an access grant)': {
		parameters: { listBy: 'grantKey', accessGrantKey: 'HA-1', simplify: false },
		answers: { '/access_codes/list': { access_codes: [code] } },
		requests: [['/access_codes/list', { access_grant_key: 'HA-1' }]],
		json: [code],
	},
	'accessCode: handBack': {
		parameters: { accessCodeId: 'code-1' },
		answers: { '/access_codes/get': { access_code: code }, '/access_codes/update': {} },
		requests: [
			['/access_codes/get', { access_code_id: 'code-1' }],
			['/access_codes/update', { access_code_id: 'code-1', is_managed: false }],
		],
		json: [{ success: true, access_code_id: 'code-1', device_id: DEVICE }],
	},
	'accessCode: reportConstraints': {
		parameters: { device: byId(DEVICE), supportedLengths: '8, 6, 6' },
		answers: { '/access_codes/report_device_constraints': {} },
		requests: [
			[
				'/access_codes/report_device_constraints',
				{ device_id: DEVICE, supported_code_lengths: [6, 8] },
			],
		],
		json: [{ success: true, device_id: DEVICE, supported_code_lengths: [6, 8] }],
	},
	'accessCode: reportConstraints (range)': {
		parameters: { device: byId(DEVICE), lengthsAs: 'range', shortestPin: 4, longestPin: 6 },
		answers: { '/access_codes/report_device_constraints': {} },
		requests: [
			[
				'/access_codes/report_device_constraints',
				{ device_id: DEVICE, min_code_length: 4, max_code_length: 6 },
			],
		],
		json: [{ success: true, device_id: DEVICE, min_code_length: 4, max_code_length: 6 }],
	},
	'accessCode: updateMultiple': {
		parameters: {
			commonCodeKey: 'key-1',
			updateFields: { name: 'Bea', startsAt: '2027-07-01T08:00', endsAt: '2027-07-02T10:00:00Z' },
		},
		answers: { '/access_codes/update_multiple': {} },
		requests: [
			[
				'/access_codes/update_multiple',
				{
					common_code_key: 'key-1',
					name: 'Bea',
					starts_at: '2027-07-01T08:00:00+02:00',
					ends_at: '2027-07-02T10:00:00Z',
				},
			],
		],
		json: [{ success: true, common_code_key: 'key-1' }],
	},
	'lock: configureAutoLock': {
		parameters: { device: byId(DEVICE), autoLockDelay: 45 },
		answers: { '/locks/configure_auto_lock': { action_attempt: attempt } },
		requests: [
			[
				'/locks/configure_auto_lock',
				{ device_id: DEVICE, auto_lock_enabled: true, auto_lock_delay_seconds: 45 },
			],
		],
		json: [
			{ ...attempt, device_id: DEVICE, outcome: 'done', why: 'The lock has changed auto-lock' },
		],
	},
	'lock: configureAutoLock (off)': {
		parameters: { device: byId(DEVICE), autoLockEnabled: false },
		answers: { '/locks/configure_auto_lock': { action_attempt: attempt } },
		requests: [['/locks/configure_auto_lock', { device_id: DEVICE, auto_lock_enabled: false }]],
		json: [
			{ ...attempt, device_id: DEVICE, outcome: 'done', why: 'The lock has changed auto-lock' },
		],
	},
	...Object.fromEntries(
		[{ was_confirmed_by_device: false }, {}, null].map((result) => [
			`lock: unlock (${JSON.stringify(result)})`,
			{
				parameters: { device: byId(DEVICE) },
				answers: { '/locks/unlock_door': { action_attempt: { ...attempt, result } } },
				requests: [['/locks/unlock_door', { device_id: DEVICE }] as [string, object]],
				json: [
					{
						...attempt,
						result,
						device_id: DEVICE,
						outcome: 'done_not_confirmed',
						why: 'Seam says that the lock has unlocked, but the lock has not confirmed it',
					},
				],
			},
		]),
	),
	'connectWebview: getMany': {
		parameters: {
			filters: {
				customMetadata: { values: [{ key: 'host', value: '7' }] },
				customerKey: 'customer-1',
				search: 'yale',
			},
			simplify: false,
		},
		answers: { '/connect_webviews/list': { connect_webviews: [webview] } },
		requests: [
			[
				'/connect_webviews/list',
				{ custom_metadata_has: { host: '7' }, customer_key: 'customer-1', search: 'yale' },
			],
		],
		json: [webview],
	},
	'connectWebview: delete': {
		parameters: { connectWebviewId: 'webview-1' },
		answers: { '/connect_webviews/delete': {} },
		requests: [['/connect_webviews/delete', { connect_webview_id: 'webview-1' }]],
		json: [{ deleted: true }],
	},
	'connectedAccount: update': {
		parameters: {
			connectedAccount: byId(OTHER),
			updateFields: {
				acceptedCapabilities: ['lock', 'thermostat'],
				automaticallyManageNewDevices: false,
				customMetadataJson: '{ "host": 7 }',
				customerKey: 'customer-1',
				displayName: 'Yale of Ada',
			},
			simplify: false,
		},
		answers: {
			'/connected_accounts/update': {},
			'/connected_accounts/get': { connected_account: account },
		},
		requests: [
			[
				'/connected_accounts/update',
				{
					connected_account_id: OTHER,
					accepted_capabilities: ['lock', 'thermostat'],
					automatically_manage_new_devices: false,
					custom_metadata: { host: '7' },
					customer_key: 'customer-1',
					display_name: 'Yale of Ada',
				},
			],
			['/connected_accounts/get', { connected_account_id: OTHER }],
		],
		json: [account],
	},
	'connectedAccount: delete': {
		parameters: { connectedAccount: byId(OTHER) },
		answers: { '/connected_accounts/delete': {} },
		requests: [['/connected_accounts/delete', { connected_account_id: OTHER }]],
		json: [{ deleted: true }],
	},
	'event: getMany (all filters)': {
		parameters: {
			since: '2027-07-01T00:00:00Z',
			filters: {
				accessCodeIds: 'code-1, code-2',
				accessGrantIds: 'grant-1',
				accessMethodIds: 'method-1',
				acsAccessGroupId: 'group-1',
				acsCredentialId: 'credential-1',
				acsEncoderId: 'encoder-1',
				acsEntranceId: 'entrance-1',
				acsSystemIds: 'system-1',
				acsUserId: 'user-1',
				connectWebviewId: 'webview-1',
				customerKey: 'customer-1',
				deviceIds: [DEVICE, OTHER],
				eventIds: 'event-1',
				spaceIds: 'space-1',
				until: '2027-07-02T00:00:00Z',
				userIdentityId: 'identity-1',
			},
		},
		answers: { '/events/list': { events: [event] } },
		requests: [
			[
				'/events/list',
				{
					access_code_ids: ['code-1', 'code-2'],
					access_grant_ids: ['grant-1'],
					access_method_ids: ['method-1'],
					acs_access_group_id: 'group-1',
					acs_credential_id: 'credential-1',
					acs_encoder_id: 'encoder-1',
					acs_entrance_id: 'entrance-1',
					acs_system_ids: ['system-1'],
					acs_user_id: 'user-1',
					connect_webview_id: 'webview-1',
					customer_key: 'customer-1',
					device_ids: [DEVICE, OTHER],
					event_ids: ['event-1'],
					space_ids: ['space-1'],
					user_identity_id: 'identity-1',
					between: ['2027-06-30T23:59:59.999Z', '2027-07-02T00:00:00.001Z'],
					limit: 50,
				},
			],
		],
		json: [event],
	},
	'workspace: getMany': {
		parameters: {},
		answers: { '/workspaces/list': { workspaces: [{ workspace_id: 'workspace-1' }] } },
		requests: [['/workspaces/list', {}]],
		json: [{ workspace_id: 'workspace-1' }],
	},
};
