import { z } from 'zod';

import { accessGrantSchema, type AccessGrant } from '../schema/accessGrant';
import type { SeamContext } from './context';
import { seamList, seamRequest } from './request';

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

const accessGrantAnswer = z
	.object({ access_grant: accessGrantSchema })
	.transform((answer) => answer.access_grant);

const subjectOf = (grant: AccessGrantReference) =>
	`access grant ${'access_grant_id' in grant ? grant.access_grant_id : `'${grant.access_grant_key}'`}`;

export async function createAccessGrant(
	context: SeamContext,
	request: AccessGrantRequest,
	itemIndex: number,
): Promise<AccessGrant> {
	return await seamRequest(context, {
		path: '/access_grants/create',
		body: request,
		schema: accessGrantAnswer,
		itemIndex,
		subject: 'a new access grant',
		isRepeatable: false,
		pace: { operation: 'create', deviceIds: request.device_ids ?? [] },
	});
}

export async function getAccessGrant(
	context: SeamContext,
	grant: AccessGrantReference,
	itemIndex: number,
): Promise<AccessGrant> {
	return await seamRequest(context, {
		path: '/access_grants/get',
		body: grant,
		schema: accessGrantAnswer,
		itemIndex,
		subject: subjectOf(grant),
		isRepeatable: true,
	});
}

export async function listAccessGrants(
	context: SeamContext,
	filters: AccessGrantFilters,
	itemIndex: number,
	limit?: number,
): Promise<AccessGrant[]> {
	return await seamList(context, {
		path: '/access_grants/list',
		body: filters,
		field: 'access_grants',
		record: accessGrantSchema,
		itemIndex,
		subject: 'the list of access grants',
		limit,
	});
}

export async function updateAccessGrant(
	context: SeamContext,
	grant: AccessGrantReference,
	changes: AccessGrantChanges,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/access_grants/update',
		body: { ...grant, ...changes },
		schema: z.object({}),
		itemIndex,
		subject: subjectOf(grant),
		isRepeatable: false,
	});
}

export async function deleteAccessGrant(
	context: SeamContext,
	accessGrantId: string,
	itemIndex: number,
): Promise<void> {
	await seamRequest(context, {
		path: '/access_grants/delete',
		body: { access_grant_id: accessGrantId },
		schema: z.object({}),
		itemIndex,
		subject: `access grant ${accessGrantId}`,
		isRepeatable: true,
	});
}
