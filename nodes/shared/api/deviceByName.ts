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

/** A field that takes several devices: what the editor calls it, and where n8n finds it. */
export interface DevicesField {
	label: string;
	parameter: string;
}

/** Who has a name: one device, several, or none, but others are called much the same. */
export type NameLookup =
	| { device: Device }
	| { several: Device[] }
	| { alike: string[]; cause: SeamError };

/**
 * Looks for a device by its name. Seam wants the name as it stands there; if it finds none, all devices are looked
 * through for one whose name differs in case and spaces only.
 */
export async function lookUpName(name: string, { get, list }: NameSearch): Promise<NameLookup> {
	const { value, error } = await attemptAsync(get);
	if (value !== undefined) return { device: value };
	if (!isNotFound(error)) throw error;
	const { value: devices } = await attemptAsync(list);
	// Without the list there is nothing to suggest, and what Seam said still holds.
	if (devices === undefined) throw error;

	const found = devices.filter((device) =>
		namesOf(device).some((known) => sameToPeople(known, name)),
	);
	if (found.length === 1) return { device: found[0] };
	if (found.length > 1) return { several: found };
	return { alike: closestNames(name, devices.map(deviceName)), cause: error };
}

/**
 * The device that has the name. A failure tells the way out of the field that holds the name: of one that takes several
 * devices, or else of a device locator.
 *
 * @throws Refusal if several have that name, or none has and the field takes several; SeamError if none has
 */
export function deviceFound(name: string, lookup: NameLookup, field?: DevicesField): Device {
	if ('device' in lookup) return lookup.device;
	if ('several' in lookup) throw severalNamed(name, lookup.several, field);
	const message = `No device in Seam has the name '${name}'`;
	const alike = lookup.alike.map((known) => `'${known}'`);
	const guess = alike.length > 0 ? `Did you mean ${alike.join(' or ')}? ` : '';
	if (field) throw inField(message, `${guess}${wayOutOf(field)}`, field);
	const { kind, httpStatus, seamType, requestId } = lookup.cause;
	throw new SeamError(message, {
		...{ kind, httpStatus, seamType, requestId },
		fix: `${guess}Choose the device from the list, or give its name, which each entry of the list begins with, or its ID.`,
	});
}

/** An ID that Seam does not know, in a field that takes several devices; other errors unchanged. */
export function unknownIdIn(field: DevicesField, error: unknown): unknown {
	if (!isNotFound(error)) return error;
	const fix = `${wayOutOf(field)} Check that the key belongs to the workspace that the device is in.`;
	return inField(error.message, fix, field);
}

const NAMED_AT_MOST = 5;

function severalNamed(name: string, devices: Device[], field?: DevicesField): Refusal {
	const named = devices
		.slice(0, NAMED_AT_MOST)
		.map((device) => `${deviceName(device)} (${device.device_id})`);
	const more = devices.length > NAMED_AT_MOST ? ', …' : '';
	const ids = `${named.join(', ')}${more}.`;
	const message = `${devices.length} devices in Seam have the name '${name}'`;
	return field
		? inField(message, `Choose from the list in '${field.label}', or give an ID: ${ids}`, field)
		: new Refusal(message, { fix: `Choose one from the list, or give its ID: ${ids}` });
}

const inField = (message: string, fix: string, { label, parameter }: DevicesField): Refusal =>
	new Refusal(message, { fix }).inField(parameter, label);

const wayOutOf = ({ label }: DevicesField): string =>
	`Choose from the list in '${label}', or give a name, which each entry of the list begins with, or an ID.`;
