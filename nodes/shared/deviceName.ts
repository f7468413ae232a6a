import type { Device } from './schema/device';

/**
 * What people may call a device, most telling first: the name that they gave it, the one that Seam shows, and the maker's.
 * Devices that Seam does not manage have the last one only.
 */
export const namesOf = ({ nickname, display_name, properties }: Device): string[] =>
	[nickname, display_name, properties.name].filter((name) => name != null);

/** How a device is called in sentences and lists; by its ID if it has no name. */
export const deviceName = (device: Device): string => namesOf(device).at(0) ?? device.device_id;
