import { IANAZone } from 'luxon';

import { HOUR, MINUTE, type Instant } from './instant';

/**
 * What a clock on the wall shows, as milliseconds since 1970-01-01T00:00 *on that clock*: the date is
 * `wall / DAY`, the time of day `wall mod DAY`. It is no instant: it needs a zone to become one.
 */
export type WallClock = number;

/** Whether this machine knows the IANA zone (a lock or a person may name one that does not exist). */
export function isKnownZone(zone: string): boolean {
	return IANAZone.create(zone).isValid;
}

/**
 * The name by which the zone of a place is usually listed (`Asia/Calcutta` for `Asia/Kolkata`); null for what is none,
 * and for zones of no place, such as UTC.
 */
export function cityZone(zone: string): string | null {
	if (!isKnownZone(zone)) return null;
	const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
	return /^(?!Etc\/)[A-Z]\w+\/\w/.test(timeZone) ? timeZone : null;
}

const offsetsOfZones = new Map<string, Map<number, number>>();
const REMEMBERED_PER_ZONE = 4096;

/**
 * The zone's offset from UTC at the instant, in milliseconds; null counts as UTC.
 * Offsets change on quarter hours of UTC, so they are remembered per quarter hour: asking `Intl` costs more
 * than all the rest of a plan.
 */
export function offsetAt(instant: Instant, zone: string | null): number {
	if (zone === null) return 0;
	let offsets = offsetsOfZones.get(zone);
	if (offsets === undefined) {
		offsets = new Map();
		offsetsOfZones.set(zone, offsets);
	}
	const quarter = Math.floor(instant / (HOUR / 4));
	const remembered = offsets.get(quarter);
	if (remembered !== undefined) return remembered;
	const offset = Math.round(IANAZone.create(zone).offset(instant) * MINUTE);
	if (offsets.size >= REMEMBERED_PER_ZONE) offsets.clear();
	offsets.set(quarter, offset);
	return offset;
}

/** What a clock in the zone shows at the instant; null counts as UTC. */
export function wallClockAt(instant: Instant, zone: string | null): WallClock {
	return instant + offsetAt(instant, zone);
}

/** The names that some makers use in the old form, and the names that people choose from. */
const OF_OLD_NAME: Readonly<Record<string, string>> = {
	CST6CDT: 'America/Chicago',
	EST5EDT: 'America/New_York',
	MST7MDT: 'America/Denver',
	PST8PDT: 'America/Los_Angeles',
};

/** The name of a city for a zone that has the old form (`PST8PDT`): the same clock. Others unchanged. */
export const currentZoneName = (zone: string): string => OF_OLD_NAME[zone] ?? zone;
