import { z } from 'zod';

import { accessCodeSchema, type AccessCode } from '../schema/accessCode';
import type { AccessCodeRef } from './accessCodes';
import type { SeamContext } from './context';
import { seamList, seamRequest, type CallOptions } from './request';

/** Reads the codes of one device that were made outside Seam, all pages unless `limit` says how many are enough. */
export async function listUnmanagedAccessCodes(
	context: SeamContext,
	deviceId: string,
	itemIndex: number,
	limit?: number,
): Promise<AccessCode[]> {
	return await seamList(context, {
		path: '/access_codes/unmanaged/list',
		body: { device_id: deviceId },
		field: 'access_codes',
		record: accessCodeSchema,
		itemIndex,
		subject: `device ${deviceId}`,
		limit,
	});
}

/** Reads one code that was made outside Seam. */
export async function getUnmanagedAccessCode(
	context: SeamContext,
	accessCodeId: string,
	itemIndex: number,
	options: CallOptions = {},
): Promise<AccessCode> {
	return await seamRequest(context, {
		...options,
		path: '/access_codes/unmanaged/get',
		body: { access_code_id: accessCodeId },
		schema: z.object({ access_code: accessCodeSchema }).transform((answer) => answer.access_code),
		itemIndex,
		subject: `unmanaged access code ${accessCodeId}`,
		isRepeatable: true,
	});
}

export interface ConvertOptions {
	is_external_modification_allowed?: boolean;
	/** Takes the code over from another workspace. */
	force?: boolean;
}

/** Asks Seam to manage a code that was made outside it; an event tells when it does. */
export async function convertToManaged(
	context: SeamContext,
	accessCodeId: string,
	options: ConvertOptions,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/access_codes/unmanaged/convert_to_managed',
		body: { access_code_id: accessCodeId, ...options },
		schema: z.object({}),
		itemIndex,
		subject: `unmanaged access code ${accessCodeId}`,
		isRepeatable: false,
	});
}

/** Asks Seam to delete a code that was made outside it. */
export async function deleteUnmanagedAccessCode(
	context: SeamContext,
	code: AccessCodeRef,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/access_codes/unmanaged/delete',
		body: { access_code_id: code.access_code_id },
		schema: z.object({}),
		itemIndex,
		subject: `unmanaged access code ${code.access_code_id}`,
		isRepeatable: true,
		pace: { operation: 'delete', deviceIds: [code.device_id] },
	});
}
