import { z } from 'zod';

/**
 * A field that Seam may leave out, send as null, or change the type of one day: what can't be read counts as
 * absent, so that one odd field never costs a guest the code. Fields that nothing works without are declared
 * without this.
 */
export function tolerant<T extends z.ZodTypeAny>(type: T) {
	return type.nullish().catch(undefined);
}

/** A list whose unreadable members are dropped, one by one, instead of the whole list. */
export function tolerantList<T extends z.ZodTypeAny>(member: T) {
	return z
		.array(z.unknown())
		.transform(
			(values): Array<z.output<T>> =>
				values.flatMap((value) => {
					const read = member.safeParse(value);
					return read.success ? [read.data as z.output<T>] : [];
				}),
		)
		.nullish()
		.catch(undefined);
}

/** Why and when, as Seam says it with each of its errors, warnings and pending changes. */
export const whyAndWhen = { message: tolerant(z.string()), created_at: tolerant(z.string()) };

/** An object of Seam's, of which this package reads these fields; all others pass through untouched. */
export function openObject<T extends z.ZodRawShape>(shape: T) {
	return z.object(shape).passthrough();
}
