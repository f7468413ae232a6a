import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { Refusal } from '../../shared/refusal';
import { thermostatSchema, type Thermostat } from '../../shared/schema/thermostat';
import type { Run } from '../operation';

/**
 * Reads the device in the field Device.
 *
 * @throws Refusal if it is no thermostat
 */
export async function readThermostat(run: Run, item: ItemParameters): Promise<Thermostat> {
	const thermostat = thermostatSchema.parse(await run.devices.get(run, item.device()));
	if (thermostat.properties.available_hvac_mode_settings) return thermostat;
	throw new Refusal(`${nameOf(thermostat)} is not a thermostat`, {
		parameter: 'device',
		fix: 'Choose a thermostat from the list, or give its name or ID.',
	});
}

/** As sentences name it. */
export const nameOf = ({ nickname, display_name, device_id }: Thermostat): string =>
	`“${nickname ?? display_name ?? device_id}”`;

/** The keys of the climate presets that it knows. */
export const presetKeysOf = ({ properties }: Thermostat): string[] =>
	(properties.available_climate_presets ?? []).map(({ climate_preset_key: key }) => key);

/** @throws Refusal if the thermostat knows no such preset */
export function refuseUnknownPreset(thermostat: Thermostat, key: string, parameter: string): void {
	const known = presetKeysOf(thermostat);
	if (known.includes(key)) return;
	throw new Refusal(`${nameOf(thermostat)} has no climate preset with the key “${key}”`, {
		parameter,
		fix:
			known.length > 0
				? `Give one of its keys: ${known.join(', ')}.`
				: "Make climate presets for it first, in Seam Console or the thermostat's app.",
	});
}
