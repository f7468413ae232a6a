import { accessMethodSchema } from '../schema/accessMethod';
import type { AccessGrantReference } from './accessGrants';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** A grant, and which of its access methods are wanted. */
export type AccessMethodFilters = AccessGrantReference & {
	access_code_id?: string;
	acs_entrance_id?: string;
	device_id?: string;
	space_id?: string;
};

/** One access method, or all those of a grant or of a reservation. */
export type AccessMethodsToDelete =
	| { access_method_id: string }
	| { access_grant_id: string }
	| { reservation_key: string };

export const getAccessMethod = endpoint((access_method_id: string) => ({
	path: '/access_methods/get',
	body: { access_method_id },
	schema: answerWith('access_method', accessMethodSchema),
	isRepeatable: true,
}));

/** Newer versions of Seam page this list, older ones do not. */
export const listAccessMethods = listEndpoint((filters: AccessMethodFilters) => ({
	path: '/access_methods/list',
	body: filters,
	field: 'access_methods',
	record: accessMethodSchema,
	subject: 'the list of access methods',
}));

export const deleteAccessMethods = endpoint((which: AccessMethodsToDelete) => ({
	path: '/access_methods/delete',
	body: which,
	schema: NO_ANSWER,
	isRepeatable: true,
}));
