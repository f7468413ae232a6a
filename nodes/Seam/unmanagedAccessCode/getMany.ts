import { listUnmanagedAccessCodes } from '../../shared/api/unmanagedAccessCodes';
import { deviceField } from '../../shared/ui/deviceField';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { readDeviceId, readLimit } from '../parameters';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the codes on a lock that were made outside Seam',
	action: 'Get many unmanaged access codes',
	effect: 'read',
	fields: [deviceField, returnAllField, limitField],
	execute: async (run, item) => {
		const limit = readLimit(item);
		const deviceId = await readDeviceId(run, item);
		return outcomes(await listUnmanagedAccessCodes(run, deviceId, limit));
	},
};
