import type { CodeKind, PlanWarning, Reason, RuledOutKind } from '../../locks/types';
import type {
	CreateAccessCodeRequest,
	UpdateAccessCodeRequest,
} from '../../schema/accessCodeRequests';

export type { PlanWarning, Reason } from '../../locks/types';

export type RejectedKind = Pick<RuledOutKind, 'kind' | 'because' | 'rule' | 'marking'>;

/** ISO 8601 with the lock's offset; null = open (ongoing, or a one-time code's end that Seam sets). */
export interface PlanWindowEnds {
	starts_at: string | null;
	ends_at: string | null;
}

/** Stands in a plan for whatever comes from the execution, which a plan alone can't know. */
export const SET_AT_RUN = 'set at run';

/** The plan as it stands in the output item: what will be sent, and everything needed to follow the choice. */
export interface Plan {
	kind: CodeKind;
	/** Name of the lock family file that decided, e.g. `igloohome`. */
	lock_family: string;
	request: CreateAccessCodeRequest;
	/** The body of `POST /access_codes/update`, if a code that exists is changed instead of creating one. */
	edit?: UpdateAccessCodeRequest;
	window: {
		asked: PlanWindowEnds;
		granted: PlanWindowEnds;
		minutes_added_before: number;
		minutes_added_after: number;
		/** IANA zone in which the window was read, and the property or parameter it came from. */
		time_zone: string | null;
		time_zone_source: string | null;
	};
	/** When the code can be expected on the lock: ISO 8601, or null if at once, or if no lock is involved. */
	expected_on_lock_at: string | null;
	reasons: Reason[];
	rejected: RejectedKind[];
	warnings: PlanWarning[];
	guest_instructions: string[];
}
