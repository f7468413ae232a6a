/** Whether Seam programs the lock over its connection, or the maker's algorithm makes the PIN without one. */
export type CodeFamily = 'online' | 'offline';

/** The kinds of code that Seam's locks can hold, in the words of Seam's documents. */
export type CodeKind =
	| 'online_ongoing'
	| 'online_time_bound'
	| 'offline_hourly_bound'
	| 'offline_daily_bound'
	| 'offline_time_bound'
	| 'offline_one_time_use';
