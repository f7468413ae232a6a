import { z } from 'zod';

import { deviceSchema } from './device';
import { openObject, tolerant, tolerantList, whyAndWhen } from './tolerant';

/** A named setting of a thermostat, such as `home` or `away`. */
const climatePresetSchema = openObject({
	climate_preset_key: z.string(),
	display_name: tolerant(z.string()),
});

/** What a thermostat does now; `climate_preset_key` if a preset says so. */
const climateSettingSchema = openObject({
	climate_preset_key: tolerant(z.string()),
	hvac_mode_setting: tolerant(z.string()),
});

/** Of both units the thermostat's limits; one that is missing is not known. */
const LIMITS = {
	min_heating_set_point_celsius: tolerant(z.number()),
	max_heating_set_point_celsius: tolerant(z.number()),
	min_cooling_set_point_celsius: tolerant(z.number()),
	max_cooling_set_point_celsius: tolerant(z.number()),
	min_heating_cooling_delta_celsius: tolerant(z.number()),
	min_heating_set_point_fahrenheit: tolerant(z.number()),
	max_heating_set_point_fahrenheit: tolerant(z.number()),
	min_cooling_set_point_fahrenheit: tolerant(z.number()),
	max_cooling_set_point_fahrenheit: tolerant(z.number()),
	min_heating_cooling_delta_fahrenheit: tolerant(z.number()),
};

const thermostatPropertiesSchema = openObject({
	online: tolerant(z.boolean()),
	temperature_celsius: tolerant(z.number()),
	temperature_fahrenheit: tolerant(z.number()),
	available_hvac_mode_settings: tolerantList(z.string()),
	available_climate_presets: tolerantList(climatePresetSchema),
	current_climate_setting: tolerant(climateSettingSchema),
	active_thermostat_schedule_id: tolerant(z.string()),
	...LIMITS,
});

/** A device, with what Seam says of it as a thermostat. */
export const thermostatSchema = deviceSchema.extend({
	properties: thermostatPropertiesSchema.catch(() => thermostatPropertiesSchema.parse({})),
});

/** From a start to an end, a thermostat follows one climate preset. */
export const thermostatScheduleSchema = openObject({
	thermostat_schedule_id: z.string(),
	device_id: z.string(),
	name: tolerant(z.string()),
	climate_preset_key: tolerant(z.string()),
	starts_at: tolerant(z.string()),
	ends_at: tolerant(z.string()),
	is_override_allowed: tolerant(z.boolean()),
	max_override_period_minutes: tolerant(z.number()),
	errors: tolerantList(openObject({ error_code: z.string(), ...whyAndWhen })),
});

export type Thermostat = z.infer<typeof thermostatSchema>;
export type ThermostatSchedule = z.infer<typeof thermostatScheduleSchema>;
