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
