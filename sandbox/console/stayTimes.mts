// When a stay can begin and end on a lock that holds certain times of day only.
import type { RuleDevice } from '../rules/types.mts';

export interface StayTimes {
	/** On the lock's own clock, e.g. `15:30`. */
	from: string;
	until: string;
}

/** The usual times of a stay, in minutes of the day. */
const USUAL = { from: 15 * 60, until: 11 * 60 };

/** The times for a night on this lock, the nearest to the usual ones first; none where it takes any. */
export function stayTimesOf({ properties }: RuleDevice): StayTimes[] {
	const levels = (properties.dormakaba_oracode_metadata?.predefined_time_slots ?? [])
		.filter((slot) => !slot.is_master && !slot.is_one_shot && !slot.is_biweekly_mode)
		.map((slot) => ({ from: slot.check_in_time, until: slot.check_out_time }));
	const pairs = (properties.online_time_frame_options ?? [])
		.flatMap(({ time_pairs: found }) => found ?? [])
		.map((pair) => ({ from: pair.start_time, until: pair.end_time }));
	return [...levels, ...pairs]
		.map(({ from, until }) => ({ from: from.slice(0, 5), until: until.slice(0, 5) }))
		.sort((a, b) => distance(a) - distance(b));
}

const distance = ({ from, until }: StayTimes): number =>
	Math.abs(minutes(from) - USUAL.from) + Math.abs(minutes(until) - USUAL.until);

function minutes(clock: string): number {
	const [hours, rest] = clock.split(':').map(Number);
	return hours * 60 + rest;
}
