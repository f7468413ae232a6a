import type { CodeFamily, RuledOutKind } from '../../locks/types';
import type { Device } from '../../schema/device';
import type { Wish } from '../wish';

/**
 * What rules all codes of a family out before any window is looked at: the wish itself, or the lock's capability
 * flags. A flag that is true can be used now, false is supported but not working now, absent is not supported.
 */
export function gateOf(
	family: CodeFamily,
	device: Device,
	wish: Wish,
): Pick<RuledOutKind, 'rule' | 'because'> | null {
	const flag =
		family === 'online'
			? device.can_program_online_access_codes
			: device.can_program_offline_access_codes;
	const name = `can_program_${family}_access_codes`;
	if (device.is_managed === false) {
		return {
			rule: 'unmanaged_device',
			because:
				'Seam does not manage this device, so it can be given no codes. Convert it to managed in Seam.',
		};
	}
	if (flag === null || flag === undefined) {
		return {
			rule: name,
			because: `This device can hold no ${family} access codes (Seam lists no ${name} for it).`,
		};
	}
	if (flag === false) {
		return {
			rule: name,
			because: `This device can hold ${family} access codes, but not now (${name} is false).${hintOf(device)}`,
		};
	}
	if (wish.kind !== 'automatic' && wish.kind !== family) {
		return { rule: 'kind', because: `The kind was set to ${wish.kind}.` };
	}
	if (family === 'offline' && wish.pin.source === 'custom') {
		return {
			rule: 'custom_pin',
			because: 'A custom PIN was given, and the PIN of an offline code is assigned by the maker.',
		};
	}
	return null;
}

/** Seam: confirm capabilities. The properties that tell why a lock takes no codes now. */
function hintOf({ properties }: Device): string {
	const { model, accessory_keypad } = properties;
	if (accessory_keypad?.is_connected === false) return ' Its keypad is not connected.';
	if (model?.has_built_in_keypad === false && model.can_connect_accessory_keypad === true) {
		return ' It has no keypad of its own: connect one.';
	}
	return ' See the errors and warnings of the device.';
}
