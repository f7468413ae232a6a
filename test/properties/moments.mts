import { Temporal } from 'temporal-polyfill';

/** A change of the clocks in a zone; `at` is null for a zone whose clocks never change in these years. */
export interface Moment {
	zone: string;
	/** Epoch milliseconds. */
	at: number | null;
}

const FIRST = Temporal.Instant.from('2025-01-01T00:00Z');
const LAST = Temporal.Instant.from('2031-01-01T00:00Z');

/** Aliases that locks are known to name and that lists of zones leave out. */
const ALIASES = ['PST8PDT', 'EST5EDT'];

/** Every change of the clocks from 2025 to 2030 in every IANA zone, and each zone without one once. */
export function everyMoment(): Moment[] {
	return [...Intl.supportedValuesOf('timeZone'), ...ALIASES].flatMap((zone): Moment[] => {
		const changes = changesIn(zone);
		return changes.length > 0 ? changes.map((at) => ({ zone, at })) : [{ zone, at: null }];
	});
}

function changesIn(zone: string): number[] {
	const changes: number[] = [];
	let at = FIRST.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
	while (at !== null && Temporal.Instant.compare(at.toInstant(), LAST) < 0) {
		changes.push(at.epochMilliseconds);
		at = at.getTimeZoneTransition('next');
	}
	return changes;
}
