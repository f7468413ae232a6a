import { accessGrantSchema } from '../schema/accessGrant';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** Seam takes the grant's ID or the key that its maker gave it. */
export type AccessGrantReference = { access_grant_id: string } | { access_grant_key: string };

/** The body of `POST /access_grants/create`. */
export interface AccessGrantRequest {
	user_identity_id?: string;
	user_identity?: { full_name?: string; email_address?: string; phone_number?: string };
	requested_access_methods: Array<{
		mode: 'code' | 'card' | 'mobile_key' | 'cloud_key';
		code?: string;
	}>;
	device_ids?: string[];
	acs_entrance_ids?: string[];
	space_ids?: string[];
	starts_at?: string;
	ends_at?: string;
	name?: string;
	access_grant_key?: string;
	reservation_key?: string;
}

export interface AccessGrantFilters {
	access_grant_key?: string;
	reservation_key?: string;
	device_id?: string;
	customer_key?: string;
	user_identity_id?: string;
}

export interface AccessGrantChanges {
	name?: string;
	starts_at?: string;
	/** Null leaves the grant open-ended. */
	ends_at?: string | null;
}

const accessGrantAnswer = answerWith('access_grant', accessGrantSchema);

const subjectOf = (grant: AccessGrantReference) =>
	`access grant ${'access_grant_id' in grant ? grant.access_grant_id : `'${grant.access_grant_key}'`}`;

export const createAccessGrant = endpoint((request: AccessGrantRequest) => ({
	path: '/access_grants/create',
	body: request,
	schema: accessGrantAnswer,
	subject: 'a new access grant',
	isRepeatable: false,
	pace: { operation: 'create', deviceIds: request.device_ids ?? [] },
}));

export const getAccessGrant = endpoint((grant: AccessGrantReference) => ({
	path: '/access_grants/get',
	body: grant,
	schema: accessGrantAnswer,
	subject: subjectOf(grant),
	isRepeatable: true,
}));

export const listAccessGrants = listEndpoint((filters: AccessGrantFilters) => ({
	path: '/access_grants/list',
	body: filters,
	field: 'access_grants',
	record: accessGrantSchema,
	subject: 'the list of access grants',
}));

export const updateAccessGrant = endpoint(
	(grant: AccessGrantReference, changes: AccessGrantChanges) => ({
		path: '/access_grants/update',
		body: { ...grant, ...changes },
		schema: NO_ANSWER,
		subject: subjectOf(grant),
		isRepeatable: false,
	}),
);

export const deleteAccessGrant = endpoint((access_grant_id: string) => ({
	path: '/access_grants/delete',
	body: { access_grant_id },
	schema: NO_ANSWER,
	isRepeatable: true,
}));
