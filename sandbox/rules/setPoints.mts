// Set points that a thermostat takes (Seam: Set Points).
import { refuse } from './refusal.mts';
import type { Refused } from './types.mts';

type Asked = Record<string, unknown>;

const SIDES = {
	heating: ['heat', 'heat_cool'],
	cooling: ['cool', 'heat_cool'],
};

/** The set points of a mode in both units, or why the thermostat can't have them. */
export function judgeSetPoints(
	mode: string,
	asked: Asked,
	limits: Asked,
): { setPoints: Record<string, number> } | { refused: Refused } {
	const setPoints: Record<string, number> = {};
	for (const [side, modes] of Object.entries(SIDES)) {
		if (!modes.includes(mode)) continue;
		const name = `${side}_set_point`;
		const celsius = asked[`${name}_celsius`] as number | undefined;
		const fahrenheit = asked[`${name}_fahrenheit`] as number | undefined;
		if ((celsius === undefined) === (fahrenheit === undefined)) {
			const message = `You must set one of the ${name} parameters`;
			return { refused: refuse('set_point_in_one_unit', message) };
		}
		const unit = celsius === undefined ? 'fahrenheit' : 'celsius';
		const value = (celsius ?? fahrenheit)!;
		const least = limits[`min_${name}_${unit}`] as number | undefined;
		const most = limits[`max_${name}_${unit}`] as number | undefined;
		if (value < (least ?? -Infinity) || value > (most ?? Infinity)) {
			const message = `${name}_${unit} must be between ${least} and ${most}`;
			return { refused: refuse('set_point_limits', message) };
		}
		setPoints[`${name}_celsius`] = celsius ?? toCelsius(value);
		setPoints[`${name}_fahrenheit`] = fahrenheit ?? toFahrenheit(value);
	}
	const { heating_set_point_celsius: heating, cooling_set_point_celsius: cooling } = setPoints;
	const delta = (limits.min_heating_cooling_delta_celsius as number | undefined) ?? 0;
	const isTooClose =
		heating !== undefined &&
		cooling !== undefined &&
		(cooling <= heating || cooling - heating < delta);
	if (isTooClose) {
		const message = `The heating set point must be at least ${delta} °C below the cooling set point`;
		return { refused: refuse('heating_cooling_delta', message) };
	}
	return { setPoints };
}

export const toFahrenheit = (celsius: number): number => celsius * 1.8 + 32;
export const toCelsius = (fahrenheit: number): number => (fahrenheit - 32) / 1.8;
