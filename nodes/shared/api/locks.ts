import { actionAttemptAnswer } from './actionAttempts';
import { endpoint } from './endpoint';

const move = (path: string, operation: 'lock' | 'unlock') =>
	endpoint((device_id: string) => ({
		path,
		body: { device_id },
		schema: actionAttemptAnswer,
		isRepeatable: false,
		pace: { operation, deviceIds: [device_id] },
	}));

/** Tells a lock to lock now; the action has only begun when this returns. */
export const lockDoor = move('/locks/lock_door', 'lock');

/** Tells a lock to unlock now; the action has only begun when this returns. */
export const unlockDoor = move('/locks/unlock_door', 'unlock');

export interface AutoLockSetting {
	auto_lock_enabled: boolean;
	/** 1 to 60; needed where auto-lock is enabled. */
	auto_lock_delay_seconds?: number;
}

/** Tells a lock whether to lock by itself; the action has only begun when this returns. */
export const configureAutoLock = endpoint((device_id: string, setting: AutoLockSetting) => ({
	path: '/locks/configure_auto_lock',
	body: { device_id, ...setting },
	schema: actionAttemptAnswer,
	isRepeatable: false,
}));
