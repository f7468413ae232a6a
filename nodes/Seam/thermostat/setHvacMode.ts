import { setHvacMode as set } from '../../shared/api/thermostats';
import { thermostatField } from '../../shared/ui/climateAndNoiseFields';
import { readWait, settled, waitFields } from '../deviceAction';
import type { Operation } from '../operation';
import { readThermostat } from './readThermostat';
import { readSetting, refuseUnfit, requestOf, settingFields } from './setPoints';

const WORDING = {
	actor: 'thermostat',
	verb: 'take the setting',
	done: 'taken the setting',
	isConfirmed: false,
};

export const setHvacMode: Operation = {
	name: 'Set HVAC Mode',
	description: 'Have the thermostat heat, cool or stop, with the set points that this needs',
	action: 'Set HVAC mode',
	effect: 'change',
	fields: [
		thermostatField,
		...settingFields,
		...waitFields('Whether to wait until the thermostat has taken the setting'),
	],
	execute: async (run, item) => {
		const setting = readSetting(item);
		const seconds = readWait(item);
		const thermostat = await readThermostat(run, item);
		refuseUnfit(setting, thermostat);
		const deviceId = thermostat.device_id;
		const begun = await set(run, deviceId, requestOf(setting));
		return await settled(run, begun, { deviceId, seconds, wording: WORDING });
	},
};
