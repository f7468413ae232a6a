import { byId, type Known, type OperationCall } from './operationCall.mts';
import type { Sandbox } from '../harness/index.mts';

const added =
	(name: string, template: string): NonNullable<OperationCall['before']> =>
	async (sandbox: Sandbox): Promise<Known> => {
		const { device_id } = await sandbox.control<{ device_id: string }>('POST', '/devices', {
			template,
		});
		return { [name]: device_id };
	};

const DONE = { status: 'success', outcome: 'done' };

/** Thermostats and their schedules, and how loud it may be. */
export const thermostats: OperationCall[] = [
	{
		resource: 'thermostat',
		operation: 'get',
		before: added('warm', 'living_thermostat'),
		parameters: ({ warm }) => ({ device: byId(warm) }),
		expected: ({ warm }) => [
			{
				device_id: warm,
				climate_preset_key: 'home',
				available_climate_preset_keys: ['home', 'away'],
			},
		],
	},
	{
		resource: 'thermostat',
		operation: 'getMany',
		parameters: () => ({ filters: { manufacturer: 'ecobee' } }),
		expected: ({ thermostat, warm }) => [{ device_id: thermostat }, { device_id: warm }],
	},
	{
		resource: 'thermostat',
		operation: 'activateClimatePreset',
		parameters: ({ warm }) => ({ device: byId(warm), climatePresetKey: 'away' }),
		expected: ({ warm }) => [{ ...DONE, device_id: warm }],
	},
	{
		resource: 'thermostat',
		operation: 'setHvacMode',
		parameters: ({ warm }) => ({
			...{ device: byId(warm), hvacMode: 'heat_cool', temperatureUnit: 'fahrenheit' },
			...{ heatingSetPointFahrenheit: 66, coolingSetPointFahrenheit: 75 },
		}),
		expected: ({ warm }) => [{ ...DONE, device_id: warm }],
	},
	{
		resource: 'thermostatSchedule',
		operation: 'create',
		parameters: ({ warm, tomorrow, dayAfter }) => ({
			...{ device: byId(warm), climatePresetKey: 'away' },
			...{ startsAt: tomorrow, endsAt: dayAfter },
			additionalFields: { name: 'Between stays', isOverrideAllowed: true },
		}),
		expected: ({ warm, tomorrow }) => [
			{ device_id: warm, starts_at: tomorrow, name: 'Between stays' },
		],
		remember: { scheduleId: 'thermostat_schedule_id' },
	},
	{
		resource: 'thermostatSchedule',
		operation: 'get',
		parameters: ({ scheduleId }) => ({ thermostatScheduleId: byId(scheduleId) }),
		expected: ({ scheduleId }) => [{ thermostat_schedule_id: scheduleId }],
	},
	{
		resource: 'thermostatSchedule',
		operation: 'getMany',
		parameters: ({ warm }) => ({ device: byId(warm) }),
		expected: ({ scheduleId }) => [{ thermostat_schedule_id: scheduleId }],
	},
	{
		resource: 'thermostatSchedule',
		operation: 'update',
		parameters: ({ scheduleId }) => ({
			thermostatScheduleId: byId(scheduleId),
			updateFields: { climatePresetKey: 'home', maxOverridePeriodMinutes: 60 },
		}),
		expected: () => [{ climate_preset_key: 'home', max_override_period_minutes: 60 }],
	},
	{
		resource: 'thermostatSchedule',
		operation: 'delete',
		parameters: ({ scheduleId }) => ({ thermostatScheduleId: byId(scheduleId) }),
		expected: () => [{ deleted: true }],
	},
	{
		resource: 'noiseThreshold',
		operation: 'create',
		before: added('sensor', 'noise_sensor'),
		parameters: ({ sensor }) => ({
			...{ device: byId(sensor), startsDailyAt: '22:00', endsDailyAt: '07:00' },
			...{ noiseThresholdDecibels: 65, additionalFields: { name: 'Night Rest' } },
		}),
		expected: ({ sensor }) => [
			{ device_id: sensor, name: 'Night Rest', starts_daily_at: '22:00:00[Europe/Rome]' },
		],
		remember: { noiseThresholdId: 'noise_threshold_id' },
	},
	{
		resource: 'noiseThreshold',
		operation: 'getMany',
		parameters: ({ sensor }) => ({ device: byId(sensor) }),
		expected: ({ noiseThresholdId }) => [{ noise_threshold_id: noiseThresholdId }],
	},
	{
		resource: 'noiseThreshold',
		operation: 'update',
		parameters: ({ sensor, noiseThresholdId }) => ({
			...{ device: byId(sensor), noiseThresholdId: byId(noiseThresholdId) },
			updateFields: { noiseThresholdDecibels: 60, endsDailyAt: '08:00' },
		}),
		expected: () => [{ noise_threshold_decibels: 60, ends_daily_at: '08:00:00[Europe/Rome]' }],
	},
	{
		resource: 'noiseThreshold',
		operation: 'delete',
		parameters: ({ sensor, noiseThresholdId }) => ({
			device: byId(sensor),
			noiseThresholdId: byId(noiseThresholdId),
		}),
		expected: () => [{ deleted: true }],
	},
];
