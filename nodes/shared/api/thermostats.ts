import { thermostatScheduleSchema, thermostatSchema } from '../schema/thermostat';
import { actionAttemptAnswer } from './actionAttempts';
import { NO_ANSWER, answerWith, endpoint, listEndpoint } from './endpoint';

/** The filters of Seam's list of thermostats that have outlived its other ones; all must match. */
export interface ThermostatFilters {
	connected_account_id?: string;
	customer_key?: string;
	device_type?: string;
	manufacturer?: string;
}

export const listThermostats = listEndpoint((filters: ThermostatFilters) => ({
	path: '/thermostats/list',
	body: filters,
	field: 'devices',
	record: thermostatSchema,
	subject: 'the list of thermostats',
}));

/** Has a thermostat follow one of its climate presets from now on; that has only begun when this returns. */
export const activateClimatePreset = endpoint((device_id: string, climate_preset_key: string) => ({
	path: '/thermostats/activate_climate_preset',
	body: { device_id, climate_preset_key },
	schema: actionAttemptAnswer,
	isRepeatable: false,
}));

/** A mode of heating and cooling, with the set points that it needs, all in one unit. */
export interface HvacSetting {
	hvac_mode_setting: 'cool' | 'eco' | 'heat' | 'heat_cool' | 'off';
	heating_set_point_celsius?: number;
	heating_set_point_fahrenheit?: number;
	cooling_set_point_celsius?: number;
	cooling_set_point_fahrenheit?: number;
}

/** Has a thermostat heat, cool or stop; that has only begun when this returns. */
export const setHvacMode = endpoint((device_id: string, setting: HvacSetting) => ({
	path: '/thermostats/set_hvac_mode',
	body: { device_id, ...setting },
	schema: actionAttemptAnswer,
	isRepeatable: false,
}));

export interface ScheduleChanges {
	climate_preset_key?: string;
	starts_at?: string;
	ends_at?: string;
	name?: string;
	is_override_allowed?: boolean;
	/** Null lets people change the thermostat for as long as they like. */
	max_override_period_minutes?: number | null;
}

/** The body of `POST /thermostats/schedules/create`. */
export interface ScheduleRequest extends ScheduleChanges {
	device_id: string;
	climate_preset_key: string;
	starts_at: string;
	ends_at: string;
}

const scheduleAnswer = answerWith('thermostat_schedule', thermostatScheduleSchema);

export const createThermostatSchedule = endpoint((request: ScheduleRequest) => ({
	path: '/thermostats/schedules/create',
	body: request,
	schema: scheduleAnswer,
	subject: 'a new thermostat schedule',
	isRepeatable: false,
}));

export const getThermostatSchedule = endpoint((thermostat_schedule_id: string) => ({
	path: '/thermostats/schedules/get',
	body: { thermostat_schedule_id },
	schema: scheduleAnswer,
	isRepeatable: true,
}));

export const listThermostatSchedules = listEndpoint((device_id: string) => ({
	path: '/thermostats/schedules/list',
	body: { device_id },
	field: 'thermostat_schedules',
	record: thermostatScheduleSchema,
	subject: `the list of schedules of device ${device_id}`,
}));

export const updateThermostatSchedule = endpoint(
	(thermostat_schedule_id: string, changes: ScheduleChanges) => ({
		path: '/thermostats/schedules/update',
		body: { thermostat_schedule_id, ...changes },
		schema: NO_ANSWER,
		isRepeatable: false,
	}),
);

export const deleteThermostatSchedule = endpoint((thermostat_schedule_id: string) => ({
	path: '/thermostats/schedules/delete',
	body: { thermostat_schedule_id },
	schema: NO_ANSWER,
	isRepeatable: true,
}));
