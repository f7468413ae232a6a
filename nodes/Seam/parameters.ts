import type { IDataObject } from 'n8n-workflow';

import { Refusal } from '../shared/refusal';
import { formatInZone } from '../shared/time/format';
import { readTimeInput } from '../shared/time/timeInput';
import { instantOf, type WindowEnd } from '../shared/time/wallClock';
import { readDeviceReference } from '../shared/ui/deviceReference';
import { isEmpty, readLocator } from '../shared/ui/locator';
import { lockZone } from '../shared/locks/facts/zone';
import type { Run } from './operation';

/** Readers of parameters: each returns what Seam takes, or throws a Refusal that names the parameter. */

/** The fields of a collection; those that were not added are absent. */
export function readCollection({ context }: Run, name: string, itemIndex: number): IDataObject {
	return context.getNodeParameter(name, itemIndex, {}) as IDataObject;
}

/** A text that must be there, such as an ID. */
export function readText({ context }: Run, name: string, label: string, itemIndex: number): string {
	const { given } = readLocator(context.getNodeParameter(name, itemIndex, ''));
	const text = optionalText(given);
	if (text !== undefined) return text;
	const found = isEmpty(given) ? 'is empty' : 'holds no text';
	throw new Refusal(`'${label}' ${found}`, {
		parameter: name,
		fix: 'Give it as text, or with an expression that reads it from the item.',
	});
}

/** A text that may be missing; numbers count as text, since expressions hand IDs and PINs over as such. */
export function optionalText(value: unknown): string | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** Undefined where all records are wanted. */
export function readLimit({ context }: Run, itemIndex: number): number | undefined {
	if (context.getNodeParameter('returnAll', itemIndex, false) === true) return undefined;
	const limit = Number(context.getNodeParameter('limit', itemIndex, 50));
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw new Refusal("'Limit' is not a whole number above 0", {
		parameter: 'limit',
		fix: "Give a number such as 50, or turn on 'Return All'.",
	});
}

/** The ID of the device in the field Device; one given by name is looked up. */
export async function readDeviceId(run: Run, itemIndex: number): Promise<string> {
	const reference = readDeviceReference(run.context.getNodeParameter('device', itemIndex));
	if ('device_id' in reference) return reference.device_id;
	return (await run.devices.get(reference, itemIndex)).device_id;
}

/** A list as an array, or as text with commas or line breaks between; undefined where nothing is given. */
export function optionalList(value: unknown): string[] | undefined {
	const entries = Array.isArray(value) ? value : (optionalText(value)?.split(/[,\n]/) ?? []);
	const texts = entries.flatMap((entry) => optionalText(entry) ?? []);
	return texts.length > 0 ? texts : undefined;
}

/** Key and value pairs for Seam's custom metadata, from an object or JSON text; undefined where nothing is given. */
export function optionalMetadata(value: unknown): Record<string, string | boolean> | undefined {
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (isEmpty(given)) return undefined;
	const entries =
		typeof given === 'object' && !Array.isArray(given) ? Object.entries(given ?? {}) : null;
	const isTakenBySeam = (content: unknown) =>
		['string', 'boolean', 'number'].includes(typeof content);
	if (entries === null || entries.some(([, content]) => !isTakenBySeam(content))) {
		throw new Refusal("'Custom Metadata (JSON)' is not a flat object of texts and true or false", {
			parameter: 'customMetadata',
			fix: 'Give an object like { "listing_id": "4711", "has_sauna": true }.',
		});
	}
	if (entries.length === 0) return undefined;
	return Object.fromEntries(
		entries.map(([key, content]) => [
			key,
			typeof content === 'boolean' ? content : String(content),
		]),
	);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.trim() || '{}') as unknown;
	} catch {
		return text;
	}
}

/**
 * A time as Seam takes it (ISO 8601 with offset), from any ISO form, a luxon DateTime or a Date; undefined where
 * nothing is given.
 *
 * @param zoneOf Where a time without an offset is meant; asked only for such a time
 */
export async function optionalTime(
	value: unknown,
	{ label, name, end }: { label: string; name: string; end: WindowEnd },
	zoneOf: () => Promise<string | null> | string,
): Promise<string | undefined> {
	if (isEmpty(value)) return undefined;
	const input = readNamed(value, label, name);
	if (input.type === 'instant') return formatInZone(input.at, null);
	if (input.type === 'date') {
		throw new Refusal(`'${label}' is a date without a time of day`, {
			parameter: name,
			fix: 'Add the time, like 2027-03-01T15:00.',
		});
	}
	const zone = input.zone ?? (await zoneOf());
	if (zone === null) {
		throw new Refusal(
			`'${label}' has no offset, and no single lock's time zone tells what it means`,
			{
				parameter: name,
				fix: 'Add the offset, like 2027-03-01T15:00:00+01:00.',
			},
		);
	}
	return formatInZone(instantOf(input.wall, zone, end), zone);
}

/**
 * Both ends of a window, each as `optionalTime` reads it.
 *
 * @param collection The collection that the fields stand in, if any
 */
export async function optionalWindow(
	{ startsAt, endsAt }: { startsAt?: unknown; endsAt?: unknown },
	zoneOf: () => Promise<string | null> | string,
	collection?: string,
): Promise<{ starts_at?: string; ends_at?: string }> {
	const path = (name: string) => (collection === undefined ? name : `${collection}.${name}`);
	const start = { name: path('startsAt'), label: 'Starts At', end: 'start' } as const;
	const end = { name: path('endsAt'), label: 'Ends At', end: 'end' } as const;
	return {
		starts_at: await optionalTime(startsAt, start, zoneOf),
		ends_at: await optionalTime(endsAt, end, zoneOf),
	};
}

/** The window in the fields Starts At and Ends At of a node that works with several locks. */
export async function readWindowOfDevices(
	run: Run,
	deviceIds: readonly string[],
	itemIndex: number,
): Promise<{ starts_at?: string; ends_at?: string }> {
	const given = (name: string): unknown => run.context.getNodeParameter(name, itemIndex, '');
	return await optionalWindow(
		{ startsAt: given('startsAt'), endsAt: given('endsAt') },
		async () => await zoneOfDevices(run, deviceIds, itemIndex),
	);
}

/** @throws Refusal where the collection Update Fields asks for no change */
export function refuseNoChange(changes: object): void {
	if (Object.keys(changes).length > 0) return;
	throw new Refusal("'Update Fields' is empty, so there is nothing to change", {
		parameter: 'updateFields',
		fix: 'Add the fields that are to change.',
	});
}

function readNamed(value: unknown, label: string, name: string) {
	try {
		return readTimeInput(value);
	} catch (error) {
		throw named(error, label, name);
	}
}

function named(error: unknown, label: string, name: string): Refusal {
	const { message, fix } = error instanceof Refusal ? error : new Refusal(String(error));
	return new Refusal(`'${label}': ${message.replace(/\.$/, '')}`, { parameter: name, fix });
}

/** The zone in which all these locks are, or null where they differ or one has none. */
export async function zoneOfDevices(
	run: Run,
	deviceIds: readonly string[],
	itemIndex: number,
): Promise<string | null> {
	const zones = new Set<string | null>();
	for (const deviceId of deviceIds) {
		zones.add(lockZone(await run.devices.get(deviceId, itemIndex))?.zone ?? null);
	}
	return zones.size === 1 ? [...zones][0] : null;
}

/** The request without the fields that were not given, so that Seam's own defaults hold. */
export function given<T extends object>(request: T): T {
	const isGiven = (value: unknown) =>
		typeof value === 'string' ? value.trim() !== '' : value !== undefined;
	return Object.fromEntries(Object.entries(request).filter(([, value]) => isGiven(value))) as T;
}
