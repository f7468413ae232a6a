import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { ExistingCode } from '../../sandbox/rules/types.mts';
import type { Wish } from '../../nodes/shared/accessCode/wish';
import { LOCKS, type Lock } from './locks.mts';
import type { Moment } from './moments.mts';

/** A wish for a lock near a change of its clocks, and what the wish means, reckoned with Temporal. */
export interface Case {
	family: string;
	zone: string;
	lock: Lock;
	wish: Wish;
	/** Epoch milliseconds. */
	now: number;
	/** The stay as instants: what the guest must be able to enter in. */
	stay: { start: number; end: number };
	existing: ExistingCode[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const FIRST_PIN_ON_LOCK = '483920';

/** How the times of a wish are written. */
type Form = 'local' | 'date' | 'offset' | 'utc' | 'javascript_date';

const timeOfDay = fc
	.tuple(fc.nat({ max: 23 }), fc.constantFrom(0, 0, 15, 30, 59))
	.map(([hour, minute]) => `${two(hour)}:${two(minute)}`);

/** Mostly what guests book, with a weight on the edges that the documents name: 28 and 29, 31, 367 days. */
const nights = fc.oneof(
	{ weight: 3, arbitrary: fc.nat({ max: 3 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 4, max: 26 }) },
	{ weight: 4, arbitrary: fc.integer({ min: 27, max: 32 }) },
	{ weight: 1, arbitrary: fc.constantFrom(14, 60, 180, 365, 366, 367, 368) },
);

/** Draws cases around one change of the clocks: it mostly lies within the stay or within a day of it. */
export function caseAround(moment: Moment): fc.Arbitrary<Case> {
	return fc
		.record({
			family: fc.constantFrom(...LOCKS),
			nights,
			// Where in the stay the change lies: 0 at the first day, 1 at the last, a little more on either side.
			place: fc.integer({ min: -10, max: 110 }),
			day: fc.integer({ min: 0, max: 6 * 365 }),
			startsAt: timeOfDay,
			endsAt: timeOfDay,
			usesOwnTimes: fc.tuple(fc.boolean(), fc.nat(), fc.nat()),
			form: fc.constantFrom<Form>('local', 'local', 'date', 'offset', 'utc', 'javascript_date'),
			access: fc.constantFrom(
				'time_bound',
				'time_bound',
				'time_bound',
				'time_bound',
				'one_time_use',
			),
			// The chosen PIN is free on a lock without codes, and taken on any other.
			isPinChosen: fc.integer({ min: 1, max: 7 }).map((one) => one === 1),
			kind: fc.constantFrom<Wish['kind']>(
				'automatic',
				'automatic',
				'automatic',
				'online',
				'offline',
			),
			leadMinutes: fc.oneof(
				fc.integer({ min: 1, max: 90 * 24 * 60 }),
				fc.integer({ min: -36 * 60, max: 60 }),
			),
			around: fc.constantFrom([0, 0], [0, 0], [30, 30], [60, 0], [0, 120]),
			whenWindowDoesNotFit: fc.constantFrom('fit', 'fit', 'fit', 'refuse'),
			longestAddition: fc.constantFrom(0, 60, 360, 360, 1440),
			existing: fc.array(
				fc.record({ hoursOff: fc.integer({ min: -2, max: 2 }), days: fc.constantFrom(2, 2, 30) }),
				{ maxLength: 6 },
			),
		})
		.map((drawn) => build(moment, drawn as Drawn))
		.filter((built): built is Case => built !== null);
}

interface Drawn {
	family: (typeof LOCKS)[number];
	nights: number;
	place: number;
	day: number;
	startsAt: string;
	endsAt: string;
	usesOwnTimes: [boolean, number, number];
	form: Form;
	access: 'time_bound' | 'one_time_use';
	isPinChosen: boolean;
	kind: Wish['kind'];
	leadMinutes: number;
	around: [number, number];
	whenWindowDoesNotFit: Wish['whenWindowDoesNotFit'];
	longestAddition: number;
	existing: Array<{ hoursOff: number; days: number }>;
}

function build({ zone, at }: Moment, drawn: Drawn): Case | null {
	const { family, form } = drawn;
	const [usesOwn, in_, out] = drawn.usesOwnTimes;
	const startTime = usesOwn ? family.times[in_ % family.times.length] : drawn.startsAt;
	const endTime = usesOwn ? family.times[out % family.times.length] : drawn.endsAt;
	const change = Temporal.Instant.fromEpochMilliseconds(
		at ?? Date.UTC(2025, 0, 1) + drawn.day * DAY,
	).toZonedDateTimeISO(zone);
	const startDate = change
		.toPlainDate()
		.subtract({ days: Math.round((drawn.place / 100) * drawn.nights) });
	const endDate = startDate.add({ days: drawn.nights });

	const stay = {
		start: startInstant(startDate.toPlainDateTime(startTime), zone),
		end: endInstant(endDate.toPlainDateTime(endTime), zone),
	};
	if (stay.end <= stay.start) return null;
	const write = (at: number, date: Temporal.PlainDate, time: string) =>
		written(form, at, zone, date, time);
	const now = stay.start - drawn.leadMinutes * MINUTE;
	if (now >= stay.end) return null;

	const lock = family.inZone(zone);
	return {
		family: family.name,
		zone,
		lock,
		now,
		stay,
		existing: drawn.existing.map(({ hoursOff, days }, index) => ({
			code: String(Number(FIRST_PIN_ON_LOCK) + index),
			starts_at: new Date(stay.start + hoursOff * HOUR).toISOString(),
			ends_at: new Date(stay.start + hoursOff * HOUR + days * DAY).toISOString(),
			is_offline_access_code: lock.can_program_offline_access_codes === true,
			is_managed: true,
		})),
		wish: {
			access: drawn.access,
			kind: drawn.kind,
			startsAt: write(stay.start, startDate, startTime),
			endsAt: write(stay.end, endDate, endTime),
			name: 'Ada Lovelace',
			pin: drawn.isPinChosen
				? { source: 'custom', code: FIRST_PIN_ON_LOCK }
				: { source: 'generated' },
			checkInTime: startTime,
			checkOutTime: endTime,
			minutesBefore: drawn.around[0],
			minutesAfter: drawn.around[1],
			whenWindowDoesNotFit: drawn.whenWindowDoesNotFit,
			longestAddition: drawn.longestAddition,
			acceptInside: 0,
		},
	};
}

function written(
	form: Form,
	at: number,
	zone: string,
	date: Temporal.PlainDate,
	time: string,
): unknown {
	switch (form) {
		case 'local':
			return `${date.toString()}T${time}`;
		case 'date':
			return date.toString();
		case 'offset':
			return Temporal.Instant.fromEpochMilliseconds(at)
				.toZonedDateTimeISO(zone)
				.toString({ timeZoneName: 'never' });
		case 'utc':
			return new Date(at).toISOString();
		case 'javascript_date':
			return new Date(at);
	}
}

/** In an overlap the first occurrence, in a gap the first valid instant: the stay is covered on any reading. */
function startInstant(local: Temporal.PlainDateTime, zone: string): number {
	const before = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
	const after = local.toZonedDateTime(zone, { disambiguation: 'later' });
	const isInGap = !before.toPlainDateTime().equals(local);
	if (!isInGap) return before.epochMilliseconds;
	const change = before.getTimeZoneTransition('next') as Temporal.ZonedDateTime;
	return Math.min(change.epochMilliseconds, after.epochMilliseconds);
}

/** In an overlap the second occurrence; a time in a gap keeps the offset before it. */
function endInstant(local: Temporal.PlainDateTime, zone: string): number {
	return local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
