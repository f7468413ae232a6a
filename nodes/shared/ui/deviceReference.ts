import type { DeviceReference } from '../api/devices';
import { Refusal } from '../refusal';
import { isEmpty, quoted, readLocator } from './locator';
import { PASTED_DEVICE_ID, pastedId } from './seamId';

export type { DeviceReference } from '../api/devices';

const EXAMPLE = 'e.g. 3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';

const wayOut = (parameter: string): string =>
	`Choose a device from the list in '${parameter}', or give its name ('By Name') or its ID ('By ID', ${EXAMPLE}).`;

/** Of a field that takes several, which has no modes. */
const wayOutOfSeveral = (parameter: string): string =>
	`Choose from the list in '${parameter}', or give the name or the ID of a device (${EXAMPLE}).`;

/** Of a field that takes IDs alone. */
const wayOutById = (parameter: string): string =>
	`Choose from the list in '${parameter}', or give the ID of a device (${EXAMPLE}).`;

/**
 * Reads the value of a device locator, or what an expression put in its place: an ID, a pasted Console address,
 * a name (only in the mode By Name) or an object that carries `device_id`, such as the item of another Seam node.
 *
 * @throws Refusal naming `parameter` if no device can be read.
 */
export function readDeviceReference(value: unknown, parameter = 'Device'): DeviceReference {
	const { mode, given } = readLocator(value);
	if (isEmpty(given))
		throw new Refusal(`'${parameter}' is empty`, { parameter, fix: wayOut(parameter) });
	if (mode === 'name' && typeof given !== 'object') return { name: String(given).trim() };
	return { device_id: readDeviceId(given, parameter, wayOut) };
}

/**
 * Reads the value of a device locator that may be empty and has no mode By Name: null if nothing is given.
 *
 * @throws Refusal naming `parameter` if no device can be read.
 */
export function readDeviceIdIfAny(value: unknown, parameter: string): string | null {
	const { given } = readLocator(value);
	return isEmpty(given) ? null : readDeviceId(given, parameter, wayOutById);
}

/**
 * Reads a list of devices: an array, a JSON array in a string, or a string with commas or line breaks between.
 * Each entry is an ID, a pasted Console address, a name, or an object that carries `device_id`. Nothing at all is an
 * empty list.
 *
 * @throws Refusal naming `parameter` and the entry that can't be read.
 */
export function readDeviceReferences(value: unknown, parameter: string): DeviceReference[] {
	return givenIn(value, parameter).map((given) =>
		typeof given === 'string' && pastedId(given, PASTED_DEVICE_ID) === null
			? { name: given.trim() }
			: { device_id: readDeviceId(given, parameter, wayOutOfSeveral) },
	);
}

/** What the entries of a list hold, without empty ones. */
function givenIn(value: unknown, parameter: string): unknown[] {
	return entriesOf(value, parameter)
		.map((entry) => readLocator(entry).given)
		.filter((given) => !isEmpty(given));
}

function entriesOf(value: unknown, parameter: string): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	if (!value.trim().startsWith('[')) return value.split(/[,;\n]/);
	try {
		return JSON.parse(value) as unknown[];
	} catch {
		throw unreadableList(parameter);
	}
}

function unreadableList(parameter: string): Refusal {
	return new Refusal(`'${parameter}' begins like a JSON list but is not valid JSON`, {
		parameter,
		fix: 'Give a JSON array of names or IDs of devices, or those with commas between them.',
	});
}

function readDeviceId(
	given: unknown,
	parameter: string,
	fixOf: (parameter: string) => string,
): string {
	const candidate =
		typeof given === 'object' && given !== null && 'device_id' in given ? given.device_id : given;
	const id = typeof candidate === 'string' ? pastedId(candidate, PASTED_DEVICE_ID) : null;
	if (id !== null) return id;
	throw new Refusal(`'${parameter}' holds ${quoted(candidate)}, which is not the ID of a device`, {
		parameter,
		fix: fixOf(parameter),
	});
}
