/**
 * Errors on an access code that Seam can't get past by trying again, each with what a person can do about it (Seam:
 * Troubleshooting Access Code Issues, and the error codes of its access code object). Older, manufacturer-specific
 * names stand beside the generic ones because stored codes still carry them.
 *
 * Everything else, above all `failed_to_set_on_device`, connection errors and names that are not known here, is
 * retried by Seam until the code's end: no reason to stop waiting.
 */
const NEEDS_A_HAND: ReadonlyMap<string, string> = new Map([
	...[
		'no_space_for_access_code_on_device',
		'smartthings_no_free_slots_available',
		'august_device_slots_full',
	].map((code): [string, string] => [
		code,
		'Delete codes that are no longer needed from the lock.',
	]),
	...['duplicate_code_on_device', 'conflicting_unmanaged_access_code_id'].map(
		(code): [string, string] => [
			code,
			'Another code on the lock has the same PIN: choose another PIN, or delete the other code.',
		],
	),
	...['august_lock_bad_access_code_format', 'august_lock_invalid_code_length'].map(
		(code): [string, string] => [code, 'The lock does not take this PIN: choose another one.'],
	),
	...[
		'subscription_required',
		'salto_ks_subscription_limit_exceeded',
		'salto_site_user_not_subscribed',
	].map((code): [string, string] => [
		code,
		"Renew or raise the subscription with the lock's maker.",
	]),
	...['insufficient_permissions', 'august_lock_not_authorized'].map((code): [string, string] => [
		code,
		'Give the account that is connected to Seam the rights of an owner of the lock.',
	]),
	['access_code_inactive', "Switch the code on again in the app of the lock's maker."],
	['august_lock_missing_keypad', 'Attach a keypad to the lock.'],
	['device_removed', 'Add the lock to Seam again.'],
	['missing_device_credentials', 'Connect the lock to Seam again.'],
]);

/** What a person has to do about an error, or null where Seam goes on trying by itself. */
export function remedyFor(errorCode: string): string | null {
	return NEEDS_A_HAND.get(errorCode) ?? null;
}
