import type { Resource } from '../operation';
import { create } from './create';
import { deleteSchedule } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const thermostatSchedule: Resource = {
	name: 'Thermostat Schedule',
	operations: { create, delete: deleteSchedule, get, getMany, update },
	default: 'create',
};
