import { emitForDevice } from '../events.mts';
import { ApiError, notFound } from '../http/apiError.mts';
import { newId } from '../ids.mts';
import { attempt } from '../life/actionAttempts.mts';
import { isZone } from '../rules/time.mts';
import type { DeviceRecord, NoiseThreshold } from '../world.mts';
import { type Call, type Routes, managedDeviceOf } from './call.mts';
import { list } from './devices.mts';

export const noiseSensorRoutes: Routes = {
	'/noise_sensors/list': (call) => {
		const devices = list(call, true)
			.filter(isNoiseSensor)
			.slice(0, call.parameters.limit as number | undefined)
			.map(({ device }) => device);
		return { devices, noise_sensors: devices };
	},
	'/noise_sensors/noise_thresholds/create': create,
	'/noise_sensors/noise_thresholds/get': (call) => ({ noise_threshold: thresholdOf(call) }),
	'/noise_sensors/noise_thresholds/list': (call) => ({
		noise_thresholds: thresholdsOf(call, sensorOf(call)),
	}),
	'/noise_sensors/noise_thresholds/update': update,
	'/noise_sensors/noise_thresholds/delete': remove,
	'/noise_sensors/simulate/trigger_noise_threshold': trigger,
};

const isNoiseSensor = ({ device }: DeviceRecord): boolean =>
	'noise_level_decibels' in device.properties;

const invalid = (message: string): ApiError => new ApiError(400, 'invalid_input', message);

function sensorOf(call: Call): DeviceRecord {
	const record = managedDeviceOf(call);
	if (isNoiseSensor(record)) return record;
	throw invalid('The device is not a noise sensor');
}

const thresholdsOf = ({ world }: Call, { device }: DeviceRecord): NoiseThreshold[] =>
	[...world.noiseThresholds.values()].filter(({ device_id }) => device_id === device.device_id);

function thresholdOf(call: Call): NoiseThreshold {
	const { world, workspace, parameters } = call;
	const found = world.noiseThresholds.get(parameters.noise_threshold_id as string);
	const device = found && world.devices.get(found.device_id)?.device;
	const isAsked = [undefined, found?.device_id].includes(parameters.device_id as string);
	if (!found || device?.workspace_id !== workspace.workspace_id || !isAsked) {
		throw notFound('noise_threshold');
	}
	return found;
}

/** An action that the sensor carries out if it can be reached; else `undo` puts things back. */
function act(
	call: Call,
	record: DeviceRecord,
	type: string,
	{ change, undo }: { change: () => Record<string, unknown>; undo?: () => void },
) {
	const action = attempt(call.world, record, `${type}_NOISE_THRESHOLD`, () => {
		if (record.device.properties.online && record.programming.outcome !== 'fail') {
			return { result: change() };
		}
		undo?.();
		return { error: { type: 'device_offline', message: 'The sensor could not be reached' } };
	});
	return { action_attempt: action };
}

function create(call: Call) {
	const { world, parameters } = call;
	const record = sensorOf(call);
	const threshold = {
		noise_threshold_id: newId(),
		device_id: record.device.device_id,
		name: 'Noise threshold',
		...changesOf(record, parameters),
	} as NoiseThreshold;
	const { noise_threshold_id: id, noise_threshold_nrs: nrs } = threshold;
	if (threshold.noise_threshold_decibels === undefined) {
		if (nrs === undefined) throw invalid('Specify the noise level in decibels or as NRS');
		// The OpenAPI wants decibels in each threshold, also where only the score was given.
		threshold.noise_threshold_decibels = 0;
	}
	world.noiseThresholds.set(id, threshold);
	const action = act(call, record, 'CREATE', {
		change: () => ({ noise_threshold: threshold }),
		undo: () => world.noiseThresholds.delete(id),
	});
	return { noise_threshold: threshold, ...action };
}

function update(call: Call) {
	const record = sensorOf(call);
	const threshold = thresholdOf(call);
	const changes = changesOf(record, call.parameters);
	return act(call, record, 'UPDATE', {
		change: () => ({ noise_threshold: Object.assign(threshold, changes) }),
	});
}

function remove(call: Call) {
	const record = sensorOf(call);
	const { noise_threshold_id: id } = thresholdOf(call);
	return act(call, record, 'DELETE', {
		change: () => {
			call.world.noiseThresholds.delete(id);
			return {};
		},
	});
}

const FIELDS = [
	'name',
	'starts_daily_at',
	'ends_daily_at',
	'noise_threshold_decibels',
	'noise_threshold_nrs',
] as const;

/** `22:00:00[Europe/Rome]`, as Seam's own examples have it. */
const DAILY_TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d\[([^\]]+)\]$/;

function changesOf({ device }: DeviceRecord, parameters: Call['parameters']) {
	for (const name of ['starts_daily_at', 'ends_daily_at']) {
		const time = parameters[name];
		if (time === undefined) continue;
		const zone = DAILY_TIME.exec(String(time))?.[2];
		if (!zone || !isZone(zone)) {
			throw invalid(`${name} is a time of day with a time zone, like 22:00:00[Europe/Rome]`);
		}
	}
	if (parameters.noise_threshold_nrs !== undefined && !device.properties.noiseaware_metadata) {
		throw invalid('noise_threshold_nrs is only for Noiseaware sensors');
	}
	const given = FIELDS.filter((name) => parameters[name] !== undefined);
	return Object.fromEntries(given.map((name) => [name, parameters[name]]));
}

/** It gets as loud as the sensor's first threshold says, or loud without one. */
function trigger(call: Call): void {
	const record = sensorOf(call);
	const [threshold] = thresholdsOf(call, record);
	const { properties } = record.device;
	const decibels = (threshold?.noise_threshold_decibels ?? 80) + 1;
	properties.noise_level_decibels = decibels;
	if (threshold) {
		properties.currently_triggering_noise_threshold_ids = [threshold.noise_threshold_id];
	}
	emitForDevice(call.world, record, 'noise_sensor.noise_threshold_triggered', {
		noise_level_decibels: decibels,
		...(threshold && {
			noise_threshold_id: threshold.noise_threshold_id,
			noise_threshold_name: threshold.name,
		}),
	});
}
