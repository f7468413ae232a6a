import { getThermostatSchedule } from '../../shared/api/thermostats';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { THERMOSTAT_SCHEDULE_FIELDS, simplified } from '../simplify';
import { scheduleIdField } from './fields';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one schedule',
	action: 'Get thermostat schedule',
	effect: 'read',
	fields: [scheduleIdField, simplifyField],
	execute: async (run, item) => {
		const schedule = await getThermostatSchedule(run, item.text('thermostatScheduleId'));
		return simplified(item, schedule, THERMOSTAT_SCHEDULE_FIELDS);
	},
};
