import type { Resource } from '../operation';
import { activateClimatePreset } from './activateClimatePreset';
import { get } from './get';
import { getMany } from './getMany';
import { setHvacMode } from './setHvacMode';

export const thermostat: Resource = {
	name: 'Thermostat',
	operations: { activateClimatePreset, get, getMany, setHvacMode },
	default: 'get',
};
