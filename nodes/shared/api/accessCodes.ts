import { z } from 'zod';

import type {
	CreateAccessCodeRequest,
	UpdateAccessCodeRequest,
} from '../schema/accessCodeRequests';
import { accessCodeSchema, type AccessCode } from '../schema/accessCode';
import type { SeamContext } from './context';
import { seamList, seamRequest, type CallOptions } from './request';

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

const accessCodeAnswer = z
	.object({ access_code: accessCodeSchema })
	.transform((answer) => answer.access_code);

/** Creates one code; the request goes out exactly as given. Counts towards the device's ten creates a minute. */
export async function createAccessCode(
	context: SeamContext,
	request: CreateAccessCodeRequest,
	itemIndex: number,
): Promise<AccessCode> {
	return await seamRequest(context, {
		path: '/access_codes/create',
		body: request,
		schema: accessCodeAnswer,
		itemIndex,
		subject: `device ${request.device_id}`,
		isRepeatable: false,
		pace: { operation: 'create', deviceIds: [request.device_id] },
	});
}

/** Creates codes that share a PIN on several locks. */
export async function createMultipleAccessCodes(
	context: SeamContext,
	request: CreateMultipleRequest,
	itemIndex: number,
): Promise<AccessCode[]> {
	return await seamRequest(context, {
		path: '/access_codes/create_multiple',
		body: request,
		schema: z
			.object({ access_codes: z.array(accessCodeSchema) })
			.transform((answer) => answer.access_codes),
		itemIndex,
		subject: `devices ${request.device_ids.join(', ')}`,
		isRepeatable: false,
		pace: { operation: 'create', deviceIds: request.device_ids },
	});
}

/** Reads one managed code. A code whose time is over is not found any more (Seam: Lifecycle of Access Codes). */
export async function getAccessCode(
	context: SeamContext,
	accessCodeId: string,
	itemIndex: number,
	options: CallOptions = {},
): Promise<AccessCode> {
	return await seamRequest(context, {
		...options,
		path: '/access_codes/get',
		body: { access_code_id: accessCodeId },
		schema: accessCodeAnswer,
		itemIndex,
		subject: `access code ${accessCodeId}`,
		isRepeatable: true,
	});
}

/** Filters of Seam's list of managed codes; `device_id` is the one that people have. */
export interface AccessCodeFilters {
	device_id: string;
	customer_key?: string;
	/** Matches parts of the name, the PIN or the ID. */
	search?: string;
}

/** Reads the managed codes of one device, all pages unless `limit` says how many are enough. */
export async function listAccessCodes(
	context: SeamContext,
	filters: string | AccessCodeFilters,
	itemIndex: number,
	limit?: number,
): Promise<AccessCode[]> {
	const body = typeof filters === 'string' ? { device_id: filters } : filters;
	return await seamList(context, {
		path: '/access_codes/list',
		body,
		field: 'access_codes',
		record: accessCodeSchema,
		itemIndex,
		subject: `device ${body.device_id}`,
		limit,
	});
}

/** Changes an online code. Counts towards the device's ten updates a minute. */
export async function updateAccessCode(
	context: SeamContext,
	code: AccessCodeRef,
	changes: AccessCodeChanges,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/access_codes/update',
		body: { access_code_id: code.access_code_id, ...changes },
		schema: z.object({}),
		itemIndex,
		subject: `access code ${code.access_code_id}`,
		isRepeatable: false,
		pace: { operation: 'update', deviceIds: [code.device_id] },
	});
}

/**
 * Asks Seam to delete a code. Counts towards the device's twenty deletes a minute.
 *
 * @throws SeamError of kind `not_found` where the code is gone, also when an attempt whose answer was lost did it
 */
export async function deleteAccessCode(
	context: SeamContext,
	code: AccessCodeRef,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/access_codes/delete',
		body: { access_code_id: code.access_code_id },
		schema: z.object({}),
		itemIndex,
		subject: `access code ${code.access_code_id}`,
		isRepeatable: true,
		pace: { operation: 'delete', deviceIds: [code.device_id] },
	});
}

/**
 * Takes a code from the device's backup pool in place of one that could not be set. Asking again returns the same
 * one (Seam: Backup Access Codes), so that it may be repeated like a read.
 */
export async function pullBackupAccessCode(
	context: SeamContext,
	accessCodeId: string,
	itemIndex: number,
): Promise<AccessCode> {
	return await seamRequest(context, {
		path: '/access_codes/pull_backup_access_code',
		body: { access_code_id: accessCodeId },
		schema: accessCodeAnswer,
		itemIndex,
		subject: `access code ${accessCodeId}`,
		isRepeatable: true,
	});
}

/** Asks for a PIN that suits the device; nothing is programmed. */
export async function generatePin(
	context: SeamContext,
	deviceId: string,
	itemIndex: number,
): Promise<{ device_id: string; code: string }> {
	return await seamRequest(context, {
		path: '/access_codes/generate_code',
		body: { device_id: deviceId },
		schema: z
			.object({
				generated_code: z.object({ device_id: z.string(), code: z.string() }).passthrough(),
			})
			.transform((answer) => answer.generated_code),
		itemIndex,
		subject: `device ${deviceId}`,
		isRepeatable: true,
	});
}
