import type { ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import { isEmpty, quoted } from '../shared/ui/locator';
import type { Run } from './operation';

/** The parameters of an item, or of a collection in it. */
export type Parameters = ItemParameters | ItemParameters<undefined>;

/** Undefined if all records are wanted. */
export function readLimit(item: ItemParameters): number | undefined {
	return item.flag('returnAll') ? undefined : item.number('limit');
}

/** The ID of the device in the field Device; one given by name is looked up. */
export async function readDeviceId(run: Run, item: ItemParameters): Promise<string> {
	const reference = item.device();
	if ('device_id' in reference) return reference.device_id;
	return (await run.devices.get(run, reference)).device_id;
}

/**
 * The IDs of the devices in the field that picks several; those given by name are looked up.
 *
 * @throws Refusal if there is none
 */
export async function readDeviceIds(run: Run, item: ItemParameters): Promise<string[]> {
	const given = item.devices('devices');
	if (given.references.length > 0) return await run.devices.idsOf(run, given);
	throw new Refusal(`'${item.label('devices')}' is empty`, {
		parameter: 'devices',
		fix: 'Choose from the list, or give names or IDs with an expression.',
	});
}

/**
 * Key and value pairs for Seam's custom metadata, from `metadataFields`; undefined if none is given.
 *
 * @throws Refusal if a row has no key, or a value is neither text nor true or false
 */
export function optionalMetadata(
	fields: ItemParameters<undefined>,
): Record<string, string | boolean> | undefined {
	const entries = [
		...readObject(fields, 'customMetadataJson'),
		...readRows(fields, 'customMetadata'),
	];
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

type Entry = [key: string, content: string | boolean];

function readRows(fields: ItemParameters<undefined>, name: string): Entry[] {
	const { values = [] } = (fields.value(name) ?? {}) as { values?: Row[] };
	return values.map(({ key, value }) => {
		const text = String(key ?? '').trim();
		const content = readContent(value);
		if (text !== '' && content !== null) return [text, content];
		const what =
			text === '' ? 'has a row without a key' : `has no text under the key ${quoted(text)}`;
		throw new Refusal(`'${fields.label(name)}' ${what}`, {
			parameter: fields.path(name),
			fix: 'Give each row a key, and a text, a number, or true or false as its value.',
		});
	});
}

interface Row {
	key?: unknown;
	value?: unknown;
}

function readObject(fields: ItemParameters<undefined>, name: string): Entry[] {
	const value = fields.value(name);
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (isEmpty(given)) return [];
	const entries =
		typeof given === 'object' && !Array.isArray(given) ? Object.entries(given ?? {}) : [null];
	return entries.map((entry) => {
		const content = entry && readContent(entry[1]);
		if (entry !== null && content !== null) return [entry[0], content];
		throw new Refusal(`'${fields.label(name)}' is not a flat object of texts and true or false`, {
			parameter: fields.path(name),
			fix: 'Give an object like { "listing_id": "4711", "has_sauna": true }.',
		});
	});
}

/** As Seam takes it: numbers as text; null for what it does not take. */
function readContent(content: unknown): string | boolean | null {
	if (typeof content === 'boolean') return content;
	return typeof content === 'string' || typeof content === 'number' ? String(content) : null;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.trim() || '{}') as unknown;
	} catch {
		return text;
	}
}

/** @throws Refusal if the collection Update Fields asks for no change */
export function refuseNoChange(changes: object): void {
	if (Object.keys(changes).length > 0) return;
	throw new Refusal("'Update Fields' is empty, so there is nothing to change", {
		parameter: 'updateFields',
		fix: 'Add the fields that are to change.',
	});
}

/** The request without the fields that were not given, so that Seam's own defaults hold. */
export function given<T extends object>(request: T): T {
	return Object.fromEntries(
		Object.entries(request).filter(([, value]) => value !== undefined),
	) as T;
}
