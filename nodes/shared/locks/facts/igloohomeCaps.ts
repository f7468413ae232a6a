import type { AccessCode } from '../../schema/accessCode';
import { DAY, HOUR, type Instant } from '../../time/instant';
import { wallClockAt } from '../../time/zone';
import { spanOf } from './codeSpan';
import type { WindowShape } from '../fitting/windowShape';
import type { CodeKind } from '../types';

export type IgloohomeKind = 'offline_hourly_bound' | 'offline_daily_bound' | 'offline_one_time_use';

/** Seam: igloohome offline access codes. How many codes may begin in one start hour or on one start day. */
export const CAPS: Readonly<
	Record<IgloohomeKind, { most: number; slot: number; slotName: string }>
> = {
	offline_hourly_bound: { most: 3, slot: HOUR, slotName: 'hour' },
	offline_daily_bound: { most: 3, slot: DAY, slotName: 'day' },
	offline_one_time_use: { most: 5, slot: DAY, slotName: 'day' },
};

/** Codes that begin further apart than this share neither hour nor day, whatever the clocks do meanwhile. */
const NEAR = 2 * DAY;

/**
 * Whether one more code of a kind may begin when the window does, counting the hours and days of a clock. The document does not say whose hours and days the caps count; they are counted on the clock of `zone` (null:
 * UTC). Undefined if there is room everywhere, as without codes.
 */
export function roomFor(
	kind: IgloohomeKind,
	existingCodes: AccessCode[] | undefined,
	zone: string | null,
): WindowShape['accepts'] {
	const { most, slot } = CAPS[kind];
	if (existingCodes === undefined || existingCodes.length < most) return undefined;
	const slotOf = (instant: Instant) => Math.floor(wallClockAt(instant, zone) / slot);
	return ({ start }) => {
		const taken = existingCodes.filter((code) => {
			const other = spanOf(code).start;
			const isNear = Math.abs(other - start) < NEAR;
			return isNear && kindOf(code) === kind && slotOf(other) === slotOf(start);
		});
		return taken.length < most;
	};
}

function kindOf(code: AccessCode): CodeKind | null {
	if (code.is_offline_access_code !== true) return null;
	if (code.is_one_time_use === true) return 'offline_one_time_use';
	const { start, end } = spanOf(code);
	// Between the bands lies nothing but what a daylight-saving change takes from 29 days.
	return end - start > 28.5 * DAY ? 'offline_daily_bound' : 'offline_hourly_bound';
}
