// Thermostats, their schedules, and noise sensors, with Seam's official client.
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

const START = '2027-03-01T08:00:00.000Z';
const at = (hours: number) => new Date(Date.parse(START) + hours * 3_600_000).toISOString();
const HOUR = 3_600_000;

let sandbox: TestSandbox;
let device_id: string;
beforeAll(async () => {
	sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	await sandbox.control('POST', '/sandbox/reset');
	await sandbox.freezeAt(START);
	device_id = await sandbox.device('living_thermostat');
});

const properties = async () => {
	const { body } = await sandbox.call('/devices/get', { device_id });
	return (body.device as { properties: Record<string, unknown> }).properties;
};
const setting = async () => (await properties()).current_climate_setting;
const eventsOf = async (type: string) =>
	(await sandbox.seam.events.list({ since: '2020-01-01T00:00:00Z' })).filter(
		({ event_type }) => event_type === type,
	);

describe('a thermostat', () => {
	test('stands in the lists of devices and thermostats, and not in that of locks', async () => {
		const ids = async (list: Promise<Array<{ device_id: string }>>) =>
			(await list).map(({ device_id: id }) => id);
		expect(await ids(sandbox.seam.devices.list())).toContain(device_id);
		expect(await ids(sandbox.seam.thermostats.list({ manufacturer: 'ecobee' }))).toContain(
			device_id,
		);
		expect(await ids(sandbox.seam.thermostats.list({ manufacturer: 'nest' }))).toEqual([]);
		expect(await ids(sandbox.seam.locks.list())).not.toContain(device_id);
		expect(await ids(sandbox.seam.noiseSensors.list())).not.toContain(device_id);
		// The first answer of each list compiles Seam's schema of a device, which takes long on a busy machine.
	}, 30_000);

	test('takes a mode with its set points, in a moment', async () => {
		const begun = await sandbox.seam.thermostats.setHvacMode({
			device_id,
			hvac_mode_setting: 'heat_cool',
			heating_set_point_fahrenheit: 68,
			cooling_set_point_celsius: 26,
		});
		expect(begun).toMatchObject({ status: 'pending', action_type: 'SET_HVAC_MODE' });
		expect(await setting()).toMatchObject({ climate_preset_key: 'home' });
		await sandbox.advance(1_000);
		const { action_attempt_id } = begun;
		expect(await sandbox.seam.actionAttempts.get({ action_attempt_id })).toMatchObject({
			status: 'success',
		});
		expect(await setting()).toMatchObject({
			hvac_mode_setting: 'heat_cool',
			heating_set_point_celsius: 20,
			heating_set_point_fahrenheit: 68,
			cooling_set_point_celsius: 26,
			cooling_set_point_fahrenheit: expect.closeTo(78.8),
		});
		expect(await eventsOf('thermostat.manually_adjusted')).toMatchObject([
			{ device_id, method: 'seam', hvac_mode_setting: 'heat_cool' },
		]);
	});

	test('follows a preset', async () => {
		await sandbox.seam.thermostats.activateClimatePreset({ device_id, climate_preset_key: 'away' });
		await sandbox.advance(1_000);
		expect(await setting()).toMatchObject({
			climate_preset_key: 'away',
			heating_set_point_celsius: 15,
		});
		expect(await eventsOf('thermostat.climate_preset_activated')).toMatchObject([
			{ climate_preset_key: 'away', is_fallback_climate_preset: false },
		]);
	});

	test('fails if it can’t be reached', async () => {
		await sandbox.control('POST', '/sandbox/devices/state', { device: device_id, online: false });
		const { action_attempt_id } = await sandbox.seam.thermostats.setHvacMode({
			device_id,
			hvac_mode_setting: 'off',
		});
		await sandbox.advance(1_000);
		expect(await sandbox.seam.actionAttempts.get({ action_attempt_id })).toMatchObject({
			status: 'error',
			error: { type: 'device_offline' },
		});
		expect(await setting()).toMatchObject({ climate_preset_key: 'home' });
	});

	test.each([
		['a mode without its set point', { hvac_mode_setting: 'heat' }],
		[
			'one set point in both units',
			{
				hvac_mode_setting: 'heat',
				heating_set_point_celsius: 20,
				heating_set_point_fahrenheit: 68,
			},
		],
		['a set point beyond its limits', { hvac_mode_setting: 'cool', cooling_set_point_celsius: 10 }],
		[
			'heating above cooling',
			{
				hvac_mode_setting: 'heat_cool',
				heating_set_point_celsius: 25,
				cooling_set_point_celsius: 20,
			},
		],
		[
			'set points that are too close',
			{
				hvac_mode_setting: 'heat_cool',
				heating_set_point_celsius: 21,
				cooling_set_point_celsius: 22,
			},
		],
		['a mode that it does not have', { hvac_mode_setting: 'eco' }],
		['a mode that there is not', { hvac_mode_setting: 'warm' }],
	])('refuses %s', async (_what, asked) => {
		const { status, body } = await sandbox.call('/thermostats/set_hvac_mode', {
			device_id,
			...asked,
		});
		expect([status, body]).toMatchObject([400, { error: { type: 'invalid_input' } }]);
	});

	test('a preset that it does not have, and what is no thermostat, are refused', async () => {
		const preset = { device_id, climate_preset_key: 'party' };
		const activate = '/thermostats/activate_climate_preset';
		expect((await sandbox.call(activate, preset)).status).toBe(400);
		const lock = await sandbox.device('yale');
		const onLock = { device_id: lock, climate_preset_key: 'away' };
		expect((await sandbox.call(activate, onLock)).status).toBe(400);
	});

	test('tells its temperature, and that it has reached its set point', async () => {
		const reach = async (temperature_celsius: number) =>
			await sandbox.seam.client.post('/thermostats/simulate/temperature_reached', {
				...{ device_id, temperature_celsius },
			});
		await reach(17);
		await reach(20.5);
		expect(await eventsOf('thermostat.temperature_changed')).toHaveLength(2);
		expect(await eventsOf('thermostat.temperature_reached_set_point')).toMatchObject([
			{ temperature_celsius: 20.5, desired_temperature_celsius: 21 },
		]);
		expect((await properties()).temperature_fahrenheit).toBeCloseTo(68.9);
	});
});

describe('a schedule', () => {
	const away = async (from: number, to: number, more = {}) =>
		await sandbox.seam.thermostats.schedules.create({
			...{ device_id, climate_preset_key: 'away', starts_at: at(from), ends_at: at(to) },
			...more,
		});
	const now = async () => {
		const { current_climate_setting: current, active_thermostat_schedule_id: id } =
			await properties();
		return [(current as { climate_preset_key?: string }).climate_preset_key ?? null, id];
	};

	test('begins and ends, and then the fallback preset holds', async () => {
		const { thermostat_schedule_id: id } = await away(1, 3, { name: 'Between stays' });
		expect(await now()).toEqual(['home', null]);
		await sandbox.advance(HOUR);
		expect(await now()).toEqual(['away', id]);
		await sandbox.advance(2 * HOUR);
		expect(await now()).toEqual(['home', null]);
		const activated = await eventsOf('thermostat.climate_preset_activated');
		expect(activated).toMatchObject([
			{ thermostat_schedule_id: id, climate_preset_key: 'away', is_fallback_climate_preset: false },
			{
				thermostat_schedule_id: null,
				climate_preset_key: 'home',
				is_fallback_climate_preset: true,
			},
		]);
	});

	test('is read, listed, moved and deleted', async () => {
		const { schedules } = sandbox.seam.thermostats;
		const first = await away(1, 3);
		const second = await away(5, 6, {
			is_override_allowed: false,
			max_override_period_minutes: 30,
		});
		expect(second).toMatchObject({
			device_id,
			name: null,
			starts_at: at(5),
			is_override_allowed: false,
			max_override_period_minutes: 30,
		});
		expect(await schedules.list({ device_id })).toEqual([first, second]);

		const { thermostat_schedule_id } = first;
		await schedules.update({ thermostat_schedule_id, starts_at: at(2), ends_at: at(4) });
		expect(await schedules.get({ thermostat_schedule_id })).toEqual({
			...first,
			starts_at: at(2),
			ends_at: at(4),
		});
		await sandbox.advance(HOUR);
		expect(await now()).toEqual(['home', null]);
		await sandbox.advance(2 * HOUR);
		expect(await now()).toEqual(['away', thermostat_schedule_id]);
		await schedules.delete({ thermostat_schedule_id });
		expect(await now()).toEqual(['home', null]);
		expect(await schedules.list({ device_id })).toEqual([second]);
		const gone = await sandbox.call('/thermostats/schedules/get', { thermostat_schedule_id });
		expect(gone.status).toBe(404);
	});

	test('that is deleted before it begins never begins', async () => {
		const { thermostat_schedule_id } = await away(1, 2);
		await sandbox.seam.thermostats.schedules.delete({ thermostat_schedule_id });
		await sandbox.advance(3 * HOUR);
		expect(await eventsOf('thermostat.climate_preset_activated')).toEqual([]);
	});

	test('takes over again when the time for overrides is over', async () => {
		await away(0, 5, { max_override_period_minutes: 30 });
		await sandbox.call('/thermostats/simulate/hvac_mode_adjusted', {
			...{ device_id, hvac_mode: 'heat', heating_set_point_celsius: 24 },
		});
		expect(await setting()).toMatchObject({ heating_set_point_celsius: 24 });
		expect((await properties()).is_temporary_manual_override_active).toBe(true);
		await sandbox.advance(HOUR / 2);
		expect(await setting()).toMatchObject({ climate_preset_key: 'away' });
	});

	test('that allows no overrides keeps them off', async () => {
		await away(0, 5, { is_override_allowed: false });
		const refused = await sandbox.call('/thermostats/set_hvac_mode', {
			...{ device_id, hvac_mode_setting: 'off' },
		});
		expect(refused.status).toBe(400);
	});

	test.each([
		['an end before the start', { starts_at: at(2), ends_at: at(1) }],
		['a time that is none', { starts_at: 'tomorrow', ends_at: at(1) }],
		['a preset that is unknown', { starts_at: at(1), ends_at: at(2), climate_preset_key: 'party' }],
		[
			'an override of no length',
			{ starts_at: at(1), ends_at: at(2), max_override_period_minutes: 0 },
		],
	])('refuses %s', async (_what, asked) => {
		const { status } = await sandbox.call('/thermostats/schedules/create', {
			...{ device_id, climate_preset_key: 'away', ...asked },
		});
		expect(status).toBe(400);
	});
});

describe('a noise sensor', () => {
	const hours = {
		starts_daily_at: '22:00:00[Europe/Rome]',
		ends_daily_at: '07:00:00[Europe/Rome]',
	};
	let sensor: string;
	beforeEach(async () => {
		sensor = await sandbox.device('noise_sensor');
	});

	test('keeps thresholds, changes and deletes them', async () => {
		const { noiseThresholds } = sandbox.seam.noiseSensors;
		const made = await noiseThresholds.create({
			...{ device_id: sensor, ...hours, noise_threshold_decibels: 65, name: 'Night' },
		});
		await sandbox.advance(1_000);
		expect(await noiseThresholds.list({ device_id: sensor })).toEqual([made]);
		const { noise_threshold_id } = made;
		const reference = { device_id: sensor, noise_threshold_id };
		await noiseThresholds.update({ ...reference, noise_threshold_decibels: 60 });
		await sandbox.advance(1_000);
		expect(await noiseThresholds.get({ noise_threshold_id })).toEqual({
			...made,
			noise_threshold_decibels: 60,
		});
		await noiseThresholds.delete(reference);
		await sandbox.advance(1_000);
		expect(await noiseThresholds.list({ device_id: sensor })).toEqual([]);
		const again = await sandbox.call('/noise_sensors/noise_thresholds/delete', reference);
		expect(again.status).toBe(404);
	});

	test('tells when it is louder than allowed', async () => {
		const { noise_threshold_id } = await sandbox.seam.noiseSensors.noiseThresholds.create({
			...{ device_id: sensor, ...hours, noise_threshold_decibels: 65, name: 'Night' },
		});
		await sandbox.call('/noise_sensors/simulate/trigger_noise_threshold', { device_id: sensor });
		expect(await eventsOf('noise_sensor.noise_threshold_triggered')).toMatchObject([
			{ noise_level_decibels: 66, noise_threshold_id, noise_threshold_name: 'Night' },
		]);
	});

	test('of NoiseAware knows the Noise Risk Score, and others do not', async () => {
		const create = async (device: string) =>
			await sandbox.call('/noise_sensors/noise_thresholds/create', {
				...{ device_id: device, ...hours, noise_threshold_nrs: 40 },
			});
		expect((await create(sensor)).status).toBe(400);
		const { status, body } = await create(await sandbox.device('noiseaware_sensor'));
		expect([status, body.noise_threshold]).toMatchObject([200, { noise_threshold_nrs: 40 }]);
	});

	test('that can’t be reached keeps no new threshold', async () => {
		await sandbox.control('POST', '/sandbox/devices/state', { device: sensor, online: false });
		const { noiseThresholds } = sandbox.seam.noiseSensors;
		await noiseThresholds.create({
			...{ device_id: sensor, ...hours, noise_threshold_decibels: 65 },
		});
		await sandbox.advance(1_000);
		expect(await noiseThresholds.list({ device_id: sensor })).toEqual([]);
	});

	test.each([
		['no loudness', hours],
		['a time without a zone', { ...hours, starts_daily_at: '22:00', noise_threshold_decibels: 60 }],
		[
			'a zone that there is not',
			{ ...hours, ends_daily_at: '07:00:00[Europe/Atlantis]', noise_threshold_decibels: 60 },
		],
	])('refuses %s', async (_what, asked) => {
		const { status } = await sandbox.call('/noise_sensors/noise_thresholds/create', {
			device_id: sensor,
			...asked,
		});
		expect(status).toBe(400);
	});

	test('is no thermostat, and a thermostat no sensor', async () => {
		const list = async (path: string, device: string) =>
			(await sandbox.call(path, { device_id: device })).status;
		expect(await list('/thermostats/schedules/list', sensor)).toBe(400);
		expect(await list('/noise_sensors/noise_thresholds/list', device_id)).toBe(400);
		expect((await sandbox.seam.noiseSensors.list()).map((device) => device.device_id)).toEqual([
			sensor,
		]);
	});
});
