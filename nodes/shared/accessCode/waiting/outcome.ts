import type { AccessCode } from '../../schema/accessCode';

/** What the user calls ready: any sign that the lock will open at the start, or only Seam's `set`. */
export type ReadyWhen = 'set_or_scheduled' | 'set';

/** How a wait stands or ended. The first three are ready; `waiting` is the only one that is not an end. */
export type WaitOutcome =
	| 'set'
	| 'scheduled'
	| 'assigned'
	| 'waiting'
	| 'failed'
	| 'gave_up'
	| 'expired'
	| 'deleted';

const READY: readonly WaitOutcome[] = ['set', 'scheduled', 'assigned'];

export function isReady(outcome: WaitOutcome): boolean {
	return READY.includes(outcome);
}

/** Something that Seam said about a code on the way; `first_seen_at` is ISO 8601 in UTC. */
export interface Sighting {
	kind: 'delay' | 'warning' | 'error' | 'trouble';
	code: string;
	message: string;
	first_seen_at: string;
}

const HIDDEN = '****';

/**
 * A copy of what Seam said about a code that is not confirmed, without its PIN: everything that holds one is left out
 * at every depth (pending changes and changes made at the lock carry old and new PINs), and messages that quote a PIN
 * are masked.
 */
export function withoutPin(accessCode: AccessCode): Record<string, unknown> {
	return strip(accessCode, pinsOf(accessCode)) as Record<string, unknown>;
}

/** The PIN of a code, and those that changes of it come from and lead to. */
export function pinsOf(accessCode: AccessCode): string[] {
	return pinsIn(accessCode).filter((pin) => pin !== '');
}

function pinsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(pinsIn);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		holdsPin(value, key) && typeof inner === 'string' ? [inner] : pinsIn(inner),
	);
}

function strip(value: unknown, pins: string[], key = ''): unknown {
	if (Array.isArray(value)) return value.map((inner) => strip(inner, pins, key));
	if (isRecord(value)) {
		const kept = Object.entries(value).filter(([name]) => !holdsPin(value, name));
		return Object.fromEntries(kept.map(([name, inner]) => [name, strip(inner, pins, name)]));
	}
	// Only texts for people: IDs and times could hold the same digits by chance.
	return typeof value === 'string' && key === 'message' ? maskPins(value, pins) : value;
}

/** Seam names a changed PIN either `code` or, in `modified_fields`, `from` and `to` beside `field: 'code'`. */
function holdsPin(holder: Record<string, unknown>, key: string): boolean {
	return key === 'code' || (holder.field === 'code' && (key === 'from' || key === 'to'));
}

/** `text` with every PIN in it masked. */
export function maskPins(text: string, pins: readonly string[]): string {
	return pins.reduce((masked, pin) => masked.replaceAll(pin, HIDDEN), text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
