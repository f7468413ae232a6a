import { accessCodeSchema } from '../schema/accessCode';
import type { AccessCodeRef } from './accessCodes';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** Reads the codes of one device that were made outside Seam. */
export const listUnmanagedAccessCodes = listEndpoint((device_id: string) => ({
	path: '/access_codes/unmanaged/list',
	body: { device_id },
	field: 'access_codes',
	record: accessCodeSchema,
}));

const subjectOf = (accessCodeId: string) => `unmanaged access code ${accessCodeId}`;

/** Reads one code that was made outside Seam. */
export const getUnmanagedAccessCode = endpoint((access_code_id: string) => ({
	path: '/access_codes/unmanaged/get',
	body: { access_code_id },
	schema: answerWith('access_code', accessCodeSchema),
	subject: subjectOf(access_code_id),
	isRepeatable: true,
}));

export interface ConvertOptions {
	is_external_modification_allowed?: boolean;
	/** Takes the code over from another workspace. */
	force?: boolean;
}

/** Asks Seam to manage a code that was made outside it; an event reports when it does. */
export const convertToManaged = endpoint((access_code_id: string, options: ConvertOptions) => ({
	path: '/access_codes/unmanaged/convert_to_managed',
	body: { access_code_id, ...options },
	schema: NO_ANSWER,
	subject: subjectOf(access_code_id),
	isRepeatable: false,
}));

/** Asks Seam to delete a code that was made outside it. */
export const deleteUnmanagedAccessCode = endpoint(
	({ access_code_id, device_id }: AccessCodeRef) => ({
		path: '/access_codes/unmanaged/delete',
		body: { access_code_id },
		schema: NO_ANSWER,
		subject: subjectOf(access_code_id),
		isRepeatable: true,
		pace: { operation: 'delete', deviceIds: [device_id] },
	}),
);
