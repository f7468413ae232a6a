import type { Outcome } from '../../shared/api/eachItem';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import type { Thermostat } from '../../shared/schema/thermostat';
import { simplified } from '../simplify';
import { presetKeysOf } from './readThermostat';

const FIELDS = [
	'display_name',
	'online',
	'temperature_celsius',
	'temperature_fahrenheit',
	'climate_preset_key',
	'current_climate_setting',
	'available_climate_preset_keys',
	'device_id',
	'active_thermostat_schedule_id',
	'errors',
] as const;

/** Seam hides in `properties` what a thermostat's few fields are made of. */
export function simplifiedThermostats(
	item: ItemParameters,
	thermostats: Thermostat | readonly Thermostat[],
): Outcome[] {
	return simplified(item, thermostats, FIELDS, flattened);
}

const flattened = (thermostat: Thermostat) => ({
	...thermostat,
	...thermostat.properties,
	climate_preset_key: thermostat.properties.current_climate_setting?.climate_preset_key,
	available_climate_preset_keys: presetKeysOf(thermostat),
});
