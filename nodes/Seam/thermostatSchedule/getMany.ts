import { listThermostatSchedules } from '../../shared/api/thermostats';
import { thermostatField } from '../../shared/ui/climateAndNoiseFields';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { readDeviceId, readLimit } from '../parameters';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the schedules of a thermostat',
	action: 'Get many thermostat schedules',
	effect: 'read',
	fields: [thermostatField, returnAllField, limitField],
	execute: async (run, item) => {
		const limit = readLimit(item);
		const deviceId = await readDeviceId(run, item);
		return outcomes(await listThermostatSchedules(run, deviceId, limit));
	},
};
