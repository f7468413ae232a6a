import type { Device } from '../../schema/device';

/** Makers whose codes Seam can't take over (Seam: Migrating Existing Access Codes). */
const NEVER_TAKEN_OVER: Readonly<Record<string, string>> = {
	igloohome_lock: 'igloohome',
	kwikset_lock: 'Kwikset',
	smartthings_lock: 'SmartThings',
};

/** The maker of a lock whose own codes can't become managed ones; null for all others. */
export function makerWithoutTakeover({ device_type }: Device): string | null {
	return NEVER_TAKEN_OVER[device_type ?? ''] ?? null;
}
