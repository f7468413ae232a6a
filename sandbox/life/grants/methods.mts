// An access method's way from its request to its end: issued once its codes are on their locks, or its key is made.
import { emit } from '../../events.mts';
import { newId } from '../../ids.mts';
import { parseInstant } from '../../rules/time.mts';
import type { World } from '../../world.mts';
import { deleteCode } from '../accessCodes.mts';
import type { CodeRecord } from '../record.mts';
import type { GrantRecord, MethodRecord, Mode } from './records.mts';

/** How long a key, a card or the PIN of an access system takes to be made (ms). */
const MAKING = 2_000;
/** How long before the start Seam tells that a method is late, and how long it has at least (ms). */
const LATE_BEFORE = 15 * 60_000;
const PATIENCE = 10 * 60_000;

const LABELS: Record<Mode, string> = {
	card: 'Card',
	cloud_key: 'Cloud Key',
	code: 'PIN Code',
	mobile_key: 'Mobile Key',
};

/** What a new method opens, and with which codes. */
export interface MethodPlan {
	mode: Mode;
	codes?: CodeRecord[];
	entranceIds?: string[];
	/** The PIN of a method that has no codes on locks. */
	pin?: string;
}

export function addMethod(world: World, grant: GrantRecord, plan: MethodPlan): MethodRecord {
	const { mode, codes = [], entranceIds = [] } = plan;
	const now = world.clock.read().now;
	const deviceIds = codes.map(({ code }) => code.device_id);
	const record: MethodRecord = {
		method: {
			access_method_id: newId(),
			workspace_id: grant.grant.workspace_id,
			mode,
			display_name: LABELS[mode],
			created_at: now,
			is_issued: false,
			issued_at: null,
			...(mode === 'code' && { code: null }),
			...(mode === 'card' && { is_encoding_required: true, is_ready_for_encoding: false }),
			errors: [],
			warnings: [],
			pending_mutations: [
				{
					mutation_code: 'provisioning_access',
					message: 'Seam is provisioning access.',
					created_at: now,
					from: { device_ids: [] },
					to: { device_ids: deviceIds },
				},
			],
		},
		grant,
		codes,
		deviceIds,
		entranceIds,
		tasks: [],
	};
	world.accessMethods.set(record.method.access_method_id, record);
	grant.grant.access_method_ids.push(record.method.access_method_id);
	tell(world, record, 'access_method.created');
	begin(world, record, plan);
	return record;
}

function begin(world: World, record: MethodRecord, { mode, codes = [], pin }: MethodPlan): void {
	watchForDelay(world, record);
	if (codes.length > 0) {
		for (const code of codes) code.onReady = () => issueWithCodes(world, record);
		issueWithCodes(world, record);
		return;
	}
	later(world, record, world.clock.now() + MAKING, () => {
		if (mode === 'card') askForEncoding(world, record);
		else issue(world, record, mode === 'code' ? pin : undefined);
	});
}

/** A card is issued when someone has held it to an encoder. */
function askForEncoding(world: World, record: MethodRecord): void {
	record.method.is_ready_for_encoding = true;
	tell(world, record, 'access_method.card_encoding_required');
}

/** Someone has held the card to an encoder. */
export function encodeCard(world: World, record: MethodRecord): void {
	record.method.is_ready_for_encoding = false;
	issue(world, record);
}

/** All locks of the method hold their code, or will open to it by themselves. */
function issueWithCodes(world: World, record: MethodRecord): void {
	if (!record.codes.every(({ isOnLock }) => isOnLock)) return;
	issue(world, record, record.codes[0].code.code ?? undefined);
}

function issue(world: World, record: MethodRecord, pin?: string): void {
	const { method, grant } = record;
	const isAgain = method.is_issued;
	const isSame = pin === undefined || pin === method.code;
	method.pending_mutations = [];
	if (isAgain && isSame) return;
	method.is_issued = true;
	method.issued_at = world.clock.read().now;
	method.errors = [];
	method.warnings = method.warnings.filter(({ warning_code: code }) => code !== 'delay_in_issuing');
	if (pin !== undefined) method.code = pin;
	if (method.mode === 'mobile_key') {
		method.instant_key_url = `${world.baseUrl}/sandbox/instant_keys/${method.access_method_id}`;
		showOnlyKey(world, grant);
	}
	tell(world, record, isAgain ? 'access_method.reissued' : 'access_method.issued', {
		...(pin !== undefined && { code: pin }),
	});
	for (const acs_entrance_id of record.entranceIds) {
		tellGrant(world, grant, 'access_grant.access_granted_to_door', { acs_entrance_id });
	}
	if (methodsOf(world, grant).every(({ method: other }) => other.is_issued)) {
		tellGrant(world, grant, 'access_grant.access_granted_to_all_doors');
	}
}

/** "Only returned if the Access Grant has a single mobile_key access method." */
function showOnlyKey(world: World, grant: GrantRecord): void {
	const keys = methodsOf(world, grant).filter(({ method }) => method.mode === 'mobile_key');
	if (keys.length === 1) grant.grant.instant_key_url = keys[0].method.instant_key_url;
	else delete grant.grant.instant_key_url;
}

/** Seam tells of a method that is not issued while its grant is about to begin, and of one that was not in time. */
function watchForDelay(world: World, record: MethodRecord): void {
	const { method, grant } = record;
	const starts = parseInstant(grant.grant.starts_at)!;
	const now = world.clock.now();
	const created_at = () => world.clock.read().now;
	if (starts > now + LATE_BEFORE) {
		later(world, record, starts - LATE_BEFORE, () => {
			if (method.is_issued) return;
			const message = 'There is a delay in issuing this access method.';
			method.warnings.push({
				warning_code: 'delay_in_issuing',
				message,
				created_at: created_at(),
			});
			tell(world, record, 'access_method.delay_in_issuing');
		});
	}
	later(world, record, Math.max(starts, now + PATIENCE), () => {
		if (method.is_issued) return;
		const message = 'The access method was not issued before its access grant began.';
		method.errors.push({ error_code: 'failed_to_issue', message, created_at: created_at() });
		tell(world, record, 'access_method.failed_to_issue');
	});
}

/** The times of the grant have changed: the watch begins anew. */
export function watchAnew(world: World, record: MethodRecord): void {
	if (record.method.is_issued || record.codes.length === 0) return;
	for (const task of record.tasks) task.cancel();
	record.tasks = [];
	watchForDelay(world, record);
}

/** @returns the locks on which a code stays, because it can't be taken back */
export function endMethod(world: World, record: MethodRecord): string[] {
	const { method, grant } = record;
	for (const task of record.tasks) task.cancel();
	const kept = record.codes.filter((code) => !code.isGone && !isTakenBack(world, code));
	world.accessMethods.delete(method.access_method_id);
	grant.grant.access_method_ids = grant.grant.access_method_ids.filter(
		(id) => id !== method.access_method_id,
	);
	showOnlyKey(world, grant);
	if (method.is_issued) {
		tell(world, record, 'access_method.revoked');
		for (const acs_entrance_id of record.entranceIds) {
			tellGrant(world, grant, 'access_grant.access_to_door_lost', { acs_entrance_id });
		}
	}
	tell(world, record, 'access_method.deleted');
	return kept.map(({ code }) => code.device_id);
}

function isTakenBack(world: World, code: CodeRecord): boolean {
	code.onReady = undefined;
	try {
		deleteCode(world, code);
		return true;
	} catch {
		return false;
	}
}

export const methodsOf = (world: World, { grant }: GrantRecord): MethodRecord[] =>
	grant.access_method_ids.flatMap((id) => world.accessMethods.get(id) ?? []);

function later(world: World, record: MethodRecord, at: number, run: () => void): void {
	record.tasks.push(world.clock.schedule(at, run));
}

function tell(world: World, record: MethodRecord, type: string, fields: object = {}): void {
	const { access_grant_id: id, access_grant_key: key } = record.grant.grant;
	emit(world, record.method.workspace_id, type, {
		access_method_id: record.method.access_method_id,
		access_grant_ids: [id],
		...(key !== undefined && { access_grant_keys: [key] }),
		...fields,
	});
}

export const tellGrant = (world: World, { grant }: GrantRecord, type: string, fields = {}) =>
	emit(world, grant.workspace_id, type, { access_grant_id: grant.access_grant_id, ...fields });
