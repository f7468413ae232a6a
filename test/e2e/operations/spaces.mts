import type { Known, OperationCall } from './operationCall.mts';

const resource = 'space';
const byKey = { findBy: 'key', spaceKey: 'listing-1' };
const spaceId = ({ spaceId: id }: Known) => ({ spaceId: id });

export const spaces: OperationCall[] = [
	{
		resource,
		operation: 'create',
		parameters: ({ august }) => ({
			name: 'Harbour House',
			additionalFields: {
				...{ devices: august, spaceKey: 'listing-1', customerKey: 'host-7' },
				...{ address: 'Quay 1', timeZone: 'Europe/Rome' },
				...{ checkInTime: '15:00', checkOutTime: '11:00' },
			},
		}),
		expected: () => [{ name: 'Harbour House', space_key: 'listing-1', device_count: 1 }],
		remember: { spaceId: 'space_id' },
	},
	{
		resource,
		operation: 'addDevices',
		parameters: ({ yale }) => ({ ...byKey, devices: yale }),
		expected: ({ spaceId: space_id }) => [{ space_id, device_count: 2 }],
	},
	{
		resource,
		operation: 'removeDevices',
		parameters: (known) => ({ ...spaceId(known), devices: [known.august] }),
		expected: ({ spaceId: space_id }) => [{ space_id, device_count: 1 }],
	},
	{
		resource,
		operation: 'update',
		parameters: () => ({ ...byKey, updateFields: { name: 'Pier House', checkInTime: '16:00' } }),
		expected: () => [
			{ name: 'Pier House', default_checkin_time: '16:00', time_zone: 'Europe/Rome' },
		],
	},
	{
		resource,
		operation: 'get',
		parameters: () => byKey,
		expected: ({ spaceId: space_id }) => [{ space_id, name: 'Pier House' }],
	},
	{
		resource,
		operation: 'getMany',
		parameters: () => ({ filters: { search: 'pier' } }),
		expected: ({ spaceId: space_id }) => [{ space_id }],
	},
	{
		resource,
		operation: 'delete',
		parameters: () => byKey,
		expected: () => [{ deleted: true }],
	},
];
