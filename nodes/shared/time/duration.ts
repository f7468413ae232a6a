import { DAY, HOUR, MINUTE } from './instant';

const ISO =
	/^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * An ISO 8601 duration such as `PT672H` or `P29D` in milliseconds, days of 24 hours. Years and months have no
 * fixed length: `shortest` and `longest` differ for them. Null if it can't be read.
 */
export function readIsoDuration(text: unknown): { shortest: number; longest: number } | null {
	const match = typeof text === 'string' ? ISO.exec(text.trim()) : null;
	if (match === null) return null;
	const [years, months, weeks, days, hours, minutes, seconds] = match
		.slice(1)
		.map((part) => Number(part ?? '0'));
	const fixed = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000;
	return {
		shortest: fixed + (years * 365 + months * 28) * DAY,
		longest: fixed + (years * 366 + months * 31) * DAY,
	};
}
