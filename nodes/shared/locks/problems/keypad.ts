import type { Device } from '../../schema/device';
import { batteryProblem } from './power';
import type { DeviceProblem } from './problem';

/**
 * Whether the accessory keypad of the device was there once and is not connected now: then
 * `device.accessory_keypad_disconnected` events tell since when.
 */
export function isKeypadGone(device: Device): boolean {
	return device.properties.accessory_keypad?.is_connected === false;
}

/**
 * Whether a guest finds a keypad to enter a code on, and whether it has power (Seam: creating online access codes,
 * properties to look at when a capability flag is false).
 *
 * @param goneSince ISO 8601, when the accessory keypad was last seen to disconnect; null where nobody knows
 */
export function keypadProblems(device: Device, goneSince: string | null): DeviceProblem[] {
	return [...missingKeypad(device, goneSince), ...keypadBattery(device)];
}

function missingKeypad(device: Device, goneSince: string | null): DeviceProblem[] {
	const { model } = device.properties;
	if (isKeypadGone(device)) {
		const since = goneSince === null ? '' : ` since ${goneSince}`;
		return [
			{
				code: 'accessory_keypad_disconnected',
				severity: model?.has_built_in_keypad === true ? 'warning' : 'error',
				message: `The accessory keypad is not connected${since}`,
				fix: "Check the keypad's batteries and its distance to the lock, and pair it again in the maker's app.",
			},
		];
	}
	const maker = makerOfMissingKeypad(device);
	if (maker !== null) {
		return [
			{
				code: `${maker.toLowerCase()}_keypad_missing`,
				severity: 'error',
				message: `The lock has no ${maker} keypad, so access codes can be entered nowhere`,
				fix: `Connect a ${maker} keypad to the lock in the ${maker} app.`,
			},
		];
	}
	if (model?.has_built_in_keypad !== false || hasAccessoryKeypad(device)) return [];
	return [
		model.can_connect_accessory_keypad === true
			? {
					code: 'accessory_keypad_missing',
					severity: 'error',
					message: 'The lock has no keypad of its own and no accessory keypad is connected',
					fix: "Connect an accessory keypad to the lock in the maker's app.",
				}
			: {
					code: 'no_keypad',
					severity: 'error',
					message: 'The lock has no keypad and none can be connected to it',
					fix: 'Choose a lock with a keypad; an access code can be entered nowhere on this one.',
				},
	];
}

/** Seam: Nuki, Tedee and August locks. Their keypads are separate, and their metadata tells whether there is one. */
function makerOfMissingKeypad({ properties }: Device): string | null {
	const { nuki_metadata: nuki, tedee_metadata: tedee, august_metadata: august } = properties;
	if (nuki?.keypad_paired === false && nuki.keypad_2_paired !== true) return 'Nuki';
	if (tedee != null && tedee.keypad_id == null) return 'Tedee';
	if (august?.has_keypad === false) return 'August';
	return null;
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

function keypadBattery({ properties }: Device): DeviceProblem[] {
	const isCritical = properties.nuki_metadata?.keypad_battery_critical === true;
	return batteryProblem({
		code: 'accessory_keypad_battery_low',
		what: 'accessory keypad',
		battery: isCritical ? { status: 'critical' } : properties.accessory_keypad?.battery,
	});
}
