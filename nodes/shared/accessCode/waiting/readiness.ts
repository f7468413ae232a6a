import { mask, pinsIn } from '../../masking';
import type { AccessCode } from '../../schema/accessCode';
import type { Instant } from '../../time/instant';
import { isBeingDeleted, isOffline, isPending, opensUntil } from '../codeFacts';
import { remedyFor } from './codeErrors';
import { isReady, type ReadyWhen, type Sighting, type WaitOutcome } from './outcome';

export interface ReadinessQuestion {
	/** As Seam answered just now; null if it knows no such code (404). */
	accessCode: AccessCode | null;
	/** When the code's time is over, as far as it was known before a 404; null: no end, or never known. */
	lastKnownEnd: Instant | null;
	readyWhen: ReadyWhen;
	now: Instant;
}

/** What one poll of a code tells. `gave_up` is not among the outcomes: that is for the deadline to say. */
export interface Readiness {
	outcome: Exclude<WaitOutcome, 'gave_up'>;
	/** Whether the code can be handed out now. */
	isReady: boolean;
	/** Whether waiting longer can't help: ready, gone, or stopped by what only a person can change. */
	isSettled: boolean;
	/** One or two sentences for people, without the PIN. */
	why: string;
	/** Delays, warnings and errors that Seam reports on the code at this poll. */
	seen: Array<Omit<Sighting, 'first_seen_at'>>;
}

/**
 * Reads from an access code whether a guest can be told (Seam: Lifecycle of Access Codes).
 *
 * A natively scheduled code lies on the lock days ahead while its status stays `unset` until the start; an offline
 * code needs no lock, only its PIN; all others are ready when Seam says `set`. A status, error or pending change
 * that is not known here means waiting, and is named.
 */
export function readinessOf(question: ReadinessQuestion): Readiness {
	const { accessCode, lastKnownEnd, readyWhen, now } = question;
	const seen = accessCode === null ? [] : sightingsOf(accessCode);
	const told = (outcome: Readiness['outcome'], why: string): Readiness => ({
		outcome,
		isReady: isReady(outcome),
		isSettled: outcome !== 'waiting',
		why,
		seen,
	});

	const end = accessCode === null ? lastKnownEnd : opensUntil(accessCode);
	const isOver = end !== null && end <= now;
	if (accessCode === null) {
		return isOver
			? told('expired', 'The time of the code is over, and Seam has removed it.')
			: told('deleted', NOT_FOUND);
	}
	if (isOver) return told('expired', 'The time of the code is over: it no longer opens the door.');
	if (isBeingDeleted(accessCode)) return told('deleted', 'Seam is deleting the code.');

	const confirmed = confirmationOf(accessCode, readyWhen);
	const doubt = doubtAbout(accessCode);
	if (confirmed && doubt === null) return told(confirmed.outcome, confirmed.why);

	const blocking = firstBlockingError(accessCode);
	if (blocking) return told('failed', blocking);
	return told('waiting', doubt ?? reasonToWait(accessCode, readyWhen));
}

const NOT_FOUND =
	'Seam knows no code with this ID: it was deleted, its time is over, or it belongs to another workspace.';

type Confirmation = { outcome: 'set' | 'scheduled' | 'assigned'; why: string };

function confirmationOf(accessCode: AccessCode, readyWhen: ReadyWhen): Confirmation | null {
	if (!hasPin(accessCode)) return null;
	if (isOffline(accessCode) && readyWhen === 'set_or_scheduled') {
		return {
			outcome: 'assigned',
			why: 'The PIN of the offline code is assigned; the lock accepts it without a connection.',
		};
	}
	if (accessCode.status === 'set') {
		return { outcome: 'set', why: 'Seam has confirmed that the code is set on the lock.' };
	}
	// `setting` together with the flag is a code that the lock should have activated by now and has not.
	const isScheduled = accessCode.is_scheduled_on_device === true && accessCode.status === 'unset';
	if (isScheduled && readyWhen === 'set_or_scheduled') {
		return {
			outcome: 'scheduled',
			why: 'The code is stored on the lock, which activates it by itself at the start.',
		};
	}
	return null;
}

function hasPin({ code, is_waiting_for_code_assignment }: AccessCode): boolean {
	return typeof code === 'string' && code !== '' && is_waiting_for_code_assignment !== true;
}

/** What casts doubt on a confirmation: the lock may still hold an older PIN or window, or none at all. */
function doubtAbout(accessCode: AccessCode): string | null {
	if (isPending(accessCode, 'updating_code')) return 'Seam is still changing the PIN on the lock.';
	if (isPending(accessCode, 'updating_time_frame')) {
		return "Seam is still changing the code's times on the lock.";
	}
	if (hasError(accessCode, 'conflicting_external_modification')) {
		return 'Someone changed the code at the lock; Seam is setting it again.';
	}
	if (hasError(accessCode, 'failed_to_update')) {
		return 'The last change of the code is not on the lock yet. Seam keeps trying after failed_to_update.';
	}
	return hasError(accessCode, 'access_code_inactive')
		? 'The code is switched off on the lock.'
		: null;
}

/** The first error that only a person can resolve. On a code that is confirmed beyond doubt, errors are history. */
function firstBlockingError(accessCode: AccessCode): string | null {
	for (const { error_code, message } of accessCode.errors ?? []) {
		const remedy = remedyFor(error_code);
		if (remedy === null) continue;
		const told = message
			? `: ${mask(message, pinsIn(accessCode)).replace(/([^.!?])$/, '$1.')}`
			: '.';
		return `The lock can't take the code (${error_code})${told} ${remedy}`;
	}
	return null;
}

function reasonToWait(accessCode: AccessCode, readyWhen: ReadyWhen): string {
	const reason = reasonOfStatus(accessCode, readyWhen);
	const [error] = accessCode.errors ?? [];
	return error ? `${reason} Seam keeps trying after ${error.error_code}.` : reason;
}

function reasonOfStatus(accessCode: AccessCode, readyWhen: ReadyWhen): string {
	if (!hasPin(accessCode)) return 'The PIN is not assigned yet.';
	switch (accessCode.status) {
		case 'setting':
			return 'Seam is programming the code on the lock.';
		case 'unset':
			if (accessCode.is_scheduled_on_device === true && readyWhen === 'set') {
				return 'The code is stored on the lock and becomes set at its start.';
			}
			return isPending(accessCode, 'deferring_creation')
				? 'Seam programs the code nearer to its start.'
				: 'The code is not on the lock yet.';
		case 'unknown':
			return "Seam can't tell how the code stands: the connection to the lock's account may be down.";
		default:
			return `Seam gives the code the status "${accessCode.status ?? 'none'}", which this node does not know.`;
	}
}

function sightingsOf(accessCode: AccessCode): Readiness['seen'] {
	const pins = pinsIn(accessCode);
	const sighting = (kind: Sighting['kind'], code: string, message?: string | null) => ({
		kind,
		code,
		message: mask(message ?? '', pins),
	});
	return [
		...(accessCode.warnings ?? []).map(({ warning_code: code, message }) =>
			sighting(code.startsWith('delay_in_') ? 'delay' : 'warning', code, message),
		),
		...(accessCode.errors ?? []).map((error) => sighting('error', error.error_code, error.message)),
	];
}

function hasError({ errors }: AccessCode, code: string): boolean {
	return (errors ?? []).some(({ error_code }) => error_code === code);
}
