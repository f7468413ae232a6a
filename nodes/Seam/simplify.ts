import type { ItemParameters } from '../shared/parameters/itemParameters';
import type { Outcome } from '../shared/api/eachItem';
import { outcomes } from './operation';

/**
 * Seam's records, or the few fields of them that workflows use most, if the user has left Simplify on.
 *
 * @param flattened A record with the fields beside the others that Seam keeps further inside
 */
export function simplified<T extends object>(
	item: ItemParameters,
	records: T | readonly T[],
	fields: readonly string[],
	flattened: (record: T) => object = (record) => record,
): Outcome[] {
	const all = [records].flat() as T[];
	if (!item.flag('simplify')) return outcomes(all);
	return outcomes(
		all.map((record) => {
			const flat = flattened(record) as Record<string, unknown>;
			return Object.fromEntries(fields.map((field) => [field, flat[field] ?? null]));
		}),
	);
}

// The fields in the order in which the editor shows them: what a person came for first, IDs after it.

export const ACCESS_CODE_FIELDS = [
	'code',
	'name',
	'type',
	'status',
	'starts_at',
	'ends_at',
	'is_offline_access_code',
	'access_code_id',
	'device_id',
	'errors',
] as const;

/** Codes that were made together are online codes; their key is what changes them together. */
export const LINKED_CODE_FIELDS = [
	'code',
	'name',
	'type',
	'status',
	'starts_at',
	'ends_at',
	'access_code_id',
	'device_id',
	'common_code_key',
	'errors',
] as const;

export const PROPOSED_PIN_FIELDS = ['code', 'device_id'] as const;

export const UNMANAGED_CODE_FIELDS = [
	'code',
	'name',
	'type',
	'status',
	'starts_at',
	'ends_at',
	'cannot_be_managed',
	'access_code_id',
	'device_id',
	'errors',
] as const;

export const ACCESS_GRANT_FIELDS = [
	'name',
	'starts_at',
	'ends_at',
	'access_grant_key',
	'reservation_key',
	'access_grant_id',
	'user_identity_id',
	'access_method_ids',
	'errors',
	'warnings',
] as const;

export const ACCESS_METHOD_FIELDS = [
	'code',
	'mode',
	'is_issued',
	'issued_at',
	'instant_key_url',
	'display_name',
	'is_encoding_required',
	'access_method_id',
	'errors',
	'warnings',
] as const;

export const CONNECT_WEBVIEW_FIELDS = [
	'url',
	'status',
	'connect_webview_id',
	'connected_account_id',
	'accepted_providers',
	'selected_provider',
	'customer_key',
	'custom_metadata',
	'created_at',
	'authorized_at',
] as const;

export const CONNECTED_ACCOUNT_FIELDS = [
	'display_name',
	'account_type_display_name',
	'account_type',
	'connected_account_id',
	'customer_key',
	'created_at',
	'errors',
	'warnings',
] as const;

export const DEVICE_FIELDS = [
	'display_name',
	'nickname',
	'device_type',
	'can_program_online_access_codes',
	'can_program_offline_access_codes',
	'location',
	'custom_metadata',
	'device_id',
	'connected_account_id',
	'errors',
] as const;

export const ENTRANCE_FIELDS = [
	'display_name',
	'can_unlock_with_code',
	'can_unlock_with_mobile_key',
	'can_unlock_with_card',
	'can_unlock_with_cloud_key',
	'can_belong_to_reservation',
	'acs_entrance_id',
	'acs_system_id',
	'space_ids',
	'errors',
] as const;

export const THERMOSTAT_SCHEDULE_FIELDS = [
	'name',
	'climate_preset_key',
	'starts_at',
	'ends_at',
	'is_override_allowed',
	'max_override_period_minutes',
	'thermostat_schedule_id',
	'device_id',
	'errors',
] as const;
