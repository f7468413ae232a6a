import type { Cases } from '../operationCases';

const ENTRANCE = '8c1f2c0e-6a52-4a1e-9d70-0a7f3f6f2b11';
const OTHER = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';
const SYSTEM = 'system-1';

const grant = { access_grant_id: 'grant-1', name: 'Ada' };
const method = {
	access_method_id: 'method-1',
	mode: 'code',
	code: '4711',
	is_issued: true,
	issued_at: '2027-07-01T13:00:00Z',
	display_name: 'PIN Code',
	errors: [],
	warnings: [],
};
const simpleMethod = { ...method, instant_key_url: null, is_encoding_required: null };
const entrance = {
	acs_entrance_id: ENTRANCE,
	acs_system_id: SYSTEM,
	display_name: 'Room 204',
	can_belong_to_reservation: true,
};
const officeDoor = { ...entrance, display_name: 'Office Lobby' };
const office = { acs_system_id: SYSTEM, external_type: 'brivo_account' };
const space = { space_id: 'space-1', space_key: 'listing-1', customer_data: {}, device_count: 2 };
const inRome = { ...space, customer_data: { time_zone: 'Europe/Rome' } };

const guest = { guestName: 'Ada Lovelace' };
const PUSHED = {
	success: true,
	customer_key: 'host-7',
	reservation_key: 'HA-1042',
	is_code_confirmed: false,
	why: 'Seam has taken the reservation but does not say what came of it, so this alone is no proof that a code exists.',
	how_to_check:
		"Read the grants with this key (Access Grant → Get Many, filter 'Reservation Key'), then their codes (Access Method → Get Many). If there are none, Seam Console says why under Automation Runs.",
	warnings: [],
};

/** Access methods, what grants gained, entrances and reservations. */
export const grantCases: Cases = {
	'accessMethod: get': {
		parameters: { accessMethodId: 'method-1' },
		answers: { '/access_methods/get': { access_method: { ...method, unheard_of: 1 } } },
		requests: [['/access_methods/get', { access_method_id: 'method-1' }]],
		json: [simpleMethod],
	},
	'accessMethod: get (whole)': {
		parameters: { accessMethodId: 'method-1', simplify: false },
		answers: {
			'/access_methods/get': { access_method: { ...method, display_status: 'Issued' } },
		},
		requests: [['/access_methods/get', { access_method_id: 'method-1' }]],
		json: [{ ...method, display_status: 'Issued' }],
	},
	'accessMethod: getMany': {
		parameters: { accessGrantId: 'grant-1' },
		answers: { '/access_methods/list': { access_methods: [method] } },
		requests: [['/access_methods/list', { access_grant_id: 'grant-1' }]],
		json: [simpleMethod],
	},
	'accessMethod: getMany (by key, with filters)': {
		parameters: {
			findBy: 'key',
			accessGrantKey: 'HA-1',
			filters: {
				accessCodeId: 'code-1',
				deviceId: '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905',
				entranceId: 'entrance-1',
				spaceId: 'space-1',
			},
		},
		answers: { '/access_methods/list': { access_methods: [] } },
		requests: [
			[
				'/access_methods/list',
				{
					access_grant_key: 'HA-1',
					access_code_id: 'code-1',
					acs_entrance_id: 'entrance-1',
					device_id: '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905',
					space_id: 'space-1',
				},
			],
		],
		json: [],
	},
	'accessMethod: delete': {
		parameters: { accessMethodId: 'method-1' },
		answers: { '/access_methods/delete': {} },
		requests: [['/access_methods/delete', { access_method_id: 'method-1' }]],
		json: [{ deleted: true }],
	},
	'accessMethod: delete (all of a grant)': {
		parameters: { deleteBy: 'grantId', accessGrantId: 'grant-1' },
		answers: { '/access_methods/delete': {} },
		requests: [['/access_methods/delete', { access_grant_id: 'grant-1' }]],
		json: [{ deleted: true }],
	},
	'accessMethod: delete (all of a booking)': {
		parameters: { deleteBy: 'reservationKey', reservationKey: 'HA-1042' },
		answers: { '/access_methods/delete': {} },
		requests: [['/access_methods/delete', { reservation_key: 'HA-1042' }]],
		json: [{ deleted: true }],
	},
	'accessGrant: create (mobile key for a space)': {
		parameters: {
			simplify: false,
			...guest,
			accessMethods: ['mobile_key', 'code'],
			startsAt: '2027-07-01T15:00:00+02:00',
			additionalFields: {
				code: '4711',
				customizationProfileId: 'profile-1',
				guestKey: 'guest-9',
				instantKeyMaxUseCount: 2,
				spaceKeys: 'listing-1',
				reservationKey: 'HA-1042',
			},
		},
		answers: { '/access_grants/create': { access_grant: grant } },
		requests: [
			[
				'/access_grants/create',
				{
					user_identity: { full_name: 'Ada Lovelace', user_identity_key: 'guest-9' },
					requested_access_methods: [
						{ mode: 'mobile_key', instant_key_max_use_count: 2 },
						{ mode: 'code', code: '4711' },
					],
					space_keys: ['listing-1'],
					starts_at: '2027-07-01T13:00:00Z',
					reservation_key: 'HA-1042',
					customization_profile_id: 'profile-1',
				},
			],
		],
		json: [grant],
	},
	'accessGrant: create (an office without a reservation)': {
		parameters: {
			simplify: false,
			...guest,
			additionalFields: { entranceIds: ENTRANCE, spaceIds: 'space-2', spaceKeys: 'listing-1' },
		},
		answers: {
			'/acs/entrances/list': { acs_entrances: [officeDoor] },
			'/acs/systems/get': { acs_system: office },
			'/spaces/get': { space },
			'/access_grants/create': { access_grant: grant },
		},
		requests: [
			['/acs/entrances/list', { acs_entrance_ids: [ENTRANCE] }],
			['/spaces/get', { space_key: 'listing-1' }],
			['/acs/entrances/list', { space_id: 'space-2' }],
			['/acs/entrances/list', { space_id: 'space-1' }],
			['/acs/systems/get', { acs_system_id: SYSTEM }],
			[
				'/access_grants/create',
				{
					user_identity: { full_name: 'Ada Lovelace' },
					requested_access_methods: [{ mode: 'code' }],
					acs_entrance_ids: [ENTRANCE],
					space_ids: ['space-2'],
					space_keys: ['listing-1'],
				},
			],
		],
		json: [grant],
	},
	'accessGrant: delete (by key)': {
		parameters: { findBy: 'key', accessGrantKey: 'HA-1' },
		answers: { '/access_grants/get': { access_grant: grant }, '/access_grants/delete': {} },
		requests: [
			['/access_grants/get', { access_grant_key: 'HA-1' }],
			['/access_grants/delete', { access_grant_id: 'grant-1' }],
		],
		json: [{ deleted: true }],
	},
	'accessGrant: getMany (every filter)': {
		parameters: {
			simplify: false,
			filters: {
				accessCodeId: 'code-1',
				accessGrantKey: 'HA-1',
				entranceId: 'entrance-1',
				spaceId: 'space-1',
				systemId: SYSTEM,
			},
		},
		answers: { '/access_grants/list': { access_grants: [grant] } },
		requests: [
			[
				'/access_grants/list',
				{
					access_code_id: 'code-1',
					access_grant_key: 'HA-1',
					acs_entrance_id: 'entrance-1',
					acs_system_id: SYSTEM,
					space_id: 'space-1',
				},
			],
		],
		json: [grant],
	},
	'accessGrant: getRelated': {
		parameters: { accessGrantId: 'grant-1', include: ['access_methods', 'devices'] },
		answers: {
			'/access_grants/get_related': { batch: { access_methods: [method], devices: [] } },
		},
		requests: [
			[
				'/access_grants/get_related',
				{ access_grant_ids: ['grant-1'], include: ['access_methods', 'devices'] },
			],
		],
		json: [{ access_methods: [method], devices: [] }],
	},
	'accessGrant: getRelated (all, by key)': {
		parameters: { findBy: 'key', accessGrantKey: 'HA-1' },
		answers: { '/access_grants/get_related': { batch: { spaces: [] } } },
		requests: [['/access_grants/get_related', { access_grant_keys: ['HA-1'] }]],
		json: [{ spaces: [] }],
	},
	'accessGrant: requestAccessMethods': {
		parameters: {
			simplify: false,
			findBy: 'key',
			accessGrantKey: 'HA-1',
			accessMethods: ['mobile_key'],
			options: { instantKeyMaxUseCount: 3 },
		},
		answers: {
			'/access_grants/get': { access_grant: grant },
			'/access_grants/request_access_methods': { access_grant: grant },
		},
		requests: [
			['/access_grants/get', { access_grant_key: 'HA-1' }],
			[
				'/access_grants/request_access_methods',
				{
					access_grant_id: 'grant-1',
					requested_access_methods: [{ mode: 'mobile_key', instant_key_max_use_count: 3 }],
				},
			],
		],
		json: [grant],
	},
	'entrance: getMany': {
		parameters: {
			filters: {
				connectedAccountId: OTHER,
				customerKey: 'host-7',
				search: '204',
				spaceId: 'space-1',
				systemId: SYSTEM,
			},
		},
		answers: { '/acs/entrances/list': { acs_entrances: [{ ...entrance, is_locked: true }] } },
		requests: [
			[
				'/acs/entrances/list',
				{
					acs_system_id: SYSTEM,
					connected_account_id: OTHER,
					customer_key: 'host-7',
					search: '204',
					space_id: 'space-1',
				},
			],
		],
		json: [
			{
				...entrance,
				space_ids: null,
				can_unlock_with_card: null,
				can_unlock_with_cloud_key: null,
				can_unlock_with_code: null,
				can_unlock_with_mobile_key: null,
				errors: null,
			},
		],
	},
	'reservation: push': {
		parameters: {
			...guest,
			customerKey: 'host-7',
			reservationKey: 'HA-1042',
			spaceKeys: 'listing-1',
			startsAt: '2027-07-01T15:00',
			endsAt: '2027-07-05T11:00',
			additionalFields: {
				customMetadataJson: '{ "channel": "direct" }',
				email: 'Ada@Example.com',
				name: 'Stay',
				phone: '+15551234567',
				preferredCode: '4711',
			},
		},
		answers: { '/spaces/get': { space: inRome }, '/customers/push_data': {} },
		requests: [
			['/spaces/get', { space_key: 'listing-1' }],
			[
				'/customers/push_data',
				{
					customer_key: 'host-7',
					reservations: [
						{
							reservation_key: 'HA-1042',
							name: 'Stay',
							user_identity_key: 'ada@example.com',
							starts_at: '2027-07-01T15:00:00+02:00',
							ends_at: '2027-07-05T11:00:00+02:00',
							space_keys: ['listing-1'],
							preferred_code: '4711',
							custom_metadata: { channel: 'direct' },
						},
					],
					user_identities: [
						{
							user_identity_key: 'ada@example.com',
							name: 'Ada Lovelace',
							email_address: 'Ada@Example.com',
							phone_number: '+15551234567',
						},
					],
				},
			],
		],
		json: [PUSHED],
	},
	'reservation: push (a space without a door, no guest)': {
		parameters: { customerKey: 'host-7', reservationKey: 'HA-1042', spaceKeys: 'listing-1' },
		answers: {
			'/spaces/get': { space: { ...space, device_count: 0, acs_entrance_count: 0 } },
			'/customers/push_data': {},
		},
		requests: [
			['/spaces/get', { space_key: 'listing-1' }],
			[
				'/customers/push_data',
				{
					customer_key: 'host-7',
					reservations: [{ reservation_key: 'HA-1042', space_keys: ['listing-1'] }],
				},
			],
		],
		json: [
			{
				...PUSHED,
				warnings: ["Space 'listing-1' holds no lock or entrance to make a code for."],
			},
		],
	},
	'reservation: delete': {
		parameters: { reservationKey: 'HA-1042' },
		answers: { '/customers/delete_data': {} },
		requests: [['/customers/delete_data', { reservation_keys: ['HA-1042'] }]],
		json: [{ deleted: true }],
	},
};
