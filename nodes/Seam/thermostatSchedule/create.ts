import { createThermostatSchedule } from '../../shared/api/thermostats';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { Refusal } from '../../shared/refusal';
import { thermostatField } from '../../shared/ui/climateAndNoiseFields';
import { collectionField, timeField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { climatePresetKeyField } from '../fields';
import type { Operation, Run } from '../operation';
import { given } from '../parameters';
import { readThermostat, refuseUnknownPreset } from '../thermostat/readThermostat';
import { optionalWindow, zoneOfDevices } from '../times';
import { THERMOSTAT_SCHEDULE_FIELDS, simplified } from '../simplify';
import { overrideField, overridePeriodField, scheduleNameField, THERMOSTAT_TIME } from './fields';
import { refuseEndBeforeStart } from './scheduleWindow';

export const create: Operation = {
	name: 'Create',
	description: 'Have the thermostat follow a climate preset from one time to another',
	action: 'Create thermostat schedule',
	effect: 'change',
	fields: [
		thermostatField,
		climatePresetKeyField,
		{
			...timeField('Starts At', 'startsAt', `When the preset begins. ${THERMOSTAT_TIME}.`),
			required: true,
		},
		{
			...timeField('Ends At', 'endsAt', `When the preset ends. ${THERMOSTAT_TIME}.`),
			required: true,
		},
		collectionField('Additional Fields', 'additionalFields', [
			overrideField,
			overridePeriodField,
			scheduleNameField,
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const key = item.text('climatePresetKey');
		const more = item.collection('additionalFields');
		const settings = given({
			name: more.optionalText('name'),
			is_override_allowed: more.flag('isOverrideAllowed'),
			max_override_period_minutes: more.number('maxOverridePeriodMinutes'),
		});
		for (const name of ['startsAt', 'endsAt']) {
			if (item.time(name) === undefined) throw emptyTime(item, name);
		}
		const thermostat = await readThermostat(run, item);
		refuseUnknownPreset(thermostat, key, 'climatePresetKey');
		const device_id = thermostat.device_id;
		const window = await readWindow(run, item, device_id);
		const request = { device_id, climate_preset_key: key, ...window, ...settings };
		const schedule = await createThermostatSchedule(run, request);
		return simplified(item, schedule, THERMOSTAT_SCHEDULE_FIELDS);
	},
};

function emptyTime(item: ItemParameters, name: string): Refusal {
	return new Refusal(`'${item.label(name)}' is empty`, {
		parameter: name,
		fix: 'Give a date and time, like 2027-03-01T15:00.',
	});
}

/** Both ends, which have been checked to be there. */
async function readWindow(run: Run, item: ItemParameters, deviceId: string) {
	const window = await optionalWindow(item, async () => await zoneOfDevices(run, [deviceId]));
	const { starts_at = '', ends_at = '' } = window;
	refuseEndBeforeStart(window, 'endsAt');
	return { starts_at, ends_at };
}
