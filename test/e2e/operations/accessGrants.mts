import type { Known, OperationCall } from './operationCall.mts';

const resource = 'accessGrant';
const accessGrantId = ({ accessGrantId: id }: Known) => ({ accessGrantId: id });

export const accessGrants: OperationCall[] = [
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
		resource,
		operation: 'update',
		parameters: (known) => ({ ...accessGrantId(known), updateFields: { name: 'Longer Stay' } }),
		expected: () => [{ name: 'Longer Stay' }],
	},
	{
		resource,
		operation: 'delete',
		parameters: accessGrantId,
		expected: () => [{ deleted: true }],
	},
];
