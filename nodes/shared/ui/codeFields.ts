import type { AccessCode } from '../schema/accessCode';

/** Of an access code, what simplified items have beside its PIN; the rest is of use to those who know Seam's API. */
export const SIMPLE_CODE_FIELDS = [
	...(['device_id', 'name', 'status', 'starts_at', 'ends_at'] as const),
	...(['is_offline_access_code', 'is_one_time_use', 'errors'] as const),
	'dormakaba_oracode_metadata',
] as const satisfies ReadonlyArray<keyof AccessCode>;
