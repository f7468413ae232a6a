import type { ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import { isEmpty } from '../shared/ui/locator';
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

/** Key and value pairs for Seam's custom metadata, from an object or JSON text; undefined if nothing is given. */
export function optionalMetadata(
	fields: Parameters,
	name = 'customMetadata',
): Record<string, string | boolean> | undefined {
	const value = fields.value(name);
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (isEmpty(given)) return undefined;
	const entries =
		typeof given === 'object' && !Array.isArray(given) ? Object.entries(given ?? {}) : null;
	const isTakenBySeam = (content: unknown) =>
		['string', 'boolean', 'number'].includes(typeof content);
	if (entries === null || entries.some(([, content]) => !isTakenBySeam(content))) {
		throw new Refusal(`'${fields.label(name)}' is not a flat object of texts and true or false`, {
			parameter: fields.path(name),
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
