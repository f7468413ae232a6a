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
	'/locks/configure_auto_lock': configureAutoLock,
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
		return { result: { was_confirmed_by_device: record.programming.confirms_moves } };
	});
	return { action_attempt: action };
}

function configureAutoLock(call: Call) {
	const { world, parameters } = call;
	const record = managedDeviceOf(call);
	const { device } = record;
	const { auto_lock_enabled: isEnabled, auto_lock_delay_seconds: delay } = parameters;
	if (device.can_configure_auto_lock !== true) {
		throw new ApiError(400, 'invalid_input', 'The device has no auto-lock that can be configured');
	}
	if (isEnabled === true && delay === undefined) {
		const message = 'auto_lock_delay_seconds is required when enabling auto-lock';
		throw new ApiError(400, 'invalid_input', message);
	}
	const action = attempt(world, record, 'CONFIGURE_AUTO_LOCK', () => {
		if (!device.properties.online || record.programming.outcome === 'fail') {
			return { error: { type: 'device_offline', message: 'The lock could not be reached' } };
		}
		device.properties.auto_lock_enabled = isEnabled as boolean;
		if (delay !== undefined) device.properties.auto_lock_delay_seconds = delay as number;
		return { result: {} };
	});
	return { action_attempt: action };
}
