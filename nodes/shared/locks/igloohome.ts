import type { TimeFrameOption } from '../schema/device';
import { formatForPeople } from '../time/format';
import { HOUR } from '../time/instant';
import { ONE_TIME_CODE_LASTS } from './facts/codeSpan';
import { CAPS, roomFor, type IgloohomeKind } from './facts/igloohomeCaps';
import { unknownZoneWarnings, type Candidate, type Finish } from './fitting/candidates';
import { fitWindow } from './fitting/windowFit';
import { ANY_DURATION, type Window, type WindowShape } from './fitting/windowShape';
import { ruleOut } from './ruleOut';
import { answerOrUnreadable, offlineFinish, optionsOf, readOptions } from './timeFrameOptions';
import type { FitQuestion, KindAnswer, LockFamily, Reason } from './types';

const DOCUMENT = 'Seam: igloohome offline access codes';

/** The bands of the document, in the notation of Seam's time-frame options; they serve if a lock names none. */
const DOCUMENTED_BANDS: TimeFrameOption[] = [
	{ display_name: 'Hourly', min_duration: 'PT1H', max_duration: 'PT672H' },
	{
		display_name: 'Daily',
		min_duration: 'P29D',
		max_duration: 'P367D',
		matching_start_end_time: true,
	},
];

const OUR_CHOICE = 'docs/lock-families.md: where the documents are silent';
const WHOLE_HOURS: Reason = {
	rule: 'whole_hours',
	value: "starts and ends on whole hours of the lock's own clock",
	source: OUR_CHOICE,
};
const BOTH_READINGS: Reason = {
	rule: 'same_local_time',
	value:
		"the same time of day on the lock's own clock, within the band in hours and in calendar days",
	source: OUR_CHOICE,
};

/** A code longer than this has to be used within this time of its start, or it never works. */
export const ACTIVATION = 24 * HOUR;

/**
 * igloohome's algoPINs: hourly-bound 1–672 hours, daily-bound 29–367 days at the same time of day, one-time use.
 * If the document is silent: hourly and one-time codes keep to whole hours of the lock's own clock, and
 * durations hold both in hours and on the calendar.
 */
export const igloohome: LockFamily = {
	name: 'igloohome',
	displayName: 'igloohome',
	matches: ({ device_type, properties }) =>
		device_type === 'igloohome_lock' || (!device_type && properties.igloohome_metadata != null),
	offlineKinds: {
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
		const finish: Finish = (window, { kind }) => ({
			...offlineFinish(kind),
			...activation(window, question.zone),
		});
		const demanded = withoutPast(question);
		return answerOrUnreadable(this, 'offline_hourly_bound', bands(question), demanded, finish);
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
	const own = optionsOf(question.device, 'offline');
	const isOwn = own.length > 0;
	const options = isOwn ? own : DOCUMENTED_BANDS;
	return readOptions(options, 'offline', question.zone).map((candidate) => {
		const isDaily = candidate.shape.clock.type === 'matching';
		const kind = isDaily ? 'offline_daily_bound' : 'offline_hourly_bound';
		const clock: WindowShape['clock'] =
			candidate.shape.clock.type === 'free' ? { type: 'whole_hours' } : candidate.shape.clock;
		const hasRoom = roomFor(kind, question.existingCodes, question.zone);
		const hasRoomInUtc = roomFor(kind, question.existingCodes, null);
		const hasAnyRoom =
			hasRoom && ((window: Window) => hasRoom(window) || hasRoomInUtc?.(window) === true);
		return {
			...candidate,
			kind,
			shape: { ...candidate.shape, clock, accepts: hasRoom, furtherRule: furtherRule(kind) },
			// The other readings also take any minute, and caps that count in UTC.
			otherReadings: candidate.otherReadings.map((reading) => ({
				...reading,
				shape: { ...reading.shape, accepts: hasAnyRoom },
			})),
			reasons: [
				...candidate.reasons.map((reason) => (isOwn ? reason : { ...reason, source: DOCUMENT })),
				isDaily ? BOTH_READINGS : WHOLE_HOURS,
				capReason(kind),
			],
		};
	});
}

function oneTimeUse(question: FitQuestion): KindAnswer {
	const kind = 'offline_one_time_use';
	const rule = 'window_does_not_fit';
	const { demand, zone } = question;
	const shape: WindowShape = {
		zone,
		clock: { type: 'whole_hours' },
		duration: ANY_DURATION,
		accepts: roomFor(kind, question.existingCodes, zone),
	};
	// igloohome sets the end: only the start is fitted, and an hour is long enough for that.
	const start = demand?.cover.start ?? 0;
	const anHour = { cover: { start, end: start + HOUR }, latest: start + 3 * HOUR };
	const window = demand && fitWindow(shape, { ...demand, ...anHour });
	if (demand === null || window === null) {
		const because = `igloohome holds at most ${CAPS[kind].most} one-time codes per start day, from a whole hour of the lock's clock on; no such start is left near the one asked for.`;
		return ruleOut(igloohome.name, kind, { rule, because, marking: 'caution' });
	}
	const validUntil = window.start + ONE_TIME_CODE_LASTS;
	const until = formatForPeople(validUntil, zone);
	const isTooShort = demand.cover.end > validUntil;
	if (isTooShort && question.refusesMisfit) {
		const because = `An igloohome one-time code lasts 24 hours, until ${until}; the stay lasts longer.`;
		const distance = demand.cover.end - validUntil;
		return {
			...ruleOut(igloohome.name, kind, { rule, because }),
			misfit: {
				stay: demand.cover,
				causes: () => [
					{
						cause: 'further',
						allows: 'for one-time use',
						further: 'one-time codes for at most 24 hours',
						duration: { min: 0, max: ONE_TIME_CODE_LASTS, reading: 'elapsed' },
					},
				],
				findNearest: () => [
					{ kind, start: window.start, end: validUntil, isCovering: false, distance },
				],
			},
		};
	}
	const warnings = unknownZoneWarnings(shape);
	if (isTooShort) {
		warnings.push({
			code: 'one_time_code_ends_before_the_stay',
			message: `An igloohome one-time code works once, until ${until} at the latest; the stay lasts longer.`,
		});
	}
	return {
		fits: true,
		kind,
		family: igloohome.name,
		start: window.start,
		end: null,
		flags: { is_offline_access_code: true, is_one_time_use: true, max_time_rounding: '1h' },
		expectedOnLockAt: null,
		reasons: [
			{ rule: 'one_time_use', value: 'start only, 24 hours, single use', source: DOCUMENT },
			WHOLE_HOURS,
			capReason(kind),
		],
		warnings,
		guestInstructions: [
			`This code opens the door once, between ${formatForPeople(window.start, zone)} and ${until}.`,
		],
	};
}

function activation({ start, end }: Window, zone: string | null): Partial<ReturnType<Finish>> {
	if (end - start <= ACTIVATION) return {};
	const usedBefore = formatForPeople(start + ACTIVATION, zone);
	const message = `This code stops working unless it is first used before ${usedBefore} (24 hours after its start). Tell the guest, or book the code nearer to a late arrival.`;
	return {
		warnings: [{ code: 'use_within_24_hours', message }],
		guestInstructions: [
			`Use this code at the door for the first time before ${usedBefore}: unused for 24 hours after it begins, it stops working.`,
		],
	};
}

function furtherRule(kind: IgloohomeKind): string {
	const { most, slotName } = CAPS[kind];
	return `at most ${most} codes that begin in the same ${slotName} of its clock, and the ${slotName} asked for is taken`;
}

function capReason(kind: IgloohomeKind) {
	const { most, slotName } = CAPS[kind];
	return {
		rule: 'most_codes_per_start',
		value: `${most} per start ${slotName} of the lock's clock`,
		source: DOCUMENT,
	};
}
