import { byId, type OperationCall } from './operationCall.mts';

/** Devices, what their locks are told to do, and what becomes of it. */
export const devices: OperationCall[] = [
	{
		resource: 'device',
		operation: 'getMany',
		parameters: () => ({ filters: { deviceType: 'august_lock', search: 'harbour' } }),
		expected: ({ august }) => [{ device_id: august, display_name: 'Front Door' }],
	},
	{
		resource: 'device',
		operation: 'getMany',
		parameters: () => ({ filters: { deviceType: 'lockly_lock', search: 'brooklyn' } }),
		expected: ({ lockly }) => [{ device_id: lockly, can_program_offline_access_codes: true }],
	},
	{
		resource: 'device',
		operation: 'update',
		parameters: ({ august }) => ({
			device: byId(august),
			updateFields: {
				name: 'Harbour House',
				customMetadata: { values: [{ key: 'floor', value: '2' }] },
			},
		}),
		expected: ({ august }) => [
			{
				device_id: august,
				display_name: 'Harbour House',
				custom_metadata: { listing_id: 'harbour-house', floor: '2' },
			},
		],
	},
	{
		resource: 'device',
		operation: 'setTimeZone',
		parameters: ({ ultraloq }) => ({ device: byId(ultraloq), timeZone: 'Asia/Kolkata' }),
		expected: ({ ultraloq }) => [{ device_id: ultraloq, time_zone: 'Asia/Calcutta' }],
	},
	{
		resource: 'device',
		operation: 'manage',
		before: async (sandbox, { tedee }) => {
			await sandbox.seam('/devices/update', { device_id: tedee, is_managed: false });
		},
		parameters: ({ tedee }) => ({ device: byId(tedee) }),
		expected: ({ tedee }) => [{ success: true, device_id: tedee }],
	},
	{
		resource: 'lock',
		operation: 'unlock',
		parameters: ({ august }) => ({ device: byId(august) }),
		expected: ({ august }) => [{ device_id: august, status: 'success', outcome: 'done' }],
		remember: { actionAttemptId: 'action_attempt_id' },
	},
	{
		resource: 'lock',
		operation: 'lock',
		parameters: () => ({ device: { __rl: true, mode: 'name', value: 'Harbour House' } }),
		before: async (sandbox) => {
			const programming = { device: 'august', confirms_moves: false };
			await sandbox.control('POST', '/programming', programming);
		},
		expected: ({ august }) => [
			{ device_id: august, status: 'success', outcome: 'done_not_confirmed' },
		],
	},
	{
		resource: 'lock',
		operation: 'configureAutoLock',
		parameters: ({ schlage }) => ({ device: byId(schlage), autoLockDelay: 45 }),
		expected: ({ schlage }) => [{ device_id: schlage, status: 'success', outcome: 'done' }],
	},
	{
		resource: 'actionAttempt',
		operation: 'get',
		parameters: ({ actionAttemptId }) => ({ actionAttemptId }),
		expected: () => [{ action_type: 'UNLOCK_DOOR', status: 'success', outcome: 'done' }],
	},
	{
		resource: 'event',
		operation: 'getMany',
		before: async (sandbox, { schlage }) => {
			await sandbox.seam('/access_codes/create', { device_id: schlage, code: '48291' });
			await sandbox.control('POST', '/clock', { advance_ms: 60_000 });
		},
		parameters: ({ schlage, yesterday, tomorrow }) => ({
			since: yesterday,
			filters: {
				deviceId: schlage,
				eventTypes: 'access_code.set_on_device',
				until: tomorrow,
			},
		}),
		expected: ({ schlage }) => [{ code: '48291', device_id: schlage }],
		remember: { eventId: 'event_id' },
	},
	{
		resource: 'event',
		operation: 'getMany',
		parameters: ({ august, yesterday }) => ({
			since: yesterday,
			filters: { deviceId: august, eventTypes: 'lock.locked' },
		}),
		expected: ({ august }) => [{ event_type: 'lock.locked', device_id: august }],
	},
	{
		resource: 'event',
		operation: 'get',
		parameters: ({ eventId }) => ({ eventId }),
		expected: ({ eventId }) => [{ event_id: eventId, event_type: 'access_code.set_on_device' }],
	},
];
