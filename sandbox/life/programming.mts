/** What a lock does with the codes that Seam sends it, from now on. */
export interface Programming {
	/**
	 * `set`: takes them · `fail`: Seam reports a failure and keeps trying · `delay`: Seam reports a delay, then the lock takes
	 * them after `late_by_ms` · `set_only_at_start`: nothing is on the lock before the start · `no_space`: the lock says it is full ·
	 * `never`: no news at all.
	 */
	outcome: Outcome;
	/** Sandbox ms that the lock takes to answer. */
	delay_ms: number;
	/** With `delay`: sandbox ms from the report until the code is set after all. */
	late_by_ms: number;
	/** Error reported with `fail`. */
	error_code: string;
	message: string;
	/** An empty pool has no code to pull. */
	backup_pool: 'filled' | 'empty';
	/** Whether the lock confirms that it has locked or unlocked, or only the maker's server says so. */
	confirms_moves: boolean;
}

export const OUTCOMES = ['set', 'fail', 'delay', 'set_only_at_start', 'no_space', 'never'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How long locks and makers' servers usually take, in sandbox ms. */
const USUAL_DELAY = 2_000;
const LATE_BY = 15 * 60_000;
/** How long Seam waits before it tries again. */
export const RETRY_AFTER = 10 * 60_000;

export const emptyProgramming = (): Programming => ({
	outcome: 'set',
	delay_ms: USUAL_DELAY,
	late_by_ms: LATE_BY,
	error_code: 'failed_to_set_on_device',
	message: 'The lock did not confirm the access code.',
	backup_pool: 'filled',
	confirms_moves: true,
});
