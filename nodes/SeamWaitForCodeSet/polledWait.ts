import type { IExecuteFunctions } from 'n8n-workflow';

import type { WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import type { ItemContext } from '../shared/api/context';
import type { DeviceReader } from '../shared/api/deviceReader';
import type { AccessCode } from '../shared/schema/accessCode';

/** The item of a wait, and the devices that its run has read. */
export interface WaitRun extends ItemContext<IExecuteFunctions> {
	devices: DeviceReader;
}

/** A wait, and the code as Seam gave it in this run of the node; undefined: not read in this run. */
export interface PolledWait {
	record: WaitRecord;
	accessCode?: AccessCode | null;
	/** Why the item could not be waited for, if that happened in this run. */
	error?: unknown;
}
