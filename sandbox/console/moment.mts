// Instants and days as the page shows them.
import { Temporal } from 'temporal-polyfill';

/** An instant (epoch ms) as a person says it, e.g. `Fri 27 Nov, 15:00`, on the clock of a zone. */
export function momentOn(zone: string, instant: number): string {
	const parts = formatOf(zone).formatToParts(instant);
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-US', {
			...{ weekday: 'short', day: 'numeric', month: 'short' },
			...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
		});
		formats.set(zone, format);
	}
	return format;
}

/** The day of an instant (epoch ms) on the calendar of a zone, e.g. `2026-11-27`. */
export function dayOn(zone: string, instant: number): string {
	return Temporal.Instant.fromEpochMilliseconds(instant)
		.toZonedDateTimeISO(zone)
		.toPlainDate()
		.toString();
}
