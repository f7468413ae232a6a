import type { Sandbox } from '../harness/index.mts';
import { byId, type Known, type OperationCall } from './operationCall.mts';

const resource = 'accessCode';
const accessCodeId = ({ accessCodeId: id }: Known) => ({ accessCodeId: id });

/** @returns the ID that Seam gives a code that someone set without it */
async function setAtTheLock(sandbox: Sandbox, device: string, code: string): Promise<string> {
	const added = { device, code, name: 'Set at the lock' };
	return (await sandbox.control<Known>('POST', '/access_codes/unmanaged', added)).access_code_id;
}

/** Codes that Seam manages, then those that were made at the lock. */
export const accessCodes: OperationCall[] = [
	{
		resource,
		operation: 'createMultiple',
		parameters: ({ august, yale, tomorrow, dayAfter }) => ({
			devices: `${august}, ${yale}`,
			name: 'Cleaning',
			startsAt: tomorrow,
			endsAt: dayAfter,
			additionalFields: { useBackupAccessCodePool: true },
		}),
		expected: ({ august, yale }) =>
			[august, yale].map((device_id) => ({ device_id, name: 'Cleaning', type: 'time_bound' })),
		remember: { accessCodeId: 'access_code_id' },
	},
	{
		resource,
		operation: 'get',
		parameters: accessCodeId,
		expected: ({ accessCodeId: access_code_id }) => [{ access_code_id, name: 'Cleaning' }],
	},
	{
		resource,
		operation: 'getMany',
		parameters: ({ august }) => ({ device: byId(august), filters: { search: 'Cleaning' } }),
		expected: ({ accessCodeId: access_code_id }) => [{ access_code_id }],
	},
	{
		resource,
		operation: 'update',
		parameters: (known) => ({ ...accessCodeId(known), updateFields: { name: 'Deep Cleaning' } }),
		expected: ({ accessCodeId: access_code_id }) => [{ access_code_id, name: 'Deep Cleaning' }],
	},
	{
		resource,
		operation: 'get',
		before: async (sandbox, { accessCodeId: access_code_id }) => {
			const { access_code } = await sandbox.seam<{ access_code: Known }>('/access_codes/get', {
				access_code_id,
			});
			return { pin: access_code.code, commonCodeKey: access_code.common_code_key };
		},
		parameters: ({ august, pin }) => ({ findBy: 'pin', device: byId(august), code: pin }),
		expected: ({ accessCodeId: access_code_id }) => [{ access_code_id }],
	},
	{
		resource,
		operation: 'updateMultiple',
		parameters: ({ commonCodeKey }) => ({ commonCodeKey, updateFields: { name: 'Crew' } }),
		expected: ({ commonCodeKey }) => [{ success: true, common_code_key: commonCodeKey }],
	},
	{
		resource,
		operation: 'pullBackup',
		parameters: accessCodeId,
		expected: ({ accessCodeId: first, august }) => [
			{ device_id: august, access_code_id: expect.not.stringMatching(first) },
		],
	},
	{
		resource,
		operation: 'generatePin',
		parameters: ({ august }) => ({ device: byId(august) }),
		expected: ({ august }) => [{ device_id: august, code: expect.stringMatching(/^\d{4,6}$/) }],
	},
	{
		resource,
		operation: 'handBack',
		before: async (sandbox, { yale }) => {
			const { access_code } = await sandbox.seam<{ access_code: Known }>('/access_codes/create', {
				device_id: yale,
				code: '5837',
			});
			return { handedBackId: access_code.access_code_id };
		},
		parameters: ({ handedBackId }) => ({ accessCodeId: handedBackId }),
		expected: ({ handedBackId, yale }) => [{ access_code_id: handedBackId, device_id: yale }],
	},
	{
		resource,
		operation: 'reportConstraints',
		parameters: ({ smartthings }) => ({ device: byId(smartthings), supportedLengths: '4, 6' }),
		expected: ({ smartthings }) => [{ device_id: smartthings, supported_code_lengths: [4, 6] }],
	},
	{
		resource,
		operation: 'delete',
		parameters: accessCodeId,
		expected: ({ accessCodeId: access_code_id }) => [{ access_code_id, deleted: true }],
	},
	{
		resource: 'unmanagedAccessCode',
		operation: 'getMany',
		before: async (sandbox) => ({ accessCodeId: await setAtTheLock(sandbox, 'nuki', '583746') }),
		parameters: ({ nuki }) => ({ device: byId(nuki) }),
		expected: ({ accessCodeId: access_code_id }) => [{ access_code_id, code: '583746' }],
	},
	{
		resource: 'unmanagedAccessCode',
		operation: 'convert',
		before: async (sandbox) => ({ convertedId: await setAtTheLock(sandbox, 'august', '5837') }),
		parameters: ({ convertedId }) => ({ accessCodeId: convertedId }),
		expected: ({ convertedId }) => [{ success: true, access_code_id: convertedId }],
	},
	{
		resource: 'unmanagedAccessCode',
		operation: 'delete',
		parameters: accessCodeId,
		expected: () => [{ deleted: true }],
	},
];
