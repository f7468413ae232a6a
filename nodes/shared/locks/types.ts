import type { AccessCode } from '../schema/accessCode';
import type { CreateAccessCodeRequest } from '../schema/accessCodeRequests';
import type { Device } from '../schema/device';
import type { Instant } from '../time/instant';
import type { Misfit } from './fitting/misfit';
import type { Demand, Window } from './fitting/windowShape';

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

export type Access = 'ongoing' | 'time_bound' | 'one_time_use';

/** A rule that the plan used: what it said, and where that was read. */
export interface Reason {
	rule: string;
	value: unknown;
	/** A device property (`device.properties.…`), a document, a node parameter or a house choice. */
	source: string;
}

export interface PlanWarning {
	code: string;
	message: string;
}

/** `rule`: a document says so; `caution`: our reading of a document that is silent or says two things. */
export type Marking = 'rule' | 'caution';

/** What a lock family is asked: can this lock hold such a code for this stay, and how? */
export interface FitQuestion {
	device: Device;
	access: Access;
	now: Instant;
	/** The lock's own clock; null if its zone is unknown (then rules of the clock are read in UTC). */
	zone: string | null;
	/**
	 * The window wanted and the room around it. A one-time code without an end has an empty window; an ongoing
	 * code has none.
	 */
	demand: Demand | null;
	/** The longest addition at either end in milliseconds. */
	longestAddition: number;
	/** Whether a code that can't cover the stay is refused, instead of made with a warning. */
	refusesMisfit: boolean;
	/** All codes on the lock, managed and unmanaged; undefined if they were not read. */
	existingCodes: AccessCode[] | undefined;
}

/** Why the lock holds no codes of a kind, whatever the window. */
export interface Obstacle {
	rule: string;
	because: string;
	/** A rule unless it says otherwise. */
	marking?: Marking;
}

/** A window that could be had instead, with the kind of code that it would get. */
export interface NearestWindow {
	kind: CodeKind;
	start: Instant;
	end: Instant;
	isCovering: boolean;
	/** By how many milliseconds its ends are away from those of the stay. */
	distance: number;
}

/** The part of the create request that makes a code be of its kind. */
type KindFlags = Pick<
	CreateAccessCodeRequest,
	'is_offline_access_code' | 'is_one_time_use' | 'max_time_rounding'
>;

export interface FittingKind {
	fits: true;
	kind: CodeKind;
	/** Name of the file that decided. */
	family: string;
	/** Null if there is no such end: ongoing, or an end that Seam sets. */
	start: Instant | null;
	end: Instant | null;
	flags: KindFlags;
	/** When Seam begins to put it on the lock; null for at once, and for codes that no lock is told of. */
	expectedOnLockAt: Instant | null;
	reasons: Reason[];
	warnings: PlanWarning[];
	guestInstructions: string[];
}

export interface RuledOutKind extends Required<Obstacle> {
	fits: false;
	kind: CodeKind;
	family: string;
	/** If it is the window that does not fit: what keeps it out, and which could be had. */
	misfit?: {
		stay: Window;
		/** One for each way in which the lock holds this kind. */
		causes: () => Misfit[];
		/** Expensive, and needed only for the error message. */
		findNearest: () => NearestWindow[];
	};
}

export type KindAnswer = FittingKind | RuledOutKind;

/** One manufacturer, or all that follow the same rules. */
export interface LockFamily {
	/** The name of its file. */
	name: string;
	/** What it is called in sentences. */
	displayName: string;
	matches(device: Device): boolean;
	/** The offline kinds that this family may hold, whether or not this lock can now. */
	offlineKinds: Readonly<Record<Exclude<Access, 'ongoing'>, readonly CodeKind[]>>;
	/** The offline kinds that this lock can hold if it meets its requirements, and what to know about them. */
	support(device: Device): { kinds: readonly CodeKind[]; because: string[] };
	/** One answer per offline kind that the access asked for could have. */
	answer(question: FitQuestion): KindAnswer[];
}
