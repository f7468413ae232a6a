import { actionAttemptAnswer } from './actionAttempts';
import { endpoint } from './endpoint';

/** Tells a lock to lock or unlock now; the action has only begun when this returns. */
export const moveLock = endpoint((device_id: string, operation: 'lock' | 'unlock') => ({
	path: `/locks/${operation}_door`,
	body: { device_id },
	schema: actionAttemptAnswer,
	isRepeatable: false,
	pace: { operation, deviceIds: [device_id] },
}));

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
