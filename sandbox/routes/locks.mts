import { emitForDevice } from '../events.mts';
import { ApiError } from '../http/apiError.mts';
import { countCall } from '../http/rateLimits.mts';
import { attempt } from '../life/actionAttempts.mts';
import { type Call, type Routes, managedDeviceOf } from './call.mts';
import { list, requireName } from './devices.mts';

export const lockRoutes: Routes = {
	'/locks/get': (call) => {
		const { device, isLock } = managedDeviceOf(requireName(call));
		if (!isLock) throw new ApiError(404, 'device_not_found', 'Device not found');
		return { device, lock: device };
	},
	'/locks/list': (call) => {
		const locks = list(call, true)
			.filter(({ isLock }) => isLock)
			.slice(0, call.parameters.limit as number | undefined)
			.map(({ device }) => device);
		return { devices: locks, locks };
	},
	'/locks/lock_door': (call) => move(call, 'lock'),
	'/locks/unlock_door': (call) => move(call, 'unlock'),
};

function move(call: Call, kind: 'lock' | 'unlock') {
	const { world } = call;
	const record = managedDeviceOf(call);
	const { device } = record;
	const flag = kind === 'lock' ? device.can_remotely_lock : device.can_remotely_unlock;
	if (flag !== true) {
		throw new ApiError(400, 'invalid_input', `The device cannot be ${kind}ed remotely`);
	}
	countCall(world, record, kind);
	const isLocked = kind === 'lock';
	const type = isLocked ? 'LOCK_DOOR' : 'UNLOCK_DOOR';
	const action = attempt(world, record, type, (self) => {
		if (!device.properties.online || record.programming.outcome === 'fail') {
			return { error: { type: 'device_offline', message: 'The lock could not be reached' } };
		}
		device.properties.locked = isLocked;
		emitForDevice(world, record, isLocked ? 'lock.locked' : 'lock.unlocked', {
			method: 'remote',
			action_attempt_id: self.action_attempt_id,
		});
		return { result: { was_confirmed_by_device: true } };
	});
	return { action_attempt: action };
}
