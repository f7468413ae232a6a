import { Refusal } from '../refusal';
import type { Device } from '../schema/device';
import { SeamError } from './seamError';

/**
 * The same failure with the lock that it is about: as the fact `device`, and by name in the message, once, in place of
 * its ID. A refusal of a booking that has one lock needs no name.
 */
export function aboutLock<E>(error: E, device: Device, isOneOfSeveral: boolean): E {
	if (!(error instanceof Refusal || error instanceof SeamError)) return error;
	const name = device.nickname ?? device.display_name ?? device.device_id;
	const { manufacturer } = device.properties;
	const about = { device_id: device.device_id, name, ...(manufacturer ? { manufacturer } : {}) };
	error.facts = { ...error.facts, device: about };
	if (isOneOfSeveral || error instanceof SeamError) {
		error.message = naming(error.message, device.device_id, `“${name}”`);
	}
	return error;
}

function naming(message: string, id: string, name: string): string {
	const told = message.replace(new RegExp(`device ${id}`, 'i'), name);
	return told.includes(name) ? told : `${name}: ${told}`;
}
