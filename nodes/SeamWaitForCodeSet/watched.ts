import type { WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import type { AccessCode } from '../shared/schema/accessCode';

/** A wait, and the code as Seam gave it in this run of the node; undefined: not read in this run. */
export interface Watched {
	record: WaitRecord;
	accessCode?: AccessCode | null;
	/** What kept the item from being waited for, where it happened in this run. */
	error?: unknown;
}
