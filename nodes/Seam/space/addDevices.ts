import { addDevicesToSpace, getSpace } from '../../shared/api/spaces';
import { outcomes, type Operation } from '../operation';
import { devicesField, readDevices, readSpace, spaceFields, spaceIdOf } from './fields';

export const addDevices: Operation = {
	name: 'Add Devices',
	description: 'Put more devices into a space',
	action: 'Add devices to space',
	effect: 'change',
	fields: [...spaceFields, devicesField],
	execute: async (run, item) => {
		const space = readSpace(item);
		const deviceIds = readDevices(item);
		const space_id = await spaceIdOf(run, space);
		await addDevicesToSpace(run, space_id, deviceIds);
		return outcomes(await getSpace(run, { space_id }));
	},
};
