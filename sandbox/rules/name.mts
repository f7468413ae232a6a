import { refuse } from './refusal.mts';
import type { ExistingCode, Reading, Refused, RuleDevice } from './types.mts';

/**
 * The name as the lock shows it: Seam keeps a long name whole and cuts what it sends to the lock.
 */
export function appearanceOf(name: string, device: RuleDevice): string {
	const { max_length: max } = constraint(device, 'name_length') ?? {};
	return max === undefined ? name : name.slice(0, max);
}

/**
 * Name rules of the lock. Seam "may add characters or truncate" a name, so lenient refuses nothing; strict refuses a
 * name that is too short, and one that the lock would show exactly like another where names must be unique.
 */
export function judgeName(
	name: string | undefined,
	device: RuleDevice,
	existing: readonly ExistingCode[],
	reading: Reading,
): Refused | null {
	if (name === undefined || reading === 'lenient') return null;
	const min = constraint(device, 'name_length')?.min_length ?? 0;
	if (name.length < min) {
		return refuse('name_length', `name must be at least ${min} characters long for this device`);
	}
	if (constraint(device, 'name_must_be_unique')) {
		const shown = appearanceOf(name, device);
		const taken = existing.some((code) => code.name && appearanceOf(code.name, device) === shown);
		if (taken)
			return refuse('name_must_be_unique', 'An access code with this name is on the device');
	}
	return null;
}

const constraint = (device: RuleDevice, type: string) =>
	device.properties.code_constraints?.find((candidate) => candidate.constraint_type === type);
