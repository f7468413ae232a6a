// Grants: made with their access methods, moved with them, ended with them.
import { newId } from '../../ids.mts';
import { ApiError } from '../../http/apiError.mts';
import type { World } from '../../world.mts';
import { updateCode } from '../accessCodes.mts';
import { digits } from '../pins.mts';
import { programCodes } from './codes.mts';
import { addMethod, endMethod, methodsOf, tellGrant, watchAnew } from './methods.mts';
import type { AccessGrant, GrantRecord, MethodRecord, RequestedMethod } from './records.mts';

/** What a grant is to open, for whom and when. */
export interface GrantWish {
	workspaceId: string;
	userIdentityId: string;
	methods: RequestedMethod[];
	deviceIds: string[];
	entranceIds: string[];
	spaceIds: string[];
	name?: string | null;
	startsAt?: string;
	endsAt?: string | null;
	key?: string;
	reservationKey?: string;
	customerKey?: string;
	customizationProfileId?: string;
}

export function createGrant(world: World, wish: GrantWish): GrantRecord {
	const { now } = world.clock.read();
	const grant: AccessGrant = {
		access_grant_id: newId(),
		workspace_id: wish.workspaceId,
		user_identity_id: wish.userIdentityId,
		...(wish.key !== undefined && { access_grant_key: wish.key }),
		...(wish.reservationKey !== undefined && { reservation_key: wish.reservationKey }),
		...(wish.customizationProfileId !== undefined && {
			customization_profile_id: wish.customizationProfileId,
		}),
		name: wish.name ?? null,
		display_name: wish.name ?? 'Access Grant',
		starts_at: instant(wish.startsAt ?? now),
		ends_at: wish.endsAt ? instant(wish.endsAt) : null,
		created_at: now,
		requested_access_methods: [],
		access_method_ids: [],
		location_ids: [],
		space_ids: wish.spaceIds,
		errors: [],
		warnings: [],
		pending_mutations: [],
	};
	const record: GrantRecord = {
		grant,
		customerKey: wish.customerKey,
		deviceIds: wish.deviceIds,
		entranceIds: wish.entranceIds,
	};
	world.accessGrants.set(grant.access_grant_id, record);
	tellGrant(world, record, 'access_grant.created');
	requestMethods(world, record, wish.methods);
	return record;
}

const instant = (text: string): string => new Date(text).toISOString();

/** Makes what was asked for, and says in the grant's errors what could not be made. */
export function requestMethods(
	world: World,
	record: GrantRecord,
	methods: readonly RequestedMethod[],
): void {
	const { grant } = record;
	for (const wanted of methods) {
		const made = makeMethods(world, record, wanted);
		const created_at = world.clock.read().now;
		grant.requested_access_methods.push({
			...wanted,
			display_name: `${wanted.mode} access`,
			created_at,
			created_access_method_ids: made.map(({ method }) => method.access_method_id),
		});
		if (made.length > 0) continue;
		const message = `No door of the access grant takes a ${wanted.mode}.`;
		const missing_device_ids = record.deviceIds;
		grant.errors.push({
			error_code: 'cannot_create_requested_access_methods',
			message,
			created_at,
			missing_device_ids,
		});
		tellGrant(world, record, 'access_grant.could_not_create_requested_access_methods', {
			error_message: message,
			missing_device_ids,
		});
	}
}

function makeMethods(world: World, record: GrantRecord, wanted: RequestedMethod): MethodRecord[] {
	const { mode, code } = wanted;
	const entranceIds = record.entranceIds.filter(
		(id) => world.entrances.get(id)?.[`can_unlock_with_${mode}`] === true,
	);
	const ofEntrances =
		entranceIds.length === 0
			? []
			: [addMethod(world, record, { mode, entranceIds, pin: code ?? digits(6) })];
	if (mode !== 'code') return ofEntrances;
	const devices = record.deviceIds.flatMap((id) => world.devices.get(id) ?? []);
	const ofDevices = programCodes(world, record, devices, code).map((codes) =>
		addMethod(world, record, { mode, codes }),
	);
	return [...ofDevices, ...ofEntrances];
}

export interface GrantChange {
	name?: string | null;
	startsAt?: string;
	endsAt?: string | null;
}

/** Moves the grant and its codes. A code that can't be moved stays, and the grant says so. */
export function changeGrant(world: World, record: GrantRecord, change: GrantChange): void {
	const { grant } = record;
	if (change.name !== undefined) grant.name = change.name;
	if (change.startsAt === undefined && change.endsAt === undefined) return;
	if (change.startsAt !== undefined) grant.starts_at = instant(change.startsAt);
	if (change.endsAt !== undefined) grant.ends_at = change.endsAt && instant(change.endsAt);
	for (const method of methodsOf(world, record)) {
		watchAnew(world, method);
		reportKept(world, record, moveCodes(world, record, method));
	}
	const { access_grant_key: key, starts_at, ends_at } = grant;
	tellGrant(world, record, 'access_grant.access_times_changed', {
		...(key !== undefined && { access_grant_key: key }),
		starts_at,
		...(ends_at !== null && { ends_at }),
	});
}

/** @returns the locks whose code keeps its old times */
function moveCodes(world: World, { grant }: GrantRecord, { codes }: MethodRecord): string[] {
	return codes.flatMap((code) => {
		if (code.isGone) return [];
		try {
			const { starts_at } = grant;
			const window =
				grant.ends_at === null
					? { type: 'ongoing' as const }
					: { type: 'time_bound' as const, starts_at, ends_at: grant.ends_at };
			updateCode(world, code, window);
			return [];
		} catch (error) {
			if (error instanceof ApiError) return [code.code.device_id];
			throw error;
		}
	});
}

function reportKept(world: World, { grant }: GrantRecord, deviceIds: readonly string[]): void {
	if (deviceIds.length === 0) return;
	grant.warnings.push({
		warning_code: 'overprovisioned_access',
		message: 'Some devices still give access at other times.',
		created_at: world.clock.read().now,
		failed_devices: deviceIds.map((device_id) => ({
			device_id,
			error_code: 'offline_access_code_not_revocable',
			message: 'An offline access code cannot be changed or taken back.',
		})),
	});
}

export function deleteGrant(world: World, record: GrantRecord): void {
	deleteMethods(world, record);
	world.accessGrants.delete(record.grant.access_grant_id);
	tellGrant(world, record, 'access_grant.deleted');
}

export function deleteMethods(world: World, record: GrantRecord): void {
	for (const method of methodsOf(world, record)) endMethod(world, method);
}
