import { remedyFor } from '../../../../../nodes/shared/accessCode/waiting/codeErrors';
import type {
	WaitOutcome,
	ReadyWhen,
} from '../../../../../nodes/shared/accessCode/waiting/outcome';
import { readinessOf } from '../../../../../nodes/shared/accessCode/waiting/readiness';
import { accessCodeSchema, type AccessCode } from '../../../../../nodes/shared/schema/accessCode';
import { DAY, HOUR } from '../../../../../nodes/shared/time/instant';

const NOW = Date.parse('2027-03-01T12:00:00Z');
const at = (distance: number) => new Date(NOW + distance).toISOString();

/** A time-bound online code that starts in two hours, as Seam gives it; read through the schema like any answer. */
function codeOf(more: Record<string, unknown> = {}): AccessCode {
	return accessCodeSchema.parse({
		access_code_id: 'code-1',
		device_id: 'device-1',
		type: 'time_bound',
		status: 'unset',
		code: '481516',
		starts_at: at(2 * HOUR),
		ends_at: at(2 * DAY),
		is_offline_access_code: false,
		is_scheduled_on_device: false,
		is_waiting_for_code_assignment: false,
		pending_mutations: [],
		errors: [],
		warnings: [],
		...more,
	});
}

const poll = (
	more: Record<string, unknown>,
	readyWhen: ReadyWhen = 'set_or_scheduled',
	now = NOW,
) => readinessOf({ accessCode: codeOf(more), lastKnownEnd: null, readyWhen, now });

const error = (error_code: string, message = 'As Seam tells it.') => ({
	errors: [{ error_code, message, is_access_code_error: true }],
});
const pending = (mutation_code: string, more = {}) => ({
	pending_mutations: [{ mutation_code, message: 'Pending.', created_at: at(0), ...more }],
});

const STATES: Record<string, Record<string, unknown>> = {
	'just in time, unset': {},
	'just in time, setting': { status: 'setting' },
	set: { status: 'set' },
	'native, not preloaded': { ...pending('deferring_creation', { scheduled_at: at(HOUR) }) },
	'native, preloaded': { is_scheduled_on_device: true },
	'native, not confirmed at its start': { is_scheduled_on_device: true, status: 'setting' },
	'ongoing, setting': { type: 'ongoing', status: 'setting', starts_at: null, ends_at: null },
	'ongoing, set': { type: 'ongoing', status: 'set', starts_at: null, ends_at: null },
	'offline, no PIN yet': {
		is_offline_access_code: true,
		code: null,
		is_waiting_for_code_assignment: true,
	},
	'offline, PIN but still being assigned': {
		is_offline_access_code: true,
		is_waiting_for_code_assignment: true,
	},
	'offline, PIN assigned, unset': { is_offline_access_code: true },
	'offline, PIN assigned, set': { is_offline_access_code: true, status: 'set' },
	'backup code, set': { is_backup: true, status: 'set' },
	'set, no PIN': { status: 'set', code: null },
	'set, PIN still being assigned': { status: 'set', is_waiting_for_code_assignment: true },
	'set, PIN changing': { status: 'set', ...pending('updating_code') },
	'set, times changing': { status: 'set', ...pending('updating_time_frame') },
	'set, name changing': { status: 'set', ...pending('updating_name') },
	'preloaded, times changing': { is_scheduled_on_device: true, ...pending('updating_time_frame') },
	'set, a pending change nobody knows': { status: 'set', ...pending('repainting') },
	'set, switched off': { status: 'set', ...error('access_code_inactive') },
	'set, changed at the lock': { status: 'set', ...error('conflicting_external_modification') },
	'set, an old error': { status: 'set', ...error('failed_to_set_on_device') },
	'set, an error that a person lifted': { status: 'set', ...error('duplicate_code_on_device') },
	'set, PIN changing, the lock refuses it': {
		status: 'set',
		...pending('updating_code'),
		...error('code_constraints_violated'),
	},
	'set, times changing, no room on the lock': {
		status: 'set',
		...pending('updating_time_frame'),
		...error('no_space_for_access_code_on_device'),
	},
	'set, its last change has not reached the lock': {
		status: 'set',
		...error('failed_to_update'),
	},
	'set, its deletion at the end failed': { status: 'set', ...error('failed_to_expire') },
	'set, being deleted': {
		status: 'set',
		warnings: [{ warning_code: 'being_deleted', message: 'Being deleted.' }],
	},
	removing: { status: 'removing' },
	'set, deletion pending': { status: 'set', ...pending('deleting') },
	unknown: { status: 'unknown' },
	'a status nobody knows': { status: 'levitating' },
	'no status': { status: undefined },
	'over, still set': { status: 'set', ends_at: at(0) },
	'one-time, its day is over': {
		is_offline_access_code: true,
		is_one_time_use: true,
		starts_at: at(-DAY),
		ends_at: null,
	},
};

test.each<[string, WaitOutcome, WaitOutcome]>([
	// state, outcome with Set or Scheduled, outcome with Set
	['just in time, unset', 'waiting', 'waiting'],
	['just in time, setting', 'waiting', 'waiting'],
	['set', 'set', 'set'],
	['native, not preloaded', 'waiting', 'waiting'],
	['native, preloaded', 'scheduled', 'waiting'],
	['native, not confirmed at its start', 'waiting', 'waiting'],
	['ongoing, setting', 'waiting', 'waiting'],
	['ongoing, set', 'set', 'set'],
	['offline, no PIN yet', 'waiting', 'waiting'],
	['offline, PIN but still being assigned', 'waiting', 'waiting'],
	['offline, PIN assigned, unset', 'assigned', 'waiting'],
	['offline, PIN assigned, set', 'assigned', 'set'],
	['backup code, set', 'set', 'set'],
	['set, no PIN', 'waiting', 'waiting'],
	['set, PIN still being assigned', 'waiting', 'waiting'],
	['set, PIN changing', 'waiting', 'waiting'],
	['set, times changing', 'waiting', 'waiting'],
	['set, name changing', 'set', 'set'],
	['preloaded, times changing', 'waiting', 'waiting'],
	['set, a pending change nobody knows', 'set', 'set'],
	['set, switched off', 'failed', 'failed'],
	['set, changed at the lock', 'waiting', 'waiting'],
	['set, an old error', 'set', 'set'],
	['set, an error that a person lifted', 'set', 'set'],
	['set, PIN changing, the lock refuses it', 'failed', 'failed'],
	['set, times changing, no room on the lock', 'failed', 'failed'],
	['set, its last change has not reached the lock', 'waiting', 'waiting'],
	['set, its deletion at the end failed', 'set', 'set'],
	['set, being deleted', 'deleted', 'deleted'],
	['removing', 'deleted', 'deleted'],
	['set, deletion pending', 'deleted', 'deleted'],
	['unknown', 'waiting', 'waiting'],
	['a status nobody knows', 'waiting', 'waiting'],
	['no status', 'waiting', 'waiting'],
	['over, still set', 'expired', 'expired'],
	['one-time, its day is over', 'expired', 'expired'],
])('%s: %s, or %s when only Set counts', (state, whenScheduledCounts, whenOnlySetCounts) => {
	for (const [readyWhen, outcome] of [
		['set_or_scheduled', whenScheduledCounts],
		['set', whenOnlySetCounts],
	] as const) {
		const readiness = poll(STATES[state], readyWhen);
		const isReady = ['set', 'scheduled', 'assigned'].includes(outcome);
		expect(readiness).toMatchObject({ outcome, isReady, isSettled: outcome !== 'waiting' });
		expect(readiness.why).toMatch(/^[A-Z].*\.$/);
	}
});

test('every state of the table above is tried', () => {
	expect(Object.keys(STATES)).toHaveLength(36);
});

const RETRIED = [
	'failed_to_set_on_device',
	'failed_to_remove_from_device',
	'provider_issue',
	'account_disconnected',
	'bridge_disconnected',
	'dormakaba_sites_disconnected',
	'device_disconnected',
	'device_offline',
	'hub_disconnected',
	'empty_backup_access_code_pool',
	'igloohome_bridge_too_many_pending_jobs',
	'conflicting_external_modification',
	'failed_to_issue',
	'failed_to_update',
	'failed_to_expire',
	'an_error_of_next_year',
];
const NEEDS_A_HAND = [
	'no_space_for_access_code_on_device',
	'duplicate_code_on_device',
	'code_constraints_violated',
	'access_code_inactive',
	'insufficient_permissions',
	'salto_ks_subscription_limit_exceeded',
	'subscription_required',
	'device_removed',
	'missing_device_credentials',
	'august_lock_not_authorized',
	'august_lock_invalid_code_length',
	'smartthings_no_free_slots_available',
];

test.each(RETRIED)('%s is retried by Seam: the wait goes on and shows it', (code) => {
	const readiness = poll({ status: 'setting', ...error(code) });
	expect(readiness).toMatchObject({ outcome: 'waiting', isSettled: false });
	expect(readiness.why).toContain(code === 'conflicting_external_modification' ? 'changed' : code);
	expect(readiness.seen).toEqual([{ kind: 'error', code, message: 'As Seam tells it.' }]);
	expect(remedyFor(code)).toBeNull();
});

test.each(NEEDS_A_HAND)('%s needs a person: the wait ends and says what to do', (code) => {
	const readiness = poll({ status: 'setting', ...error(code) });
	expect(readiness).toMatchObject({ outcome: 'failed', isReady: false, isSettled: true });
	expect(readiness.why).toContain(code);
	expect(readiness.why).toContain(remedyFor(code));
});

test.each(['is_device_error', 'is_connected_account_error'])(
	'an error that Seam copies onto the code (%s) is read like one of its own',
	(flag) => {
		const copied = (error_code: string) =>
			poll({ errors: [{ error_code, message: 'As Seam tells it.', [flag]: true }] }).outcome;
		expect(copied('insufficient_permissions')).toBe('failed');
		expect(copied('account_disconnected')).toBe('waiting');
	},
);

test('an error that needs a person is found behind one that Seam retries', () => {
	const errors = [...error('failed_to_set_on_device').errors, ...error('device_removed').errors];
	expect(poll({ errors }).outcome).toBe('failed');
});

test('delays are seen as such, and the wait goes on', () => {
	const delays = [
		'delay_in_setting_on_device',
		'delay_in_issuing',
		// Seam no longer sends it; stored codes still carry it.
		'delay_in_removing_from_device',
	];
	const warnings = [...delays, 'third_party_integration_detected'].map((warning_code) => ({
		warning_code,
		message: 'As Seam tells it.',
	}));
	const { outcome, seen } = poll({ status: 'setting', warnings });
	expect(outcome).toBe('waiting');
	expect(seen).toEqual([
		...delays.map((code) => ({ kind: 'delay', code, message: 'As Seam tells it.' })),
		{ kind: 'warning', code: 'third_party_integration_detected', message: 'As Seam tells it.' },
	]);
});

test('a warning is no delay only because it begins like one', () => {
	const warnings = [{ warning_code: 'delayed_maintenance', message: 'As Seam tells it.' }];
	expect(poll({ warnings }).seen).toMatchObject([{ kind: 'warning' }]);
});

test('an empty PIN is none', () => {
	expect(poll({ status: 'set', code: '' })).toMatchObject({
		outcome: 'waiting',
		why: 'The PIN is not assigned yet.',
	});
});

test.each([
	['stored on the lock', { is_scheduled_on_device: true }, 'becomes set at its start'],
	['not stored yet', {}, 'not on the lock yet'],
])('a code that is %s, only Set counts: why it waits', (_what, more, words) => {
	expect(poll(more, 'set').why).toContain(words);
});

test('what this node does not know is named', () => {
	expect(poll({ status: 'levitating' }).why).toContain('"levitating"');
});

test.each([
	['before its end', DAY, 'deleted'],
	['at its end', 0, 'expired'],
	['after its end', -DAY, 'expired'],
	['its end never known', null, 'deleted'],
])('a code that Seam no longer knows, %s', (_when, distance, outcome) => {
	const lastKnownEnd = distance === null ? null : NOW + distance;
	const question = { accessCode: null, lastKnownEnd, readyWhen: 'set', now: NOW } as const;
	expect(readinessOf(question)).toMatchObject({ outcome, isReady: false, isSettled: true });
});

test('no PIN gets into what is told, even where Seam quotes it', () => {
	for (const state of Object.values(STATES)) {
		const readiness = poll({
			...state,
			errors: [
				{ error_code: 'duplicate_code_on_device', message: 'PIN 481516 exists.' },
				{ error_code: 'provider_issue', message: 'Could not set 481516' },
			],
			warnings: [{ warning_code: 'unknown_issue_with_access_code', message: '481516?' }],
		});
		if (state.code !== null) expect(JSON.stringify(readiness)).not.toContain('481516');
	}
});

test('nor do the PINs that a pending change comes from and leads to', () => {
	const change = pending('updating_code', { from: { code: '162342' }, to: { code: '777123' } });
	const readiness = poll({
		...change,
		errors: [{ error_code: 'duplicate_code_on_device', message: '777123 exists, 162342 stays.' }],
		warnings: [{ warning_code: 'unknown_issue_with_access_code', message: '777123?' }],
	});
	expect(readiness.outcome).toBe('failed');
	expect(JSON.stringify(readiness)).not.toMatch(/777123|162342/);
});
