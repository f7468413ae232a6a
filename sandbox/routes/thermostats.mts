import { emitForDevice } from '../events.mts';
import { ApiError, refusedBy } from '../http/apiError.mts';
import { attempt } from '../life/actionAttempts.mts';
import {
	activatePreset,
	activeSchedule,
	adjust,
	climateOf,
	presetOf,
} from '../life/thermostats.mts';
import { judgeSetPoints, toCelsius, toFahrenheit } from '../rules/setPoints.mts';
import type { DeviceRecord } from '../world.mts';
import { type Call, type Routes, managedDeviceOf } from './call.mts';
import { list } from './devices.mts';

export const thermostatRoutes: Routes = {
	'/thermostats/list': (call) => {
		const devices = list(call, true)
			.filter(isThermostat)
			.slice(0, call.parameters.limit as number | undefined)
			.map(({ device }) => device);
		return { devices, thermostats: devices };
	},
	'/thermostats/activate_climate_preset': activate,
	'/thermostats/set_hvac_mode': setMode,
	'/thermostats/simulate/hvac_mode_adjusted': adjustByHand,
	'/thermostats/simulate/temperature_reached': reachTemperature,
};

export const isThermostat = ({ device }: DeviceRecord): boolean =>
	'available_hvac_mode_settings' in device.properties;

const invalid = (message: string): ApiError => new ApiError(400, 'invalid_input', message);

export function thermostatOf(call: Call): DeviceRecord {
	const record = managedDeviceOf(call);
	if (isThermostat(record)) return record;
	throw invalid('The device is not a thermostat');
}

/** @throws ApiError if the thermostat has no such preset */
export function requirePreset(record: DeviceRecord, key: unknown): string {
	if (presetOf(record, key)) return key as string;
	throw invalid(`The thermostat has no climate preset ${String(key)}`);
}

/** Seam: Specifying Manual Override Permissions. They hold for the API as for people. */
function requireOverride(call: Call, record: DeviceRecord): void {
	if (activeSchedule(call.world, record)?.is_override_allowed !== false) return;
	throw invalid('The active thermostat schedule does not allow overrides');
}

/** An action that the thermostat carries out if it can be reached. */
function act(call: Call, record: DeviceRecord, type: string, change: () => void) {
	const action = attempt(call.world, record, type, () => {
		if (!record.device.properties.online || record.programming.outcome === 'fail') {
			return { error: { type: 'device_offline', message: 'The thermostat could not be reached' } };
		}
		change();
		return { result: {} };
	});
	return { action_attempt: action };
}

function activate(call: Call) {
	const record = thermostatOf(call);
	const key = requirePreset(record, call.parameters.climate_preset_key);
	requireOverride(call, record);
	return act(call, record, 'ACTIVATE_CLIMATE_PRESET', () => {
		activatePreset(call.world, record, key);
	});
}

function setMode(call: Call) {
	const record = thermostatOf(call);
	const setting = settingOf(record, call.parameters.hvac_mode_setting as string, call.parameters);
	requireOverride(call, record);
	return act(call, record, 'SET_HVAC_MODE', () => adjust(call.world, record, setting, 'seam'));
}

/** Someone sets the thermostat on the wall. */
function adjustByHand(call: Call): void {
	const record = thermostatOf(call);
	const setting = settingOf(record, call.parameters.hvac_mode as string, call.parameters);
	adjust(call.world, record, setting, 'external');
}

function settingOf(record: DeviceRecord, mode: string, asked: Record<string, unknown>) {
	const climate = climateOf(record);
	if (!climate.available_hvac_mode_settings.includes(mode)) {
		throw invalid(`The thermostat has no HVAC mode ${mode}`);
	}
	const judged = judgeSetPoints(mode, asked, climate);
	if ('refused' in judged) throw refusedBy(judged.refused);
	return { hvac_mode_setting: mode, ...judged.setPoints };
}

function reachTemperature(call: Call): void {
	const { world, parameters } = call;
	const record = thermostatOf(call);
	const { temperature_celsius: celsius, temperature_fahrenheit: fahrenheit } = parameters as Record<
		string,
		number | undefined
	>;
	if ((celsius === undefined) === (fahrenheit === undefined)) {
		throw invalid('Specify the temperature in °C or in °F');
	}
	const climate = climateOf(record);
	const before = climate.temperature_celsius;
	const reading = {
		temperature_celsius: celsius ?? toCelsius(fahrenheit!),
		temperature_fahrenheit: fahrenheit ?? toFahrenheit(celsius!),
	};
	Object.assign(climate, reading);
	if (Math.abs(reading.temperature_celsius - before) >= 1) {
		emitForDevice(world, record, 'thermostat.temperature_changed', reading);
	}
	const { heating_set_point_celsius: heating, cooling_set_point_celsius: cooling } =
		climate.current_climate_setting ?? {};
	const reached = [heating, cooling].find(
		(point) => point !== undefined && Math.abs(reading.temperature_celsius - point) <= 1,
	);
	if (reached === undefined) return;
	emitForDevice(world, record, 'thermostat.temperature_reached_set_point', {
		...reading,
		desired_temperature_celsius: reached,
		desired_temperature_fahrenheit: toFahrenheit(reached),
	});
}
