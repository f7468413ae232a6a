import { accessCodes } from './accessCodes.mts';
import { accounts } from './accounts.mts';
import { devices } from './devices.mts';
import { grants } from './grants.mts';
import type { OperationCall } from './operationCall.mts';
import { thermostats } from './thermostats.mts';
import { spaces } from './spaces.mts';

/** Every operation of the node Seam, by area. */
export const AREAS: Record<string, OperationCall[]> = {
	'access codes': accessCodes,
	accounts,
	devices,
	grants,
	spaces,
	thermostats,
};
