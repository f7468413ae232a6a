import type { INodeProperties } from 'n8n-workflow';

import type { HvacSetting } from '../../shared/api/thermostats';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { Refusal } from '../../shared/refusal';
import type { Thermostat } from '../../shared/schema/thermostat';
import { choice, choiceField, numberField } from '../../shared/ui/fieldKinds';
import { given } from '../parameters';
import { nameOf } from './readThermostat';

type Mode = HvacSetting['hvac_mode_setting'];
type Unit = 'celsius' | 'fahrenheit';
type Side = 'heating' | 'cooling';

const HEATS: Mode[] = ['heat', 'heat_cool'];
const COOLS: Mode[] = ['cool', 'heat_cool'];
const SIGNS: Record<Unit, string> = { celsius: '°C', fahrenheit: '°F' };
const NAMES: Record<`${Side}_${Unit}`, string> = {
	heating_celsius: 'heatingSetPointCelsius',
	heating_fahrenheit: 'heatingSetPointFahrenheit',
	cooling_celsius: 'coolingSetPointCelsius',
	cooling_fahrenheit: 'coolingSetPointFahrenheit',
};

const setPointField = (
	label: string,
	name: string,
	usual: number,
	description: string,
	show: { hvacMode: Mode[]; temperatureUnit: Unit[] },
): INodeProperties => ({
	...numberField(label, name, usual, { minValue: -50, maxValue: 150 }, description),
	displayOptions: { show },
});

const BELOW = 'The thermostat heats below this temperature';
const ABOVE = 'The thermostat cools above this temperature';

/** Mode and set points; what a mode does not need is not shown. */
export const settingFields: INodeProperties[] = [
	choiceField('HVAC Mode', 'hvacMode', 'heat', [
		choice('Cool', 'cool', 'Cool above the cooling set point'),
		choice('Eco', 'eco', "The thermostat's own energy saving, without set points"),
		choice('Heat', 'heat', 'Heat below the heating set point'),
		choice('Heat and Cool', 'heat_cool', 'Keep the temperature between both set points'),
		choice('Off', 'off', 'Neither heat nor cool'),
	]),
	{
		...choiceField('Temperature Unit', 'temperatureUnit', 'celsius', [
			choice('Celsius', 'celsius'),
			choice('Fahrenheit', 'fahrenheit'),
		]),
		displayOptions: { show: { hvacMode: [...COOLS, 'heat'] } },
	},
	setPointField('Heating Set Point (°C)', NAMES.heating_celsius, 20, BELOW, {
		hvacMode: HEATS,
		temperatureUnit: ['celsius'],
	}),
	setPointField('Heating Set Point (°F)', NAMES.heating_fahrenheit, 68, BELOW, {
		hvacMode: HEATS,
		temperatureUnit: ['fahrenheit'],
	}),
	setPointField('Cooling Set Point (°C)', NAMES.cooling_celsius, 25, ABOVE, {
		hvacMode: COOLS,
		temperatureUnit: ['celsius'],
	}),
	setPointField('Cooling Set Point (°F)', NAMES.cooling_fahrenheit, 77, ABOVE, {
		hvacMode: COOLS,
		temperatureUnit: ['fahrenheit'],
	}),
];

/** What the user asks of the thermostat. */
export interface AskedSetting {
	mode: Mode;
	unit: Unit;
	heating?: number;
	cooling?: number;
}

/** @throws Refusal also if heating would begin where cooling has not ended */
export function readSetting(item: ItemParameters): AskedSetting {
	const mode = item.choice<Mode>('hvacMode');
	const needsSetPoint = HEATS.includes(mode) || COOLS.includes(mode);
	const unit = needsSetPoint ? item.choice<Unit>('temperatureUnit') : 'celsius';
	const setting = {
		mode,
		unit,
		heating: HEATS.includes(mode) ? item.number(NAMES[`heating_${unit}`]) : undefined,
		cooling: COOLS.includes(mode) ? item.number(NAMES[`cooling_${unit}`]) : undefined,
	};
	refuseCloserThan(setting, 0, 'the cooling set point');
	return setting;
}

/** @throws Refusal if this thermostat can't do what is asked */
export function refuseUnfit(setting: AskedSetting, thermostat: Thermostat): void {
	const { mode, unit } = setting;
	const { properties } = thermostat;
	const modes = properties.available_hvac_mode_settings ?? [];
	if (!modes.includes(mode)) {
		throw new Refusal(`${nameOf(thermostat)} has no mode “${mode}”`, {
			parameter: 'hvacMode',
			fix: `Choose one that it has: ${modes.join(', ') || 'none is known'}.`,
		});
	}
	for (const side of ['heating', 'cooling'] as const) {
		const value = setting[side];
		if (value === undefined) continue;
		const least = properties[`min_${side}_set_point_${unit}`] ?? -Infinity;
		const most = properties[`max_${side}_set_point_${unit}`] ?? Infinity;
		if (value >= least && value <= most) continue;
		const limits = [
			...(Number.isFinite(least) ? [`not below ${least} ${SIGNS[unit]}`] : []),
			...(Number.isFinite(most) ? [`not above ${most} ${SIGNS[unit]}`] : []),
		];
		throw new Refusal(
			`${nameOf(thermostat)} takes no ${side} set point of ${value} ${SIGNS[unit]}`,
			{ parameter: NAMES[`${side}_${unit}`], fix: `Give one that is ${limits.join(' and ')}.` },
		);
	}
	const delta = properties[`min_heating_cooling_delta_${unit}`] ?? 0;
	refuseCloserThan(setting, delta, `the cooling set point on ${nameOf(thermostat)}`);
}

/** Seam: the heating set point is below the cooling set point by the thermostat's minimum difference. */
function refuseCloserThan({ unit, heating, cooling }: AskedSetting, delta: number, than: string) {
	if (heating === undefined || cooling === undefined) return;
	const distance = cooling - heating;
	if (distance > 0 && distance >= delta) return;
	const by = delta > 0 ? `at least ${delta} ${SIGNS[unit]} below` : 'below';
	throw new Refusal(
		`The heating set point (${heating} ${SIGNS[unit]}) must be ${by} ${than} (${cooling} ${SIGNS[unit]})`,
		{
			parameter: NAMES[`heating_${unit}`],
			fix: 'Lower the heating set point, or raise the cooling set point.',
		},
	);
}

/** As Seam takes it. */
export const requestOf = ({ mode, unit, heating, cooling }: AskedSetting): HvacSetting =>
	given({
		hvac_mode_setting: mode,
		[`heating_set_point_${unit}`]: heating,
		[`cooling_set_point_${unit}`]: cooling,
	});
