import {
	isPinRefusedByLock,
	remedyFor,
} from '../../../../../nodes/shared/accessCode/waiting/codeErrors';
import { accessCodeSchema, type AccessCode } from '../../../../../nodes/shared/schema/accessCode';

const codeWith = (errorCodes: string[], more: Record<string, unknown> = {}): AccessCode =>
	accessCodeSchema.parse({
		access_code_id: 'code-1',
		device_id: 'device-1',
		status: 'setting',
		errors: errorCodes.map((error_code) => ({ error_code, message: 'As Seam says.' })),
		...more,
	});

const PIN_REFUSED = [
	'duplicate_code_on_device',
	'conflicting_unmanaged_access_code_id',
	'code_constraints_violated',
	'august_lock_bad_access_code_format',
	'august_lock_invalid_code_length',
];

test.each(PIN_REFUSED)('%s: another PIN may work', (errorCode) => {
	expect(isPinRefusedByLock(codeWith([errorCode]))).toBe(true);
	expect(isPinRefusedByLock(codeWith(['device_disconnected', errorCode]))).toBe(true);
	expect(remedyFor(errorCode)).toContain('choose another');
});

test.each([
	['no_space_for_access_code_on_device', 'Delete codes'],
	['smartthings_no_free_slots_available', 'Delete codes'],
	['august_device_slots_full', 'Delete codes'],
	['subscription_required', 'subscription'],
	['salto_ks_subscription_limit_exceeded', 'subscription'],
	['salto_site_user_not_subscribed', 'subscription'],
	['insufficient_permissions', "an owner's rights"],
	['august_lock_not_authorized', "an owner's rights"],
	['access_code_inactive', 'Switch the code on'],
	['august_lock_missing_keypad', 'Attach a keypad'],
	['device_removed', 'Add the lock'],
	['missing_device_credentials', 'Connect the lock'],
])('%s needs a person, and what to do is told', (errorCode, words) => {
	expect(remedyFor(errorCode)).toContain(words);
});

test.each([
	'no_space_for_access_code_on_device',
	'failed_to_set_on_device',
	'insufficient_permissions',
	'device_removed',
	'access_code_inactive',
	'an_error_of_next_year',
])('%s: no other PIN helps', (errorCode) => {
	expect(isPinRefusedByLock(codeWith([errorCode]))).toBe(false);
});

test('a code without errors has no refused PIN', () => {
	expect(isPinRefusedByLock(codeWith([]))).toBe(false);
	expect(isPinRefusedByLock(codeWith([], { errors: undefined }))).toBe(false);
});

test('on a code that is set the error is history, unless its PIN is being changed', () => {
	const [duplicate] = PIN_REFUSED;
	expect(isPinRefusedByLock(codeWith([duplicate], { status: 'set' }))).toBe(false);
	const pending_mutations = [{ mutation_code: 'updating_code', message: 'Pending.' }];
	const changing = codeWith([duplicate], { status: 'set', pending_mutations });
	expect(isPinRefusedByLock(changing)).toBe(true);
});
