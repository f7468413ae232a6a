import { removeDevicesFromSpace, getSpace } from '../../shared/api/spaces';
import { outcomes, type Operation } from '../operation';
import { devicesField, readDevices, readSpace, spaceFields, spaceIdOf } from './fields';

export const removeDevices: Operation = {
	name: 'Remove Devices',
	description: 'Take devices out of a space; they stay in Seam',
	action: 'Remove devices from space',
	effect: 'delete',
	fields: [...spaceFields, devicesField],
	execute: async (run, item) => {
		const space = readSpace(item);
		const deviceIds = readDevices(item);
		const space_id = await spaceIdOf(run, space);
		await removeDevicesFromSpace(run, space_id, deviceIds);
		return outcomes(await getSpace(run, { space_id }));
	},
};
