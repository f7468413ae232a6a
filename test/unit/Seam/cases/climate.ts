import { byId, type Cases } from '../operationCases';

const DEVICE = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';
const ACCOUNT = 'b7c1d6f0-52aa-4f0e-8f0b-6d1f0c9e3a24';

export const thermostat = {
	device_id: DEVICE,
	display_name: 'Hall',
	device_type: 'ecobee_thermostat',
	location: { time_zone: 'Europe/Rome' },
	properties: {
		online: true,
		temperature_celsius: 19.5,
		temperature_fahrenheit: 67.1,
		available_hvac_mode_settings: ['off', 'heat', 'cool', 'heat_cool'],
		available_climate_presets: [{ climate_preset_key: 'home' }, { climate_preset_key: 'away' }],
		current_climate_setting: { climate_preset_key: 'home', hvac_mode_setting: 'heat' },
		active_thermostat_schedule_id: 'schedule-1',
		min_heating_set_point_celsius: 7,
		max_heating_set_point_celsius: 26,
		min_heating_cooling_delta_celsius: 3,
		min_heating_cooling_delta_fahrenheit: 5,
	},
};
const summary = {
	device_id: DEVICE,
	display_name: 'Hall',
	online: true,
	temperature_celsius: 19.5,
	temperature_fahrenheit: 67.1,
	climate_preset_key: 'home',
	current_climate_setting: { climate_preset_key: 'home', hvac_mode_setting: 'heat' },
	available_climate_preset_keys: ['home', 'away'],
	active_thermostat_schedule_id: 'schedule-1',
	errors: null,
};
const done = { action_attempt_id: 'attempt-1', status: 'success', result: {} };
const reading = ['/devices/get', { device_id: DEVICE }] as [string, object];
const schedule = {
	thermostat_schedule_id: 'schedule-1',
	device_id: DEVICE,
	name: null,
	climate_preset_key: 'away',
	starts_at: '2027-03-01T10:00:00.000Z',
	ends_at: '2027-03-02T13:00:00.000Z',
	errors: [],
};
const threshold = {
	noise_threshold_id: 'threshold-1',
	device_id: DEVICE,
	name: 'Night Rest',
	starts_daily_at: '22:00:00[Europe/Rome]',
	ends_daily_at: '07:00:00[Europe/Rome]',
	noise_threshold_decibels: 65,
};
const sensor = {
	device_id: DEVICE,
	device_type: 'minut_sensor',
	location: { time_zone: 'Europe/Rome' },
	properties: { noise_level_decibels: 40 },
};
const thermostatById = { device: byId(DEVICE) };
const ofThreshold = { ...thermostatById, noiseThresholdId: 'threshold-1' };
const setDone = {
	...done,
	device_id: DEVICE,
	outcome: 'done',
	why: 'The thermostat has taken the setting',
};

/** Thermostats, their schedules, and noise thresholds. */
export const climateCases: Cases = {
	'thermostat: activateClimatePreset': {
		parameters: { ...thermostatById, climatePresetKey: 'away' },
		answers: {
			'/devices/get': { device: thermostat },
			'/thermostats/activate_climate_preset': { action_attempt: done },
		},
		requests: [
			reading,
			['/thermostats/activate_climate_preset', { device_id: DEVICE, climate_preset_key: 'away' }],
		],
		json: [
			{
				...done,
				device_id: DEVICE,
				outcome: 'done',
				why: 'The thermostat has activated “away”',
			},
		],
	},
	'thermostat: get': {
		parameters: thermostatById,
		answers: { '/devices/get': { device: thermostat } },
		requests: [reading],
		json: [summary],
	},
	'thermostat: get (as Seam has it)': {
		parameters: { ...thermostatById, simplify: false },
		answers: { '/devices/get': { device: thermostat } },
		requests: [reading],
		json: [thermostat],
	},
	'thermostat: getMany': {
		parameters: {
			filters: {
				connectedAccountId: ACCOUNT,
				customerKey: 'customer-1',
				deviceType: 'ecobee_thermostat',
				manufacturer: 'ecobee',
			},
		},
		answers: { '/thermostats/list': { devices: [thermostat], thermostats: [thermostat] } },
		requests: [
			[
				'/thermostats/list',
				{
					connected_account_id: ACCOUNT,
					customer_key: 'customer-1',
					device_type: 'ecobee_thermostat',
					manufacturer: 'ecobee',
				},
			],
		],
		json: [summary],
	},
	'thermostat: setHvacMode (°C)': {
		parameters: {
			...thermostatById,
			hvacMode: 'heat_cool',
			heatingSetPointCelsius: '18.5',
			coolingSetPointCelsius: 24,
		},
		answers: {
			'/devices/get': { device: thermostat },
			'/thermostats/set_hvac_mode': { action_attempt: done },
		},
		requests: [
			reading,
			[
				'/thermostats/set_hvac_mode',
				{
					device_id: DEVICE,
					hvac_mode_setting: 'heat_cool',
					heating_set_point_celsius: 18.5,
					cooling_set_point_celsius: 24,
				},
			],
		],
		json: [setDone],
	},
	'thermostat: setHvacMode (°F)': {
		parameters: {
			...thermostatById,
			hvacMode: 'cool',
			temperatureUnit: 'fahrenheit',
			coolingSetPointFahrenheit: 75,
			heatingSetPointFahrenheit: 70,
		},
		answers: {
			'/devices/get': { device: thermostat },
			'/thermostats/set_hvac_mode': { action_attempt: done },
		},
		requests: [
			reading,
			[
				'/thermostats/set_hvac_mode',
				{ device_id: DEVICE, hvac_mode_setting: 'cool', cooling_set_point_fahrenheit: 75 },
			],
		],
		json: [setDone],
	},
	'thermostat: setHvacMode (off)': {
		parameters: { ...thermostatById, hvacMode: 'off' },
		answers: {
			'/devices/get': { device: thermostat },
			'/thermostats/set_hvac_mode': { action_attempt: done },
		},
		requests: [
			reading,
			['/thermostats/set_hvac_mode', { device_id: DEVICE, hvac_mode_setting: 'off' }],
		],
		json: [setDone],
	},
	'thermostatSchedule: create': {
		parameters: {
			simplify: false,
			...thermostatById,
			climatePresetKey: 'away',
			startsAt: '2027-03-01T11:00',
			endsAt: '2027-03-02T13:00:00Z',
			additionalFields: {
				isOverrideAllowed: true,
				maxOverridePeriodMinutes: 90,
				name: 'Stay of Ada',
			},
		},
		answers: {
			'/devices/get': { device: thermostat },
			'/thermostats/schedules/create': { thermostat_schedule: schedule },
		},
		requests: [
			reading,
			[
				'/thermostats/schedules/create',
				{
					device_id: DEVICE,
					climate_preset_key: 'away',
					starts_at: '2027-03-01T11:00:00+01:00',
					ends_at: '2027-03-02T13:00:00Z',
					name: 'Stay of Ada',
					is_override_allowed: true,
					max_override_period_minutes: 90,
				},
			],
		],
		json: [schedule],
	},
	'thermostatSchedule: delete': {
		parameters: { thermostatScheduleId: 'schedule-1' },
		answers: { '/thermostats/schedules/delete': {} },
		requests: [['/thermostats/schedules/delete', { thermostat_schedule_id: 'schedule-1' }]],
		json: [{ deleted: true }],
	},
	'thermostatSchedule: get': {
		parameters: { simplify: false, thermostatScheduleId: 'schedule-1' },
		answers: { '/thermostats/schedules/get': { thermostat_schedule: schedule } },
		requests: [['/thermostats/schedules/get', { thermostat_schedule_id: 'schedule-1' }]],
		json: [schedule],
	},
	'thermostatSchedule: getMany': {
		parameters: { simplify: false, ...thermostatById, limit: 1 },
		answers: { '/thermostats/schedules/list': { thermostat_schedules: [schedule, schedule] } },
		requests: [['/thermostats/schedules/list', { device_id: DEVICE }]],
		json: [schedule],
	},
	'thermostatSchedule: update': {
		parameters: {
			simplify: false,
			thermostatScheduleId: 'schedule-1',
			updateFields: {
				climatePresetKey: 'home',
				endsAt: '2027-03-03T10:00',
				isOverrideAllowed: false,
				maxOverridePeriodMinutes: 30,
				name: 'Stay of Bea',
				startsAt: '2027-03-01T12:00:00+01:00',
			},
		},
		answers: {
			'/thermostats/schedules/get': { thermostat_schedule: schedule },
			'/devices/get': { device: thermostat },
			'/thermostats/schedules/update': {},
		},
		requests: [
			['/thermostats/schedules/get', { thermostat_schedule_id: 'schedule-1' }],
			reading,
			[
				'/thermostats/schedules/update',
				{
					thermostat_schedule_id: 'schedule-1',
					climate_preset_key: 'home',
					name: 'Stay of Bea',
					is_override_allowed: false,
					max_override_period_minutes: 30,
					starts_at: '2027-03-01T11:00:00Z',
					ends_at: '2027-03-03T10:00:00+01:00',
				},
			],
			['/thermostats/schedules/get', { thermostat_schedule_id: 'schedule-1' }],
		],
		json: [schedule],
	},
	'noiseThreshold: create': {
		parameters: {
			...thermostatById,
			startsDailyAt: '22:00',
			endsDailyAt: '7:00',
			noiseThresholdDecibels: 65,
			additionalFields: { name: 'Night Rest' },
		},
		answers: {
			'/devices/get': { device: sensor },
			'/noise_sensors/noise_thresholds/create': {
				noise_threshold: threshold,
				action_attempt: done,
			},
		},
		requests: [
			reading,
			[
				'/noise_sensors/noise_thresholds/create',
				{
					device_id: DEVICE,
					starts_daily_at: '22:00:00[Europe/Rome]',
					ends_daily_at: '07:00:00[Europe/Rome]',
					noise_threshold_decibels: 65,
					name: 'Night Rest',
				},
			],
		],
		json: [threshold],
	},
	'noiseThreshold: create (NRS, with zones, and nothing to wait for)': {
		parameters: {
			...thermostatById,
			startsDailyAt: '22:00[Asia/Tokyo]',
			endsDailyAt: '07:00:00[Asia/Tokyo]',
			measuredIn: 'nrs',
			noiseThresholdNrs: 40,
		},
		answers: { '/noise_sensors/noise_thresholds/create': { noise_threshold: threshold } },
		requests: [
			[
				'/noise_sensors/noise_thresholds/create',
				{
					device_id: DEVICE,
					starts_daily_at: '22:00:00[Asia/Tokyo]',
					ends_daily_at: '07:00:00[Asia/Tokyo]',
					noise_threshold_nrs: 40,
				},
			],
		],
		json: [threshold],
	},
	'noiseThreshold: delete': {
		parameters: ofThreshold,
		answers: { '/noise_sensors/noise_thresholds/delete': { action_attempt: done } },
		requests: [
			[
				'/noise_sensors/noise_thresholds/delete',
				{ device_id: DEVICE, noise_threshold_id: 'threshold-1' },
			],
		],
		json: [{ deleted: true }],
	},
	'noiseThreshold: getMany': {
		parameters: { ...thermostatById, returnAll: true },
		answers: { '/noise_sensors/noise_thresholds/list': { noise_thresholds: [threshold] } },
		requests: [['/noise_sensors/noise_thresholds/list', { device_id: DEVICE }]],
		json: [threshold],
	},
	'noiseThreshold: update': {
		parameters: {
			...ofThreshold,
			updateFields: {
				endsDailyAt: '08:00',
				name: 'Morning',
				noiseThresholdDecibels: 60,
				noiseThresholdNrs: 30,
				startsDailyAt: '23:00[Asia/Tokyo]',
			},
		},
		answers: {
			'/devices/get': { device: sensor },
			'/noise_sensors/noise_thresholds/update': { action_attempt: done },
			'/noise_sensors/noise_thresholds/get': { noise_threshold: threshold },
		},
		requests: [
			reading,
			[
				'/noise_sensors/noise_thresholds/update',
				{
					device_id: DEVICE,
					noise_threshold_id: 'threshold-1',
					name: 'Morning',
					noise_threshold_decibels: 60,
					noise_threshold_nrs: 30,
					starts_daily_at: '23:00:00[Asia/Tokyo]',
					ends_daily_at: '08:00:00[Europe/Rome]',
				},
			],
			['/noise_sensors/noise_thresholds/get', { noise_threshold_id: 'threshold-1' }],
		],
		json: [threshold],
	},
};
