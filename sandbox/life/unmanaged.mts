import { emitForCode } from '../events.mts';
import { ApiError, refusedBy } from '../http/apiError.mts';
import { judgeDuplicate } from '../rules/roomOnLock.mts';
import type { DeviceRecord, World } from '../world.mts';
import { remember } from './keypad.mts';
import { existingCodes, newRecord, type CodeRecord } from './record.mts';

/** A code that someone set at the lock or in the maker's app. */
export function addUnmanagedCode(
	world: World,
	device: DeviceRecord,
	pin: string,
	name: string,
): CodeRecord {
	if (device.device.can_program_online_access_codes !== true) {
		throw new ApiError(400, 'invalid_input', 'The device does not support access codes');
	}
	const existing = existingCodes(world, device.device.device_id);
	const taken = judgeDuplicate(pin, existing, world.reading);
	if (taken) throw refusedBy(taken);
	const record = newRecord(world, device, 'online_ongoing', {
		name,
		code: pin,
		status: 'set',
		is_managed: false,
	});
	record.isOnLock = true;
	remember(device, {
		access_code_id: record.code.access_code_id,
		pin,
		from: null,
		until: null,
		isOneTime: false,
		firstUseBy: null,
	});
	emitForCode(world, record, 'access_code.unmanaged.created');
	return record;
}
