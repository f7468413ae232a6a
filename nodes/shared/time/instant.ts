/** A point in time as milliseconds since 1970-01-01T00:00:00Z: comparable, storable, without a zone of its own. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An ISO 8601 string of Seam as an instant; null if there is none or it can't be read. */
export function readInstant(iso: string | null | undefined): Instant | null {
	const instant = Date.parse(iso ?? '');
	return Number.isNaN(instant) ? null : instant;
}
