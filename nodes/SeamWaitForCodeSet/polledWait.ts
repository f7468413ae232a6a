import type { WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import type { AccessCode } from '../shared/schema/accessCode';

/** A wait, and the code as Seam gave it in this run of the node; undefined: not read in this run. */
export interface PolledWait {
	record: WaitRecord;
	accessCode?: AccessCode | null;
	/** Why the item could not be waited for, if that happened in this run. */
	error?: unknown;
}
