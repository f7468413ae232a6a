import { getThermostatSchedule, updateThermostatSchedule } from '../../shared/api/thermostats';
import { collectionField, timeField } from '../../shared/ui/fieldKinds';
import { isEmpty } from '../../shared/ui/locator';
import { simplifyField } from '../../shared/ui/simplifyField';
import { climatePresetKeyField } from '../fields';
import type { Operation } from '../operation';
import { given, refuseNoChange } from '../parameters';
import { changedWindow, zoneOfDevices } from '../times';
import { THERMOSTAT_SCHEDULE_FIELDS, simplified } from '../simplify';
import {
	overrideField,
	overridePeriodField,
	scheduleIdField,
	scheduleNameField,
	THERMOSTAT_TIME,
} from './fields';
import { refuseEndBeforeStart } from './scheduleWindow';

export const update: Operation = {
	name: 'Update',
	description: 'Move a schedule, or give it another climate preset',
	action: 'Update thermostat schedule',
	effect: 'change',
	fields: [
		scheduleIdField,
		collectionField('Update Fields', 'updateFields', [
			overrideField,
			{ ...climatePresetKeyField, required: false },
			timeField('Ends At', 'endsAt', THERMOSTAT_TIME),
			overridePeriodField,
			scheduleNameField,
			timeField('Starts At', 'startsAt', THERMOSTAT_TIME),
		]),
		simplifyField,
	],
	execute: async (run, item) => {
		const id = item.text('thermostatScheduleId');
		const fields = item.collection('updateFields');
		const settings = given({
			climate_preset_key: fields.optionalText('climatePresetKey'),
			name: fields.optionalText('name'),
			is_override_allowed: fields.flag('isOverrideAllowed'),
			max_override_period_minutes: fields.number('maxOverridePeriodMinutes'),
		});
		const times = ['startsAt', 'endsAt'].filter((name) => !isEmpty(fields.value(name)));
		for (const name of times) fields.time(name);
		if (times.length === 0) refuseNoChange(settings);

		const before = await getThermostatSchedule(run, id);
		const zone = async () => await zoneOfDevices(run, [before.device_id]);
		const window = given(await changedWindow(fields, zone));
		refuseEndBeforeStart({ ...before, ...window }, `updateFields.${times.at(-1)}`);
		await updateThermostatSchedule(run, id, { ...settings, ...window });
		const updated = await getThermostatSchedule(run, id);
		return simplified(item, updated, THERMOSTAT_SCHEDULE_FIELDS);
	},
};
