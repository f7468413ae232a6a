import { JUST_IN_TIME_LEAD, NATIVE_LEAD, type Scheduling } from '../../locks/facts/scheduling';
import type { AccessCode } from '../../schema/accessCode';
import { DAY, HOUR, MINUTE, type Instant, readInstant } from '../../time/instant';
import { isOffline } from '../codeFacts';
import type { ReadyWhen } from './outcome';

/** What decides when there can be news of a code. */
export interface Course {
	/** When the wait began. */
	began: Instant;
	/** null: an ongoing code, programmed at once. */
	startsAt: Instant | null;
	isOffline: boolean;
	scheduling: Scheduling;
	/** When Seam says that it will program the code (`deferring_creation`); null where it says nothing. */
	deferredUntil: Instant | null;
	readyWhen: ReadyWhen;
}

/** The course of one code from what Seam said of it just now. */
export function courseOf(
	accessCode: AccessCode,
	{ began, scheduling, readyWhen }: Pick<Course, 'began' | 'scheduling' | 'readyWhen'>,
): Course {
	const deferred = (accessCode.pending_mutations ?? []).find(
		({ mutation_code }) => mutation_code === 'deferring_creation',
	);
	return {
		began,
		startsAt: readInstant(accessCode.starts_at),
		isOffline: isOffline(accessCode),
		scheduling,
		deferredUntil: readInstant(deferred?.scheduled_at),
		readyWhen,
	};
}

/**
 * The instants at which something can have changed, from the beginning of the wait on, ascending: Seam's own word
 * where it gives one, else its documents. The last chance, 60 minutes before the start, and the start itself are
 * always among them, for the lock that does not keep to the documents. Within that hour every lock should take the
 * code at once.
 */
export function newsOf(course: Course): Instant[] {
	const { began, startsAt } = course;
	if (startsAt === null || isReadyWithoutLock(course)) return [began];
	if (startsAt - JUST_IN_TIME_LEAD <= began) return [firstChanceOf(course)];
	const { deferredUntil, scheduling } = course;
	const programmed =
		deferredUntil ??
		(scheduling === 'just_in_time' ? startsAt - JUST_IN_TIME_LEAD : startsAt - NATIVE_LEAD);
	const instants = [programmed, startsAt - JUST_IN_TIME_LEAD, startsAt].map((at) =>
		Math.max(at, began),
	);
	return [...new Set(instants)].sort((a, b) => a - b);
}

/**
 * The first instant at which the code can be expected to be ready; a deadline before it would always strike. Where
 * the documents are silent about a lock, the later of the possible instants, so that no deadline is cruel.
 */
export function firstChanceOf(course: Course): Instant {
	const { began, startsAt, deferredUntil, readyWhen } = course;
	if (startsAt === null || isReadyWithoutLock(course)) return began;
	const scheduling = schedulingOf(course);
	if (readyWhen === 'set' && (scheduling !== 'just_in_time' || course.isOffline)) {
		return Math.max(began, startsAt);
	}
	const documented = startsAt - (scheduling === 'native' ? NATIVE_LEAD : JUST_IN_TIME_LEAD);
	return Math.max(began, deferredUntil ?? documented);
}

/** An offline code is ready when its PIN is assigned, which no lock has a part in. */
function isReadyWithoutLock({ isOffline, readyWhen }: Course): boolean {
	return isOffline && readyWhen === 'set_or_scheduled';
}

/** Seam's own date tells how the lock is programmed where the lock's maker does not. */
function schedulingOf({ scheduling, deferredUntil, startsAt }: Course): Scheduling {
	if (scheduling !== 'unknown' || deferredUntil === null || startsAt === null) return scheduling;
	return startsAt - deferredUntil > 2 * JUST_IN_TIME_LEAD ? 'native' : 'just_in_time';
}

/**
 * Looks after an instant that can have brought news: soon, because most locks take a code within seconds; then ever
 * more rarely. While a later instant is still to come few looks are spent, and in between a day passes.
 */
const WHILE_NEWS_IS_AHEAD = [20_000, 2 * MINUTE, 12 * MINUTE, 2 * HOUR, DAY];
const AFTER_THE_LAST_NEWS = [
	20_000,
	2 * MINUTE,
	12 * MINUTE,
	30 * MINUTE,
	HOUR,
	2 * HOUR,
	4 * HOUR,
	8 * HOUR,
	16 * HOUR,
	DAY,
];

/** A look that is due within this time is taken at once: waking up a little early must not cost a round. */
export const NEARLY_DUE = 2_000;

export interface NextLook {
	news: readonly Instant[];
	/** The wait's deadline: there is always a look then. */
	deadline: Instant;
	/** Not before this. */
	earliest: Instant;
	now: Instant;
	/** The look that was planned before this one; one that came early, because somebody asked for it, takes it not away. */
	planned: Instant;
	/** Leaves out the look two minutes after the first. */
	isFrugal?: boolean;
}

/** When to look again: the next instant of possible news, a look after the last one, or the deadline. */
export function nextLookAt(question: NextLook): Instant {
	const { news, deadline, earliest, now, planned, isFrugal } = question;
	const past = news.filter((at) => at <= now).at(-1);
	const ahead = news.find((at) => at > now);
	const candidates = ahead === undefined ? [deadline] : [ahead, deadline];
	if (planned > now + NEARLY_DUE) candidates.push(planned);
	if (past !== undefined) {
		const delays = ahead === undefined ? AFTER_THE_LAST_NEWS : WHILE_NEWS_IS_AHEAD;
		const next = delays
			.filter((delay) => !(isFrugal && past === news[0] && delay === 2 * MINUTE))
			.map((delay) => past + delay)
			.find((at) => at >= earliest);
		if (next !== undefined) candidates.push(next);
		else if (ahead === undefined) candidates.push(past + Math.ceil((earliest - past) / DAY) * DAY);
	}
	return Math.max(earliest, Math.min(...candidates));
}
