import type { CreateAccessCodeRequest } from '../../schema/accessCodeRequests';

const KEYS: ReadonlyArray<keyof CreateAccessCodeRequest> = [
	'device_id',
	'name',
	'code',
	'preferred_code_length',
	'starts_at',
	'ends_at',
	'is_offline_access_code',
	'is_one_time_use',
	'max_time_rounding',
	'prefer_native_scheduling',
	'use_backup_access_code_pool',
	'common_code_key',
	'is_external_modification_allowed',
	'attempt_for_offline_device',
];

/** The body with its keys always in the same order and without those that are absent, so that equal means equal bytes. */
export function inOrder(request: CreateAccessCodeRequest): CreateAccessCodeRequest {
	const given = KEYS.filter((key) => request[key] !== undefined);
	const entries = given.map((key) => [key, request[key]]);
	return Object.fromEntries(entries) as unknown as CreateAccessCodeRequest;
}
