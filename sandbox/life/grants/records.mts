// What the sandbox keeps of grants, beyond what the API shows of them.
import type { ScheduledTask } from '../../clock.mts';
import type { PlainRecord } from '../../world.mts';
import type { CodeRecord, Notice } from '../record.mts';

export type Mode = 'code' | 'card' | 'mobile_key' | 'cloud_key';

/** A way in as the API is asked for it. */
export interface RequestedMethod {
	mode: Mode;
	code?: string;
	instant_key_max_use_count?: number;
}

/** An access grant as the API shows it. */
export interface AccessGrant extends PlainRecord {
	access_grant_id: string;
	access_grant_key?: string;
	reservation_key?: string;
	user_identity_id: string;
	name: string | null;
	starts_at: string;
	ends_at: string | null;
	access_method_ids: string[];
	space_ids: string[];
	requested_access_methods: Array<Record<string, unknown>>;
	errors: Array<Notice & { error_code: string }>;
	warnings: Array<Notice & { warning_code: string }>;
	instant_key_url?: string;
}

/** A grant with the doors that it names. */
export interface GrantRecord {
	grant: AccessGrant;
	customerKey?: string;
	/** All its devices and entrances, those of its spaces included. */
	deviceIds: string[];
	entranceIds: string[];
}

/** An access method as the API shows it. */
export interface AccessMethod extends PlainRecord {
	access_method_id: string;
	mode: Mode;
	is_issued: boolean;
	issued_at: string | null;
	code?: string | null;
	instant_key_url?: string;
	is_encoding_required?: boolean;
	is_ready_for_encoding?: boolean;
	errors: Array<Notice & { error_code: string }>;
	warnings: Array<Notice & { warning_code: string }>;
	pending_mutations: Array<Notice & { mutation_code: string }>;
}

/** A method with what it opens and what is still to happen to it. */
export interface MethodRecord {
	method: AccessMethod;
	grant: GrantRecord;
	/** The codes on locks that it consists of; a key or card has none. */
	codes: CodeRecord[];
	deviceIds: string[];
	entranceIds: string[];
	tasks: ScheduledTask[];
}

/** A door of an access system, and a system, as the API shows them. */
export type EntranceRecord = PlainRecord & {
	acs_entrance_id: string;
	acs_system_id: string;
	connected_account_id: string;
	display_name: string;
};
export type SystemRecord = PlainRecord & { acs_system_id: string; external_type: string };
