import type { AccessCode } from '../../schema/accessCode';
import { isPending } from '../codeFacts';

type Remedies = ReadonlyArray<readonly [remedy: string, errorCodes: string]>;

/** Another PIN would do: the lock holds this one already, or a rule of the lock forbids it. */
const PIN_REFUSED: Remedies = [
	[
		'Another code on the lock has the same PIN: choose another PIN, or delete the other code.',
		'duplicate_code_on_device conflicting_unmanaged_access_code_id',
	],
	[
		'The lock does not take this PIN: choose another one.',
		'code_constraints_violated august_lock_bad_access_code_format august_lock_invalid_code_length',
	],
];

/**
 * Errors on an access code that Seam can't get past by retrying, each with what a person can do about it (Seam:
 * Troubleshooting Access Code Issues, and the error codes of its access code object, which are also those of its
 * device and connected account). Older, manufacturer-specific names stand beside the generic ones because stored
 * codes still carry them.
 *
 * Everything else is retried by Seam until the code's end, so the wait goes on: above all `failed_to_set_on_device`,
 * `failed_to_issue`, `failed_to_update`, whatever is disconnected, and names that are not known here.
 */
const NEEDS_A_HAND: Remedies = [
	...PIN_REFUSED,
	[
		'Delete codes that are no longer needed from the lock.',
		'no_space_for_access_code_on_device smartthings_no_free_slots_available august_device_slots_full',
	],
	[
		"Renew or upgrade the subscription with the lock's maker.",
		'subscription_required salto_ks_subscription_limit_exceeded salto_site_user_not_subscribed',
	],
	[
		"Give the account that is connected to Seam an owner's rights on the lock, then connect it again.",
		'insufficient_permissions august_lock_not_authorized',
	],
	["Switch the code on again in the app of the lock's maker.", 'access_code_inactive'],
	['Attach a keypad to the lock.', 'august_lock_missing_keypad'],
	['Add the lock to Seam again.', 'device_removed'],
	['Connect the lock to Seam again.', 'missing_device_credentials'],
];

/** What a person has to do about an error; null if Seam keeps retrying by itself. */
export function remedyFor(errorCode: string, remedies = NEEDS_A_HAND): string | null {
	return remedies.find(([, codes]) => codes.split(' ').includes(errorCode))?.[0] ?? null;
}

/**
 * Whether the lock refused the PIN of a code for good, so that only another PIN can help. On a code that is set such
 * an error is history, unless its PIN is being changed.
 */
export function isPinRefusedByLock(accessCode: AccessCode): boolean {
	if (accessCode.status === 'set' && !isPending(accessCode, 'updating_code')) return false;
	const errors = accessCode.errors ?? [];
	return errors.some(({ error_code }) => remedyFor(error_code, PIN_REFUSED) !== null);
}
