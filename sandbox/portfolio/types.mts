import type { RuleDevice } from '../rules/types.mts';

/** What a template says of a device; the rest (ids, account, workspace, creation date) is filled in. */
export interface Template {
	alias: string;
	name: string;
	/** Seam's provider key; one connected account per provider. */
	provider: string;
	manufacturer: string;
	deviceType: string;
	model: string;
	zone?: string;
	/** `null` where Seam knows no place at all. */
	location?: null;
	online?: boolean;
	flags: Partial<Record<Flag, boolean>>;
	hasBuiltInKeypad?: boolean;
	canConnectKeypad?: boolean;
	batteryLevel?: number;
	metadata?: Record<string, string | boolean>;
	errors?: Array<{ error_code: string; message: string }>;
	warnings?: Array<{ warning_code: string; message: string; [more: string]: unknown }>;
	/** How Seam brings time-bound online codes to the lock. */
	scheduling?: 'native' | 'just_in_time';
	isLock?: boolean;
	properties: Record<string, unknown>;
}

export type Flag =
	| 'can_program_online_access_codes'
	| 'can_program_offline_access_codes'
	| 'can_remotely_lock'
	| 'can_remotely_unlock'
	| 'can_unlock_with_code'
	| 'can_configure_auto_lock'
	| 'can_hvac_heat'
	| 'can_simulate_connection'
	| 'can_simulate_disconnection';

/** A device as the API shows it. */
export interface SeamDevice extends RuleDevice {
	device_id: string;
	workspace_id: string;
	connected_account_id: string;
	display_name: string;
	nickname?: string;
	is_managed: boolean;
	space_ids: string[];
	created_at: string;
	custom_metadata: Record<string, string | boolean>;
	errors: Array<{ error_code: string; message: string; created_at: string }>;
	warnings: Array<{ warning_code: string; message: string; created_at: string }>;
	properties: RuleDevice['properties'] & {
		online: boolean;
		name: string;
		locked?: boolean;
		model: { has_built_in_keypad?: boolean; [other: string]: unknown };
		accessory_keypad?: { is_connected: boolean };
	};
}

export const ONLINE_LOCK: Template['flags'] = {
	can_program_online_access_codes: true,
	can_remotely_lock: true,
	can_remotely_unlock: true,
	can_unlock_with_code: true,
	can_simulate_connection: true,
	can_simulate_disconnection: true,
};
