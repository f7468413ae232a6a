import type { CodeFamily } from '../locks/types';

/** What a person asks for, before anything is known about the lock. Raw as they gave it: `plan` reads and checks it. */
export interface Wish {
	access: 'ongoing' | 'time_bound' | 'one_time_use';

	/**
	 * A luxon DateTime, a JS Date, or any ISO 8601 form: an instant with offset, a wall-clock time (meant in
	 * `timeZone`, else in the lock's zone) or a date only (then `checkInTime` / `checkOutTime` apply).
	 */
	startsAt?: unknown;
	endsAt?: unknown;

	/** Automatic lets the lock decide; the others rule the opposite family out. */
	kind: 'automatic' | CodeFamily;

	name?: string;

	/**
	 * `phone` takes the last digits of a phone number where the lock's rules allow them, else falls back to a
	 * generated PIN with a warning. `custom` rules the offline kinds out.
	 */
	pin:
		| { source: 'generated'; preferredLength?: number }
		| { source: 'custom'; code: unknown }
		| { source: 'phone'; phone: unknown };

	/** IANA zone of wall-clock input; absent means the lock's own. */
	timeZone?: string;
	/** `HH:mm`, for date-only values. */
	checkInTime: string;
	checkOutTime: string;
	minutesBefore: number;
	minutesAfter: number;

	whenWindowDoesNotFit: 'fit' | 'refuse';
	/** Longest time that fitting may add at either end, in minutes. */
	longestAddition: number;
	/** Minutes by which a window may begin later or end earlier than asked (0–60). */
	acceptInside: number;

	useBackupAccessCodePool?: boolean;
	commonCodeKey?: string;
	preferNativeScheduling?: boolean;
	isExternalModificationAllowed?: boolean;
	attemptForOfflineDevice?: boolean;
	/** Overrides the rounding that follows from the plan. */
	maxTimeRounding?: '1h' | '1d';
}
