import { JUST_IN_TIME_LEAD, NATIVE_LEAD, type Scheduling } from '../../locks/facts/scheduling';
import type { AccessCode } from '../../schema/accessCode';
import { DAY, HOUR, MINUTE, type Instant, readInstant } from '../../time/instant';
import { isOffline } from '../codeFacts';
import type { ReadyWhen } from './outcome';

/** What decides when a code is worth a poll. */
export interface Course {
	/** Since when the code is awaited with this start: the beginning of the wait, or the poll that found it moved. */
	since: Instant;
	/** null: an ongoing code, programmed at once. */
	startsAt: Instant | null;
	isOffline: boolean;
	scheduling: Scheduling;
	/** When Seam says that it will program the code (`deferring_creation`); null if it says nothing. */
	deferredUntil: Instant | null;
	readyWhen: ReadyWhen;
}

/** The course of a code from what Seam just said about it. */
export function courseOf(
	accessCode: AccessCode,
	{ since, scheduling, readyWhen }: Pick<Course, 'since' | 'scheduling' | 'readyWhen'>,
): Course {
	const deferred = (accessCode.pending_mutations ?? []).find(
		({ mutation_code }) => mutation_code === 'deferring_creation',
	);
	return {
		since,
		startsAt: readInstant(accessCode.starts_at),
		isOffline: isOffline(accessCode),
		scheduling: accessCode.is_scheduled_on_device === true ? 'native' : scheduling,
		deferredUntil: readInstant(deferred?.scheduled_at),
		readyWhen,
	};
}

/** When to poll a code, as of its last reading. Plain JSON. */
export interface PollPlan extends Pick<Course, 'since' | 'startsAt'> {
	/**
	 * The instants at which something can have changed, ascending: Seam's own word if it gives one, else its documents.
	 * The last chance, 60 minutes before the start, and the start itself are always among them, for the lock that does
	 * not keep to the documents.
	 */
	news: Instant[];
	/** While somebody needs the code: from an hour before its start until an hour after it. */
	urgent: { from: Instant; until: Instant };
}

export function pollPlanOf(course: Course): PollPlan {
	const { since, startsAt } = course;
	const until = Math.max(since, startsAt ?? since) + HOUR;
	return { since, startsAt, news: newsOf(course), urgent: { from: urgentFrom(course), until } };
}

function newsOf(course: Course): Instant[] {
	const { since, startsAt, deferredUntil, scheduling } = course;
	if (startsAt === null || isReadyWithoutLock(course)) return [since];
	const lastChance = startsAt - JUST_IN_TIME_LEAD;
	const documented = scheduling === 'just_in_time' ? lastChance : startsAt - NATIVE_LEAD;
	return ascending(
		[deferredUntil ?? documented, lastChance, startsAt].map((at) => Math.max(at, since)),
	);
}

function urgentFrom(course: Course): Instant {
	const { since, startsAt, deferredUntil } = course;
	if (startsAt === null || turnsSetAtStart(course)) return startsAt ?? since;
	return Math.min(startsAt, Math.max(startsAt - JUST_IN_TIME_LEAD, deferredUntil ?? 0));
}

/** The plan while Seam does not answer: it is polled soon after the first failure, as after news. */
export function retrying(plan: PollPlan, failedAt: Instant): PollPlan {
	return { ...plan, news: ascending([...plan.news, failedAt]) };
}

const ascending = (instants: Instant[]) => [...new Set(instants)].sort((a, b) => a - b);

/**
 * The first instant at which the code can be expected to be ready; a deadline before it could never be met. If the
 * documents are silent about a lock, the later of the possible instants, so the wait never gives up too early.
 */
export function firstChanceOf(course: Course): Instant {
	const { since, startsAt, deferredUntil } = course;
	if (startsAt === null || isReadyWithoutLock(course)) return since;
	const scheduling = schedulingOf(course);
	const mayTurnSetAtStart = course.readyWhen === 'set' && scheduling === 'unknown';
	if (turnsSetAtStart(course) || mayTurnSetAtStart) return Math.max(since, startsAt);
	const documented = startsAt - (scheduling === 'native' ? NATIVE_LEAD : JUST_IN_TIME_LEAD);
	return Math.max(since, deferredUntil ?? documented);
}

/** An offline code is ready when its PIN is assigned, which takes no lock. */
function isReadyWithoutLock({ isOffline, readyWhen }: Course): boolean {
	return isOffline && readyWhen === 'set_or_scheduled';
}

/** What the lock or its algorithm already knows is not called `set` before its start. */
function turnsSetAtStart(course: Course): boolean {
	return course.readyWhen === 'set' && (course.isOffline || schedulingOf(course) === 'native');
}

/** Seam's own date tells how the lock is programmed if the lock's maker does not. */
function schedulingOf({ scheduling, deferredUntil, startsAt }: Course): Scheduling {
	if (scheduling !== 'unknown' || deferredUntil === null || startsAt === null) return scheduling;
	return startsAt - deferredUntil > 2 * JUST_IN_TIME_LEAD ? 'native' : 'just_in_time';
}

/** Polls after an instant that can have brought news: soon, because most locks take a code within seconds. */
const AFTER_NEWS = [20_000, 2 * MINUTE, 12 * MINUTE, HOUR, 3 * HOUR, 9 * HOUR];

/** While the code is urgent, the first polls come fast; then somebody is told within a minute of its being set. */
const URGENT_AT_FIRST = 5_000;
const URGENT_AT_MOST = 50_000;

/** A poll that is due within this time is done at once: waking up a little early must not cost a round. */
export const NEARLY_DUE = 2_000;

export interface NextPoll {
	plan: PollPlan;
	/** The wait's deadline: there is always a poll then. */
	deadline: Instant;
	earliest: Instant;
	now: Instant;
	/** The poll that was planned before this one; an early poll does not cancel it. */
	planned: Instant;
}

/** When to poll again: at the next possible news, soon after the last, often while it is urgent, or at the deadline. */
export function nextPollAt({ plan, deadline, earliest, now, planned }: NextPoll): Instant {
	const lastNews = plan.news.filter((at) => at <= now).at(-1);
	const afterNews = lastNews === undefined ? [] : AFTER_NEWS.map((delay) => lastNews + delay);
	const candidates = [
		deadline,
		now + longestGap(plan, now),
		...plan.news.filter((at) => at > now),
		...afterNews.filter((at) => at > now && at >= earliest),
		...(planned > now + NEARLY_DUE ? [planned] : []),
	];
	return Math.max(earliest, Math.min(...candidates));
}

/**
 * How long a code may go without a poll. Only a poll finds out that the start has moved, so this bounds how far ahead
 * a moved start must be to be noticed in time: three days (a tenth of the time left, if that is more); within six days
 * of the old start half of the time left; within twelve hours of it six hours. A start that moves nearer than that may
 * be noticed too late, unless the wait is woken. The price: a code booked a month ahead costs 11 polls on a lock that
 * stores it days ahead, and 16 on others.
 */
function longestGap({ startsAt, news, urgent }: PollPlan, now: Instant): number {
	if (urgent.from <= now && now < urgent.until) {
		const quietFor = now - (news.filter((at) => at <= now).at(-1) ?? now);
		return Math.min(Math.max(quietFor, URGENT_AT_FIRST), URGENT_AT_MOST);
	}
	if (startsAt === null || startsAt <= now) return DAY;
	const left = startsAt - now;
	return Math.max(6 * HOUR, Math.min(left / 2, Math.max(3 * DAY, left / 10)));
}
