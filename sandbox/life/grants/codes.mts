// The codes that a grant programs on its locks: one PIN for all that can share it, one of its own for each offline lock.
import { ApiError } from '../../http/apiError.mts';
import type { DeviceRecord, World } from '../../world.mts';
import { createCode } from '../accessCodes.mts';
import { generatePin } from '../pins.mts';
import type { CodeRecord } from '../record.mts';
import type { GrantRecord } from './records.mts';

/** Makes the codes; each list belongs to one access method. What a lock can't do becomes a warning of the grant. */
export function programCodes(
	world: World,
	grant: GrantRecord,
	devices: readonly DeviceRecord[],
	wanted?: string,
): CodeRecord[][] {
	const online = devices.filter(({ device }) => device.can_program_online_access_codes === true);
	const offline = devices.filter(
		({ device }) =>
			device.can_program_online_access_codes !== true &&
			device.can_program_offline_access_codes === true,
	);
	for (const device of devices) {
		if (online.includes(device) || offline.includes(device)) continue;
		warn(world, grant, device, 'device_does_not_support_access_codes', {
			message: 'The device does not support access codes.',
		});
	}
	const pin = wanted ?? generatePin(world, online) ?? undefined;
	const shared = online.flatMap((device) => program(world, grant, device, { pin, wanted }) ?? []);
	const pins = [...new Set(shared.map(({ code }) => code.code))];
	const byPin = pins.map((one) => shared.filter(({ code }) => code.code === one));
	const single = offline.flatMap((device) => program(world, grant, device, {}) ?? []);
	return [...byPin, ...single.map((code) => [code])];
}

function program(
	world: World,
	grant: GrantRecord,
	device: DeviceRecord,
	{ pin, wanted }: { pin?: string; wanted?: string },
): CodeRecord | null {
	const made = attempt(world, grant, device, pin);
	if (made) return made;
	const another = wanted === undefined ? null : generatePin(world, [device]);
	const instead = another === null ? null : attempt(world, grant, device, another);
	if (instead) {
		warn(world, grant, device, 'requested_code_unavailable', {
			message: 'The requested code is not available on the device.',
			original_code: wanted,
			new_code: another,
		});
		return instead;
	}
	warn(world, grant, device, 'device_time_constraints_violated', {
		message: 'The times of the access grant do not suit the device.',
		reason: reasonOf(grant, device),
	});
	return null;
}

function attempt(
	world: World,
	{ grant }: GrantRecord,
	device: DeviceRecord,
	pin: string | undefined,
): CodeRecord | null {
	const isOffline = device.device.can_program_online_access_codes !== true;
	const hasNoWindow = grant.ends_at === null && Date.parse(grant.starts_at) <= world.clock.now();
	try {
		return createCode(world, device, {
			...(grant.name !== null && { name: grant.name }),
			...(pin !== undefined && { code: pin }),
			...(!hasNoWindow && { starts_at: grant.starts_at, ends_at: grant.ends_at ?? undefined }),
			...(isOffline && { is_offline_access_code: true, max_time_rounding: '1d' }),
		});
	} catch (error) {
		if (error instanceof ApiError) return null;
		throw error;
	}
}

function reasonOf({ grant }: GrantRecord, { device }: DeviceRecord): string {
	if (grant.ends_at === null) return 'ongoing_not_supported';
	return device.device_type === 'dormakaba_oracode_door'
		? 'times_do_not_match_slots'
		: 'duration_exceeds_max';
}

function warn(
	world: World,
	{ grant }: GrantRecord,
	{ device }: DeviceRecord,
	warning_code: string,
	more: { message: string; [field: string]: unknown },
): void {
	const created_at = world.clock.read().now;
	grant.warnings.push({ warning_code, device_id: device.device_id, created_at, ...more });
}
