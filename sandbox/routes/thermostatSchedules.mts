import { ApiError, notFound } from '../http/apiError.mts';
import { newId } from '../ids.mts';
import { dropSchedule, keepSchedule, schedulesOf, type Schedule } from '../life/thermostats.mts';
import { parseInstant, toIso } from '../rules/time.mts';
import { type Call, type Routes, managedDeviceOf } from './call.mts';
import { requirePreset, thermostatOf } from './thermostats.mts';

export const thermostatScheduleRoutes: Routes = {
	'/thermostats/schedules/create': create,
	'/thermostats/schedules/get': (call) => ({ thermostat_schedule: scheduleOf(call) }),
	'/thermostats/schedules/list': (call) => ({
		thermostat_schedules: schedulesOf(call.world, thermostatOf(call).device.device_id),
	}),
	'/thermostats/schedules/update': update,
	'/thermostats/schedules/delete': (call) => {
		const schedule = scheduleOf(call);
		dropSchedule(call.world, recordOf(call, schedule), schedule.thermostat_schedule_id);
	},
};

const SETTINGS = ['name', 'is_override_allowed', 'max_override_period_minutes'] as const;

function create(call: Call) {
	const { world, workspace, parameters } = call;
	const record = thermostatOf(call);
	const schedule: Schedule = {
		thermostat_schedule_id: newId(),
		device_id: record.device.device_id,
		workspace_id: workspace.workspace_id,
		name: null,
		climate_preset_key: requirePreset(record, parameters.climate_preset_key),
		...windowOf(parameters.starts_at, parameters.ends_at),
		created_at: world.clock.read().now,
		errors: [],
	};
	Object.assign(schedule, settingsOf(parameters));
	keepSchedule(world, record, schedule);
	return { thermostat_schedule: schedule };
}

function update(call: Call): void {
	const { world, parameters } = call;
	const before = scheduleOf(call);
	const record = recordOf(call, before);
	const key = parameters.climate_preset_key ?? before.climate_preset_key;
	keepSchedule(world, record, {
		...before,
		...settingsOf(parameters),
		climate_preset_key: requirePreset(record, key),
		...windowOf(parameters.starts_at ?? before.starts_at, parameters.ends_at ?? before.ends_at),
	});
}

const settingsOf = (parameters: Call['parameters']): Partial<Schedule> =>
	Object.fromEntries(
		SETTINGS.filter((name) => parameters[name] !== undefined).map((name) => [
			name,
			parameters[name],
		]),
	);

function windowOf(startsAt: unknown, endsAt: unknown): { starts_at: string; ends_at: string } {
	const [start, end] = [startsAt, endsAt].map((time) => parseInstant(String(time)));
	if (start === null || end === null) {
		throw new ApiError(400, 'invalid_input', 'starts_at and ends_at are ISO 8601 timestamps');
	}
	if (end <= start) throw new ApiError(400, 'invalid_input', 'ends_at must be after starts_at');
	return { starts_at: toIso(start), ends_at: toIso(end) };
}

function scheduleOf({ world, workspace, parameters }: Call): Schedule {
	const id = parameters.thermostat_schedule_id as string;
	const schedule = world.thermostatSchedules.get(id)?.schedule;
	if (schedule?.workspace_id !== workspace.workspace_id) throw notFound('thermostat_schedule');
	return schedule;
}

const recordOf = (call: Call, { device_id }: Schedule) =>
	managedDeviceOf({ ...call, parameters: { device_id } });
