// An access code's way from creation to its end, after Seam's page on the lifecycle of access codes.
import { diagnosis, emitForCode } from '../events.mts';
import { capacityOf } from '../rules/roomOnLock.mts';
import { DAY, HOUR, toIso } from '../rules/time.mts';
import type { World } from '../world.mts';
import { erase, remember } from './keypad.mts';
import { assignOfflinePin } from './pins.mts';
import { RETRY_AFTER } from './programming.mts';
import { cancelTasks, forget, plan, type CodeRecord } from './record.mts';

/** Native scheduling: how long before the start the code is put on the lock. */
const NATIVE_LEAD = 72 * HOUR;
/** Just in time: how long before the start Seam programs the lock. */
const JUST_IN_TIME_LEAD = 60 * 60_000;

/** Starts the life of a new code, or starts it anew after a change of PIN or window. */
export function live(world: World, record: CodeRecord): void {
	cancelTasks(record);
	const { code, kind } = record;
	if (record.expires !== null) plan(world, record, record.expires, () => expire(world, record));
	if (code.is_offline_access_code) {
		liveOffline(world, record);
		return;
	}
	if (kind === 'online_ongoing') {
		code.status = 'setting';
		program(world, record);
		return;
	}
	const now = world.clock.now();
	const starts = record.starts!;
	plan(world, record, starts, () => reachStart(world, record));
	if (starts <= now) {
		code.status = 'setting';
		program(world, record);
		return;
	}
	code.status = 'unset';
	const programsAt = starts - (record.isNative ? NATIVE_LEAD : JUST_IN_TIME_LEAD);
	if (programsAt <= now) beginProgramming(world, record);
	else {
		mutate(world, record, 'deferring_creation', {
			message: 'Seam programs this access code on the device closer to its start time.',
			scheduled_at: toIso(programsAt),
		});
		plan(world, record, programsAt, () => beginProgramming(world, record));
	}
}

function beginProgramming(world: World, record: CodeRecord): void {
	if (!record.isNative) record.code.status = 'setting';
	program(world, record);
}

/** Sends the code to the lock; what comes of it is decided by the device's programming when the lock answers. */
function program(world: World, record: CodeRecord): void {
	mutate(world, record, 'creating', {
		message: 'Seam is setting this access code on the device.',
	});
	plan(world, record, world.clock.now() + record.device.programming.delay_ms, () =>
		answer(world, record),
	);
}

function answer(world: World, record: CodeRecord): void {
	const { device, code } = record;
	const { programming } = device;
	const now = world.clock.now();
	const isBeforeStart = record.starts !== null && now < record.starts;
	if (!device.device.properties.online) {
		retryLater(world, record);
		return;
	}
	switch (isFull(record) ? 'no_space' : programming.outcome) {
		case 'set':
			succeed(world, record);
			return;
		case 'set_only_at_start':
			if (isBeforeStart) plan(world, record, record.starts!, () => succeed(world, record));
			else succeed(world, record);
			return;
		case 'delay':
			warn(
				code,
				now,
				'delay_in_setting_on_device',
				'There is a delay in setting this access code.',
			);
			emitForCode(world, record, 'access_code.delay_in_setting_on_device', diagnosis(record));
			plan(world, record, now + programming.late_by_ms, () => succeed(world, record));
			return;
		case 'fail':
			fail(world, record, programming.error_code, programming.message);
			if (programming.error_code !== UNTIL_CHANGED) retryLater(world, record);
			return;
		case 'no_space':
			fail(
				world,
				record,
				'no_space_for_access_code_on_device',
				'The device has no space for another access code.',
			);
			retryLater(world, record);
			return;
		case 'never':
			return;
	}
}

/** Whether the lock holds as many codes as it can and this one is not among them. */
const isFull = ({ device: { device, memory }, isOnLock }: CodeRecord): boolean =>
	!isOnLock && memory.length >= capacityOf(device);

function retryLater(world: World, record: CodeRecord): void {
	plan(world, record, world.clock.now() + RETRY_AFTER, () => answer(world, record));
}

/** An error after which Seam does not try again until the code is changed. */
const UNTIL_CHANGED = 'code_constraints_violated';

/** Errors that are news of their own; all others are a code that failed to be set. */
const EVENT_OF_ERROR: Record<string, string> = {
	failed_to_issue: 'access_code.failed_to_issue',
	failed_to_update: 'access_code.failed_to_update',
	failed_to_expire: 'access_code.failed_to_expire',
	failed_to_remove_from_device: 'access_code.failed_to_remove_from_device',
};

/** Reports an error of the code. Seam says so once; of almost all it keeps trying. */
function fail(world: World, record: CodeRecord, errorCode: string, message: string): void {
	const { code } = record;
	if (code.errors.some((error) => error.error_code === errorCode)) return;
	code.errors.push({
		error_code: errorCode,
		message,
		created_at: world.clock.read().now,
		...(errorCode === 'insufficient_permissions'
			? { is_connected_account_error: true, is_device_error: false }
			: { is_access_code_error: true }),
	});
	const event = EVENT_OF_ERROR[errorCode] ?? 'access_code.failed_to_set_on_device';
	emitForCode(world, record, event, diagnosis(record));
}

/**
 * Something took the code off the lock, and Seam does not get it back on; with `recoversAfter` (ms) it does in the end.
 */
export function failForGood(
	world: World,
	record: CodeRecord,
	error: { code: string; message: string },
	recoversAfter?: number,
): void {
	cancelTasks(record);
	const { code, expires, starts } = record;
	const now = world.clock.now();
	erase(record.device, code.access_code_id);
	record.isOnLock = false;
	code.is_scheduled_on_device = false;
	const hasBegun = starts === null || starts <= now;
	code.status = hasBegun ? 'setting' : 'unset';
	if (!hasBegun) plan(world, record, starts, () => reachStart(world, record));
	if (expires !== null) plan(world, record, expires, () => expire(world, record));
	fail(world, record, error.code, error.message);
	if (recoversAfter !== undefined) {
		plan(world, record, now + recoversAfter, () => succeed(world, record));
	}
}

function succeed(world: World, record: CodeRecord): void {
	const { code, device } = record;
	const isBeforeStart = record.starts !== null && world.clock.now() < record.starts;
	code.errors = [];
	code.warnings = code.warnings.filter(
		({ warning_code: warning }) => warning !== 'delay_in_setting_on_device',
	);
	finishMutations(world, record);
	record.isOnLock = true;
	remember(device, {
		access_code_id: code.access_code_id,
		pin: code.code!,
		// Only natively scheduled codes carry their window to the lock; the others are put on and taken off.
		from: record.isNative ? record.starts : null,
		until: record.isNative ? record.expires : null,
		isOneTime: false,
		firstUseBy: null,
	});
	if (record.isNative && isBeforeStart) {
		code.is_scheduled_on_device = true;
		emitForCode(world, record, 'access_code.scheduled_on_device', { code: code.code });
	} else becomeSet(world, record);
	record.onReady?.();
}

function becomeSet(world: World, record: CodeRecord): void {
	const { code } = record;
	code.status = 'set';
	code.is_scheduled_on_device = false;
	if (record.usesBackupPool) code.is_backup_access_code_available = true;
	emitForCode(world, record, 'access_code.set_on_device', { code: code.code });
}

/** A backup code has been on the lock before it was needed: no programming stands between it and the guest. */
export function becomeBackup(world: World, record: CodeRecord): void {
	if (record.expires !== null) plan(world, record, record.expires, () => expire(world, record));
	record.isOnLock = true;
	remember(record.device, {
		access_code_id: record.code.access_code_id,
		pin: record.code.code!,
		from: null,
		until: null,
		isOneTime: false,
		firstUseBy: null,
	});
	becomeSet(world, record);
}

function reachStart(world: World, record: CodeRecord): void {
	if (record.code.status === 'set') return;
	if (record.code.is_scheduled_on_device) becomeSet(world, record);
	else record.code.status = 'setting';
}

function liveOffline(world: World, record: CodeRecord): void {
	const { code, device } = record;
	code.status = 'unset';
	if (code.code !== null) {
		assigned(world, record);
		return;
	}
	code.is_waiting_for_code_assignment = true;
	mutate(world, record, 'creating', { message: 'Waiting for the manufacturer to assign a code.' });
	const { programming } = device;
	const wait = programming.outcome === 'delay' ? programming.late_by_ms : 0;
	plan(world, record, world.clock.now() + programming.delay_ms + wait, () =>
		answerOffline(world, record),
	);
}

function answerOffline(world: World, record: CodeRecord): void {
	const { code, device } = record;
	const { outcome, message } = device.programming;
	if (outcome === 'never') return;
	if (outcome === 'fail' || outcome === 'no_space') {
		fail(world, record, outcome === 'fail' ? 'provider_issue' : NO_SPACE, message);
		plan(world, record, world.clock.now() + RETRY_AFTER, () => answerOffline(world, record));
		return;
	}
	code.errors = [];
	code.code = assignOfflinePin(world, device, record.level);
	code.is_waiting_for_code_assignment = false;
	code.pending_mutations = [];
	emitForCode(world, record, 'access_code.changed', {
		changed_properties: [{ property: 'code', from: null, to: code.code }],
	});
	assigned(world, record);
}

const NO_SPACE = 'no_space_for_access_code_on_device';

/** The PIN is known: the lock computes the rest by itself. */
function assigned(world: World, record: CodeRecord): void {
	const { code, device, starts, expires } = record;
	record.isOnLock = true;
	remember(device, {
		access_code_id: code.access_code_id,
		pin: code.code!,
		from: starts,
		until: expires,
		isOneTime: code.is_one_time_use,
		firstUseBy: mustBeUsedWithinADay(record) ? starts! + DAY : null,
	});
	if (starts! <= world.clock.now()) becomeSet(world, record);
	else plan(world, record, starts!, () => becomeSet(world, record));
	record.onReady?.();
}

/** igloohome: a code that lasts longer than 24 hours must be used within the first 24. */
export const mustBeUsedWithinADay = ({ device, starts, expires, code }: CodeRecord): boolean =>
	device.device.device_type === 'igloohome_lock' &&
	code.is_offline_access_code &&
	expires !== null &&
	expires - starts! > DAY;

/** The end of a time-bound code: it leaves the lock, and Seam forgets it. */
function expire(world: World, record: CodeRecord): void {
	cancelTasks(record);
	if (record.code.is_offline_access_code) finishRemoval(world, record);
	else remove(world, record);
}

/** Takes a code off the lock; Seam forgets it once the lock has confirmed. */
export function remove(world: World, record: CodeRecord): void {
	cancelTasks(record);
	const { code, device } = record;
	if (!record.isOnLock) {
		finishRemoval(world, record);
		return;
	}
	code.status = 'removing';
	code.pending_mutations = [];
	mutate(world, record, 'deleting', { message: 'Seam is removing this access code.' });
	plan(world, record, world.clock.now() + device.programming.delay_ms, () => {
		if (device.device.properties.online) {
			erase(device, code.access_code_id);
			finishRemoval(world, record);
			return;
		}
		fail(world, record, 'failed_to_remove_from_device', 'The lock did not confirm the removal.');
		plan(world, record, world.clock.now() + RETRY_AFTER, () => remove(world, record));
	});
}

function finishRemoval(world: World, record: CodeRecord): void {
	if (record.isOnLock && !record.code.is_offline_access_code) {
		emitForCode(world, record, 'access_code.removed_from_device');
	}
	emitForCode(world, record, 'access_code.deleted', { code: record.code.code });
	forget(world, record);
}

/** Notes what Seam is about to do, in place of what it was about to do. Changes under way stay noted. */
export function mutate(
	world: World,
	{ code }: CodeRecord,
	mutationCode: string,
	more: { message: string; [field: string]: unknown },
): void {
	const replaced = new Set(['creating', 'deferring_creation', mutationCode]);
	code.pending_mutations = [
		...code.pending_mutations.filter(({ mutation_code: other }) => !replaced.has(other)),
		{ mutation_code: mutationCode, created_at: world.clock.read().now, ...more },
	];
}

const CHANGED_EVENTS: Record<string, string> = {
	updating_name: 'access_code.name_changed',
	updating_code: 'access_code.code_changed',
	updating_time_frame: 'access_code.time_frame_changed',
};

/** The lock has what Seam wanted: changes that were under way become news. */
export function finishMutations(world: World, record: CodeRecord): void {
	const finished = record.code.pending_mutations;
	record.code.pending_mutations = [];
	const changed: Array<Record<string, unknown>> = [];
	for (const { mutation_code: mutation, from, to } of finished) {
		const type = CHANGED_EVENTS[mutation];
		if (!type) continue;
		emitForCode(world, record, type, { from, to, description: 'Changed on the device.' });
		const [before, after] = [from, to] as Array<Record<string, string | null>>;
		for (const property of Object.keys(after)) {
			changed.push({ property, from: before[property], to: after[property] });
		}
	}
	if (changed.length > 0) {
		emitForCode(world, record, 'access_code.changed', { changed_properties: changed });
	}
}

/** Adds a warning unless the code carries it already. */
export function warn(
	code: CodeRecord['code'],
	now: number,
	warningCode: string,
	message: string,
): void {
	if (code.warnings.some(({ warning_code: warning }) => warning === warningCode)) return;
	code.warnings.push({ warning_code: warningCode, message, created_at: toIso(now) });
}
