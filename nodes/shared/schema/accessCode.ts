import { z } from 'zod';

import { openObject, whyAndWhen, tolerant, tolerantList } from './tolerant';

/** An entry of `errors` of an access code: its own, its device's or its connected account's (see the flags). */
export const accessCodeErrorSchema = openObject({
	error_code: z.string(),
	...whyAndWhen,
	is_access_code_error: tolerant(z.boolean()),
	is_device_error: tolerant(z.boolean()),
	is_connected_account_error: tolerant(z.boolean()),
});

export const accessCodeWarningSchema = openObject({ warning_code: z.string(), ...whyAndWhen });

/** A change that Seam has accepted and not yet carried out; `deferring_creation` says when in `scheduled_at`. */
export const pendingMutationSchema = openObject({
	mutation_code: z.string(),
	...whyAndWhen,
	scheduled_at: tolerant(z.string()),
});

/**
 * Seam's access code, managed or unmanaged. Unknown fields pass through untouched; `status` stays a string
 * because a status that this package does not know is named, never a crash.
 */
export const accessCodeSchema = openObject({
	access_code_id: z.string(),
	device_id: z.string(),
	type: tolerant(z.string()),
	status: tolerant(z.string()),
	code: tolerant(z.string()),
	name: tolerant(z.string()),
	created_at: tolerant(z.string()),
	starts_at: tolerant(z.string()),
	ends_at: tolerant(z.string()),
	common_code_key: tolerant(z.string()),
	is_managed: tolerant(z.boolean()),
	is_offline_access_code: tolerant(z.boolean()),
	is_one_time_use: tolerant(z.boolean()),
	is_scheduled_on_device: tolerant(z.boolean()),
	is_waiting_for_code_assignment: tolerant(z.boolean()),
	is_backup: tolerant(z.boolean()),
	is_backup_access_code_available: tolerant(z.boolean()),
	pulled_backup_access_code_id: tolerant(z.string()),
	is_external_modification_allowed: tolerant(z.boolean()),
	pending_mutations: tolerantList(pendingMutationSchema),
	dormakaba_oracode_metadata: tolerant(
		openObject({
			user_level_name: tolerant(z.string()),
			is_cancellable: tolerant(z.boolean()),
			is_extendable: tolerant(z.boolean()),
		}),
	),
	errors: tolerantList(accessCodeErrorSchema),
	warnings: tolerantList(accessCodeWarningSchema),
});

export type AccessCode = z.infer<typeof accessCodeSchema>;
export type AccessCodeError = z.infer<typeof accessCodeErrorSchema>;
export type AccessCodeWarning = z.infer<typeof accessCodeWarningSchema>;
export type PendingMutation = z.infer<typeof pendingMutationSchema>;
