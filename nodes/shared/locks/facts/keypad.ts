import type { Device } from '../../schema/device';

/**
 * Whether the device had an accessory keypad that is not connected now; `device.accessory_keypad_disconnected` events
 * tell since when.
 */
export function isKeypadGone({ properties }: Device): boolean {
	return properties.accessory_keypad?.is_connected === false;
}

/** The maker whose metadata says that this lock has no keypad (Seam: Nuki, Tedee and August locks). */
export function makerWithoutKeypad({ properties }: Device): 'Nuki' | 'Tedee' | 'August' | null {
	const { nuki_metadata: nuki, tedee_metadata: tedee, august_metadata: august } = properties;
	if (nuki?.keypad_paired === false && nuki.keypad_2_paired !== true) return 'Nuki';
	if (tedee != null && tedee.keypad_id == null) return 'Tedee';
	// An August account also holds Yale locks with a keypad of their own.
	const isBuiltIn = properties.model?.has_built_in_keypad === true;
	return august?.has_keypad === false && !isBuiltIn ? 'August' : null;
}

/** Whether Seam knows of no keypad at all, though neither a keypad is gone nor a maker says that there is none. */
export function lacksEveryKeypad(device: Device): boolean {
	return (
		device.properties.model?.has_built_in_keypad === false &&
		!isKeypadGone(device) &&
		makerWithoutKeypad(device) === null &&
		!hasAccessoryKeypad(device)
	);
}

/** The makers that don't fill `accessory_keypad` tell in their own metadata. */
function hasAccessoryKeypad({ properties }: Device): boolean {
	return (
		properties.accessory_keypad?.is_connected === true ||
		properties.igloohome_metadata?.keypad_id != null ||
		properties.nuki_metadata?.keypad_paired === true ||
		properties.nuki_metadata?.keypad_2_paired === true ||
		properties.tedee_metadata?.keypad_id != null ||
		properties.august_metadata?.has_keypad === true
	);
}
