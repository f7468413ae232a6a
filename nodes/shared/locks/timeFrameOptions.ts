import type { Device, TimeFrameOption } from '../schema/device';
import { readDateRule, type DateRule } from '../time/dateRule';
import { readIsoDuration } from '../time/duration';
import { formatTimeOfDay, readSlotTime } from '../time/timeOfDay';
import { isKnownZone } from '../time/zone';
import { answerFromCandidates } from './fitting/candidates';
import type { Candidate, Finish, Named, OtherReading } from './fitting/candidates';
import { describeBand } from './fitting/describeBand';
import { ANY_DURATION, type WindowShape } from './fitting/windowShape';
import { noOneTimeCodes, ruleOut } from './ruleOut';
import type {
	CodeFamily,
	CodeKind,
	FitQuestion,
	KindAnswer,
	LockFamily,
	RuledOutKind,
} from './types';

/**
 * Locks whose device properties say by themselves which windows they take (Seam: `offline_time_frame_options`
 * and `online_time_frame_options`). One option is picked and all its rules are met; no list means any window.
 */
export const timeFrameOptions: LockFamily = {
	name: 'timeFrameOptions',
	displayName: 'This lock',
	matches: () => true,
	offlineKinds: { time_bound: ['offline_time_bound'], one_time_use: ['offline_one_time_use'] },
	support: () => ({ kinds: ['offline_time_bound'], because: [] }),
	answer(question: FitQuestion): KindAnswer[] {
		if (question.access === 'one_time_use') {
			const because =
				'This lock is not one whose one-time codes Seam documents; only igloohome and Lockly are.';
			return [noOneTimeCodes(this.name, 'offline_one_time_use', because, 'caution')];
		}
		const kind = 'offline_time_bound';
		const candidates = candidatesOf(question, 'offline', kind);
		return answerOrUnreadable(this, kind, candidates, question, (_window, candidate) =>
			offlineFinish(candidate.kind),
		);
	},
};

/** What an offline code that needs no words of its own adds to its window. */
export function offlineFinish(kind: CodeKind): ReturnType<Finish> {
	return {
		flags: {
			is_offline_access_code: true,
			max_time_rounding: kind === 'offline_daily_bound' ? '1d' : '1h',
		},
	};
}

type Options = ReadonlyArray<TimeFrameOption | null>;

/** The options that the device names for codes of the family; empty if it says nothing. */
export function optionsOf({ properties }: Device, family: CodeFamily): Options {
	return properties[`${family}_time_frame_options`] ?? [];
}

/** The candidates of the device's own options, or any window if it names none; empty if none can be read. */
export function candidatesOf(
	{ device, zone }: Pick<FitQuestion, 'device' | 'zone'>,
	family: CodeFamily,
	kind: CodeKind,
): Candidate[] {
	const options = optionsOf(device, family);
	return options.length > 0 ? readOptions(options, family, zone) : [anyWindow(kind, zone, family)];
}

/** The answers of the candidates; without any, that the options of the lock can't be read. */
export function answerOrUnreadable(
	family: Named,
	kind: CodeKind,
	candidates: Candidate[],
	question: FitQuestion,
	finish: Finish,
): KindAnswer[] {
	if (candidates.length > 0) return answerFromCandidates(family, candidates, question, finish);
	const options = optionsOf(question.device, kind.startsWith('online') ? 'online' : 'offline');
	return [unreadableOptions(family.name, kind, options)];
}

/** The candidates that the options make. An option that can't be read is left out, not guessed. */
export function readOptions(
	options: Options,
	family: CodeFamily,
	zone: string | null,
): Candidate[] {
	return options.flatMap((option, index) =>
		option === null ? [] : readOption(option, index, family, zone),
	);
}

/** The candidate of a lock that says nothing of windows. */
function anyWindow(kind: CodeKind, zone: string | null, family: CodeFamily): Candidate {
	const source = `device.properties.${family}_time_frame_options is absent: any time frame works`;
	return {
		kind,
		allows: 'for any window',
		shape: { zone, clock: { type: 'free' }, duration: ANY_DURATION },
		otherReadings: [],
		rank: 0,
		reasons: [{ rule: 'any_window', value: null, source }],
	};
}

function readOption(
	option: TimeFrameOption,
	index: number,
	family: CodeFamily,
	lockZone: string | null,
): Candidate[] {
	const zone = option.time_zone ?? lockZone;
	const duration = readBand(option);
	const startDate = readOptionalRule(option.start_date_recurrence_rule);
	const endDate = readOptionalRule(option.end_date_recurrence_rule);
	const isZoneKnown = zone === null || isKnownZone(zone);
	if (!isZoneKnown || duration === null || startDate === null || endDate === null) return [];

	const isDaily = option.matching_start_end_time === true;
	const offlineKind: CodeKind = isDaily ? 'offline_daily_bound' : 'offline_time_bound';
	const kind: CodeKind = family === 'online' ? 'online_time_bound' : offlineKind;
	const source = `device.properties.${family}_time_frame_options[${index}]`;
	return readClocks(option).map(({ clock, label }) => {
		const shape: WindowShape = { zone, clock, duration, startDate, endDate };
		return {
			kind,
			allows: describeOption(shape, label),
			shape,
			otherReadings: otherReadings(shape),
			rank: index,
			reasons: [{ rule: 'time_frame_option', value: option, source }],
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

/** Null if a duration can't be read. Of years and months, whose length varies, the safe side counts. */
function readBand(option: TimeFrameOption): WindowShape['duration'] | null {
	const min = readIsoDuration(option.min_duration ?? 'PT0S');
	const max = option.max_duration == null ? NO_LIMIT : readIsoDuration(option.max_duration);
	return min === null || max === null
		? null
		: { min: min.longest, max: max.shortest, reading: 'both' };
}

const NO_LIMIT = { shortest: Infinity, longest: Infinity };

/** Null if the rule can't be read, undefined if there is none. */
function readOptionalRule(text: string | null | undefined): DateRule | null | undefined {
	if (text == null) return undefined;
	const read = readDateRule(text);
	return 'rule' in read ? read.rule : null;
}

/** A time pair that can't be read is left out. Empty if none is left, or with rules that exclude each other. */
function readClocks(
	option: TimeFrameOption,
): Array<{ clock: WindowShape['clock']; label: string }> {
	const pairs = option.time_pairs ?? [];
	if (option.matching_start_end_time === true) {
		const label = '(same time of day at both ends)';
		return pairs.length === 0 ? [{ clock: { type: 'matching' }, label }] : [];
	}
	if (pairs.length === 0) return [{ clock: { type: 'free' }, label: '' }];
	return pairs.flatMap((pair) => {
		const [start, end] = [readSlotTime(pair?.start_time), readSlotTime(pair?.end_time)];
		if (start === null || end === null) return [];
		const label = `from ${formatTimeOfDay(start.time)} to ${formatTimeOfDay(end.time)}`;
		return [{ clock: { type: 'pair' as const, start: start.time, end: end.time }, label }];
	});
}

export function unreadableOptions(family: string, kind: CodeKind, options: Options): RuledOutKind {
	const names = options.slice(0, 5).map((option) => `“${option?.display_name ?? 'unnamed'}”`);
	const because = `The time-frame options of this lock (${names.join(', ')}) have a duration, date rule, time or zone that this package can't read, so no window can be checked.`;
	return ruleOut(family, kind, { rule: 'time_frame_option_not_read', because, marking: 'caution' });
}

function describeOption({ duration, startDate, endDate }: WindowShape, label: string): string {
	const dates = startDate || endDate ? 'on certain dates' : '';
	const parts = [describeBand(duration.min, duration.max), label, dates];
	return parts.filter((part) => part !== '').join(' ') || 'for any window';
}
