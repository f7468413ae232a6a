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

/** A code is named by its ID, or by the lock that it is on and its PIN. */
export type AccessCodeReference = string | { device_id: string; code: string };

/** Reads one managed code. A code whose time is over is no longer found (Seam: Lifecycle of Access Codes). */
export const getAccessCode = endpoint((asked: AccessCodeReference) => ({
	path: '/access_codes/get',
	body: typeof asked === 'string' ? { access_code_id: asked } : asked,
	schema: accessCodeAnswer,
	subject:
		typeof asked === 'string' ? undefined : `a code with this PIN on device ${asked.device_id}`,
	isRepeatable: true,
}));

/** Filters of Seam's list of managed codes; Seam wants to know at least the device or the access grant. */
export interface AccessCodeFilters {
	device_id?: string;
	access_grant_id?: string;
	access_grant_key?: string;
	customer_key?: string;
	/** Matches parts of the name, the PIN or the ID. */
	search?: string;
}

/** Reads the managed codes of one device or access grant. */
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

/** What may be changed on codes that share a PIN; absent fields stay as they are. */
export interface LinkedCodesChanges {
	name?: string;
	starts_at?: string;
	ends_at?: string;
}

/** Changes all codes that were created together and share a PIN. */
export const updateMultipleAccessCodes = endpoint(
	(common_code_key: string, changes: LinkedCodesChanges) => ({
		path: '/access_codes/update_multiple',
		body: { common_code_key, ...changes },
		schema: NO_ANSWER,
		subject: `the codes with the common code key '${common_code_key}'`,
		isRepeatable: false,
	}),
);

/** Gives a code back to the lock and its app: it stays on the lock, and Seam no longer manages it. */
export const handBackAccessCode = endpoint(({ access_code_id, device_id }: AccessCodeRef) => ({
	path: '/access_codes/update',
	body: { access_code_id, is_managed: false },
	schema: NO_ANSWER,
	isRepeatable: false,
	pace: { operation: 'update', deviceIds: [device_id] },
}));

/** Which PIN lengths a lock takes: each of them, or the shortest and the longest. */
export type PinLengths =
	| { supported_code_lengths: number[] }
	| { min_code_length: number; max_code_length: number };

/** Tells Seam what a lock takes that does not tell it itself; telling it twice does no harm. */
export const reportDeviceConstraints = endpoint((device_id: string, lengths: PinLengths) => ({
	path: '/access_codes/report_device_constraints',
	body: { device_id, ...lengths },
	schema: NO_ANSWER,
	isRepeatable: true,
}));

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
