// A device's own words about time frames: `offline_time_frame_options` and `online_time_frame_options`.
import { fallsOn } from './recurrence.mts';
import { refuse } from './refusal.mts';
import { roundingAllowed } from './rounding.mts';
import { HOUR, aroundTheClock, durationMs, isZone, timeOfDay, toIso, wallClock } from './time.mts';
import type {
	CreateRequest,
	Granted,
	Reading,
	Refused,
	TimeFrameOption,
	Window,
} from './types.mts';

/** One option must be met with all its rules; `lockZone` serves where an option names no zone. */
export function judgeTimeFrameOptions(
	request: CreateRequest,
	window: Window,
	options: readonly TimeFrameOption[],
	lockZone: string,
	reading: Reading,
): Granted | Refused {
	if (window.end === null) return refuse('time_frame_needs_end', 'ends_at is required');
	const allowed = roundingAllowed(request, reading);
	const reasons: string[] = [];
	for (const option of options) {
		const zone = option.time_zone ?? lockZone;
		if (!isZone(zone)) continue;
		const met = meet(window.start, window.end, option, zone, allowed, reading);
		if (typeof met === 'number') {
			return {
				kind: 'offline_time_bound',
				starts_at: toIso(window.start),
				ends_at: toIso(met),
				expires: met,
			};
		}
		reasons.push(met);
	}
	return refuse(reasons[0] ?? 'time_frame', 'The time frame fits no option of the device');
}

/** The end that the option grants (epoch ms), or the name of the rule that it breaks. */
function meet(
	start: number,
	end: number,
	option: TimeFrameOption,
	zone: string,
	allowed: number,
	reading: Reading,
): number | string {
	const strict = reading === 'strict';
	const wallStart = wallClock(start, zone);
	const wallEnd = wallClock(end, zone);
	const elapsed = end - start;
	const onTheClock = wallEnd - wallStart;

	const longest = strict ? Math.max(elapsed, onTheClock) : Math.min(elapsed, onTheClock);
	const shortest = strict ? Math.min(elapsed, onTheClock) : Math.max(elapsed, onTheClock);
	if (option.min_duration !== undefined) {
		// A minimum in hours is a matter of hours; one in days may be meant in hours or in calendar days.
		const measured = option.min_duration.includes('T') ? elapsed : shortest;
		if (measured < (durationMs(option.min_duration) ?? Infinity)) return 'time_frame_min';
	}
	if (option.max_duration !== undefined) {
		if (longest > (durationMs(option.max_duration) ?? 0)) return 'time_frame_max';
	}
	if (!fallsOn(option.start_date_recurrence_rule, wallStart, reading))
		return 'time_frame_start_day';
	if (!fallsOn(option.end_date_recurrence_rule, wallEnd, reading)) return 'time_frame_end_day';
	if (option.time_pairs !== undefined) {
		const pair = option.time_pairs.some(
			(candidate) =>
				timeOfDay(wallStart) === minutes(candidate.start_time) &&
				timeOfDay(wallEnd) === minutes(candidate.end_time),
		);
		return pair ? end : 'time_frame_pairs';
	}
	if (option.matching_start_end_time) {
		const off = [aroundTheClock(0, elapsed), aroundTheClock(0, onTheClock)];
		const sizes = off.map(Math.abs);
		const smallest = Math.min(...sizes);
		// Whose time of day is meant is open only where the option names no zone.
		const strictly = option.time_zone === undefined ? smallest : sizes[1];
		const fits = strict ? strictly === 0 && Math.max(...sizes) <= allowed : smallest <= allowed;
		if (!fits) return 'time_frame_matching';
		return smallest === 0 ? end : end - off[1];
	}
	return end;
}

function minutes(text: string): number {
	const [hours, minutesPart] = text.split(':').map(Number);
	return hours * HOUR + minutesPart * (HOUR / 60);
}
