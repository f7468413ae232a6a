/** The body of `POST /access_codes/create`, exactly as sent: key order included, absent keys absent. */
export interface CreateAccessCodeRequest {
	device_id: string;
	name?: string;
	code?: string;
	preferred_code_length?: number;
	/** ISO 8601 with the lock's offset at that end; `Z` if the lock's zone is unknown. */
	starts_at?: string;
	ends_at?: string;
	is_offline_access_code?: true;
	is_one_time_use?: true;
	max_time_rounding?: '1h' | '1d';
	prefer_native_scheduling?: boolean;
	use_backup_access_code_pool?: boolean;
	common_code_key?: string;
	is_external_modification_allowed?: boolean;
	attempt_for_offline_device?: boolean;
}

/** The body of `POST /access_codes/update`: only what changes. */
export interface UpdateAccessCodeRequest {
	access_code_id: string;
	name?: string;
	code?: string;
	type?: 'ongoing' | 'time_bound';
	starts_at?: string;
	ends_at?: string;
	is_external_modification_allowed?: boolean;
}
