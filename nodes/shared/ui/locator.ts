/** What a resource locator holds. An expression may put any value in its place: that counts as given by ID. */
export function readLocator(value: unknown): { mode: unknown; given: unknown } {
	return isLocator(value) ? { mode: value.mode, given: value.value } : { mode: 'id', given: value };
}

export function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** A value as it may stand in a sentence: quoted, shortened, and never the inside of an object. */
export function quoted(value: unknown): string {
	if (typeof value === 'object' || value === undefined)
		return Array.isArray(value) ? 'a list' : 'an object without an ID';
	const text = String(value).trim();
	return `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;
}

function isLocator(value: unknown): value is { mode: unknown; value: unknown } {
	return typeof value === 'object' && value !== null && 'mode' in value && 'value' in value;
}
