import { JUST_IN_TIME_LEAD, type Scheduling } from '../../locks/facts/scheduling';
import type { AccessCode } from '../../schema/accessCode';
import { MINUTE, type Instant, readInstant } from '../../time/instant';
import { isOffline, opensUntil } from '../codeFacts';
import { deadlineOf, type Deadline, type GiveUp } from './deadline';
import {
	courseOf,
	firstChanceOf,
	nextPollAt,
	pollPlanOf,
	retrying,
	type NextPoll,
	type PollPlan,
} from './polls';
import { isReady, type WaitOutcome, type ReadyWhen, type Sighting } from './outcome';
import { readinessOf, type Readiness } from './readiness';
import type { ReplacedCode } from './replacedCode';

export type Fallback = 'none' | 'backup_code' | 'backup_then_offline_code';

/**
 * What happens to an item whose code did not become ready: the node throws, the item goes to n8n's error output, it goes
 * on with `error` among its fields, or it goes on plainly.
 */
export type WhenUnready = 'throw' | 'error_output' | 'error_field' | 'plain';

export interface WaitSettings {
	readyWhen: ReadyWhen;
	giveUp: GiveUp;
	fallback: Fallback;
	whenUnready: WhenUnready;
	/** Whether an item that could not be waited for at all becomes an item with an error; else it stops the node. */
	continuesOnFail: boolean;
}

/** What is known about the lock; absent until it was read. */
export interface LockFacts {
	/** IANA name; null: the lock has none. */
	timeZone?: string | null;
	scheduling?: Scheduling;
}

/**
 * All that a wait for one code remembers between two polls. Plain JSON without any PIN, because it is stored while the
 * execution is parked.
 */
export interface WaitRecord {
	accessCodeId: string;
	settings: WaitSettings;
	began: Instant;
	/** Handed on from the item, for the output. */
	guestInstructions: string[];
	facts: LockFacts;
	/** The input's fields without any PIN, for an item that fails; `isWhole`: none had to be left out. */
	input?: { fields: Readonly<Record<string, unknown>>; isWhole: boolean };
	polls: number;
	lastPollAt: Instant | null;
	nextPollAt: Instant;
	/** Since when polls have failed; null: Seam answered the last one. */
	unansweredSince: Instant | null;
	/** null: Seam has not answered yet. */
	plan: PollPlan | null;
	/** The end of the code as last read, in case Seam no longer knows the code. */
	lastKnownEnd: Instant | null;
	giveUpAt: Instant | null;
	seen: Sighting[];
	/** How the wait ended; null while it goes on. */
	settled: { outcome: WaitOutcome; why: string } | null;
	/** The first code, if the fallback has replaced it; it is tried only once. */
	replaced: ReplacedCode | null;
	/** The name of the first code, which the other takes over with the booking's tag. */
	firstName?: string | null;
	/** Why the fallback found no other code. */
	noReplacement: string | null;
	/** Why the item could not be waited for at all; it is never polled. */
	failure: { message: string; description?: string } | null;
}

export function newRecord(
	wait: Pick<WaitRecord, 'accessCodeId' | 'settings' | 'guestInstructions' | 'facts' | 'input'>,
	began: Instant,
): WaitRecord {
	return {
		...wait,
		began,
		polls: 0,
		lastPollAt: null,
		nextPollAt: began,
		unansweredSince: null,
		plan: null,
		lastKnownEnd: null,
		giveUpAt: null,
		seen: [],
		settled: null,
		replaced: null,
		noReplacement: null,
		failure: null,
	};
}

/** When a poll is done, and how soon the next one can be. */
export interface PollTime {
	now: Instant;
	earliestNext: Instant;
}

/** The record after a poll that Seam answered; `accessCode` null: it knows no such code. */
export function afterPoll(
	record: WaitRecord,
	accessCode: AccessCode | null,
	time: PollTime,
): WaitRecord {
	const { now } = time;
	const { readyWhen } = record.settings;
	const lastKnownEnd = accessCode === null ? record.lastKnownEnd : opensUntil(accessCode);
	const readiness = readinessOf({ accessCode, lastKnownEnd, readyWhen, now });
	const polled: WaitRecord = {
		...record,
		polls: record.polls + 1,
		lastPollAt: now,
		unansweredSince: null,
		lastKnownEnd,
		seen: withSightings(record.seen, readiness.seen, now),
	};
	if (accessCode === null) return settle(polled, readiness);

	const course = courseOf(accessCode, {
		since: awaitedSince(record, readInstant(accessCode.starts_at), now),
		scheduling: record.facts.scheduling ?? 'unknown',
		readyWhen,
	});
	const deadline = deadlineOf({
		...course,
		giveUp: record.settings.giveUp,
		began: record.began,
		endsAt: lastKnownEnd,
		firstChance: firstChanceOf(course),
	});
	const plan = pollPlanOf(course);
	const dated = withDeadline({ ...polled, plan }, deadline, now);
	if (readiness.isSettled) return settle(dated, readiness);
	return goOn(dated, { plan, deadline: deadline.at, why: readiness.why, ...time });
}

/** A start that moved begins the wait anew: plans for the old one must not end it. */
function awaitedSince({ plan, began }: WaitRecord, startsAt: Instant | null, now: Instant) {
	if (plan === null) return began;
	return plan.startsAt === startsAt ? plan.since : now;
}

/**
 * Whether the device is worth a call: its zone is not known from the item, or how it is programmed decides when there
 * can be news.
 */
export function needsDevice(
	{ facts, settings: { readyWhen } }: WaitRecord,
	accessCode: AccessCode,
	now: Instant,
): boolean {
	if (facts.timeZone === undefined) return true;
	if (facts.scheduling !== undefined || isOffline(accessCode)) return false;
	if (readinessOf({ accessCode, lastKnownEnd: null, readyWhen, now }).isSettled) return false;
	const { startsAt, deferredUntil } = courseOf(accessCode, {
		since: now,
		scheduling: 'unknown',
		readyWhen,
	});
	return startsAt !== null && deferredUntil === null && startsAt - now > JUST_IN_TIME_LEAD;
}

/** How long to retry after the deadline, or before Seam has answered at all, until the wait gives up. */
const PATIENCE_WITH_SEAM = 10 * MINUTE;
const RETRY_AFTER = 20_000;

/**
 * The record after a poll that failed: the wait goes on until its deadline, because the reason may pass. Do not give
 * up on one failed poll; the fallback needs a successful one.
 */
export function afterFailedPoll(record: WaitRecord, trouble: string, time: PollTime): WaitRecord {
	const { now, earliestNext } = time;
	const sighting = { kind: 'trouble', code: 'poll_failed', message: trouble } as const;
	const seen = withSightings(record.seen, [sighting], now);
	const unansweredSince = record.unansweredSince ?? now;
	const polled = { ...record, polls: record.polls + 1, lastPollAt: now, unansweredSince, seen };
	const why = `Seam could not be asked for the code: ${trouble}`;
	const deadline = record.giveUpAt ?? record.began;
	if (record.plan !== null && now < deadline) {
		return goOn(polled, { plan: retrying(record.plan, unansweredSince), deadline, why, ...time });
	}
	const last = Math.max(unansweredSince, deadline) + PATIENCE_WITH_SEAM;
	if (last <= now) return gaveUp(polled, why);
	const nextPollAt = Math.min(last, Math.max(earliestNext, now + RETRY_AFTER));
	return { ...polled, settled: null, nextPollAt };
}

function gaveUp(record: WaitRecord, why: string): WaitRecord {
	return { ...record, settled: { outcome: 'gave_up', why: `The time to wait is over. ${why}` } };
}

interface Going extends PollTime, Pick<NextPoll, 'plan' | 'deadline'> {
	why: string;
}

function goOn(record: WaitRecord, { why, earliestNext, ...time }: Going): WaitRecord {
	if (time.deadline <= time.now) return gaveUp(record, why);
	const next = nextPollAt({ ...time, earliest: earliestNext, planned: record.nextPollAt });
	return { ...record, settled: null, nextPollAt: next };
}

function settle(record: WaitRecord, { outcome, why }: Readiness): WaitRecord {
	return { ...record, settled: { outcome, why } };
}

function withDeadline(
	record: WaitRecord,
	{ at, movedBecause }: Deadline,
	now: Instant,
): WaitRecord {
	const kept = record.seen.filter(
		({ code, message }) => code !== 'give_up_moved' || message === movedBecause,
	);
	if (movedBecause === null) return { ...record, giveUpAt: at, seen: kept };
	const moved = { kind: 'warning', code: 'give_up_moved', message: movedBecause } as const;
	return { ...record, giveUpAt: at, seen: withSightings(kept, [moved], now) };
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

/** Whether the node can only end with an error now, whatever happens to its other items. */
export function mustStop(record: WaitRecord): boolean {
	const { failure, settings } = record;
	if (failure !== null) return !settings.continuesOnFail;
	return isOver(record) && !isConfirmed(record) && settings.whenUnready === 'throw';
}

/** Whether the record ended with something to hand out. */
export function isConfirmed({ settled }: WaitRecord): boolean {
	return settled !== null && isReady(settled.outcome);
}
