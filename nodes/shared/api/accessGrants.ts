import { z } from 'zod';

import { accessGrantSchema } from '../schema/accessGrant';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** Seam takes the grant's ID or the key that its maker gave it. */
export type AccessGrantReference = { access_grant_id: string } | { access_grant_key: string };

/** A way in that Seam is asked to make. */
export interface RequestedAccessMethod {
	mode: 'code' | 'card' | 'mobile_key' | 'cloud_key';
	/** For mode `code`: 4 to 9 digits. */
	code?: string;
	/** For mode `mobile_key`: on how many phones its link can be opened; Seam's default is 1. */
	instant_key_max_use_count?: number;
}

/** The body of `POST /access_grants/create`. */
export interface AccessGrantRequest {
	user_identity_id?: string;
	user_identity?: {
		full_name?: string;
		email_address?: string;
		phone_number?: string;
		user_identity_key?: string;
	};
	requested_access_methods: RequestedAccessMethod[];
	device_ids?: string[];
	acs_entrance_ids?: string[];
	space_ids?: string[];
	space_keys?: string[];
	starts_at?: string;
	ends_at?: string;
	name?: string;
	access_grant_key?: string;
	reservation_key?: string;
	customization_profile_id?: string;
}

export interface AccessGrantFilters {
	access_code_id?: string;
	access_grant_key?: string;
	acs_entrance_id?: string;
	acs_system_id?: string;
	reservation_key?: string;
	device_id?: string;
	customer_key?: string;
	space_id?: string;
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

/** Asks for further access methods. A repeated request would make a second one of each. */
export const requestAccessMethods = endpoint(
	(access_grant_id: string, requested_access_methods: RequestedAccessMethod[]) => ({
		path: '/access_grants/request_access_methods',
		body: { access_grant_id, requested_access_methods },
		schema: accessGrantAnswer,
		subject: `access grant ${access_grant_id}`,
		isRepeatable: false,
	}),
);

/** What belongs to a grant, by kind, as Seam names the kinds. */
export type RelatedKind =
	| 'access_methods'
	| 'acs_access_groups'
	| 'acs_entrances'
	| 'acs_systems'
	| 'connected_accounts'
	| 'devices'
	| 'spaces'
	| 'user_identities';

export const getRelatedToAccessGrant = endpoint(
	(grant: AccessGrantReference, include: RelatedKind[]) => ({
		path: '/access_grants/get_related',
		body: {
			...('access_grant_id' in grant
				? { access_grant_ids: [grant.access_grant_id] }
				: { access_grant_keys: [grant.access_grant_key] }),
			...(include.length > 0 ? { include } : {}),
		},
		schema: answerWith('batch', z.record(z.unknown())),
		subject: subjectOf(grant),
		isRepeatable: true,
	}),
);
