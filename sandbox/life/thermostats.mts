// What a thermostat does: it follows presets, schedules and people.
import type { ScheduledTask } from '../clock.mts';
import { emitForDevice } from '../events.mts';
import { MINUTE, parseInstant } from '../rules/time.mts';
import type { DeviceRecord, World } from '../world.mts';

/** What a thermostat is set to, in both units. */
export interface ClimateSetting {
	climate_preset_key?: string;
	hvac_mode_setting?: string;
	heating_set_point_celsius?: number;
	heating_set_point_fahrenheit?: number;
	cooling_set_point_celsius?: number;
	cooling_set_point_fahrenheit?: number;
	[other: string]: unknown;
}

/** The part of a device's properties that this file is about. */
export interface ClimateProperties {
	temperature_celsius: number;
	temperature_fahrenheit: number;
	available_hvac_mode_settings: string[];
	available_climate_presets?: ClimateSetting[];
	current_climate_setting?: ClimateSetting;
	fallback_climate_preset_key?: string | null;
	active_thermostat_schedule?: object | null;
	active_thermostat_schedule_id?: string | null;
	is_heating?: boolean;
	is_cooling?: boolean;
	is_temporary_manual_override_active?: boolean;
	[limit: string]: unknown;
}

/** A schedule as the API shows it. */
export interface Schedule {
	thermostat_schedule_id: string;
	device_id: string;
	workspace_id: string;
	name: string | null;
	climate_preset_key: string;
	starts_at: string;
	ends_at: string;
	is_override_allowed?: boolean;
	max_override_period_minutes?: number | null;
	created_at: string;
	errors: [];
}

export interface ScheduleRecord {
	schedule: Schedule;
	/** Its beginning and its end. */
	tasks: ScheduledTask[];
}

export const climateOf = ({ device }: DeviceRecord): ClimateProperties =>
	device.properties as unknown as ClimateProperties;

export const presetOf = (record: DeviceRecord, key: unknown): ClimateSetting | undefined =>
	climateOf(record).available_climate_presets?.find(
		({ climate_preset_key: known }) => known === key,
	);

/** Follows a preset from now on, because someone or a schedule says so. */
export function activatePreset(
	world: World,
	record: DeviceRecord,
	key: string,
	scheduleId: string | null = null,
): void {
	const climate = climateOf(record);
	climate.is_temporary_manual_override_active = false;
	take(record, presetOf(record, key) ?? {});
	emitForDevice(world, record, 'thermostat.climate_preset_activated', {
		thermostat_schedule_id: scheduleId,
		climate_preset_key: key,
		is_fallback_climate_preset: key === climate.fallback_climate_preset_key,
	});
}

/** A setting by hand, through Seam or at the device. A schedule that allows it only for a while takes over again. */
export function adjust(
	world: World,
	record: DeviceRecord,
	setting: ClimateSetting,
	method: 'seam' | 'external',
): void {
	take(record, setting);
	emitForDevice(world, record, 'thermostat.manually_adjusted', { method, ...setting });
	const active = activeSchedule(world, record);
	if (!active) return;
	climateOf(record).is_temporary_manual_override_active = true;
	const { thermostat_schedule_id: id, max_override_period_minutes: minutes } = active;
	if (!minutes) return;
	world.clock.schedule(world.clock.now() + minutes * MINUTE, () => {
		const now = activeSchedule(world, record);
		const isOverridden = climateOf(record).is_temporary_manual_override_active === true;
		if (!isOverridden || now?.thermostat_schedule_id !== id) return;
		activatePreset(world, record, now.climate_preset_key, id);
	});
}

function take(record: DeviceRecord, setting: ClimateSetting): void {
	const climate = climateOf(record);
	climate.current_climate_setting = setting;
	const { heating_set_point_celsius: heat, cooling_set_point_celsius: cool } = setting;
	climate.is_heating = heat !== undefined && climate.temperature_celsius < heat;
	climate.is_cooling = cool !== undefined && climate.temperature_celsius > cool;
}

/** Of several that overlap, the one that began last. */
export function activeSchedule(world: World, { device }: DeviceRecord): Schedule | undefined {
	const now = world.clock.now();
	return schedulesOf(world, device.device_id)
		.filter(({ starts_at: start, ends_at: end }) => {
			return parseInstant(start)! <= now && now < parseInstant(end)!;
		})
		.sort((a, b) => parseInstant(a.starts_at)! - parseInstant(b.starts_at)!)
		.at(-1);
}

export const schedulesOf = (world: World, deviceId: string): Schedule[] =>
	[...world.thermostatSchedules.values()]
		.map(({ schedule }) => schedule)
		.filter(({ device_id }) => device_id === deviceId);

/** Keeps a new or changed schedule: it will begin and end at its times, and at once if it is due. */
export function keepSchedule(world: World, record: DeviceRecord, schedule: Schedule): void {
	dropTasks(world, schedule.thermostat_schedule_id);
	const follow = () => followSchedules(world, record);
	const ends = [schedule.starts_at, schedule.ends_at].map((end) => parseInstant(end)!);
	const tasks = ends
		.filter((at) => at > world.clock.now())
		.map((at) => world.clock.schedule(at, follow));
	world.thermostatSchedules.set(schedule.thermostat_schedule_id, { schedule, tasks });
	follow();
}

export function dropSchedule(world: World, record: DeviceRecord, id: string): void {
	dropTasks(world, id);
	world.thermostatSchedules.delete(id);
	followSchedules(world, record);
}

function dropTasks(world: World, id: string): void {
	for (const task of world.thermostatSchedules.get(id)?.tasks ?? []) task.cancel();
}

/** Puts the thermostat where its schedules want it now; after the last one, its fallback preset holds. */
function followSchedules(world: World, record: DeviceRecord): void {
	const climate = climateOf(record);
	const active = activeSchedule(world, record);
	const before = climate.active_thermostat_schedule_id ?? null;
	const now = active?.thermostat_schedule_id ?? null;
	climate.active_thermostat_schedule_id = now;
	climate.active_thermostat_schedule = active ?? null;
	if (active) {
		const isThere =
			climate.current_climate_setting?.climate_preset_key === active.climate_preset_key;
		if (before !== now || !isThere) activatePreset(world, record, active.climate_preset_key, now);
	} else if (before !== null && climate.fallback_climate_preset_key) {
		activatePreset(world, record, climate.fallback_climate_preset_key);
	}
}
