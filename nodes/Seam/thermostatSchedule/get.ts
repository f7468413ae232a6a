import { getThermostatSchedule } from '../../shared/api/thermostats';
import { outcomes, type Operation } from '../operation';
import { scheduleIdField } from './fields';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one schedule',
	action: 'Get thermostat schedule',
	effect: 'read',
	fields: [scheduleIdField],
	execute: async (run, item) =>
		outcomes(await getThermostatSchedule(run, item.text('thermostatScheduleId'))),
};
