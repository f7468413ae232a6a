import { listUnmanagedAccessCodes } from '../../shared/api/unmanagedAccessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { readDeviceId, readLimit } from '../parameters';
import { UNMANAGED_CODE_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the codes on a lock that were made outside Seam',
	action: 'Get many unmanaged access codes',
	effect: 'read',
	fields: [deviceField, returnAllField, limitField, simplifyField],
	execute: async (run, item) => {
		const limit = readLimit(item);
		const deviceId = await readDeviceId(run, item);
		const codes = await listUnmanagedAccessCodes(run, deviceId, limit);
		return simplified(item, codes, UNMANAGED_CODE_FIELDS);
	},
};
