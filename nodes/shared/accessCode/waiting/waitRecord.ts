import { JUST_IN_TIME_LEAD, type Scheduling } from '../../locks/facts/scheduling';
import type { AccessCode } from '../../schema/accessCode';
import { HOUR, MINUTE, type Instant, readInstant } from '../../time/instant';
import { isOffline, opensUntil } from '../codeFacts';
import { deadlineOf, type Deadline, type GiveUp } from './deadline';
import { courseOf, firstChanceOf, newsOf, nextLookAt } from './looks';
import { isReady, type Outcome, type ReadyWhen, type Sighting } from './outcome';
import { readinessOf, type Readiness } from './readiness';
import type { ReplacedCode } from './replacedCode';

export type Fallback = 'none' | 'backup_code' | 'backup_then_offline_code';

/**
 * What becomes of an item whose code did not get ready: the node throws, the item goes to n8n's error output, it goes
 * on with `error` among its fields, or it goes on plainly.
 */
export type WhenUnready = 'throw' | 'error_output' | 'error_field' | 'plain';

export interface WaitSettings {
	readyWhen: ReadyWhen;
	giveUp: GiveUp;
	fallback: Fallback;
	whenUnready: WhenUnready;
	/** Whether an item that could not be waited for at all becomes an item with an error, or stops the node. */
	continuesOnFail: boolean;
}

/** What there is to know about the lock; absent where nobody has asked yet. */
export interface LockFacts {
	/** IANA name; null: the lock has none. */
	timeZone?: string | null;
	scheduling?: Scheduling;
}

/**
 * All that a wait for one code remembers between two looks. Plain JSON without any PIN, because it is stored while the
 * execution is parked.
 */
export interface WaitRecord {
	accessCodeId: string;
	settings: WaitSettings;
	began: Instant;
	/** Handed on from the item, for the output. */
	guestInstructions: string[];
	facts: LockFacts;
	/** Whether Seam had to be asked for the device. */
	readDevice: boolean;
	/** Whether to spare a look: little is to be gained, and a call went to the device. */
	isFrugal: boolean;
	looks: number;
	lastLookAt: Instant | null;
	nextLookAt: Instant;
	/** Since when Seam could not be asked; null: it answered the last look. */
	unansweredSince: Instant | null;
	/** The instants at which there can be news, as of the last look. */
	news: Instant[];
	/** The end of the code as last seen, for the day when Seam no longer knows it. */
	lastKnownEnd: Instant | null;
	giveUpAt: Instant | null;
	seen: Sighting[];
	/** How the wait ended; null while it goes on. */
	settled: { outcome: Outcome; why: string } | null;
	/** What the fallback has put in place of the first code; it has one chance only. */
	replaced: ReplacedCode | null;
	/** The name of the first code, which the other takes over with the booking's tag. */
	firstName?: string | null;
	/** Why the fallback had nothing to put in its place. */
	noReplacement: string | null;
	/** Why the item could not be waited for at all; nothing is looked at then. */
	failure: { message: string; description?: string } | null;
}

export function newRecord(
	wait: Pick<WaitRecord, 'accessCodeId' | 'settings' | 'guestInstructions' | 'facts'>,
	began: Instant,
): WaitRecord {
	return {
		...wait,
		began,
		readDevice: false,
		isFrugal: false,
		looks: 0,
		lastLookAt: null,
		nextLookAt: began,
		unansweredSince: null,
		news: [began],
		lastKnownEnd: null,
		giveUpAt: null,
		seen: [],
		settled: null,
		replaced: null,
		noReplacement: null,
		failure: null,
	};
}

/** When a look is taken, and how soon after it the next one can be. */
export interface LookTime {
	now: Instant;
	earliestNext: Instant;
}

/** The record after a look at which Seam answered; `accessCode` null: it knows no such code. */
export function afterLook(
	record: WaitRecord,
	accessCode: AccessCode | null,
	time: LookTime,
): WaitRecord {
	const { now } = time;
	const { readyWhen } = record.settings;
	const lastKnownEnd = accessCode === null ? record.lastKnownEnd : opensUntil(accessCode);
	const readiness = readinessOf({ accessCode, lastKnownEnd, readyWhen, now });
	const looked: WaitRecord = {
		...record,
		looks: record.looks + 1,
		lastLookAt: now,
		unansweredSince: null,
		lastKnownEnd,
		seen: withSightings(record.seen, readiness.seen, now),
	};
	if (accessCode === null) return settle(looked, readiness);

	const course = courseOf(accessCode, {
		began: record.began,
		scheduling: record.facts.scheduling ?? 'unknown',
		readyWhen,
	});
	const deadline = deadlineOf({
		giveUp: record.settings.giveUp,
		began: record.began,
		startsAt: readInstant(accessCode.starts_at),
		endsAt: lastKnownEnd,
		isOffline: isOffline(accessCode),
		firstChance: firstChanceOf(course),
	});
	const dated = withDeadline(looked, deadline, now);
	if (readiness.isSettled) return settle(dated, readiness);
	const isNear = course.startsAt !== null && course.startsAt - record.began < HOUR;
	const planned = { ...dated, news: newsOf(course), isFrugal: record.readDevice && isNear };
	return goOn(planned, { deadline: deadline.at, why: readiness.why, ...time });
}

/**
 * Whether the device is worth a call: its zone is not known from the item, or how it is programmed decides when there
 * can be news.
 */
export function needsDevice(
	{ facts, began, settings: { readyWhen } }: WaitRecord,
	accessCode: AccessCode,
	now: Instant,
): boolean {
	if (facts.timeZone === undefined) return true;
	if (facts.scheduling !== undefined || isOffline(accessCode)) return false;
	if (readinessOf({ accessCode, lastKnownEnd: null, readyWhen, now }).isSettled) return false;
	const { startsAt, deferredUntil } = courseOf(accessCode, {
		began,
		scheduling: 'unknown',
		readyWhen: 'set_or_scheduled',
	});
	return startsAt !== null && deferredUntil === null && startsAt - began > JUST_IN_TIME_LEAD;
}

/** How long Seam is asked again, after the deadline or where there is none yet, before it is said that it could not be. */
const PATIENCE_WITH_SEAM = 10 * MINUTE;
/** In that time a look follows another soon. */
const ASK_AGAIN_AFTER = 20_000;

/**
 * The record after a look that failed: the wait goes on, because the reason may pass, until its deadline. A deadline
 * is not decided by one failed look: there may have been an answer just before it, and a fallback wants one.
 */
export function afterFailedLook(record: WaitRecord, trouble: string, time: LookTime): WaitRecord {
	const { now } = time;
	const seen = withSightings(
		record.seen,
		[{ kind: 'trouble', code: 'look_failed', message: trouble }],
		now,
	);
	const unansweredSince = record.unansweredSince ?? now;
	const looked = { ...record, looks: record.looks + 1, lastLookAt: now, unansweredSince, seen };
	const why = `Seam could not be asked how the code stands: ${trouble}`;
	const deadline = record.giveUpAt ?? record.began;
	if (now < deadline) return goOn(looked, { deadline, why, ...time });

	const last = Math.max(unansweredSince, deadline) + PATIENCE_WITH_SEAM;
	if (last <= now) return gaveUp(looked, why);
	const nextLookAt = Math.min(last, Math.max(time.earliestNext, now + ASK_AGAIN_AFTER));
	return { ...looked, settled: null, nextLookAt };
}

function gaveUp(record: WaitRecord, why: string): WaitRecord {
	return { ...record, settled: { outcome: 'gave_up', why: `The time to wait is over. ${why}` } };
}

function goOn(
	record: WaitRecord,
	{ deadline, why, now, earliestNext }: LookTime & { deadline: Instant; why: string },
): WaitRecord {
	if (deadline <= now) return gaveUp(record, why);
	return {
		...record,
		settled: null,
		nextLookAt: nextLookAt({
			news: record.news,
			deadline,
			earliest: earliestNext,
			now,
			planned: record.nextLookAt,
			isFrugal: record.isFrugal,
		}),
	};
}

function settle(record: WaitRecord, { outcome, why }: Readiness): WaitRecord {
	return { ...record, settled: { outcome, why } };
}

function withDeadline(
	record: WaitRecord,
	{ at, movedBecause }: Deadline,
	now: Instant,
): WaitRecord {
	const moved: Array<Omit<Sighting, 'first_seen_at'>> =
		movedBecause === null
			? []
			: [{ kind: 'warning', code: 'give_up_moved', message: movedBecause }];
	return { ...record, giveUpAt: at, seen: withSightings(record.seen, moved, now) };
}

/** Each thing once, with the time it was first seen. */
function withSightings(
	known: readonly Sighting[],
	sightings: ReadonlyArray<Omit<Sighting, 'first_seen_at'>>,
	now: Instant,
): Sighting[] {
	const isNew = ({ kind, code }: Omit<Sighting, 'first_seen_at'>) =>
		!known.some((sighting) => sighting.kind === kind && sighting.code === code);
	const first_seen_at = new Date(now).toISOString();
	return [...known, ...sightings.filter(isNew).map((sighting) => ({ ...sighting, first_seen_at }))];
}

/** Whether nothing more is awaited. */
export function isOver({ settled, failure }: WaitRecord): boolean {
	return settled !== null || failure !== null;
}

/** Whether the node can only end with an error now, whatever becomes of its other items. */
export function mustStop(record: WaitRecord): boolean {
	const { failure, settings } = record;
	if (failure !== null) return !settings.continuesOnFail;
	return isOver(record) && !isConfirmed(record) && settings.whenUnready === 'throw';
}

/** Whether the record ended with something to hand out. */
export function isConfirmed({ settled }: WaitRecord): boolean {
	return settled !== null && isReady(settled.outcome);
}
