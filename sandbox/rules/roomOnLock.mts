import { isOffline } from './window.mts';
import { refuse } from './refusal.mts';
import type { CreateRequest, ExistingCode, Reading, Refused, RuleDevice } from './types.mts';

const IGLOOHOME_TOTAL = 199;

/** A PIN may be on a lock once, whoever manages it and even where the windows never meet. */
export function judgeDuplicate(
	code: string | undefined,
	existing: readonly ExistingCode[],
	reading: Reading,
): Refused | null {
	if (code === undefined || !existing.some((other) => other.code === code)) return null;
	return {
		status: 409,
		// Seam's own fake says one, its issue tracker quotes the other.
		type: reading === 'strict' ? 'duplicate_access_code' : 'duplicate_code',
		message: 'An access code with this code already exists on the device',
		rule: 'duplicate',
	};
}

/**
 * A full lock. Seam documents an error on the code (`no_space_for_access_code_on_device`), not a refusal: so lenient
 * accepts and the lock reports it later, strict refuses at once.
 */
export function judgeCapacity(
	device: RuleDevice,
	existing: readonly ExistingCode[],
	reading: Reading,
): Refused | null {
	if (reading === 'lenient' || existing.length < capacityOf(device)) return null;
	return refuse('capacity', 'The device has no space for another access code');
}

export const capacityOf = (device: RuleDevice): number =>
	device.properties.max_active_codes_supported ??
	(device.device_type === 'igloohome_lock' ? IGLOOHOME_TOTAL : Infinity);

/** The backup pool serves time-bound online codes on devices that have one. */
export function judgeBackupPool(
	request: CreateRequest,
	device: RuleDevice,
	reading: Reading,
): Refused | null {
	if (!request.use_backup_access_code_pool) return null;
	if (request.starts_at === undefined && request.ends_at === undefined) {
		return refuse('backup_ongoing', 'Cannot use the backup pool for ongoing codes');
	}
	if (device.properties.supports_backup_access_code_pool !== true) {
		return refuse('backup_unsupported', 'The device does not support a backup access code pool');
	}
	if (reading === 'lenient') return null;
	if (isOffline(request)) return refuse('backup_offline', 'Offline codes have no backup pool');
	return device.properties.backup_access_code_pool_enabled === false
		? refuse('backup_disabled', 'The backup access code pool of the device is switched off')
		: null;
}

/** Codes that share a key share a PIN: a request may not name another. */
export function judgeCommonKey(
	request: CreateRequest,
	codesOfKey: readonly ExistingCode[],
): Refused | null {
	if (request.common_code_key === undefined || request.code === undefined) return null;
	const shared = codesOfKey.find((code) => code.common_code_key === request.common_code_key)?.code;
	return shared && shared !== request.code
		? refuse('common_code_key', 'Access codes with this common_code_key have another code')
		: null;
}
