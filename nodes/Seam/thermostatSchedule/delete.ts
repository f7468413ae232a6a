import { deleteThermostatSchedule } from '../../shared/api/thermostats';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';
import { scheduleIdField } from './fields';

export const deleteSchedule: Operation = {
	name: 'Delete',
	description: 'End a schedule, or keep it from beginning',
	action: 'Delete thermostat schedule',
	effect: 'delete',
	fields: [scheduleIdField],
	execute: async (run, item) => {
		const id = item.text('thermostatScheduleId');
		return await deletedOrGone(deleteThermostatSchedule(run, id));
	},
};
