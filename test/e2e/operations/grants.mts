import type { Sandbox } from '../harness/index.mts';
import { byId, type Known, type OperationCall } from './operationCall.mts';

const resource = 'accessGrant';
const accessGrantId = ({ accessGrantId: id }: Known) => ({ accessGrantId: id });

/** What was asked for a moment ago is on its lock, or made. */
async function provisioned(sandbox: Sandbox): Promise<void> {
	await sandbox.control('POST', '/clock', { advance_ms: 3_000 });
}

/** A guest's mobile key, from the grant to the link that opens the door, and to its end. */
const mobileKey: OperationCall[] = [
	{
		resource: 'entrance',
		operation: 'getMany',
		parameters: () => ({ filters: { search: '204' } }),
		expected: () => [
			{
				display_name: 'Room 204',
				can_unlock_with_mobile_key: true,
				can_belong_to_reservation: true,
			},
		],
		remember: { entranceId: 'acs_entrance_id' },
	},
	{
		resource,
		operation: 'create',
		parameters: ({ entranceId, tomorrow, dayAfter }) => ({
			guestName: 'Grace Hopper',
			accessMethods: ['mobile_key'],
			startsAt: tomorrow,
			endsAt: dayAfter,
			additionalFields: {
				entranceIds: entranceId,
				instantKeyMaxUseCount: 2,
				reservationKey: 'R-204',
			},
		}),
		expected: () => [{ reservation_key: 'R-204', errors: [] }],
		remember: { keyGrantId: 'access_grant_id' },
	},
	{
		resource: 'accessMethod',
		operation: 'getMany',
		before: provisioned,
		parameters: ({ keyGrantId }) => ({ accessGrantId: keyGrantId }),
		expected: () => [
			{ mode: 'mobile_key', is_issued: true, instant_key_url: expect.stringMatching(/^http/) },
		],
		remember: { keyId: 'access_method_id', keyLink: 'instant_key_url' },
	},
	{
		resource: 'accessMethod',
		operation: 'get',
		parameters: ({ keyId }) => ({ accessMethodId: byId(keyId) }),
		expected: ({ keyId, keyLink }) => [{ access_method_id: keyId, instant_key_url: keyLink }],
	},
	{
		resource: 'accessMethod',
		operation: 'delete',
		parameters: () => ({ deleteBy: 'reservationKey', reservationKey: 'R-204' }),
		expected: () => [{ deleted: true }],
	},
	{
		resource,
		operation: 'get',
		parameters: ({ keyGrantId }) => ({ accessGrantId: keyGrantId }),
		expected: () => [{ access_method_ids: [] }],
	},
];

/** Reservations that Seam makes grants of by itself. */
const reservations: OperationCall[] = [
	{
		resource: 'reservation',
		operation: 'push',
		before: async (sandbox, { yale }) => {
			await sandbox.seam('/spaces/create', {
				name: 'Harbour House',
				space_key: 'harbour-house',
				device_ids: [yale],
				customer_data: { time_zone: 'Europe/Rome' },
			});
		},
		parameters: ({ tomorrow, dayAfter }) => ({
			customerKey: 'host-7',
			reservationKey: 'HA-1042',
			spaceKeys: 'harbour-house',
			guestName: 'Ada Lovelace',
			startsAt: tomorrow,
			endsAt: dayAfter,
			additionalFields: { email: 'ada@example.com' },
		}),
		expected: () => [
			{ success: true, reservation_key: 'HA-1042', is_code_confirmed: false, warnings: [] },
		],
	},
	{
		resource,
		operation: 'getMany',
		parameters: () => ({ filters: { reservationKey: 'HA-1042' } }),
		expected: () => [{ access_grant_id: expect.any(String) }],
	},
	{
		resource: 'reservation',
		operation: 'delete',
		parameters: () => ({ reservationKey: 'HA-1042' }),
		expected: () => [{ deleted: true }],
	},
];

/** A grant from its making to its end. */
const grant: OperationCall[] = [
	{
		resource,
		operation: 'create',
		parameters: ({ august, tomorrow, dayAfter }) => ({
			devices: august,
			guestName: 'Ada Lovelace',
			startsAt: tomorrow,
			endsAt: dayAfter,
			additionalFields: { accessGrantKey: 'stay-1', name: 'Stay' },
		}),
		expected: () => [{ name: 'Stay', access_grant_key: 'stay-1' }],
		remember: { accessGrantId: 'access_grant_id' },
	},
	{
		resource,
		operation: 'get',
		parameters: () => ({ findBy: 'key', accessGrantKey: 'stay-1' }),
		expected: ({ accessGrantId: access_grant_id }) => [{ access_grant_id }],
	},
	{
		resource,
		operation: 'getMany',
		parameters: ({ august }) => ({ filters: { deviceId: august } }),
		expected: ({ accessGrantId: access_grant_id }) => [{ access_grant_id }],
	},
	{
		resource: 'accessMethod',
		operation: 'getMany',
		before: provisioned,
		parameters: () => ({ findBy: 'key', accessGrantKey: 'stay-1' }),
		expected: () => [{ mode: 'code', is_issued: true, code: expect.stringMatching(/^\d{4,9}$/) }],
	},
	{
		resource,
		operation: 'update',
		parameters: (known) => ({ ...accessGrantId(known), updateFields: { name: 'Longer Stay' } }),
		expected: () => [{ name: 'Longer Stay' }],
	},
	{
		resource,
		operation: 'requestAccessMethods',
		parameters: (known) => ({ ...accessGrantId(known), options: { code: '583746' } }),
		expected: ({ accessGrantId: access_grant_id }) => [{ access_grant_id }],
	},
	{
		resource,
		operation: 'getRelated',
		parameters: () => ({
			findBy: 'key',
			accessGrantKey: 'stay-1',
			include: ['access_methods', 'devices'],
		}),
		expected: ({ august }) => [
			{ access_methods: [{ mode: 'code' }, { mode: 'code' }], devices: [{ device_id: august }] },
		],
	},
	{
		resource,
		operation: 'delete',
		parameters: () => ({ findBy: 'key', accessGrantKey: 'stay-1' }),
		expected: () => [{ deleted: true }],
	},
];

export const grants: OperationCall[] = [...grant, ...mobileKey, ...reservations];
