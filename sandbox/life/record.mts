import type { ScheduledTask } from '../clock.mts';
import { newId } from '../ids.mts';
import { appearanceOf } from '../rules/name.mts';
import type { CodeKind, TimeSlot } from '../rules/types.mts';
import { codesOf, type DeviceRecord, type World } from '../world.mts';

export interface Notice {
	message: string;
	created_at: string;
	[more: string]: unknown;
}

/** An access code as the API shows it. */
export interface AccessCode {
	access_code_id: string;
	device_id: string;
	workspace_id: string;
	name: string | null;
	code: string | null;
	type: 'ongoing' | 'time_bound';
	status: 'unset' | 'setting' | 'set' | 'removing' | 'unknown';
	starts_at: string | null;
	ends_at: string | null;
	created_at: string;
	common_code_key: string | null;
	is_managed: boolean;
	is_offline_access_code: boolean;
	is_one_time_use: boolean;
	is_scheduled_on_device: boolean;
	is_waiting_for_code_assignment: boolean;
	is_backup: boolean;
	is_backup_access_code_available: boolean;
	pulled_backup_access_code_id: string | null;
	is_external_modification_allowed: boolean;
	pending_mutations: Array<Notice & { mutation_code: string }>;
	errors: Array<Notice & { error_code: string }>;
	warnings: Array<Notice & { warning_code: string }>;
	dormakaba_oracode_metadata?: Record<string, unknown> | null;
}

/** An access code with what the sandbox knows beyond it. */
export interface CodeRecord {
	code: AccessCode;
	device: DeviceRecord;
	kind: CodeKind;
	/** Epoch ms; null for ongoing codes. */
	starts: number | null;
	expires: number | null;
	/** The window as it was asked for, before any rounding (epoch ms); undefined where none was. */
	asked?: { starts: number | null; ends: number | null };
	level: TimeSlot | undefined;
	isNative: boolean;
	usesBackupPool: boolean;
	/** Whether the lock holds the code. */
	isOnLock: boolean;
	/** What is still to happen to the code. */
	tasks: ScheduledTask[];
	/** Cuts the record's future short once it is gone. */
	isGone: boolean;
	/** When Seam forgot the code (epoch ms). */
	goneAt?: number;
	/** Called when the lock holds the code, or knows it by itself: a grant waits for that. */
	onReady?: () => void;
}

export function newRecord(
	world: World,
	device: DeviceRecord,
	kind: CodeKind,
	fields: Partial<AccessCode>,
): CodeRecord {
	const record: CodeRecord = {
		code: {
			access_code_id: newId(),
			device_id: device.device.device_id,
			workspace_id: device.device.workspace_id,
			name: null,
			code: null,
			type: 'ongoing',
			status: 'unset',
			starts_at: null,
			ends_at: null,
			created_at: world.clock.read().now,
			common_code_key: null,
			is_managed: true,
			is_offline_access_code: false,
			is_one_time_use: false,
			is_scheduled_on_device: false,
			is_waiting_for_code_assignment: false,
			is_backup: false,
			is_backup_access_code_available: false,
			pulled_backup_access_code_id: null,
			is_external_modification_allowed: false,
			pending_mutations: [],
			errors: [],
			warnings: [],
			...fields,
		},
		device,
		kind,
		starts: null,
		expires: null,
		level: undefined,
		isNative: false,
		usesBackupPool: false,
		isOnLock: false,
		tasks: [],
		isGone: false,
	};
	world.codes.set(record.code.access_code_id, record);
	let onDevice = world.codesByDevice.get(record.code.device_id);
	if (!onDevice) world.codesByDevice.set(record.code.device_id, (onDevice = new Set()));
	onDevice.add(record);
	return record;
}

/** How many codes that came to their end the console still shows. */
const REMEMBERED = 200;

export function forget(world: World, record: CodeRecord): void {
	record.isGone = true;
	record.goneAt = world.clock.now();
	cancelTasks(record);
	world.codes.delete(record.code.access_code_id);
	if (!world.serving.isLean) {
		world.pastCodes.push(record);
		if (world.pastCodes.length > REMEMBERED) world.pastCodes.shift();
	}
	world.codesByDevice.get(record.code.device_id)?.delete(record);
}

export function cancelTasks(record: CodeRecord): void {
	for (const task of record.tasks) task.cancel();
	record.tasks = [];
}

/** Runs `run` at `at` unless the code is gone or its plans have changed by then. */
export function plan(world: World, record: CodeRecord, at: number, run: () => void): void {
	record.tasks.push(
		world.clock.schedule(at, () => {
			if (!record.isGone) run();
		}),
	);
}

/** The code as an answer shows it: with the device's errors copied onto it and the name as the lock shows it. */
export function present({ code, device }: CodeRecord): Record<string, unknown> {
	const inherited = device.device.errors.filter(({ error_code: error }) => INHERITED.has(error));
	return {
		...code,
		errors: [...code.errors, ...inherited],
		appearance: code.name === null ? null : { name: appearanceOf(code.name, device.device) },
	};
}

const INHERITED = new Set([
	'device_disconnected',
	'hub_disconnected',
	'device_removed',
	'subscription_required',
	'missing_device_credentials',
	'empty_backup_access_code_pool',
]);

/** The unmanaged codes' shorter form; their status is only `set` or `unset`. */
export function presentUnmanaged({ code }: CodeRecord): Record<string, unknown> {
	const { access_code_id, device_id, workspace_id, name, type, created_at, errors, warnings } =
		code;
	return {
		access_code_id,
		device_id,
		workspace_id,
		name,
		code: code.code,
		type,
		starts_at: code.starts_at,
		ends_at: code.ends_at,
		created_at,
		errors,
		warnings,
		is_managed: false,
		status: code.status === 'set' ? 'set' : 'unset',
	};
}

/** The codes of a device in the form that the rules read. */
export const existingCodes = (world: World, deviceId: string, except?: CodeRecord) =>
	codesOf(world, deviceId)
		.filter((record) => record !== except)
		.map(({ code }) => code);
