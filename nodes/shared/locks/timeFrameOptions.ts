import type { TimeFrameOption } from '../schema/device';
import { readDateRule } from '../time/dateRule';
import type { DateRule } from '../time/dateRule';
import { readIsoDuration } from '../time/duration';
import { formatTimeOfDay, readSlotTime } from '../time/timeOfDay';
import { isKnownZone } from '../time/zone';
import { answerFromCandidates } from './fitting/candidates';
import type { Candidate, OtherReading } from './fitting/candidates';
import { describeBand } from './fitting/describeBand';
import type { CodeKind, FitQuestion, KindAnswer, LockFamily } from './types';
import type { WindowShape } from './fitting/windowShape';

/**
 * Locks whose device properties say by themselves which windows they take (Seam: `offline_time_frame_options`
 * and `online_time_frame_options`). One option is picked and all its rules are met; no list means any window.
 */
export const timeFrameOptions: LockFamily = {
	name: 'timeFrameOptions',
	displayName: 'This lock',
	matches: () => true,
	offlineKinds: {
		ongoing: [],
		time_bound: ['offline_time_bound'],
		one_time_use: ['offline_one_time_use'],
	},
	support: () => ({ kinds: ['offline_time_bound'], because: [] }),
	answer(question: FitQuestion): KindAnswer[] {
		if (question.access === 'one_time_use') return [noOneTimeCodes(this.displayName)];
		const options = question.device.properties.offline_time_frame_options ?? [];
		const candidates =
			options.length > 0
				? readOptions(options, 'offline', question)
				: [anyWindow('offline_time_bound', question.zone, 'offline')];
		if (candidates.length === 0) {
			return [unreadableOptions(this.name, 'offline_time_bound', options)];
		}
		return answerFromCandidates(this, candidates, question, (_window, { kind }) => ({
			flags: {
				is_offline_access_code: true,
				max_time_rounding: kind === 'offline_daily_bound' ? '1d' : '1h',
			},
			expectedOnLockAt: null,
			warnings: [],
			guestInstructions: [],
		}));
	},
};

/** The candidates that the device's own options make. An option that can't be read is left out, not guessed. */
export function readOptions(
	options: TimeFrameOption[],
	family: 'online' | 'offline',
	{ zone }: Pick<FitQuestion, 'zone'>,
): Candidate[] {
	return options.flatMap((option, index) => readOption(option, index, family, zone));
}

/** The candidate of a lock that says nothing of windows. */
export function anyWindow(
	kind: CodeKind,
	zone: string | null,
	family: 'online' | 'offline',
): Candidate {
	return {
		kind,
		allows: 'for any window',
		shape: {
			zone,
			clock: { type: 'free' },
			duration: { min: 0, max: Infinity, reading: 'elapsed' },
		},
		otherReadings: [],
		rank: 0,
		reasons: [
			{
				rule: 'any_window',
				value: null,
				source: `device.properties.${family}_time_frame_options is absent: any time frame works`,
			},
		],
		warnings: [],
	};
}

function readOption(
	option: TimeFrameOption,
	index: number,
	family: 'online' | 'offline',
	lockZone: string | null,
): Candidate[] {
	const zone = option.time_zone ?? lockZone;
	const duration = readBand(option);
	const startDate = readOptionalRule(option.start_date_recurrence_rule);
	const endDate = readOptionalRule(option.end_date_recurrence_rule);
	const clocks = readClocks(option);
	const isZoneKnown = zone === null || isKnownZone(zone);
	if (!isZoneKnown || duration === null || startDate === null || endDate === null) return [];

	const isDaily = option.matching_start_end_time === true;
	const kind: CodeKind =
		family === 'online'
			? 'online_time_bound'
			: isDaily
				? 'offline_daily_bound'
				: 'offline_time_bound';
	const base = {
		kind,
		rank: index,
		reasons: [
			{
				rule: 'time_frame_option',
				value: option,
				source: `device.properties.${family}_time_frame_options[${index}]`,
			},
		],
		warnings: [],
	};
	return clocks.map(({ clock, label }) => {
		const shape: WindowShape = {
			zone,
			clock,
			duration,
			startDate: startDate.rule,
			endDate: endDate.rule,
		};
		return {
			...base,
			allows: describeOption(shape, label),
			shape,
			otherReadings: otherReadings(shape),
		};
	});
}

/** Hours or calendar alone, fixed times that the clocks skip, times of day that are equal in UTC. */
function otherReadings(shape: WindowShape): OtherReading[] {
	const zones = shape.clock.type === 'matching' ? [shape.zone, null] : [shape.zone];
	return zones.flatMap((zone) =>
		(['elapsed', 'calendar'] as const).map((reading) => ({
			shape: { ...shape, zone, duration: { ...shape.duration, reading }, takesSkippedTimes: true },
			tolerance: 0,
		})),
	);
}

/** Null where a duration can't be read. Of years and months, whose length varies, the safe side counts. */
function readBand(option: TimeFrameOption): WindowShape['duration'] | null {
	const min = readIsoDuration(option.min_duration ?? 'PT0S');
	const max = option.max_duration ? readIsoDuration(option.max_duration) : NO_LIMIT;
	return min === null || max === null
		? null
		: { min: min.longest, max: max.shortest, reading: 'both' };
}

const NO_LIMIT = { shortest: Infinity, longest: Infinity };

/** Null where the rule can't be read. */
function readOptionalRule(text: string | null | undefined): { rule?: DateRule } | null {
	if (text === null || text === undefined) return {};
	const read = readDateRule(text);
	return 'rule' in read ? read : null;
}

/** A time pair that can't be read is left out. */
function readClocks(
	option: TimeFrameOption,
): Array<{ clock: WindowShape['clock']; label: string }> {
	if (option.matching_start_end_time === true) {
		return [{ clock: { type: 'matching' }, label: '(same time of day at both ends)' }];
	}
	const pairs = option.time_pairs ?? [];
	if (pairs.length === 0) return [{ clock: { type: 'free' }, label: '' }];
	return pairs.flatMap((pair) => {
		const [start, end] = [readSlotTime(pair.start_time), readSlotTime(pair.end_time)];
		if (start === null || end === null) return [];
		const label = `from ${formatTimeOfDay(start.time)} to ${formatTimeOfDay(end.time)}`;
		return [{ clock: { type: 'pair' as const, start: start.time, end: end.time }, label }];
	});
}

/** The answer where no option of the lock can be read. */
export function unreadableOptions(
	family: string,
	kind: CodeKind,
	options: TimeFrameOption[],
): KindAnswer {
	const names = options.slice(0, 5).map(({ display_name }) => `“${display_name ?? 'unnamed'}”`);
	return {
		fits: false,
		kind,
		family,
		because: `The time-frame options of this lock (${names.join(', ')}) have a duration, date rule, time or zone that this package can't read, so no window can be checked.`,
		rule: 'time_frame_option_not_read',
		marking: 'caution',
	};
}

function describeOption({ duration, startDate, endDate }: WindowShape, label: string): string {
	const dates = startDate || endDate ? 'on certain dates' : '';
	const parts = [describeBand(duration.min, duration.max), label, dates];
	return parts.filter((part) => part !== '').join(' ') || 'for any window';
}

function noOneTimeCodes(displayName: string): KindAnswer {
	return {
		fits: false,
		kind: 'offline_one_time_use',
		family: 'timeFrameOptions',
		because: `${displayName} is not one whose one-time codes Seam documents; only igloohome and Lockly are.`,
		rule: 'one_time_use_not_supported',
		marking: 'caution',
	};
}
