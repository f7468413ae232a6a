import { simplifyField } from '../../shared/ui/simplifyField';
import { thermostatField } from '../../shared/ui/climateAndNoiseFields';
import type { Operation } from '../operation';
import { readThermostat } from './readThermostat';
import { simplifiedThermostats } from './summary';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve the temperature, the setting and the climate presets of one thermostat',
	action: 'Get thermostat',
	effect: 'read',
	fields: [thermostatField, simplifyField],
	execute: async (run, item) => simplifiedThermostats(item, await readThermostat(run, item)),
};
