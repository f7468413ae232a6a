import type { TimeFrameOption } from '../schema/device';
import { readDateRule } from '../time/dateRule';
import type { DateRule } from '../time/dateRule';
import { readIsoDuration } from '../time/duration';
import { formatTimeOfDay, readSlotTime } from '../time/timeOfDay';
import { isKnownZone } from '../time/zone';
import { answerFromCandidates } from './candidates';
import type { Candidate } from './candidates';
import { describeBand } from './describeBand';
import type { CodeKind, FitQuestion, KindAnswer, LockFamily, PlanWarning } from './types';
import type { WindowShape } from './windowFit';

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
	answer(question: FitQuestion): KindAnswer[] {
		if (question.access === 'one_time_use') return [noOneTimeCodes(this.displayName)];
		const options = question.device.properties.offline_time_frame_options ?? [];
		const candidates =
			options.length > 0
				? readOptions(options, 'offline', question)
				: [anyWindow('offline_time_bound', question.zone, 'offline')];
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

/** The candidates that the device's own options make. An option that can't be read is named, not guessed. */
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
	const property = `device.properties.${family}_time_frame_options[${index}]`;
	const name = option.display_name ?? `option ${index + 1}`;
	const warnings: PlanWarning[] = [];
	const cannotRead = (field: string, value: unknown) =>
		warnings.push({
			code: 'time_frame_rule_not_read',
			message: `The lock's time-frame option “${name}” has a ${field} that this package can't check (${String(value)}); Seam decides.`,
		});

	const zone = option.time_zone ?? lockZone;
	if (zone !== null && !isKnownZone(zone)) {
		cannotRead('time_zone', zone);
		return [];
	}
	const duration = { min: 0, max: Infinity, reading: 'both' as const };
	const minimum = readIsoDuration(option.min_duration ?? 'PT0S');
	const maximum = readIsoDuration(option.max_duration ?? 'PT0S');
	if (minimum === null) cannotRead('min_duration', option.min_duration);
	else duration.min = minimum.longest;
	if (maximum === null) cannotRead('max_duration', option.max_duration);
	else if (option.max_duration) duration.max = maximum.shortest;

	const dateRule = (field: 'start_date_recurrence_rule' | 'end_date_recurrence_rule') => {
		const text = option[field];
		if (text === null || text === undefined) return undefined;
		const read = readDateRule(text);
		if ('rule' in read) return read.rule;
		cannotRead(field, read.unsupported.join(', '));
		return undefined;
	};
	const startDate = dateRule('start_date_recurrence_rule');
	const endDate = dateRule('end_date_recurrence_rule');

	const isDaily = option.matching_start_end_time === true;
	const kind: CodeKind =
		family === 'online'
			? 'online_time_bound'
			: isDaily
				? 'offline_daily_bound'
				: 'offline_time_bound';
	const { matching_start_end_time, time_pairs, ...bands } = option;
	const base = {
		kind,
		rank: index,
		reasons: [
			{
				rule: 'time_frame_option',
				value: { ...bands, matching_start_end_time, time_pairs },
				source: property,
			},
		],
		warnings,
	};
	const clocks = readClocks(option, cannotRead);
	return clocks.map(({ clock, label }) => {
		const shape: WindowShape = { zone, clock, duration, startDate, endDate };
		return {
			...base,
			allows: describeOption(shape, label, { startDate, endDate }),
			shape,
			otherReadings: (['elapsed', 'calendar'] as const).map((reading) => ({
				shape: { ...shape, duration: { ...duration, reading } },
				tolerance: 0,
			})),
		};
	});
}

function readClocks(
	option: TimeFrameOption,
	cannotRead: (field: string, value: unknown) => void,
): Array<{ clock: WindowShape['clock']; label: string }> {
	if (option.matching_start_end_time === true) {
		return [{ clock: { type: 'matching' }, label: '(same time of day at both ends)' }];
	}
	const pairs = option.time_pairs ?? [];
	if (pairs.length === 0) return [{ clock: { type: 'free' }, label: '' }];
	return pairs.flatMap((pair) => {
		const [start, end] = [readSlotTime(pair.start_time), readSlotTime(pair.end_time)];
		if (start === null || end === null) {
			cannotRead('time pair', `${pair.start_time}–${pair.end_time}`);
			return [];
		}
		return [
			{
				clock: { type: 'pair' as const, start: start.time, end: end.time },
				label: `from ${formatTimeOfDay(start.time)} to ${formatTimeOfDay(end.time)}`,
			},
		];
	});
}

function describeOption(
	{ duration }: WindowShape,
	label: string,
	dates: { startDate?: DateRule; endDate?: DateRule },
): string {
	const parts = [
		describeBand(duration.min, duration.max),
		label,
		dates.startDate || dates.endDate ? 'on certain dates' : '',
	];
	return parts.filter((part) => part !== '').join(' ') || 'for any window';
}

function noOneTimeCodes(displayName: string): KindAnswer {
	return {
		fits: false,
		kind: 'offline_one_time_use',
		family: 'timeFrameOptions',
		because: `${displayName} is not one whose one-time codes Seam documents; only igloohome and Lockly are.`,
		rule: 'one_time_use_not_supported',
		marking: 'rule',
		nearest: [],
	};
}
