import type { AccessCode } from '../schema/accessCode';
import type { TimeFrameOption } from '../schema/device';
import { formatForPeople } from '../time/format';
import { DAY, HOUR } from '../time/instant';
import type { Instant } from '../time/instant';
import { wallClockAt } from '../time/zone';
import { answerFromCandidates } from './candidates';
import type { Candidate } from './candidates';
import { readOptions, unreadableOptions } from './timeFrameOptions';
import type { CodeKind, FitQuestion, KindAnswer, LockFamily, PlanWarning } from './types';
import { fitWindow } from './windowFit';
import type { Window, WindowShape } from './windowFit';

const DOCUMENT = 'Seam: igloohome offline access codes';

/** The bands of the document, in the notation of Seam's time-frame options; they serve where a lock names none. */
const DOCUMENTED_BANDS: TimeFrameOption[] = [
	{ display_name: 'Hourly', min_duration: 'PT1H', max_duration: 'PT672H' },
	{
		display_name: 'Daily',
		min_duration: 'P29D',
		max_duration: 'P367D',
		matching_start_end_time: true,
	},
];

/** How many codes may begin in one start hour (hourly) or on one start day (daily, one-time). */
const CAPS: Readonly<Partial<Record<CodeKind, { most: number; slot: number; slotName: string }>>> =
	{
		offline_hourly_bound: { most: 3, slot: HOUR, slotName: 'hour' },
		offline_daily_bound: { most: 3, slot: DAY, slotName: 'day' },
		offline_one_time_use: { most: 5, slot: DAY, slotName: 'day' },
	};

/** A code longer than this has to be used within this time of its start, or it never works. */
const ACTIVATION = 24 * HOUR;
const ONE_TIME_VALIDITY = 24 * HOUR;

/**
 * igloohome's algoPINs: hourly-bound 1–672 hours, daily-bound 29–367 days at the same time of day, one-time use.
 * Where the document is silent: hourly and one-time codes keep to whole hours of the lock's own clock, and
 * durations hold both in hours and on the calendar.
 */
export const igloohome: LockFamily = {
	name: 'igloohome',
	displayName: 'igloohome',
	matches: ({ device_type, properties }) =>
		device_type === 'igloohome_lock' ||
		(!device_type &&
			properties.igloohome_metadata !== undefined &&
			properties.igloohome_metadata !== null),
	offlineKinds: {
		ongoing: [],
		time_bound: ['offline_hourly_bound', 'offline_daily_bound'],
		one_time_use: ['offline_one_time_use'],
	},
	support: () => ({
		kinds: ['offline_hourly_bound', 'offline_daily_bound', 'offline_one_time_use'],
		because: [
			`A code longer than 24 hours has to be used within 24 hours of its start (${DOCUMENT}).`,
		],
	}),
	answer(question: FitQuestion): KindAnswer[] {
		if (question.access === 'one_time_use') return [oneTimeUse(question)];
		const candidates = bands(question);
		if (candidates.length === 0) {
			const options = question.device.properties.offline_time_frame_options ?? [];
			return [unreadableOptions(this.name, 'offline_hourly_bound', options)];
		}
		return answerFromCandidates(this, candidates, withoutPast(question), (window, { kind }) => ({
			flags: {
				is_offline_access_code: true,
				max_time_rounding: kind === 'offline_daily_bound' ? '1d' : '1h',
			},
			expectedOnLockAt: null,
			warnings: activationWarnings(window, question),
			guestInstructions: activationInstructions(window, question.zone),
		}));
	},
};

/** A code that begins in the past has less of its 24 hours left: the start moves no further back than it must. */
function withoutPast(question: FitQuestion): FitQuestion {
	const { demand, longestAddition } = question;
	if (demand === null) return question;
	const earliest = Math.max(demand.earliest, demand.cover.start - longestAddition);
	return { ...question, demand: { ...demand, earliest } };
}

function bands(question: FitQuestion): Candidate[] {
	const own = question.device.properties.offline_time_frame_options ?? [];
	const isOwn = own.length > 0;
	return readOptions(isOwn ? own : DOCUMENTED_BANDS, 'offline', question).map((candidate) => {
		const isDaily = candidate.shape.clock.type === 'matching';
		const kind = isDaily ? 'offline_daily_bound' : 'offline_hourly_bound';
		const clock: WindowShape['clock'] =
			candidate.shape.clock.type === 'free' ? { type: 'whole_hours' } : candidate.shape.clock;
		const accepts = ({ start }: Window) => hasRoom(kind, start, question);
		const acceptsOnLock = ({ start }: Window) =>
			hasRoomOnClock(kind, start, question.existingCodes, question.zone);
		return {
			...candidate,
			kind,
			shape: { ...candidate.shape, clock, accepts },
			otherReadings: otherReadings(candidate).map((shape) => ({
				shape: { ...shape, accepts: acceptsOnLock },
				tolerance: 0,
			})),
			reasons: [
				...candidate.reasons.map((reason) => (isOwn ? reason : { ...reason, source: DOCUMENT })),
				capReason(kind),
			],
		};
	});
}

/** Any minute instead of whole hours, hours or calendar alone, and times of day that are equal in UTC. */
function otherReadings({ shape, otherReadings: readings }: Candidate): WindowShape[] {
	const shapes = [shape, ...readings.map((reading) => reading.shape)];
	return shape.clock.type === 'matching'
		? [...shapes, ...shapes.map((each) => ({ ...each, zone: null }))]
		: shapes;
}

function oneTimeUse(question: FitQuestion): KindAnswer {
	const kind = 'offline_one_time_use';
	const common = { kind, family: igloohome.name } as const;
	const { demand, zone } = question;
	const shape: WindowShape = {
		zone,
		clock: { type: 'whole_hours' },
		duration: { min: 0, max: Infinity, reading: 'elapsed' },
		accepts: ({ start }) => hasRoom(kind, start, question),
	};
	// The end is igloohome's to set: only the start is fitted, an hour being long enough to look at.
	const window =
		demand === null
			? null
			: fitWindow(shape, {
					...demand,
					cover: { start: demand.cover.start, end: demand.cover.start + HOUR },
					latest: demand.cover.start + 3 * HOUR,
				});
	if (demand === null || window === null) {
		return {
			...common,
			fits: false,
			because: `igloohome holds at most ${CAPS[kind]?.most} one-time codes per start day, from a whole hour of the lock's clock on; no such start is left near the one asked for.`,
			rule: 'window_does_not_fit',
			marking: 'caution',
			nearest: [],
		};
	}
	const validUntil = window.start + ONE_TIME_VALIDITY;
	const warnings: PlanWarning[] = [];
	if (demand.cover.end > validUntil) {
		warnings.push({
			code: 'one_time_code_ends_before_the_stay',
			message: `An igloohome one-time code works once, until ${formatForPeople(validUntil, zone)} at the latest; the stay lasts longer.`,
		});
	}
	return {
		...common,
		fits: true,
		start: window.start,
		end: null,
		flags: { is_offline_access_code: true, is_one_time_use: true, max_time_rounding: '1h' },
		expectedOnLockAt: null,
		reasons: [
			{ rule: 'one_time_use', value: 'start only, 24 hours, single use', source: DOCUMENT },
			capReason(kind),
		],
		warnings,
		guestInstructions: [
			`This code opens the door once, between ${formatForPeople(window.start, zone)} and ${formatForPeople(validUntil, zone)}.`,
		],
	};
}

function activationInstructions({ start, end }: Window, zone: string | null): string[] {
	if (end - start <= ACTIVATION) return [];
	return [
		`Use this code at the door for the first time before ${formatForPeople(start + ACTIVATION, zone)}: unused for 24 hours after it begins, it stops working.`,
	];
}

function activationWarnings({ start, end }: Window, question: FitQuestion): PlanWarning[] {
	if (end - start <= ACTIVATION) return [];
	return [
		{
			code: 'use_within_24_hours',
			message: `This igloohome code dies unless it is used before ${formatForPeople(start + ACTIVATION, question.zone)} (24 hours after its start). Tell the guest, or book the code nearer to a late arrival.`,
		},
	];
}

/**
 * Seam documents the caps, not whose hours and days they count: a start has room only if it has room both on the
 * lock's clock and in UTC.
 */
function hasRoom(kind: CodeKind, start: Instant, { existingCodes, zone }: FitQuestion): boolean {
	return (
		hasRoomOnClock(kind, start, existingCodes, zone) &&
		hasRoomOnClock(kind, start, existingCodes, null)
	);
}

function hasRoomOnClock(
	kind: CodeKind,
	start: Instant,
	existingCodes: AccessCode[] | undefined,
	zone: string | null,
): boolean {
	const cap = CAPS[kind];
	if (cap === undefined || existingCodes === undefined) return true;
	const slotOf = (instant: Instant) => Math.floor(wallClockAt(instant, zone) / cap.slot);
	const slot = slotOf(start);
	let taken = 0;
	for (const code of existingCodes) {
		if (kindOf(code) === kind && slotOf(Date.parse(code.starts_at ?? '')) === slot) taken++;
	}
	return taken < cap.most;
}

function kindOf(code: AccessCode): CodeKind | null {
	if (code.is_offline_access_code !== true) return null;
	if (code.is_one_time_use === true) return 'offline_one_time_use';
	const length = Date.parse(code.ends_at ?? '') - Date.parse(code.starts_at ?? '');
	// Between the bands lies nothing but what a daylight-saving change takes from 29 days.
	return length > 28.5 * DAY ? 'offline_daily_bound' : 'offline_hourly_bound';
}

function capReason(kind: CodeKind) {
	const cap = CAPS[kind];
	return {
		rule: 'most_codes_per_start',
		value: cap === undefined ? null : `${cap.most} per start ${cap.slotName}`,
		source: DOCUMENT,
	};
}
