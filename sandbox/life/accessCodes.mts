// Create, change and delete: what the API's calls do to the codes of a lock.
import { emitForCode } from '../events.mts';
import { ApiError, refusedBy } from '../http/apiError.mts';
import { judgeDelete, judgeUpdate, type UpdateRequest } from '../rules/judgeChange.mts';
import { judgeCreate } from '../rules/judgeCreate.mts';
import { judgeDuplicate } from '../rules/roomOnLock.mts';
import { parseInstant } from '../rules/time.mts';
import type { CreateRequest, Granted } from '../rules/types.mts';
import { isOffline } from '../rules/window.mts';
import type { DeviceRecord, World } from '../world.mts';
import {
	becomeBackup,
	finishMutations,
	live,
	mustBeUsedWithinADay,
	mutate,
	remove,
	warn,
} from './lifecycle.mts';
import { erase } from './keypad.mts';
import { generatePin } from './pins.mts';
import { existingCodes, newRecord, plan, type CodeRecord } from './record.mts';

/** Creates a code as `/access_codes/create` would, or throws Seam's refusal. */
export function createCode(world: World, device: DeviceRecord, request: CreateRequest): CodeRecord {
	const { device_id: deviceId } = device.device;
	const existing = existingCodes(world, deviceId);
	const verdict = judgeCreate(request, device.device, existing, world.clock.now(), world.reading);
	if (verdict.refused) throw refusedBy(verdict.refused);
	const granted = verdict.accepted;
	const code = isOffline(request) ? null : choosePin(world, device, request);

	const record = newRecord(world, device, granted.kind, {
		name: request.name ?? null,
		code,
		type: granted.kind === 'online_ongoing' ? 'ongoing' : 'time_bound',
		common_code_key: request.common_code_key ?? null,
		is_offline_access_code: isOffline(request),
		is_one_time_use: request.is_one_time_use === true,
		is_external_modification_allowed:
			request.is_external_modification_allowed === true ||
			request.allow_external_modification === true,
	});
	record.usesBackupPool = request.use_backup_access_code_pool === true;
	record.isNative = device.scheduling === 'native' && request.prefer_native_scheduling !== false;
	record.asked = askedWindow(request);
	applyWindow(record, granted);
	if (device.device.device_type === 'dormakaba_oracode_door') {
		record.code.dormakaba_oracode_metadata = oracodeMetadata(record);
	}
	if (mustBeUsedWithinADay(record)) {
		warn(
			record.code,
			world.clock.now(),
			'igloo_algopin_must_be_used_within_24_hours',
			'This algoPIN must be used within 24 hours of its start time.',
		);
	}
	emitForCode(world, record, 'access_code.created');
	live(world, record);
	return record;
}

const askedWindow = (asked: { starts_at?: string | null; ends_at?: string | null }) => ({
	starts: parseInstant(asked.starts_at ?? ''),
	ends: parseInstant(asked.ends_at ?? ''),
});

function applyWindow(record: CodeRecord, granted: Granted): void {
	record.code.starts_at = granted.starts_at;
	record.code.ends_at = granted.ends_at;
	record.starts = granted.starts_at === null ? null : parseInstant(granted.starts_at);
	record.expires = granted.expires;
	record.level = granted.level;
	record.kind = granted.kind;
}

function choosePin(world: World, device: DeviceRecord, request: CreateRequest): string {
	if (request.code !== undefined) return request.code;
	const shared = sharedPin(world, device, request.common_code_key);
	if (shared !== undefined) return shared;
	const pin = generatePin(world, [device], request.preferred_code_length);
	if (pin === null) throw new ApiError(400, 'invalid_input', 'No free code fits the device');
	return pin;
}

/** The PIN of the other codes of a `common_code_key`; it must be free here too. */
function sharedPin(
	world: World,
	{ device }: DeviceRecord,
	key: string | undefined,
): string | undefined {
	if (key === undefined) return undefined;
	for (const { code } of world.codes.values()) {
		if (code.common_code_key !== key || code.workspace_id !== device.workspace_id) continue;
		if (code.code === null) continue;
		const taken = judgeDuplicate(code.code, existingCodes(world, device.device_id), world.reading);
		if (taken) throw refusedBy(taken);
		return code.code;
	}
	return undefined;
}

let stays = 1000;

function oracodeMetadata({ device, level }: CodeRecord): Record<string, unknown> {
	const site = device.device.properties.dormakaba_oracode_metadata as { site_name?: string };
	return {
		stay_id: ++stays,
		user_level_id: level?.dormakaba_oracode_user_level_id ?? '',
		user_level_name: level?.name ?? null,
		...(site.site_name !== undefined && { site_name: site.site_name }),
		is_cancellable: false,
		is_extendable: false,
		is_early_checkin_able: false,
		is_overridable: false,
	};
}

/** Changes a code as `/access_codes/update` would, or throws Seam's refusal. */
export function updateCode(world: World, record: CodeRecord, change: UpdateRequest): void {
	const { code, device } = record;
	const verdict = judgeUpdate(
		change,
		code,
		device.device,
		existingCodes(world, code.device_id, record),
		world.clock.now(),
		world.reading,
	);
	if (verdict.refused) throw refusedBy(verdict.refused);
	const granted = verdict.accepted;
	const wanted = {
		name: change.name ?? code.name,
		code: change.code ?? code.code,
		starts_at: granted.starts_at,
		ends_at: granted.ends_at,
	};
	const isNewName = wanted.name !== code.name;
	const isNewPin = wanted.code !== code.code;
	const isNewWindow = wanted.starts_at !== code.starts_at || wanted.ends_at !== code.ends_at;
	noteMutations(world, record, wanted, { isNewName, isNewPin, isNewWindow });

	code.name = wanted.name;
	code.code = wanted.code;
	code.type = granted.kind === 'online_ongoing' ? 'ongoing' : 'time_bound';
	record.asked = askedWindow(wanted);
	applyWindow(record, granted);
	const allowed = change.is_external_modification_allowed ?? change.allow_external_modification;
	if (allowed !== undefined) code.is_external_modification_allowed = allowed as boolean;

	if (isNewPin || isNewWindow) {
		code.is_scheduled_on_device = false;
		live(world, record);
		followOnLock(world, record);
	} else if (isNewName) {
		world.clock.schedule(world.clock.now() + device.programming.delay_ms, () => {
			if (!record.isGone) finishMutations(world, record);
		});
	}
}

/**
 * What a changed plan means for the lock now. A code that the lock does not hold changes in Seam's books only; one that the
 * lock holds too early is taken off and put on again in its time; otherwise programming replaces it.
 */
function followOnLock(world: World, record: CodeRecord): void {
	if (!record.isOnLock) {
		settleBooks(world, record);
		return;
	}
	const { code, device } = record;
	const waits = code.pending_mutations.some(
		({ mutation_code: mutation }) => mutation === 'deferring_creation',
	);
	if (!waits) return;
	plan(world, record, world.clock.now() + device.programming.delay_ms, () => {
		erase(device, code.access_code_id);
		record.isOnLock = false;
		settleBooks(world, record);
	});
}

function settleBooks(world: World, record: CodeRecord): void {
	const waiting = record.code.pending_mutations.filter(({ mutation_code: mutation }) =>
		['creating', 'deferring_creation'].includes(mutation),
	);
	finishMutations(world, record);
	record.code.pending_mutations = waiting;
}

function noteMutations(
	world: World,
	record: CodeRecord,
	wanted: {
		name: string | null;
		code: string | null;
		starts_at: string | null;
		ends_at: string | null;
	},
	{ isNewName, isNewPin, isNewWindow }: Record<'isNewName' | 'isNewPin' | 'isNewWindow', boolean>,
): void {
	const { code } = record;
	const requested: Array<Record<string, unknown>> = [];
	const note = (
		mutation_code: string,
		from: Record<string, unknown>,
		to: Record<string, unknown>,
	) => {
		requested.push({ mutation_code, from, to });
		mutate(world, record, mutation_code, {
			message: 'Seam is updating this access code.',
			from,
			to,
		});
	};
	if (isNewName) note('updating_name', { name: code.name }, { name: wanted.name });
	if (isNewPin) note('updating_code', { code: code.code }, { code: wanted.code });
	if (isNewWindow) {
		note(
			'updating_time_frame',
			{ starts_at: code.starts_at, ends_at: code.ends_at },
			{ starts_at: wanted.starts_at, ends_at: wanted.ends_at },
		);
	}
	if (requested.length === 0) return;
	emitForCode(world, record, 'access_code.mutations_requested', { requested_mutations: requested });
}

/** Deletes a code as `/access_codes/delete` would, or throws Seam's refusal. */
export function deleteCode(world: World, record: CodeRecord): void {
	const refused = judgeDelete(record.code);
	if (refused) throw refusedBy(refused);
	remove(world, record);
}

/**
 * Hands out a backup code, which has been on the lock all the time. Asking again gives the same one.
 */
export function pullBackup(world: World, record: CodeRecord): CodeRecord {
	const { code, device } = record;
	if (code.type !== 'time_bound') {
		throw new ApiError(400, 'access_code_not_time_bound', 'Access code is not time-bound');
	}
	if (code.pulled_backup_access_code_id) {
		const pulled = world.codes.get(code.pulled_backup_access_code_id);
		if (pulled) return pulled;
	}
	const pin = generatePin(world, [device]);
	const isEmpty = !record.usesBackupPool || device.programming.backup_pool === 'empty';
	if (isEmpty || pin === null) {
		throw new ApiError(404, 'backup_access_code_not_found', 'No backup access code is available');
	}
	const backup = newRecord(world, device, 'online_time_bound', {
		name: code.name === null ? null : `${code.name} (backup)`,
		code: pin,
		type: 'time_bound',
		is_backup: true,
		starts_at: code.starts_at,
		ends_at: code.ends_at,
	});
	backup.starts = record.starts;
	backup.expires = record.expires;
	becomeBackup(world, backup);
	code.pulled_backup_access_code_id = backup.code.access_code_id;
	code.is_backup_access_code_available = false;
	warn(code, world.clock.now(), 'using_backup_access_code', 'A backup access code is in use.');
	emitForCode(world, record, 'access_code.backup_access_code_pulled', {
		backup_access_code_id: backup.code.access_code_id,
	});
	return backup;
}
