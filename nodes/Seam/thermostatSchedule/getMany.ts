import { listThermostatSchedules } from '../../shared/api/thermostats';
import { thermostatField } from '../../shared/ui/climateAndNoiseFields';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { readDeviceId, readLimit } from '../parameters';
import { THERMOSTAT_SCHEDULE_FIELDS, simplified } from '../simplify';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve the schedules of a thermostat',
	action: 'Get many thermostat schedules',
	effect: 'read',
	fields: [thermostatField, returnAllField, limitField, simplifyField],
	execute: async (run, item) => {
		const limit = readLimit(item);
		const deviceId = await readDeviceId(run, item);
		const schedules = await listThermostatSchedules(run, deviceId, limit);
		return simplified(item, schedules, THERMOSTAT_SCHEDULE_FIELDS);
	},
};
