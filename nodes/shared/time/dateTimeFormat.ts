const formats = new Map<string, Intl.DateTimeFormat>();
const REMEMBERED_FORMATS = 64;

/** `Intl.DateTimeFormat` in UTC, for what `wallClockAt` gives. Remembered: to make one takes far longer than to use it. */
export function dateTimeFormat(
	language: string,
	options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
	const key = `${language} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (format === undefined) {
		format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
		// Languages may come from expressions.
		if (formats.size >= REMEMBERED_FORMATS) formats.clear();
		formats.set(key, format);
	}
	return format;
}
