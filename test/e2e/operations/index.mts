import { accessCodes } from './accessCodes.mts';
import { accessGrants } from './accessGrants.mts';
import { accounts } from './accounts.mts';
import { devices } from './devices.mts';
import type { OperationCall } from './operationCall.mts';
import { spaces } from './spaces.mts';

/** Every operation of the node Seam, by area. */
export const AREAS: Record<string, OperationCall[]> = {
	'access codes': accessCodes,
	'access grants': accessGrants,
	accounts,
	devices,
	spaces,
};
