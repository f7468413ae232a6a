import type { INodeParameters } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import {
	searchNoiseSensors,
	searchThermostats,
} from '../../../nodes/shared/ui/searchClimateAndNoise';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { loadOptionsContext, runNode } from '../support/nodeHarness.mts';
import { climateCases, thermostat } from './cases/climate';
import { byId, testOperations } from './operationCases';

const DEVICE = thermostat.device_id;
const BY_ID = { device: byId(DEVICE) };
const NOTHING = '={{ $json.missing }}';

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

testOperations(climateCases);

async function refusal(what: string, parameters: INodeParameters): Promise<Error> {
	const [resource, operation] = what.split(': ');
	return await runNode(Seam, { parameters: { resource, operation, ...parameters }, seam }).then(
		() => {
			throw new Error('it was not refused');
		},
		(error: Error) => error,
	);
}

const SCHEDULE = {
	...BY_ID,
	climatePresetKey: 'away',
	startsAt: '2027-03-01T10:00:00Z',
	endsAt: '2027-03-02T10:00:00Z',
};
const THRESHOLD = { ...BY_ID, startsDailyAt: '22:00', endsDailyAt: '07:00' };

/** What is wrong, resource and operation, the parameters, what the refusal says. */
const REFUSED: Array<[string, string, INodeParameters, string]> = [
	['no thermostat', 'thermostat: get', { device: byId('') }, "'Device' is empty"],
	[
		'no preset',
		'thermostat: activateClimatePreset',
		{ ...BY_ID, climatePresetKey: '' },
		"'Climate Preset Key' is empty",
	],
	[
		'a mode that there is not',
		'thermostat: setHvacMode',
		{ ...BY_ID, hvacMode: '={{ "warm" }}' },
		"'HVAC Mode' is not set to one of its choices",
	],
	[
		'a unit that there is not',
		'thermostat: setHvacMode',
		{ ...BY_ID, temperatureUnit: '={{ "kelvin" }}' },
		"'Temperature Unit' is not set to one of its choices",
	],
	[
		'a set point that the mode needs and that is missing',
		'thermostat: setHvacMode',
		{ ...BY_ID, hvacMode: 'heat', heatingSetPointCelsius: NOTHING },
		"'Heating Set Point (°C)' is an expression that gave nothing for this item",
	],
	[
		'one of two set points that is missing',
		'thermostat: setHvacMode',
		{ ...BY_ID, hvacMode: 'heat_cool', coolingSetPointCelsius: '' },
		"'Cooling Set Point (°C)' must be a number from -50 to 150",
	],
	[
		'heating that is not below cooling',
		'thermostat: setHvacMode',
		{ ...BY_ID, hvacMode: 'heat_cool', heatingSetPointCelsius: 24, coolingSetPointCelsius: 24 },
		'The heating set point (24 °C) must be below the cooling set point (24 °C)',
	],
	[
		'a wait that is too long',
		'thermostat: activateClimatePreset',
		{ ...BY_ID, climatePresetKey: 'away', longestWait: 1_000 },
		"'Longest Wait (Seconds)' must be a number from 1 to 300",
	],
	[
		'a schedule without a start',
		'thermostatSchedule: create',
		{ ...SCHEDULE, startsAt: '' },
		"'Starts At' is empty",
	],
	[
		'a schedule without an end',
		'thermostatSchedule: create',
		{ ...SCHEDULE, endsAt: NOTHING },
		"'Ends At' is an expression that gave nothing for this item",
	],
	[
		'a schedule that ends on a date without a time',
		'thermostatSchedule: create',
		{ ...SCHEDULE, endsAt: '2027-03-02' },
		"'Ends At': A time of day is needed, not only a date",
	],
	[
		'an override of no length',
		'thermostatSchedule: create',
		{ ...SCHEDULE, additionalFields: { maxOverridePeriodMinutes: 0 } },
		"'Longest Override (Minutes)' must be a whole number of 1 or more",
	],
	[
		'no changes to a schedule',
		'thermostatSchedule: update',
		{ thermostatScheduleId: 'schedule-1', updateFields: { endsAt: '' } },
		"'Update Fields' is empty, so there is nothing to change",
	],
	[
		'no schedule',
		'thermostatSchedule: delete',
		{ thermostatScheduleId: NOTHING },
		"'Thermostat Schedule' is an expression that gave nothing for this item",
	],
	[
		'no start of the quiet hours',
		'noiseThreshold: create',
		{ ...THRESHOLD, startsDailyAt: '' },
		"'Starts Daily At' is empty",
	],
	[
		'an hour that is none',
		'noiseThreshold: create',
		{ ...THRESHOLD, startsDailyAt: '10 pm' },
		"'Starts Daily At': “10 pm” is not a time of day",
	],
	[
		'a zone that does not exist',
		'noiseThreshold: create',
		{ ...THRESHOLD, endsDailyAt: '07:00[Europe/Atlantis]' },
		"'Ends Daily At': “07:00[Europe/Atlantis]” is not a time of day with a time zone",
	],
	[
		'a loudness that is no number',
		'noiseThreshold: create',
		{ ...THRESHOLD, noiseThresholdDecibels: '={{ "loud" }}' },
		"'Noise Threshold (Decibels)' must be a number from 1 to 150",
	],
	[
		'no changes to a threshold',
		'noiseThreshold: update',
		{ ...BY_ID, noiseThresholdId: 'threshold-1' },
		"'Update Fields' is empty, so there is nothing to change",
	],
	[
		'no threshold',
		'noiseThreshold: delete',
		{ ...BY_ID, noiseThresholdId: ' ' },
		"'Noise Threshold' is empty",
	],
];

it.each(REFUSED)('refuses %s (%s) and sends nothing', async (_name, what, parameters, says) => {
	const error = await refusal(what, parameters);
	expect(error.message).toContain(says);
	expect((error as { description?: string }).description).toEqual(expect.stringMatching(/\w/));
	expect(seam.requests).toEqual([]);
});

const lock = { device_id: DEVICE, display_name: 'Front Door', properties: {} };
const heater = {
	...thermostat,
	properties: { ...thermostat.properties, available_hvac_mode_settings: ['off', 'heat'] },
};

/** What only the device tells: it is read, and then nothing is changed. */
const UNFIT: Array<[string, string, INodeParameters, object, string]> = [
	['a lock', 'thermostat: get', BY_ID, lock, '“Front Door” is not a thermostat'],
	[
		'a preset that it does not have',
		'thermostat: activateClimatePreset',
		{ ...BY_ID, climatePresetKey: 'eco' },
		thermostat,
		'“Hall” has no climate preset with the key “eco”',
	],
	[
		'a mode that it does not have',
		'thermostat: setHvacMode',
		{ ...BY_ID, hvacMode: 'cool' },
		heater,
		'“Hall” has no mode “cool”',
	],
	[
		'a set point beyond its limits',
		'thermostat: setHvacMode',
		{ ...BY_ID, hvacMode: 'heat', heatingSetPointCelsius: 27 },
		thermostat,
		'“Hall” takes no heating set point of 27 °C',
	],
	[
		'set points that are too close for it',
		'thermostat: setHvacMode',
		{ ...BY_ID, hvacMode: 'heat_cool', heatingSetPointCelsius: 21, coolingSetPointCelsius: 23 },
		thermostat,
		'The heating set point (21 °C) must be at least 3 °C below the cooling set point on “Hall” (23 °C)',
	],
	[
		'a schedule that ends before it starts',
		'thermostatSchedule: create',
		{ ...SCHEDULE, endsAt: '2027-03-01T10:30' },
		thermostat,
		'The schedule would end (2027-03-01T10:30:00+01:00) before it starts (2027-03-01T10:00:00Z)',
	],
	[
		'a schedule in local time where no zone is known',
		'thermostatSchedule: create',
		{ ...SCHEDULE, endsAt: '2027-03-02T10:30' },
		{ ...thermostat, location: {} },
		"'Ends At' has no offset",
	],
	[
		'quiet hours where no zone is known',
		'noiseThreshold: create',
		THRESHOLD,
		lock,
		"'Starts Daily At' has no time zone, and the sensor has none in Seam",
	],
	[
		'quiet hours of no length',
		'noiseThreshold: create',
		{ ...THRESHOLD, endsDailyAt: '22:00' },
		thermostat,
		"'Ends Daily At' is the same as 'Starts Daily At'",
	],
];

it.each(UNFIT)(
	'refuses %s (%s), which only the device tells',
	async (_name, what, parameters, device, says) => {
		seam.respondWith('/devices/get', { device });
		const error = await refusal(what, parameters);
		expect(error.message).toContain(says);
		expect(seam.requests.map(({ path }) => path)).toEqual(['/devices/get']);
	},
);

it('says what went wrong where the thermostat fails', async () => {
	seam.respondWith('/devices/get', { device: thermostat });
	seam.respondWith('/thermostats/activate_climate_preset', {
		action_attempt: {
			action_attempt_id: 'attempt-1',
			status: 'error',
			error: { type: 'device_offline', message: 'It could not be reached' },
		},
	});
	const { message } = await refusal('thermostat: activateClimatePreset', {
		...BY_ID,
		climatePresetKey: 'away',
	});
	expect(message).toBe(
		`Device ${DEVICE} did not activate “away”: It could not be reached [item 0]`,
	);
});

it('does not wait for a sensor if only the start is wanted', async () => {
	const begun = { action_attempt_id: 'attempt-1', status: 'pending' };
	seam.respondWith('/noise_sensors/noise_thresholds/delete', { action_attempt: begun });
	const [[item]] = await runNode(Seam, {
		parameters: {
			...{ resource: 'noiseThreshold', operation: 'delete', ...BY_ID },
			...{ noiseThresholdId: 'threshold-1', waitForResult: false },
		},
		seam,
	});
	expect(item.json).toEqual({ deleted: true });
	expect(seam.requests).toHaveLength(1);
});

it('lists thermostats and noise sensors for the editor, each without the other devices', async () => {
	const sensor = {
		device_id: 'sensor-1',
		device_type: 'minut_sensor',
		display_name: 'Living Room',
		properties: {},
	};
	seam.respondWith('/devices/list', { devices: [lock, thermostat, sensor] });
	const context = loadOptionsContext(Seam, { seam });
	expect((await searchThermostats.call(context, 'Ha')).results).toEqual([
		{ name: 'Hall', value: DEVICE },
	]);
	expect((await searchNoiseSensors.call(context)).results).toEqual([
		{ name: 'Living Room', value: 'sensor-1' },
	]);
});
