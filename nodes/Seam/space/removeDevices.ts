import { removeDevicesFromSpace, getSpace } from '../../shared/api/spaces';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { readDeviceIds } from '../parameters';
import { devicesField, readSpace, spaceFields } from './fields';
import { spaceIdOf } from './spaceId';
import { simplifiedSpaces } from './summary';

export const removeDevices: Operation = {
	name: 'Remove Devices',
	description: 'Take devices out of a space; they stay in Seam',
	action: 'Remove devices from space',
	effect: 'delete',
	fields: [...spaceFields, devicesField, simplifyField],
	execute: async (run, item) => {
		const space = readSpace(item);
		const deviceIds = await readDeviceIds(run, item);
		const space_id = await spaceIdOf(run, space);
		await removeDevicesFromSpace(run, space_id, deviceIds);
		return simplifiedSpaces(item, await getSpace(run, { space_id }));
	},
};
