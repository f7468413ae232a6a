import { z } from 'zod';

import type {
	CreateAccessCodeRequest,
	UpdateAccessCodeRequest,
} from '../schema/accessCodeRequests';
import { accessCodeSchema, type AccessCode } from '../schema/accessCode';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** The ID of a code, and of the device whose limits a change of it counts towards. */
export type AccessCodeRef = Pick<AccessCode, 'access_code_id' | 'device_id'>;

/** What may be changed on an online code; absent fields stay as they are (Seam: Update an Access Code). */
export type AccessCodeChanges = Omit<UpdateAccessCodeRequest, 'access_code_id'>;

/** The body of `POST /access_codes/create_multiple`: one PIN on several locks, online codes only. */
export interface CreateMultipleRequest
	extends Omit<
		CreateAccessCodeRequest,
		| 'device_id'
		| 'is_offline_access_code'
		| 'is_one_time_use'
		| 'max_time_rounding'
		| 'common_code_key'
		| 'is_external_modification_allowed'
	> {
	device_ids: string[];
	behavior_when_code_cannot_be_shared?: 'throw' | 'create_random_code';
	allow_external_modification?: boolean;
}

const accessCodeAnswer = answerWith('access_code', accessCodeSchema);

/** Creates one code; the request goes out exactly as given. Counts towards the device's ten creates a minute. */
export const createAccessCode = endpoint((request: CreateAccessCodeRequest) => ({
	path: '/access_codes/create',
	body: request,
	schema: accessCodeAnswer,
	isRepeatable: false,
	pace: { operation: 'create', deviceIds: [request.device_id] },
}));

/** Creates codes that share a PIN on several locks. */
export const createMultipleAccessCodes = endpoint((request: CreateMultipleRequest) => ({
	path: '/access_codes/create_multiple',
	body: request,
	schema: answerWith('access_codes', z.array(accessCodeSchema)),
	subject: `devices ${request.device_ids.join(', ')}`,
	isRepeatable: false,
	pace: { operation: 'create', deviceIds: request.device_ids },
}));

/** Reads one managed code. A code whose time is over is no longer found (Seam: Lifecycle of Access Codes). */
export const getAccessCode = endpoint((access_code_id: string) => ({
	path: '/access_codes/get',
	body: { access_code_id },
	schema: accessCodeAnswer,
	isRepeatable: true,
}));

/** Filters of Seam's list of managed codes; `device_id` is the one that people have. */
export interface AccessCodeFilters {
	device_id: string;
	customer_key?: string;
	/** Matches parts of the name, the PIN or the ID. */
	search?: string;
}

/** Reads the managed codes of one device. */
export const listAccessCodes = listEndpoint((filters: string | AccessCodeFilters) => ({
	path: '/access_codes/list',
	body: typeof filters === 'string' ? { device_id: filters } : filters,
	field: 'access_codes',
	record: accessCodeSchema,
}));

/** Changes an online code. Counts towards the device's ten updates a minute. */
export const updateAccessCode = endpoint(
	({ access_code_id, device_id }: AccessCodeRef, changes: AccessCodeChanges) => ({
		path: '/access_codes/update',
		body: { access_code_id, ...changes },
		schema: NO_ANSWER,
		isRepeatable: false,
		pace: { operation: 'update', deviceIds: [device_id] },
	}),
);

/**
 * Asks Seam to delete a code. Counts towards the device's twenty deletes a minute.
 *
 * @throws SeamError of kind `not_found` if the code is gone, also if an attempt whose answer was lost deleted it
 */
export const deleteAccessCode = endpoint(({ access_code_id, device_id }: AccessCodeRef) => ({
	path: '/access_codes/delete',
	body: { access_code_id },
	schema: NO_ANSWER,
	isRepeatable: true,
	pace: { operation: 'delete', deviceIds: [device_id] },
}));

/**
 * Takes a code from the device's backup pool in place of one that could not be set. A repeated request returns the
 * same one (Seam: Backup Access Codes), so it may be repeated like a read.
 */
export const pullBackupAccessCode = endpoint((access_code_id: string) => ({
	path: '/access_codes/pull_backup_access_code',
	body: { access_code_id },
	schema: accessCodeAnswer,
	isRepeatable: true,
}));

/** Asks for a PIN that suits the device; nothing is programmed. */
export const generatePin = endpoint((device_id: string) => ({
	path: '/access_codes/generate_code',
	body: { device_id },
	schema: answerWith(
		'generated_code',
		z.object({ device_id: z.string(), code: z.string() }).passthrough(),
	),
	isRepeatable: true,
}));
