import type { FittingKind } from '../../locks/types';
import { formatInZoneOrNull } from '../../time/format';
import { MINUTE, type Instant } from '../../time/instant';
import type { Wish } from '../wish';
import type { Plan } from './planTypes';
import type { AskedWindow } from './readWindow';

/**
 * The window that was asked for beside the one of the code, as a plan tells both.
 *
 * @param window of the code; null where it has no start or no end
 */
export function describeWindow(
	asked: AskedWindow,
	window: Pick<FittingKind, 'start' | 'end'>,
	wish: Pick<Wish, 'timeZone'>,
): Plan['window'] {
	const iso = (instant: Instant | null) => formatInZoneOrNull(instant, asked.wireZone);
	const added = (from: Instant | null, to: Instant | null) =>
		from === null || to === null ? 0 : Math.max(0, Math.round((to - from) / MINUTE));
	return {
		asked: { starts_at: iso(asked.start), ends_at: iso(asked.end) },
		granted: { starts_at: iso(window.start), ends_at: iso(window.end) },
		minutes_added_before: added(window.start, asked.start),
		minutes_added_after: added(asked.end, window.end),
		time_zone: wish.timeZone ?? asked.clockZone,
		time_zone_source: wish.timeZone === undefined ? asked.zoneSource : 'parameter Time Zone',
	};
}
