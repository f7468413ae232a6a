import type { Device } from '../schema/device';
import { DAY, HOUR } from '../time/instant';
import { wallClockAt } from '../time/zone';
import type { Candidate, Finish, OtherReading } from './fitting/candidates';
import { describeLevel, readUserLevels, type UserLevel } from './facts/oracodeLevels';
import type { Window, WindowShape } from './fitting/windowShape';
import { noOneTimeCodes } from './ruleOut';
import { answerOrUnreadable, offlineFinish, optionsOf, readOptions } from './timeFrameOptions';
import type { CodeKind, FitQuestion, KindAnswer, LockFamily, PlanWarning } from './types';

const DOCUMENT = 'Seam: dormakaba Oracode offline access codes';
const LONGEST = 31 * DAY;
/** Seam's newer documents round each end to a user level within this; we send the level's own times. */
const SEAMS_TOLERANCE = HOUR;
const TWO_WEEKS = 14;

/**
 * dormakaba Oracode: a code begins and ends at the times of one of the door's user levels, in the lock's zone,
 * each end with its own offset, and lasts at most 31 days, counted on the wall clock.
 */
export const dormakabaOracode: LockFamily = {
	name: 'dormakabaOracode',
	displayName: 'dormakaba Oracode',
	matches: ({ device_type, properties }) =>
		device_type === 'dormakaba_oracode_door' ||
		(!device_type && properties.dormakaba_oracode_metadata != null),
	offlineKinds: {
		time_bound: ['offline_hourly_bound', 'offline_daily_bound'],
		one_time_use: ['offline_one_time_use'],
	},
	support(device: Device) {
		const hasOptions = optionsOf(device, 'offline').length > 0;
		const ofLevels = readUserLevels(device).usable.map(kindOf);
		const kinds = this.offlineKinds.time_bound.filter(
			(kind) => hasOptions || ofLevels.includes(kind),
		);
		return { kinds, because: [] };
	},
	answer(question: FitQuestion): KindAnswer[] {
		if (question.access === 'one_time_use') {
			const because = 'Seam supports no one-time-use codes on dormakaba Oracode locks.';
			return [noOneTimeCodes(this.name, 'offline_one_time_use', because)];
		}
		const finish: Finish = (window, { kind }) => ({
			...offlineFinish(kind),
			warnings: equalLevelWarnings(window, kind, question),
		});
		const candidates = candidatesOf(question);
		return answerOrUnreadable(this, 'offline_hourly_bound', candidates, question, finish);
	},
};

function candidatesOf(question: FitQuestion): Candidate[] {
	const options = optionsOf(question.device, 'offline');
	if (options.length > 0) {
		return readOptions(options, 'offline', question.zone).map((candidate) => ({
			...candidate,
			kind: candidate.kind === 'offline_daily_bound' ? candidate.kind : 'offline_hourly_bound',
			shape: atMost31Days(candidate.shape),
			otherReadings: candidate.otherReadings.map((reading) => ({
				...reading,
				shape: atMost31Days(reading.shape),
			})),
		}));
	}
	const levels = distinct(readUserLevels(question.device).usable);
	return levels.map((level) => fromLevel(level, question));
}

function kindOf({ is24Hour }: UserLevel): CodeKind {
	return is24Hour ? 'offline_daily_bound' : 'offline_hourly_bound';
}

/** Of levels with equal times and mode only the first: the request can't name one. */
function distinct(levels: UserLevel[]): UserLevel[] {
	const modeOf = ({ zone, checkIn, checkOut, is24Hour, isBiweekly }: UserLevel) =>
		[zone, checkIn, checkOut, is24Hour, isBiweekly].join();
	const modes = levels.map(modeOf);
	return levels.filter((level, index) => modes.indexOf(modeOf(level)) === index);
}

function fromLevel(level: UserLevel, question: FitQuestion): Candidate {
	const zone = level.zone ?? question.zone;
	const shape: WindowShape = {
		zone,
		clock: { type: 'pair', start: level.checkIn, end: level.checkOut },
		duration: { min: 0, max: LONGEST, reading: 'calendar' },
	};
	if (level.isBiweekly) {
		shape.accepts = (window) => nightsOf(window, zone) === TWO_WEEKS;
		shape.furtherRule = `codes of ${TWO_WEEKS} nights on its two-week levels`;
	}
	return {
		kind: kindOf(level),
		allows: `from ${describeLevel(level)}`,
		shape,
		otherReadings: otherReadings(shape),
		rank: level.index + (level.isBiweekly ? 1e6 : 0),
		reasons: [
			{
				rule: 'user_level',
				value: `${level.name}: ${describeLevel(level)}${zone === null ? '' : ` ${zone}`}`,
				source: `device.properties.dormakaba_oracode_metadata.predefined_time_slots[${level.index}]`,
			},
			{ rule: 'longest_duration', value: '31 days on the wall clock', source: DOCUMENT },
		],
	};
}

/** 31 days of 24 hours, each end up to an hour from the level's time, and times that the clocks skip. */
function otherReadings(shape: WindowShape): OtherReading[] {
	return (['elapsed', 'calendar'] as const).map((reading) => ({
		shape: { ...shape, duration: { ...shape.duration, reading }, takesSkippedTimes: true },
		tolerance: SEAMS_TOLERANCE,
	}));
}

function nightsOf({ start, end }: Window, zone: string | null): number {
	return Math.floor(wallClockAt(end, zone) / DAY) - Math.floor(wallClockAt(start, zone) / DAY);
}

function atMost31Days(shape: WindowShape): WindowShape {
	const max = Math.min(shape.duration.max, LONGEST);
	return { ...shape, duration: { ...shape.duration, max } };
}

/** The maker picks between levels with the same times, and the prefix of the PIN depends on it. */
function equalLevelWarnings(window: Window, kind: CodeKind, question: FitQuestion): PlanWarning[] {
	const levels = readUserLevels(question.device).usable.filter((level) => {
		const zone = level.zone ?? question.zone;
		return (
			wallClockAt(window.start, zone) % DAY === level.checkIn &&
			wallClockAt(window.end, zone) % DAY === level.checkOut &&
			kindOf(level) === kind
		);
	});
	if (levels.length < 2) return [];
	const names = levels.map(({ name }) => `“${name}”`).join(', ');
	return [
		{
			code: 'user_levels_with_equal_times',
			message: `The user levels ${names} have the same times. Seam picks one of them: see dormakaba_oracode_metadata.user_level_name of the access code.`,
		},
	];
}
