import { activateClimatePreset as activate } from '../../shared/api/thermostats';
import { thermostatField } from '../../shared/ui/climateAndNoiseFields';
import { climatePresetKeyField } from '../fields';
import { readWait, settled, waitFields } from '../deviceAction';
import type { Operation } from '../operation';
import { readThermostat, refuseUnknownPreset } from './readThermostat';

export const activateClimatePreset: Operation = {
	name: 'Activate Climate Preset',
	description: 'Have the thermostat follow one of its presets, such as home or away, from now on',
	action: 'Activate climate preset',
	effect: 'change',
	fields: [
		thermostatField,
		climatePresetKeyField,
		...waitFields('Whether to wait until the thermostat has taken the preset'),
	],
	execute: async (run, item) => {
		const key = item.text('climatePresetKey');
		const seconds = readWait(item);
		const thermostat = await readThermostat(run, item);
		refuseUnknownPreset(thermostat, key, 'climatePresetKey');
		const deviceId = thermostat.device_id;
		const begun = await activate(run, deviceId, key);
		const wording = {
			actor: 'thermostat',
			verb: `activate “${key}”`,
			done: `activated “${key}”`,
			isConfirmed: false,
		};
		return await settled(run, begun, { deviceId, seconds, wording });
	},
};
