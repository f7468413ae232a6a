import { attemptAsync } from '../attempt';
import { closestNames, sameToPeople } from '../closestNames';
import { deviceName, namesOf } from '../deviceName';
import { Refusal } from '../refusal';
import type { Device } from '../schema/device';
import { isNotFound, SeamError } from './seamError';

/** How to ask Seam: for the one device that it finds by a name, and for all of them. */
export interface NameSearch {
	get: () => Promise<Device>;
	list: () => Promise<Device[]>;
}

const NAMED_AT_MOST = 5;

/**
 * Finds a device by its name. Seam wants the name as it stands there; if it finds none, all devices are looked
 * through for one whose name differs in case and spaces only.
 *
 * @throws Refusal if several have that name; SeamError that names the likeliest if none has
 */
export async function deviceByName(name: string, { get, list }: NameSearch): Promise<Device> {
	const { value, error } = await attemptAsync(get);
	if (value !== undefined) return value;
	if (!isNotFound(error)) throw error;
	const { value: devices } = await attemptAsync(list);
	// Without the list there is nothing to suggest, and what Seam said still holds.
	if (devices === undefined) throw error;

	const [found, ...others] = devices.filter((device) =>
		namesOf(device).some((known) => sameToPeople(known, name)),
	);
	if (found === undefined) throw unknownName(name, devices, error);
	if (others.length > 0) throw severalNamed(name, [found, ...others]);
	return found;
}

function unknownName(name: string, devices: Device[], cause: SeamError): SeamError {
	const close = closestNames(name, devices.map(deviceName)).map((known) => `'${known}'`);
	const guess = close.length > 0 ? `Did you mean ${close.join(' or ')}? ` : '';
	const { kind, httpStatus, seamType, requestId } = cause;
	return new SeamError(`No device in Seam has the name '${name}'`, {
		...{ kind, httpStatus, seamType, requestId },
		fix: `${guess}Choose the device from the list, or give its name as the list shows it, or its ID.`,
	});
}

function severalNamed(name: string, devices: Device[]): Refusal {
	const named = devices
		.slice(0, NAMED_AT_MOST)
		.map((device) => `${deviceName(device)} (${device.device_id})`);
	const more = devices.length > NAMED_AT_MOST ? ', …' : '';
	return new Refusal(`${devices.length} devices in Seam have the name '${name}'`, {
		fix: `Choose one from the list, or give its ID: ${named.join(', ')}${more}.`,
	});
}
